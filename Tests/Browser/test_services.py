"""What there is to do and to enjoy as services, and what a partner reads of its months."""

from __future__ import annotations

from collections.abc import Callable

from commonhour import Login, Server
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Check = Callable[[Page], None]


def test_a_visitor_looks_around(open_page: Open, server: Server, accessible: Check) -> None:
    """From the front page to one thing to enjoy, with nothing to sign in for."""
    page = open_page(screen="phone")
    menu = page.get_by_role("navigation", name="Main")
    menu.get_by_role("link", name="Enjoy").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("In the community")
    accessible(page)
    _opened(page)
    page.get_by_role("link", name="Children pay less").click()
    expect(page.locator(".chips .chosen")).to_contain_text("Children pay less")
    expect(page.get_by_role("link", name="Gym")).to_have_count(0)
    accessible(page)
    page.locator(".chips .chosen").click()
    page.get_by_role("link", name="Gym").click()
    expect(page.locator("main")).to_contain_text("Show your card at the till")
    accessible(page)
    menu.get_by_role("link", name="Do", exact=True).click()
    page.get_by_role("link", name="Gardening").click()
    expect(page.locator("main")).to_contain_text("Takes about")
    expect(page.get_by_role("link", name="I helped here")).to_have_count(0)
    accessible(page)
    assert page.locator("form").count() == 0
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Sign in").click()
    expect(page.get_by_label("Password")).to_be_visible()


def test_a_member_sees_what_it_is_enough_for(
    signed_in: Open, server: Server, accessible: Check
) -> None:
    """The first page names it with a link; the list begins with it."""
    page = signed_in(_member(server), screen="phone")
    named = page.locator(".enough a").first
    title = named.inner_text()
    accessible(page)
    named.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("main")).to_contain_text("enough for")
    accessible(page)
    page.get_by_role("link", name="Things to enjoy").click()
    expect(page.get_by_role("heading", level=2).filter(has_text="Enough").first).to_be_visible()
    accessible(page)


def test_the_three_things_that_a_member_does(
    signed_in: Open, server: Server, accessible: Check
) -> None:
    """Each leads where its name says."""
    for name, title in (
        ("I helped", "I helped"),
        ("Give to a neighbour", "Give to a neighbour"),
        ("Help out", "Help out"),
    ):
        page = signed_in(_member(server), screen="phone")
        page.locator(".actions").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.context.close()


def test_a_coordinator_changes_what_is_offered(
    signed_in: Open, server: Server, accessible: Check
) -> None:
    """Words in place; a new price puts a new offer on the list; then everything as before."""
    page = signed_in(server.demo.one("coordinator"))
    page.goto(f"/{server.demo.network}/offers?kind=corporate")
    page.get_by_role("link", name="Cut and dry").click()
    for hours, minutes in (("2", "0"), ("1", "30")):
        page.get_by_role("link", name="Change this").click()
        accessible(page)
        page.locator("[name=adult-hours]").fill(hours)
        page.locator("[name=adult-minutes]").fill(minutes)
        page.locator("[name=child-hours]").fill("")
        page.locator("[name=child-minutes]").fill("")
        page.get_by_role("button", name="Keep these changes").click()
        expect(page.get_by_role("status")).to_contain_text("has its new price now")
        accessible(page)
    page.get_by_role("button", name="Take it off the list").click()
    expect(page.locator("main")).to_contain_text("not on the list just now")
    accessible(page)
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("main")).not_to_contain_text("not on the list just now")


def test_a_partner_reads_its_months(
    signed_in: Open, server: Server, accessible: Check
) -> None:
    """Bars with their numbers, a statement that prints without what is for the screen, a file."""
    lead = server.demo.one("lead")
    page = signed_in(lead, screen="phone")
    place = server.client(lead).me()["staff"][0]["organisation"]
    page.goto(f"/{server.demo.network}/organisations/{place}")
    page.locator(".fold > summary").first.click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Takings").click()
    expect(page.locator(".flow").first.locator(".bars").first.locator("li")).to_have_count(12)
    accessible(page)
    page.locator(".flow .bars a").nth(1).click()
    expect(page.locator("main")).to_contain_text("At the beginning")
    accessible(page)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Save as CSV").click()
    assert coming.value.suggested_filename.endswith(".csv")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_role("link", name="Save as CSV")).to_be_hidden()


def _opened(page: Page) -> None:
    """Opens the filters, which are folded on a narrow page."""
    fold = page.locator(".sift summary")
    if fold.is_visible():
        fold.click()


def _member(server: Server) -> Login:
    """A member whose own language is English."""
    return server.demo.all("member")[1]
