"""Every page that somebody is shown, found by following links, read by axe on a small screen."""

from __future__ import annotations

import pytest
from commonhour import Server
from playwright.sync_api import Browser
from reading import PATIENCE, check_page, check_width, kind_of, links_of, sign_in

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
        sign_in(page, server, server.demo.one(role))
    seen: set[str] = set()
    waiting = [home]
    while waiting:
        path = waiting.pop()
        kind = kind_of(path)
        if kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(path)
        assert answer is not None and answer.ok, f"{path}: {answer and answer.status}"
        assert page.locator("h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "pl", path
        check_page(page)
        waiting += links_of(page)
        page.set_viewport_size({"width": 640, "height": 640})
        check_width(page, large=True)
        page.set_viewport_size({"width": 320, "height": 640})
    assert len(seen) >= 3, seen
    context.close()
