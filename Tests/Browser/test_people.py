"""A member's page, where coordinators work, and finding somebody by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from commonhour import Client, Server, new_key, ok
from neighbours import newcomer
from playwright.sync_api import Page, expect

SignIn = Callable[..., Page]
Check = Callable[[Page], None]


def test_a_contact_is_corrected(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """From the search in the header: number, Change, the new number, Enter."""
    member = newcomer(server.a("coordinator"), "Vera Contact")
    page = signed_in(server.demo.one("coordinator"))
    page.goto(f"/{server.demo.network}/coordinate")
    page.locator("#find").fill(member["number"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vera Contact")
    accessible(page)
    page.get_by_role("link", name="Change – Phone").click()
    field = page.get_by_label("Phone")
    expect(field).to_be_focused()
    accessible(page)
    field.fill("07700 900 142")
    field.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Changed.")
    expect(page.get_by_role("link", name="07700 900 142")).to_be_visible()


def test_hours_are_entered_for_one(
    signed_in: SignIn, server: Server, accessible: Check, javascript: bool
) -> None:
    """The button says what will count, and the answer what is left to give."""
    coordinator: Client = server.a("coordinator")
    member = newcomer(coordinator, "Hugo Hours")
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{member['id']}")
    page.get_by_role("button", name="Enter these hours").click()
    expect(page.locator("#f-opportunity-wrong")).to_be_visible()
    accessible(page)
    page.get_by_label("What they did").select_option(index=1)
    page.locator("[name=minutes-hours]").fill("1")
    page.locator("[name=minutes-minutes]").fill("30")
    if javascript:
        expect(page.locator(".leaves")).to_contain_text("to give there")
        page.get_by_role("button", name=re.compile(r"^Enter 1\sh\s30\smin$")).click()
    else:
        page.get_by_role("button", name="Enter these hours").click()
    expect(page.get_by_role("status")).to_contain_text("entered for Hugo Hours")
    expect(page.locator(".history")).to_contain_text("+1")
    accessible(page)
    server.demo.program.verify()


def test_the_pot_gives_and_what_was_wrong_is_reversed(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Given, seen in the history with who did it, reversed, and seen again."""
    member = server.client(server.demo.all("member")[1])
    account = member.membership()["account"]
    gift = {"from": account, "to": "pot", "minutes": 2, "memo": ""}
    ok(member.post("transfers", gift, key=new_key()), 201)
    other = newcomer(server.a("coordinator"), "Pola Pot")
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{other['id']}")
    page.get_by_role("link", name="Give from the pot").click()
    page.get_by_role("button", name="Give from the pot").click()
    expect(page.locator("#f-minutes-wrong")).to_be_visible()
    accessible(page)
    page.locator("[name=minutes-minutes]").fill("2")
    page.get_by_role("button", name="Give from the pot").click()
    expect(page.get_by_role("status")).to_contain_text("given to Pola Pot from the pot")
    page.get_by_role("link", name=re.compile("^Reverse")).click()
    accessible(page)
    page.get_by_label("Reason").fill("Tried out")
    page.get_by_role("button", name="Reverse it").click()
    page.get_by_role("link", name="The transfer that reversed it").click()
    accessible(page)
    expect(page.get_by_role("link", name="The transfer that it reversed")).to_be_visible()
    page.get_by_role("link", name="Open Pola Pot").click()
    expect(page.locator(".history .badge")).to_have_text("Reversed")
    expect(page.get_by_role("link", name=re.compile("^Reverse"))).to_have_count(0)
    accessible(page)
    server.demo.program.verify()


def test_a_guardian_is_added_by_name_and_taken_back(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Two people have the name: both are shown, and what was typed stays."""
    coordinator: Client = server.a("coordinator")
    ward = newcomer(coordinator, "Walt Ward")
    name = f"Gil {uuid4().hex[:6].translate(str.maketrans('0123456789', 'ghijklmnop'))}"
    first, second = newcomer(coordinator, name), newcomer(coordinator, name)
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{ward['id']}")
    page.get_by_role("link", name="Change – Guardians").click()
    accessible(page)
    page.get_by_label("Name or membership number").fill(name)
    page.get_by_role("button", name="Add this guardian").click()
    expect(page.get_by_label("Name or membership number")).to_have_value(name)
    accessible(page)
    page.get_by_role("radio", name=second["number"]).check()
    page.get_by_role("button", name="Add this guardian").click()
    expect(page.get_by_role("status")).to_contain_text(f"{name} can act for them now.")
    accessible(page)
    assert _guardians(coordinator, ward) == [name]
    assert _wards(coordinator, second) == ["Walt Ward"]
    assert _wards(coordinator, first) == []
    page.get_by_role("button", name="End this").click()
    expect(page.get_by_role("status")).to_contain_text("does not act for them any more")
    assert _guardians(coordinator, ward) == []


def test_somebody_is_marked_as_left_comes_back_and_is_erased(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """What it means stands before each button."""
    member = newcomer(server.a("coordinator"), "Lev Leaving")
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{member['id']}")
    page.get_by_role("button", name="Mark as left").click()
    expect(page.get_by_role("status")).to_contain_text("Lev Leaving is marked as left.")
    expect(page.get_by_role("heading", name="Enter hours")).to_have_count(0)
    accessible(page)
    page.get_by_role("button", name="They are back").click()
    expect(page.get_by_role("status")).to_contain_text("Lev Leaving is back.")
    page.get_by_role("link", name="Erase").click()
    expect(page.locator("main")).to_contain_text("This cannot be taken back.")
    accessible(page)
    page.get_by_role("button", name="Erase Lev Leaving for good").click()
    expect(page.get_by_role("status")).to_contain_text("Erased: Lev Leaving.")
    answer = page.goto(f"/{server.demo.network}/people/{member['id']}")
    assert answer is not None and answer.status == 404


def test_a_role_is_given_without_a_terminal(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """On the member's page, for any organisation; and at the organisation, by name."""
    coordinator: Client = server.a("coordinator")
    member = newcomer(coordinator, "Rolf Role")
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{member['id']}")
    page.get_by_role("link", name="Change – Roles").click()
    accessible(page)
    page.get_by_role("button", name="Give them this role").click()
    expect(page.locator("#f-role-wrong")).to_be_visible()
    accessible(page)
    place = page.locator("[name=organisation]")
    if place.first.evaluate("one => one.tagName") == "SELECT":
        place.select_option(index=1)
    else:
        place.first.check()
    page.locator("[name=role][value=till]").check()
    page.get_by_role("button", name="Give them this role").click()
    expect(page.get_by_role("status")).to_contain_text("Rolf Role: the role is given.")
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("dl")).to_contain_text("A member, and nothing else.")


def test_transfers_are_chosen_by_what_they_were(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Kind and days; the fields stay filled in, and one link shows all again."""
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/transfers")
    page.locator(".sieve summary").click()
    page.get_by_label("Kind").select_option("gift")
    page.locator(".across").get_by_role("button", name="Show these").click()
    expect(page.get_by_label("Kind")).to_have_value("gift")
    expect(page.locator(".rows .second").first).to_contain_text("Gift · ")
    accessible(page)
    page.get_by_role("link", name="Show all").click()
    expect(page).to_have_url(re.compile("/transfers$"))


def test_a_lead_sees_no_contact_and_ends_nothing(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Name, number, and the form for hours at their own organisation."""
    member = newcomer(server.a("coordinator"), "Siri Seen")
    coordinator: Client = server.a("coordinator")
    ok(coordinator.patch(f"members/{member['id']}", {"phone": "07700 900 999"}))
    page = signed_in(server.demo.one("lead"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{member['id']}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Siri Seen")
    expect(page.get_by_role("button", name="Enter these hours")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("07700 900 999")
    expect(page.locator("main").get_by_role("link", name=re.compile("^Change"))).to_have_count(0)
    expect(page.locator(".endings")).to_have_count(0)
    accessible(page)


def _guardians(coordinator: Client, ward: dict[str, Any]) -> list[str]:
    items = ok(coordinator.get(f"members/{ward['id']}/guardians"))["items"]
    return [one["name"] for one in items]


def _wards(coordinator: Client, member: dict[str, Any]) -> list[str]:
    found: list[str] = ok(coordinator.get(f"members/{member['id']}/roles"))["wards"]
    return found
