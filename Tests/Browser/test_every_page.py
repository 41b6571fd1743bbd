"""Every page that somebody is shown, found by following links, read by axe on a small screen."""

from __future__ import annotations

import re

import pytest
from commonhour import Server
from playwright.sync_api import Browser, Page
from reading import PATIENCE, check_page

ROLES = ("visitor", "member", "guardian", "lead", "till", "coordinator", "funder", "operator")


@pytest.mark.parametrize("role", ROLES)
def test_every_page_in_polish_on_the_smallest_screen(
    browser: Browser, server: Server, role: str
) -> None:
    """Long words are the hardest test of a narrow page; one page of each kind is enough."""
    context = browser.new_context(
        base_url=server.url, locale="pl-PL", viewport={"width": 320, "height": 640}
    )
    context.set_default_timeout(PATIENCE)
    context.add_cookies([{"name": "language", "value": "pl", "url": server.url}])
    page = context.new_page()
    home = f"/{server.demo.network}/"
    if role != "visitor":
        login = server.demo.one(role)
        page.goto(f"{home}sign-in")
        page.locator("[name=login]").fill(login.login)
        page.locator("[name=password]").fill(login.password)
        page.locator("form:has([name=password]) button").click()
        page.locator("form.leave").wait_for()
    seen: set[str] = set()
    waiting = [home]
    while waiting:
        path = waiting.pop()
        kind = _kind(path)
        if kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(path)
        assert answer is not None and answer.ok, f"{path}: {answer and answer.status}"
        assert page.locator("h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "pl", path
        check_page(page)
        waiting += _links(page)
    assert len(seen) >= 3, seen
    context.close()


def _links(page: Page) -> list[str]:
    """Where the page leads, but for the other language."""
    found = [one.get_attribute("href") or "" for one in page.locator("a[href^='/']").all()]
    return [one for one in found if "/language/" not in one]


def _kind(path: str) -> str:
    """An address without ids and what was searched, so that one page of each kind is read."""
    bare = re.sub(r"\?.*", "", path)
    return re.sub(r"/[0-9A-Z]{13}", "/:id", bare)
