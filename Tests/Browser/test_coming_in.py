"""Coming in and going out: sign-in, sign-out, a code on paper, languages, help."""

from __future__ import annotations

import re
from collections.abc import Callable

from commonhour import Server
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
Open = Callable[..., Page]


def test_somebody_signs_in_and_out(
    open_page: Open, signs_in: Callable[..., Page], server: Server, accessible: Check
) -> None:
    """A member sees their hours first, and a visitor again after signing out."""
    page = signs_in(server.demo.all("member")[2], screen="phone")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hello")
    accessible(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status")).to_contain_text("You are signed out")
    accessible(page)
    page.go_back()
    page.reload()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def test_a_wrong_password_is_explained(
    open_page: Open, server: Server, accessible: Check
) -> None:
    """What was typed stays, but for the password."""
    page = open_page(f"/{server.demo.network}/sign-in")
    page.get_by_label("Membership number or e-mail").fill("nobody@example.org")
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Membership number or e-mail")).to_have_value("nobody@example.org")
    expect(page.get_by_label("Password")).to_have_value("")
    accessible(page)


def test_a_code_on_paper_becomes_a_password(
    open_page: Open, signed_in: Open, server: Server, accessible: Check
) -> None:
    """A coordinator adds somebody, hands over a code, and that person comes in with it."""
    office = signed_in(server.demo.one("coordinator"))
    office.goto(f"/{server.demo.network}/people/add")
    accessible(office)
    office.get_by_label("Name", exact=True).fill("Marek Wójcik")
    office.get_by_role("button", name="Add this member").click()
    said = office.get_by_role("status").inner_text()
    number = re.search(r"\d+-\w", said)
    assert number, said
    accessible(office)
    office.get_by_role("button", name="Make a code").click()
    accessible(office)
    code = office.locator(".code").inner_text()
    page = open_page(f"/{server.demo.network}/set-up", screen="phone")
    accessible(page)
    page.get_by_label("Membership number or e-mail").fill(number.group())
    # As somebody types it who was told that capitals and hyphens do not matter.
    page.get_by_label("Code").fill(code.lower().replace("-", " "))
    page.get_by_label("New password").fill("short")
    page.get_by_role("button", name="Keep this password").click()
    expect(page.locator(".mistakes")).to_be_visible()
    accessible(page)
    page.get_by_label("New password").fill("seven quiet herons by the sluice")
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Marek")
    expect(page.locator("main")).to_contain_text("Nothing yet.")
    accessible(page)
    again = open_page(f"/{server.demo.network}/set-up")
    again.get_by_label("Membership number or e-mail").fill(number.group())
    again.get_by_label("Code").fill(code)
    again.get_by_label("New password").fill("seven quiet herons by the sluice")
    again.get_by_role("button", name="Keep this password").click()
    expect(again.locator(".mistakes")).to_be_visible()


def test_a_password_is_changed(
    open_page: Open, signed_in: Open, server: Server, accessible: Check
) -> None:
    """From the foot of one's own page, with what is wrong beside its field; elsewhere it ends."""
    home = f"/{server.demo.network}/"
    office = signed_in(server.demo.one("coordinator"))
    office.goto(f"{home}people/add")
    office.get_by_label("Name", exact=True).fill("Irena Kowal")
    office.get_by_role("button", name="Add this member").click()
    number = re.search(r"\d+-\w", office.get_by_role("status").inner_text())
    assert number
    office.get_by_role("button", name="Make a code").click()
    code = office.locator(".code").inner_text()
    old, new = "four slow boats at dusk", "seven herons by the sluice"
    page = open_page(f"{home}set-up", screen="phone")
    page.get_by_label("Membership number or e-mail").fill(number.group())
    page.get_by_label("Code").fill(code)
    page.get_by_label("New password").fill(old)
    page.get_by_role("button", name="Keep this password").click()
    other = open_page(f"{home}sign-in")
    other.get_by_label("Membership number or e-mail").fill(number.group())
    other.get_by_label("Password").fill(old)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Hello, Irena")
    page.get_by_role("link", name="Change your password").click()
    accessible(page)
    page.get_by_role("button", name="Keep the new password").click()
    expect(page.locator(".mistakes li")).to_have_count(2)
    accessible(page)
    page.get_by_label("Password as it is now").fill("not this one")
    page.get_by_label("New password").fill(new)
    page.get_by_role("button", name="Keep the new password").click()
    expect(page.locator("#f-old-wrong")).to_contain_text("This is not your password")
    accessible(page)
    page.get_by_label("Password as it is now").fill(old)
    page.get_by_label("New password").fill(new)
    page.get_by_role("button", name="Keep the new password").click()
    expect(page.get_by_role("status")).to_contain_text("Your new password is kept")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Irena")
    other.goto(home)
    expect(other.get_by_role("link", name="Sign in").first).to_be_visible()


def test_the_pages_speak_polish(open_page: Open, server: Server, accessible: Check) -> None:
    """The browser's language counts, and the foot of the page offers another."""
    page = open_page(language="pl-PL", screen="phone")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    accessible(page)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(f"/{server.demo.network}/sign-in")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_member_claims_hours_in_polish(
    signed_in: Open, server: Server, accessible: Check
) -> None:
    """Every page on the way, its mistake and its thanks, in one's own language."""
    page = signed_in(server.demo.all("member")[0], language="pl-PL", screen="phone")
    page.get_by_role("link", name="Polski").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dzień dobry")
    accessible(page)
    page.get_by_role("link", name="Zapisz swoją pomoc").click()
    page.get_by_role("button", name="Wyślij te godziny").click()
    expect(page.locator(".mistakes")).to_contain_text("Sprawdź to")
    accessible(page)
    page.locator("select[name=opportunity]").select_option(index=1)
    page.locator("[name=minutes-hours]").fill("2")
    page.get_by_role("button", name="Wyślij te godziny").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dziękujemy za Twój czas")
    accessible(page)


def test_whom_to_ask_stands_on_the_help_page(
    open_page: Open, signed_in: Open, server: Server, accessible: Check
) -> None:
    """Somebody who cannot sign in finds a name and a telephone number."""
    office = signed_in(server.demo.one("coordinator"))
    office.goto(f"/{server.demo.network}/coordinate")
    accessible(office)
    office.get_by_role("link", name="Whom to ask").click()
    accessible(office)
    office.locator("textarea").fill("Hannah, on Tuesdays\n01632 960 142")
    office.get_by_role("button", name="Keep these words").click()
    expect(office.get_by_role("status")).to_contain_text("The help page shows it now")
    page = open_page(f"/{server.demo.network}/sign-in", screen="phone")
    page.get_by_role("link", name="Help").click()
    expect(page.locator("main")).to_contain_text("01632 960 142")
    accessible(page)


def test_somebody_with_a_keyboard_comes_in(open_page: Open, server: Server) -> None:
    """Tab and Enter are enough, and the first stop leads past the menu."""
    login = server.demo.all("member")[1]
    page = open_page(f"/{server.demo.network}/sign-in")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Membership number or e-mail")).to_be_focused()
    page.keyboard.type(login.login)
    page.keyboard.press("Tab")
    page.keyboard.type(login.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hello")
