"""What somebody may not do to somebody else, tried as an attacker would."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from commonhour import Client, Server, ok, problem

PASSWORD = "seven quiet herons fly"


def newcomer(by: Client, name: str) -> dict[str, str]:
    """A member whom somebody adds."""
    made: dict[str, str] = ok(by.post("members", {"name": name}), 201)
    return made


def settled(server: Server, by: Client, name: str) -> tuple[dict[str, str], Client]:
    """A member who signs in with a password that they chose with a code."""
    one = newcomer(by, name)
    code = ok(by.post(f"members/{one['id']}/code"), 201)["code"]
    person = server.visitor()
    words = {"code": code, "password": PASSWORD}
    person.use(ok(person.post("/api/v1/codes", words), 201)["token"])
    return one, person


def place(coordinator: Client, lead: Client) -> str:
    """An organisation that earns and that this lead does not lead."""
    own = {post["organisation"] for post in lead.me()["staff"]}
    everywhere = coordinator.every("organisations")
    return next(one["id"] for one in everywhere if one["earns"] and one["id"] not in own)


def test_a_lead_does_not_become_another_organisations_worker(
    server: Server, lead: Client, coordinator: Client
) -> None:
    elsewhere = place(coordinator, lead)
    worker, person = settled(server, coordinator, "Wil Worker")
    post = {"member": worker["number"], "role": "worker"}
    ok(coordinator.post(f"organisations/{elsewhere}/staff", post), 201)
    work = ok(
        coordinator.post("opportunities", {"organisation": elsewhere, "title": "Sorting"}), 201
    )
    claim = {
        "opportunity": work["id"],
        "member": lead.membership()["number"],
        "date": datetime.now(UTC).date().isoformat(),
        "minutes": 600,
    }
    ok(lead.post("hours", claim), 201)
    problem(lead.post(f"members/{worker['id']}/code"), 403, "needs-coordinator")
    problem(lead.post(f"members/{worker['id']}/card"), 403, "needs-coordinator")
    assert person.me()["staff"][0]["organisation"] == elsewhere, "their sign-in goes on"


@pytest.mark.parametrize("role", ["till", "funder", "guardian", "worker", "coordinator", "member"])
def test_a_lead_hands_no_code_to_whoever_signs_in(server: Server, lead: Client, role: str) -> None:
    target = server.a(role)
    for one in target.me()["memberships"]:
        problem(lead.post(f"members/{one['member']}/code"), 403, "needs-coordinator")
        problem(lead.post(f"members/{one['member']}/card"), 403, "needs-coordinator")
        problem(lead.patch(f"members/{one['member']}", {"email": "mine@example.org"}), 404)
        problem(lead.delete(f"members/{one['member']}"), 404)


def test_a_lead_gives_no_role_in_order_to_hand_over_a_code(
    lead: Client, coordinator: Client
) -> None:
    one = newcomer(coordinator, "Nia New")
    own = lead.me()["staff"][0]["organisation"]
    post = {"member": one["number"], "role": "till"}
    problem(lead.post(f"organisations/{own}/staff", post), 403, "needs-coordinator")


def test_a_lead_brings_people_in_for_no_other_organisation(
    lead: Client, coordinator: Client
) -> None:
    asked = {"name": "Bea Brought", "organisation": place(coordinator, lead)}
    problem(lead.post("members", asked), 400, "invalid")


def test_whoever_signs_in_is_told_of_a_code_that_was_handed_over_for_them(
    server: Server, coordinator: Client
) -> None:
    one, person = settled(server, coordinator, "Tam Told")
    assert person.me()["notices"] == []
    ok(coordinator.post(f"members/{one['id']}/code"), 201)
    ok(coordinator.patch(f"members/{one['id']}", {"phone": "07700 900000"}))
    told = person.me()["notices"]
    assert [notice["kind"] for notice in told] == ["code", "contact"]
    assert told[0]["by"] == coordinator.me()["name"]
    seen = person.post("/api/v1/me/notices/seen", {"last": told[0]["id"]})
    assert seen.status_code == 204
    assert [notice["kind"] for notice in person.me()["notices"]] == ["contact"]
