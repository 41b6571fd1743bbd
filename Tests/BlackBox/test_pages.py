"""The pages as any browser meets them: the way in, forms from elsewhere, cookies."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
import requests
from commonhour import Demo, Server

Start = Callable[..., Server]


class Forms(HTMLParser):
    """The forms of a page, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.fields: list[dict[str, str]] = []
        self.buttons = 0
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(facts)
        if tag == "input":
            self.fields.append(facts)
        if tag == "button":
            self.buttons += 1
        if tag == "a":
            self.links.append(facts.get("href", ""))

    def of_type(self, *types: str) -> list[dict[str, str]]:
        return [one for one in self.fields if one.get("type", "text") in types]


class Visitor:
    """Somebody with a browser and no JavaScript."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.session = requests.Session()
        self.session.trust_env = False

    def open(self, path: str) -> requests.Response:
        return self.session.get(self.server.url + path, timeout=30)

    def sign_in(self, *, token: bool, **headers: str) -> requests.Response:
        """Sends the form of the way in, with its own token or without."""
        path = f"/{self.server.demo.network}/sign-in"
        page = Forms(self.open(path).text)
        login = self.server.demo.one("member")
        (name,), (secret,) = page.of_type("text", "email"), page.of_type("password")
        words = {one["name"]: one.get("value", "") for one in page.of_type("hidden")}
        if not token:
            words.pop("token", None)
        words |= {name["name"]: login.login, secret["name"]: login.password}
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return self.session.post(
            self.server.url + page.forms[0]["action"],
            data=words,
            headers=named,
            allow_redirects=False,
            timeout=30,
        )

    @property
    def is_in(self) -> bool:
        """Whether the network's page is that of somebody who is signed in."""
        return self.server.demo.one("member").name.split()[0] in self.open(
            f"/{self.server.demo.network}/"
        ).text


@pytest.fixture
def someone(server: Server) -> Visitor:
    return Visitor(server)


def test_a_visitor_finds_the_way_in_which_has_one_of_each(someone: Visitor) -> None:
    home = f"/{someone.server.demo.network}/"
    links = Forms(someone.open(home).text).links
    ways = [link for link in links if "sign-in" in link]
    assert ways
    page = Forms(someone.open(ways[0]).text)
    assert len(page.forms) == 1 and page.buttons == 1
    assert len(page.of_type("text", "email")) == 1
    assert len(page.of_type("password")) == 1


@pytest.mark.parametrize(
    ("token", "headers"),
    [
        (False, {"Sec_Fetch_Site": "same-origin"}),
        (True, {"Sec_Fetch_Site": "same-origin"}),
        (False, {"Origin": "OWN"}),
        (True, {}),
    ],
    ids=repr,
)
def test_a_form_of_ours_is_taken(someone: Visitor, token: bool, headers: dict[str, str]) -> None:
    own = {name: value.replace("OWN", someone.server.url) for name, value in headers.items()}
    answer = someone.sign_in(token=token, **own)
    assert answer.status_code in (302, 303), f"{answer.status_code} {answer.text}"
    assert someone.is_in


@pytest.mark.parametrize(
    ("token", "headers"),
    [
        (True, {"Sec_Fetch_Site": "cross-site"}),
        (True, {"Sec_Fetch_Site": "same-site"}),
        (True, {"Sec_Fetch_Site": "none"}),
        (True, {"Sec_Fetch_Site": ""}),
        (True, {"Sec_Fetch_Site": "cross-site", "Origin": "OWN"}),
        (True, {"Origin": "https://example.org"}),
        (True, {"Origin": "null"}),
        (True, {"Origin": "OWN.example.org"}),
        (False, {}),
    ],
    ids=repr,
)
def test_a_form_from_elsewhere_is_refused_and_signs_nobody_in(
    someone: Visitor, token: bool, headers: dict[str, str]
) -> None:
    sent = {name: value.replace("OWN", someone.server.url) for name, value in headers.items()}
    answer = someone.sign_in(token=token, **sent)
    assert 400 <= answer.status_code < 500
    assert not someone.is_in


def cookies(answer: requests.Response) -> list[str]:
    return answer.raw.headers.getlist("Set-Cookie")


def test_the_session_is_kept_from_scripts_and_other_sites(someone: Visitor) -> None:
    answer = someone.sign_in(token=True, Sec_Fetch_Site="same-origin")
    (cookie,) = [one for one in cookies(answer) if one.startswith("session=")]
    facts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= facts
    assert not any(fact.startswith("domain") for fact in facts)


def test_behind_https_cookies_hold_to_the_host_and_only_its_address_is_ours(
    demo_copy: Demo, start_server: Start
) -> None:
    own = "https://hours.example.org"
    running = start_server(demo_copy, "--url", own)
    answer = Visitor(running).sign_in(token=True, Origin=own)
    assert answer.status_code in (302, 303), answer.text
    (cookie,) = [one for one in cookies(answer) if one.startswith("__Host-session=")]
    assert {"secure", "httponly", "samesite=lax", "path=/"} <= {
        part.strip().lower() for part in cookie.split(";")[1:]
    }
    assert answer.headers["Strict-Transport-Security"]
    refused = Visitor(running).sign_in(token=True, Origin=running.url)
    assert 400 <= refused.status_code < 500
    assert not [one for one in cookies(refused) if one.startswith("__Host-session=")]


ELSEWHERE = [
    "https://example.org/", "//example.org/", "/\\example.org", "\\\\example.org", "example.org",
    "/\t/example.org", "/%2fexample.org", "javascript:alert(1)", "/ok\r\nX-Evil: example.org",
    "@example.org", ".example.org",
]  # fmt: skip


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_leads_nowhere_but_to_our_own_pages(someone: Visitor, elsewhere: str) -> None:
    path = f"/{someone.server.demo.network}/sign-in"
    login = someone.server.demo.one("member")
    page = someone.session.get(someone.server.url + path, params={"back": elsewhere}, timeout=30)
    words = {"login": login.login, "password": login.password, "back": elsewhere}
    answer = someone.session.post(
        someone.server.url + path,
        data={one["name"]: one.get("value", "") for one in Forms(page.text).of_type("hidden")}
        | words,
        headers={"Sec-Fetch-Site": "same-origin"},
        allow_redirects=False,
        timeout=30,
    )
    assert answer.status_code in (302, 303)
    assert "X-Evil" not in answer.headers
    # As browsers read an address: tabs and line ends are dropped, a backslash is a slash.
    target = answer.headers["Location"].replace("\t", "").replace("\\", "/")
    assert target.startswith("/") and not target.startswith("//"), target
