"""A new network's first quarter of an hour, with nothing in it yet."""

from __future__ import annotations

import re
from collections.abc import Callable

from commonhour import Program, Server
from playwright.sync_api import Browser, Page, expect
from reading import PATIENCE, check_page

SLUG = "sluice"
PASSWORD = "four herons by the sluice"


def test_a_coordinator_starts_and_the_first_hour_is_paid(
    browser: Browser, empty: Program, start_server: Callable[..., Server]
) -> None:
    """Code, organisation, something to do, a member, an hour: nobody has to set a limit first."""
    empty.store.parent.mkdir(parents=True, exist_ok=True)
    words = ("network", "create", SLUG, "--name", "Sluice Time Credits", "--json")
    made = empty.run_well(*words, "--coordinator", "Joan Fisher").json["coordinator"]
    server = start_server(empty.network(SLUG))
    office = _page(browser, server)
    _come_in(office, made["number"], made["code"])
    for path in ("people", "organisations", "opportunities", "offers", "allocations", "transfers"):
        office.goto(f"/{SLUG}/{path}")
        check_page(office)
    office.goto(f"/{SLUG}/claim")
    expect(office.locator("main")).to_contain_text("Nothing is listed yet.")
    _add_places(office)
    office.goto(f"/{SLUG}/people/add")
    office.get_by_label("Name", exact=True).fill("Marek Wójcik")
    office.get_by_role("button", name="Add this member").click()
    number = re.search(r"\d+-\w", office.get_by_role("status").inner_text())
    assert number
    office.get_by_role("button", name="Make a code").click()
    code = office.locator(".code").inner_text()
    office.goto(f"/{SLUG}/organisations")
    office.get_by_role("link", name="Reading Room").click()
    office.get_by_role("link", name="Enter").click()
    check_page(office)
    office.locator("[name=minutes-hours]").fill("1")
    office.get_by_label("Membership numbers").fill(number.group())
    office.get_by_role("button", name="Give them their hours").click()
    expect(office.get_by_role("status")).to_contain_text("1 person received 1")
    page = _page(browser, server)
    _come_in(page, number.group(), code)
    expect(page.locator(".hour")).to_contain_text("1\u00a0h")
    check_page(page)
    server.stop()
    empty.verify()


def _page(browser: Browser, server: Server) -> Page:
    """A phone of somebody's own."""
    context = browser.new_context(
        base_url=server.url, locale="en-GB", viewport={"width": 320, "height": 640}
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def _come_in(page: Page, number: str, code: str) -> None:
    """Turns the code into a password."""
    page.goto(f"/{SLUG}/set-up")
    page.get_by_label("Membership number or e-mail").fill(number)
    page.get_by_label("Code").fill(code)
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    page.locator("form.leave").wait_for()
    check_page(page)


def _add_places(page: Page) -> None:
    """An organisation, something to do there and something to enjoy."""
    page.goto(f"/{SLUG}/organisations/add")
    page.get_by_label("Name of the organisation").fill("Reading Room")
    page.get_by_label("Short name").fill("reading-room")
    page.locator("[name=earns][value=yes]").check()
    page.locator("[name=spends][value=community]").check()
    page.get_by_role("button", name="Add this organisation").click()
    expect(page.get_by_role("status")).to_contain_text("Added: Reading Room")
    page.goto(f"/{SLUG}/opportunities/add")
    page.get_by_label("What there is to do").fill("Shelving")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main")).to_contain_text("Shelving")
    page.goto(f"/{SLUG}/offers/add")
    page.get_by_label("What there is to enjoy").fill("Tea and a story")
    page.locator("[name=adult-hours]").fill("1")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main")).to_contain_text("Tea and a story")
