"""What every page has to be, whoever looks at it."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from commonhour import Login, Server
from playwright.sync_api import Page

PATIENCE = 60_000
"""How many milliseconds a page may take: a browser on a busy machine can be very slow."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""The rules that every page has to pass."""

LARGE_TEXT = "document.documentElement.style.fontSize = '225%'"
"""Doubles the size of the text, which is 112.5 % of the browser's."""


def check_page(page: Page) -> None:
    """Asserts that axe finds nothing, nor is the page wider than its screen; needs JavaScript."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    check_width(page)


def check_width(page: Page, *, large: bool = False) -> None:
    """Asserts that the page is no wider than its screen, if `large` with text twice its size."""
    if large:
        page.evaluate(LARGE_TEXT)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than its screen{' (200 %)' * large}"


def sign_in(page: Page, server: Server, login: Login) -> None:
    """Signs a person in, whatever language the page speaks."""
    page.goto(f"/{server.demo.network}/sign-in")
    page.locator("[name=login]").fill(login.login)
    page.locator("[name=password]").fill(login.password)
    page.locator("form:has([name=password]) button").click()
    page.locator("form.leave").wait_for()


def links_of(page: Page) -> list[str]:
    """Where the page leads, but for the other language and files."""
    links = page.locator("a[href^='/']:not([download]):not([href$='/csv'])").all()
    found = [one.get_attribute("href") or "" for one in links]
    return [one for one in found if "/language/" not in one]


def kind_of(path: str) -> str:
    """An address without ids and what was searched, so that one page of each kind is read."""
    bare = re.sub(r"\?.*", "", path)
    return re.sub(r"/[0-9A-Z]{13}|/\d{4}-\d{2}\b", "/:id", bare)


def acts_as(page: Page, role: str) -> None:
    """Changes to another of the person's roles, the one whose address contains this word."""
    page.locator("header .roles summary").click()
    page.locator(f"header .roles a[href*='{role}']").first.click()
