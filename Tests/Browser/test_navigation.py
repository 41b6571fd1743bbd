"""Where one is, and where one can go: the navigation of each role, on every width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commonhour import Server
from playwright.sync_api import Locator, Page, expect
from reading import acts_as

Check = Callable[[Page], None]
SignIn = Callable[..., Page]


def test_a_member_has_a_row_of_words_on_the_smallest_screen(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """All entries are visible at once, and the one of the page says so."""
    page = signed_in(server.demo.all("member")[1], screen="phone")
    links = _links(page)
    expect(links.first).to_be_visible()
    expect(_current(page)).to_have_text("My hours")
    for name in ("Do", "Enjoy", "Give"):
        links.filter(has_text=name).first.click()
        expect(_current(page)).to_have_text(name)
        accessible(page)


def test_a_coordinator_unfolds_the_list_on_the_smallest_screen(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """The button is called as the page one is on; the list needs no JavaScript."""
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    if page.locator("header .roles").count():
        acts_as(page, "coordinate")
    for name in ("People", "Partners", "Insight", "Settings", "Today"):
        expect(_links(page).first).not_to_be_visible()
        page.locator("header .fold summary").click()
        accessible(page)
        _links(page).filter(has_text=name).click()
        expect(page.locator("header .fold summary")).to_have_text(name)
        expect(_current(page)).to_have_text(name)


def test_a_page_below_a_list_belongs_to_the_list(signed_in: SignIn, server: Server) -> None:
    """Somebody found through the search in the header is shown under *People*."""
    page = signed_in(server.demo.one("coordinator"))
    if page.locator("header .roles").count():
        acts_as(page, "coordinate")
    page.get_by_role("searchbox").fill("a")
    page.get_by_role("button", name="Find").click()
    expect(_current(page)).to_have_text("People")
    page.locator("main .rows a").first.click()
    expect(_current(page)).to_have_text("People")


def test_somebody_with_several_roles_changes_between_them(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """The device remembers the role: a page that two roles have keeps the navigation."""
    lead = server.demo.one("lead")
    page = signed_in(lead, screen="phone")
    expect(_links(page).first).to_have_text("My hours")
    acts_as(page, "organisations")
    expect(page.locator("header .fold summary")).to_have_text("Today")
    accessible(page)
    page.goto(f"/{server.demo.network}/password")
    expect(_links(page).first).to_have_text("Today")
    page.locator("header .roles summary").click()
    page.locator("header .roles a", has_text="Member").click()
    expect(_current(page)).to_have_text("My hours")


@pytest.mark.parametrize(("role", "title"), [("coordinator", "Today"), ("member", "")])
def test_signing_in_leads_to_the_first_page_of_ones_role(
    signs_in: SignIn, server: Server, role: str, title: str
) -> None:
    """A coordinator sees what needs a person, a member their own hours."""
    page = signs_in(server.demo.one(role))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(title) if title else expect(heading).not_to_have_text("Today")


def _links(page: Page) -> Locator:
    return page.locator("header .places a")


def _current(page: Page) -> Locator:
    return page.locator("header .places [aria-current=page]")
