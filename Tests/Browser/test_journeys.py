"""The journeys that people make every day, in a browser, with JavaScript and without it."""

from __future__ import annotations

import re
from collections.abc import Callable

from commonhour import Login, Server
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
SignIn = Callable[..., Page]


def test_somebody_signs_in_and_out(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """A member sees their hours first, and a visitor again after signing out."""
    page = signed_in(_member(server), screen="phone")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hello")
    accessible(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status")).to_contain_text("You are signed out")
    accessible(page)


def test_a_wrong_password_is_explained(
    open_page: Callable[..., Page], server: Server, accessible: Check
) -> None:
    """What was typed stays, but for the password."""
    page = open_page(f"/{server.demo.network}/sign-in")
    page.get_by_label("Membership number or e-mail").fill("nobody@example.org")
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Membership number or e-mail")).to_have_value("nobody@example.org")
    expect(page.get_by_label("Password")).to_have_value("")
    accessible(page)


def test_the_pages_speak_polish(open_page: Callable[..., Page], accessible: Check) -> None:
    """The browser's language counts, and the foot of the page offers another."""
    page = open_page(language="pl-PL", screen="phone")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    accessible(page)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_member_claims_hours(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """The claim waits on the first page afterwards."""
    page = signed_in(_member(server), screen="phone")
    page.get_by_role("link", name="Tell us about hours you gave").click()
    accessible(page)
    _choose_first(page, "opportunity")
    page.locator("[name=minutes-hours]").fill("1")
    page.locator("[name=minutes-minutes]").fill("30")
    page.get_by_role("button", name="Send these hours").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you for your time")
    accessible(page)
    page.locator("main").get_by_role("link", name="My hours").click()
    expect(page.locator("main")).to_contain_text("Waiting to be confirmed")


def test_a_member_gives_hours(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """The form, a look at it, and what it left; a mistake leads to its field."""
    page = signed_in(_member(server))
    page.get_by_role("link", name="Give hours").click()
    page.locator("[name=to][value=pot]").check(force=True)
    page.get_by_role("button", name="Check before giving").click()
    expect(page.locator(".mistakes")).to_be_visible()
    accessible(page)
    page.locator("[name=minutes-minutes]").fill("1")
    page.get_by_role("button", name="Check before giving").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this right?")
    accessible(page)
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("now has")
    accessible(page)


def test_staff_confirm_many(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """Everything that is ticked is confirmed with one button."""
    page = signed_in(server.demo.one("lead"), screen="phone")
    page.locator("header nav a[href*=organisations]").first.click()
    accessible(page)
    page.get_by_role("link", name="Confirm", exact=True).click()
    accessible(page)
    boxes = page.locator("[name=hours]")
    if boxes.count() and not page.locator("[name=hours]:checked").count():
        boxes.first.check(force=True)
    page.get_by_role("button", name="Confirm what is ticked").click()
    expect(page.get_by_role("status")).to_contain_text("Confirmed")
    accessible(page)


def test_a_till_accepts_and_undoes(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """A card, what it is for, accepted; and undone again."""
    number = server.client(_member(server)).membership["number"]
    page = signed_in(server.demo.one("till"), screen="phone")
    accessible(page)
    page.get_by_label("Card or membership number").fill(number)
    page.get_by_role("button", name="Next").click()
    assert number not in page.url
    accessible(page)
    page.get_by_role("button", name=re.compile("^Accept")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Accepted")
    accessible(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Undone")
    accessible(page)
    server.demo.program.verify()


def test_a_coordinator_grants_hours(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """What an organisation may give grows."""
    page = signed_in(server.demo.one("coordinator"))
    page.goto(f"/{server.demo.network}/allocations")
    accessible(page)
    page.get_by_role("link", name="Grant").first.click()
    page.locator("[name=minutes-hours]").fill("10")
    page.get_by_role("button", name="Grant these hours").click()
    expect(page.get_by_role("status")).to_contain_text("may give 10")
    accessible(page)


def test_a_coordinator_reverses_a_transfer(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """A gift to the pot goes back, with a reason."""
    member = _member(server)
    giver = signed_in(member)
    giver.get_by_role("link", name="Give hours").click()
    giver.locator("[name=to][value=pot]").check(force=True)
    giver.locator("[name=minutes-minutes]").fill("2")
    giver.get_by_role("button", name="Check before giving").click()
    giver.get_by_role("button", name="Give").click()
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/transfers")
    accessible(page)
    page.locator("main li a").first.click()
    accessible(page)
    page.get_by_label("Reason").fill("Tried out")
    page.get_by_role("button", name="Reverse it").click()
    expect(page.locator("main")).to_contain_text("This was reversed.")
    accessible(page)
    server.demo.program.verify()


def _member(server: Server) -> Login:
    """A member whose own language is English."""
    return server.demo.all("member")[1]


def _choose_first(page: Page, name: str) -> None:
    """Chooses the first answer, in a list to open or among buttons."""
    select = page.locator(f"select[name={name}]")
    if select.count():
        select.select_option(index=1)
    else:
        page.locator(f"input[name={name}]").first.check(force=True)
