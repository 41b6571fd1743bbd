"""What a coordinator changes now and then: rules, organisations, relatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from commonhour import Client, Login, Server, new_key, ok
from neighbours import newcomer
from playwright.sync_api import Page, expect

SignIn = Callable[..., Page]
Check = Callable[[Page], None]


@pytest.fixture
def pool(server: Server) -> Iterator[dict[str, Any]]:
    """An organisation of this test's own."""
    coordinator: Client = server.a("coordinator")
    words = {"name": "The Pool", "slug": f"pool-{uuid4().hex[:8]}", "earns": True}
    made = ok(coordinator.post("organisations", words | {"spends": "no"}, key=new_key()), 201)
    yield made
    ok(coordinator.patch(f"organisations/{made['id']}", {"open": False}))


def test_a_coordinator_changes_the_rules(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """The rules are shown, a wrong one is named beside its field, and a right one holds."""
    coordinator: Client = server.a("coordinator")
    before = ok(coordinator.get("policies"))["items"][0]
    days = before["newcomerDays"] + 1
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/coordinate")
    page.get_by_role("link", name="Rules").click()
    accessible(page)
    page.locator("[name=newcomerDays]").fill("a month")
    page.get_by_role("button", name="Keep these rules").click()
    expect(page.locator("#f-newcomerDays-wrong")).to_be_visible()
    expect(page.locator("[name=newcomerDays]")).to_have_value("a month")
    accessible(page)
    page.locator("[name=newcomerDays]").fill(f"{days}")
    page.get_by_role("button", name="Keep these rules").click()
    expect(page.get_by_role("status")).to_contain_text("These rules hold from now on.")
    expect(page.locator("dl")).to_contain_text(f"{days} days")
    accessible(page)
    after = ok(coordinator.get("policies"))["items"][0]
    changed = {"newcomerDays": days, "version": before["version"] + 1, "since": after["since"]}
    assert after == before | changed


def test_rules_that_somebody_else_has_changed_meanwhile_are_not_undone_unseen(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Two coordinators at once: the second looks again, with what they typed still there."""
    coordinator: Client = server.a("coordinator")
    page = signed_in(server.demo.one("coordinator"))
    page.goto(f"/{server.demo.network}/rules")
    now = ok(coordinator.get("policies"))["items"][0]
    rules = {name: value for name, value in now.items() if name != "since"}
    ok(coordinator.post("policies", rules), 201)
    page.locator("[name=rounding-minutes]").fill("7")
    page.get_by_role("button", name="Keep these rules").click()
    expect(page.locator("main")).to_contain_text("Somebody else has just changed the rules")
    expect(page.locator("[name=rounding-minutes]")).to_have_value("7")
    accessible(page)
    assert ok(coordinator.get("policies"))["items"][0]["rounding"] == now["rounding"]


def test_a_coordinator_renames_closes_and_opens_an_organisation(
    signed_in: SignIn, server: Server, accessible: Check, pool: dict[str, Any]
) -> None:
    """From the organisation's own page; its staff see at once that it is closed."""
    lido = f"The Lido {pool['slug']}"
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/organisations/{pool['id']}")
    page.get_by_role("link", name="Rename or close").click()
    accessible(page)
    page.locator("[name=name]").fill(" ")
    page.get_by_role("button", name="Keep this name").click()
    expect(page.locator("#f-name-wrong")).to_be_visible()
    accessible(page)
    page.locator("[name=name]").fill(lido)
    page.get_by_role("button", name="Keep this name").click()
    expect(page.get_by_role("status")).to_contain_text(f"It is called {lido} now.")
    expect(page.get_by_role("heading", level=1)).to_have_text(lido)
    page.get_by_role("link", name="Rename or close").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("status")).to_contain_text(f"Closed: {lido}.")
    expect(page.locator("main")).to_contain_text("This organisation is closed.")
    expect(page.get_by_role("link", name="Enter", exact=False)).to_have_count(0)
    accessible(page)
    page.goto(f"/{server.demo.network}/organisations")
    expect(page.locator("li").filter(has_text=lido)).to_contain_text("Closed")
    page.goto(f"/{server.demo.network}/organisations/{pool['id']}/change")
    page.get_by_role("button", name="Open it again").click()
    expect(page.get_by_role("status")).to_contain_text(f"Open again: {lido}.")


def test_a_coordinator_notes_a_relative_and_takes_it_back(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """On the page of one of the two; a name that nobody has is said beside its field."""
    coordinator: Client = server.a("coordinator")
    one, other = (newcomer(coordinator, f"{name} Relative") for name in ("Una", "Otto"))
    page = signed_in(server.demo.one("coordinator"), screen="phone")
    page.goto(f"/{server.demo.network}/people/{one['id']}")
    accessible(page)
    page.get_by_role("link", name="Change – Relatives").click()
    accessible(page)
    page.locator("[name=other]").fill("nobody of this name")
    page.get_by_role("button", name="Note this relative").click()
    expect(page.locator("#f-other-wrong")).to_be_visible()
    accessible(page)
    page.locator("[name=other]").fill(other["number"])
    page.get_by_role("button", name="Note this relative").click()
    expect(page.get_by_role("status")).to_contain_text("Otto Relative is noted as a relative.")
    expect(page.locator("dl")).to_contain_text("Otto Relative")
    accessible(page)
    page.get_by_role("button", name="They are not relatives").click()
    expect(page.get_by_role("status")).to_contain_text("not noted as a relative any more")
    assert ok(coordinator.get(f"members/{one['id']}/relatives"))["items"] == []


def test_who_is_no_coordinator_sees_none_of_it(signed_in: SignIn, server: Server) -> None:
    """A lead changes neither the rules nor the name of the organisation."""
    lead: Login = server.demo.one("lead")
    place = server.a("lead").me()["staff"][0]["organisation"]
    page = signed_in(lead)
    for path in ("rules", f"organisations/{place}/change"):
        answer = page.goto(f"/{server.demo.network}/{path}")
        assert answer is not None and answer.status == 403, path
    page.goto(f"/{server.demo.network}/organisations/{place}")
    expect(page.get_by_role("link", name="Rename or close")).to_have_count(0)
