"""Debian's Chromium on the shared server, with and without JavaScript, and axe beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pictures
import pytest
from commonhour import Login, Server
from playwright.sync_api import Browser, Page, expect, sync_playwright
from reading import PATIENCE, check_page

expect.set_options(timeout=PATIENCE)

WIDTHS = {"phone": (320, 640), "till": (360, 640), "desk": (1280, 900)}
"""The smallest screen that we promise, a phone at a till, and an ordinary one."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run; each test gets a context of its own."""
    with sync_playwright() as playwright:
        browser = pictures.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Every test that opens a page runs twice."""
    return bool(request.param)


@pytest.fixture
def open_page(
    browser: Browser, server: Server, javascript: bool
) -> Iterator[Callable[..., Page]]:
    """Opens a page for one more visitor: `open_page("/wisbech/", screen="phone")`.

    Nothing may go wrong behind the page's back: an error in a script, or a request that leaves
    for another host, fails the test.
    """
    contexts = []
    wrong: list[str] = []

    def open_page(
        path: str | None = None, *, screen: str = "desk", language: str = "en-GB"
    ) -> Page:
        width, height = WIDTHS[screen]
        context = browser.new_context(
            base_url=server.url,
            java_script_enabled=javascript,
            locale=language,
            viewport={"width": width, "height": height},
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on(
            "request",
            lambda asked: None
            if asked.url.startswith((server.url, "data:", "blob:"))
            else wrong.append(f"a request to {asked.url}"),
        )
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"an error in a script: {error}"))
        page.goto(path or f"/{server.demo.network}/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def sessions() -> dict[str, list[Any]]:
    """The cookies of those who have signed in, by their login."""
    return {}


@pytest.fixture
def signs_in(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Signs a person in the way people do, link, form and button, and leaves them there."""

    def signs_in(login: Login, **options: str) -> Page:
        page = open_page(**options)
        page.get_by_role("link", name="Sign in").first.click()
        page.get_by_label("Membership number or e-mail").fill(login.login)
        page.get_by_label("Password").fill(login.password)
        page.get_by_role("button", name="Sign in").click()
        # By its place and not by its name, for the page now speaks the person's own language.
        page.locator("form.leave button").wait_for()
        return page

    return signs_in


@pytest.fixture
def signed_in(
    open_page: Callable[..., Page],
    signs_in: Callable[..., Page],
    sessions: dict[str, list[Any]],
) -> Callable[..., Page]:
    """A page on which this person has signed in, in this test or in one before it."""

    def signed_in(login: Login, **options: str) -> Page:
        page = open_page(**options)
        if login.login in sessions:
            page.context.add_cookies(sessions[login.login])
            page.reload()
            return page
        page.context.close()
        first = signs_in(login)
        sessions[login.login] = [
            one for one in first.context.cookies() if one["name"] == "session"
        ]
        return signed_in(login, **options)

    return signed_in


@pytest.fixture
def accessible(browser: Browser, javascript: bool) -> Callable[[Page], None]:
    """Asserts that axe finds nothing against WCAG 2.2 AA, nor a page wider than its screen.

    axe needs JavaScript, so a page without it is read in a second tab that has it, from the same
    HTML and the same style sheets.
    """

    def check(page: Page) -> None:
        read = page if javascript else _twin(browser, page)
        try:
            check_page(read)
        finally:
            if read is not page:
                read.context.close()

    return check


def _twin(browser: Browser, page: Page) -> Page:
    context = browser.new_context(viewport=page.viewport_size, bypass_csp=True)
    twin = context.new_page()
    html = page.content()
    twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
    twin.goto(page.url)
    return twin
