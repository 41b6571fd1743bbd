"""What staff, tills, coordinators and funders do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from commonhour import Client, Login, Server, ok
from playwright.sync_api import Page, expect
from reading import acts_as

Check = Callable[[Page], None]
SignIn = Callable[..., Page]


def test_staff_confirm_many(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """Everything that is ticked is confirmed with one button, to the minute."""
    _claim(server, 45)
    page = signed_in(server.demo.one("lead"), screen="phone")
    acts_as(page, "organisations")
    accessible(page)
    page.locator("main a[href$='/confirm']").click()
    accessible(page)
    boxes = page.locator("[name=hours]")
    for box in boxes.all():
        box.check()
    count = boxes.count()
    page.get_by_role("button", name="Confirm what is ticked").click()
    expect(page.get_by_role("status")).to_contain_text(f"Confirmed: {count} claim")
    expect(page.locator("main")).to_contain_text("Nothing waits")
    accessible(page)
    server.demo.program.verify()


def test_staff_shorten_one_claim_and_refuse_another(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """A closer look: other minutes, or a reason that the member reads on their own page."""
    member = _claim(server, 90)
    _claim(server, 60)
    page = signed_in(server.demo.one("lead"))
    acts_as(page, "organisations")
    page.locator("main a[href$='/confirm']").click()
    _look_at(page, member)
    accessible(page)
    page.locator("[name=minutes-hours]").fill("1")
    page.locator("[name=minutes-minutes]").fill("15")
    page.get_by_role("button", name="Confirm these hours").click()
    expect(page.get_by_role("status")).to_contain_text("Confirmed: 1 claim")
    _look_at(page, member)
    page.get_by_role("button", name="Refuse these hours").click()
    expect(page.locator("#f-reason-wrong")).to_be_visible()
    accessible(page)
    page.get_by_label("Reason").fill("The school was shut that day")
    page.get_by_role("button", name="Refuse these hours").click()
    expect(page.get_by_role("status")).to_contain_text("Refused.")
    theirs = signed_in(member, screen="phone")
    expect(theirs.locator("main")).to_contain_text("Not confirmed")
    expect(theirs.locator("main")).to_contain_text("“The school was shut that day”")
    accessible(theirs)
    server.demo.program.verify()


def test_staff_enter_hours_for_those_who_came(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Names of those who come often are ticked; the allocation pays at once."""
    page = signed_in(server.demo.one("lead"), screen="phone")
    acts_as(page, "organisations")
    page.locator("main a[href$='/enter']").click()
    accessible(page)
    page.locator("[name=opportunity]").first.check()
    page.locator("[name=minutes-hours]").fill("1")
    page.get_by_role("button", name="Give them their hours").click()
    expect(page.locator("#f-members-wrong")).to_be_visible()
    expect(page.locator("[name=minutes-hours]")).to_have_value("1")
    accessible(page)
    page.locator("[name=members]").nth(0).check()
    page.locator("[name=members]").nth(1).check()
    page.get_by_role("button", name="Give them their hours").click()
    expect(page.get_by_role("status")).to_contain_text("2 people received")
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
    page.get_by_role("button", name="Grant these hours").click()
    expect(page.locator("#f-minutes-wrong")).to_be_visible()
    accessible(page)
    page.locator("[name=minutes-hours]").fill("10")
    page.get_by_role("button", name="Grant these hours").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"may give 10\sh more"))
    accessible(page)
    server.demo.program.verify()


def test_a_coordinator_reverses_a_transfer(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """A gift to the pot goes back, with a reason."""
    member = server.client(_member(server))
    account = member.membership()["account"]
    gift = ok(
        member.post("transfers", {"from": account, "to": "pot", "minutes": 2, "memo": ""}), 201
    )
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/transfers")
    accessible(page)
    page.goto(f"/{server.demo.network}/transfers/{gift['id']}")
    page.get_by_role("button", name="Reverse it").click()
    expect(page.locator("#f-reason-wrong")).to_be_visible()
    accessible(page)
    before = member.membership()["minutes"]
    page.get_by_label("Reason").fill("Tried out")
    page.get_by_role("button", name="Reverse it").click()
    expect(page.locator("main")).to_contain_text("This was reversed.")
    accessible(page)
    assert member.membership()["minutes"] == before + 2
    server.demo.program.verify()


def test_everything_that_coordinators_and_funders_read_can_be_read(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """The lists, the forms to add something, and the totals, on the smallest screen."""
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    paths = (
        "coordinate", "people", "people?q=zzzz", "organisations", "organisations/add",
        "opportunities/add", "offers/add", "totals",
    )  # fmt: skip
    for path in paths:
        page.goto(f"/{server.demo.network}/{path}")
        accessible(page)
    funder = signed_in(server.demo.one("funder"))
    expect(funder.get_by_role("heading", level=1)).to_have_text("Totals")
    accessible(funder)


def _member(server: Server) -> Login:
    """A member whose own language is English."""
    return server.demo.all("member")[1]


def _claim(server: Server, minutes: int) -> Login:
    """Lets a member claim minutes at the organisation of the printed lead."""
    lead: Client = server.a("lead")
    place = lead.me()["staff"][0]["organisation"]
    member = _member(server)
    client = server.client(member)
    work = next(one for one in client.every("opportunities") if one["organisation"] == place)
    body = {
        "opportunity": work["id"],
        "member": client.membership()["member"],
        "date": datetime.now(UTC).date().isoformat(),
        "minutes": minutes,
        "note": "",
    }
    ok(client.post("hours", body), 201)
    return member


def _look_at(page: Page, member: Login) -> None:
    """Opens the oldest claim of this member that waits."""
    line = page.locator(".tick").filter(has_text=member.name).first
    line.get_by_role("link").click()
