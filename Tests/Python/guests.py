"""Somebody at the pages who sends what they like."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import requests
from commonhour import Login, Server

TYPE = "application/x-www-form-urlencoded"


class Guest:
    """Somebody signed in at the pages, who sends what they like."""

    def __init__(self, server: Server, role: str, login: Login | None = None) -> None:
        self.server = server
        self.home = f"/{server.demo.network}"
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Sec-Fetch-Site"] = "same-origin"
        login = login or server.demo.one(role)
        fields = self.hidden(f"{self.home}/sign-in")
        self.post("sign-in", fields | {"login": login.login, "password": login.password})

    @staticmethod
    def of(server: Server, login: Login) -> Guest:
        """Somebody who signs in with this login."""
        return Guest(server, login.role, login)

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of a page's first form: its key and its token."""
        page = self.session.get(self.server.url + path, timeout=30)
        assert page.status_code == 200, f"{path}: {page.status_code}"
        found = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page.text)
        return dict(found[:2])

    def post(self, path: str, body: dict[str, str] | str | bytes) -> requests.Response:
        if isinstance(body, dict):
            body = "&".join(f"{quote_plus(name)}={quote_plus(text)}" for name, text in body.items())
        if isinstance(body, str):
            body = body.encode()
        return self.session.post(
            f"{self.server.url}{self.home}/{path}",
            data=body,
            headers={"Content-Type": TYPE},
            timeout=30,
            allow_redirects=False,
        )
