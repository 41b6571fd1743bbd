"""Who works at an organisation, who holds an office, and what is on the list, through the API."""

from __future__ import annotations

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import first_of, gone, newcomer, replayed


def place(person: Client) -> str:
    """The organisation where this person works."""
    return str(person.me()["staff"][0]["organisation"])


def staff(person: Client, organisation: str) -> dict[str, str]:
    """Who has which role there, by membership number."""
    items = ok(person.get(f"organisations/{organisation}/staff"))["items"]
    return {one["number"]: one["role"] for one in items}


def test_a_lead_appoints_somebody_and_dismisses_them(lead: Client) -> None:
    path, one = f"organisations/{place(lead)}/staff", newcomer(lead)
    words = {"member": one["number"], "role": "till"}
    made = ok(lead.post(path, words), 201)
    assert set(made) == {"person", "name", "number", "role", "since"}
    assert (made["name"], made["number"], made["role"]) == (one["name"], one["number"], "till")
    ok(lead.post(path, words | {"role": "worker"}), 201)
    assert staff(lead, place(lead))[one["number"]] == "worker"
    gone(lead.delete(f"{path}/{made['person']}"))
    assert one["number"] not in staff(lead, place(lead))
    problem(lead.delete(f"{path}/{made['person']}"), 404, "not-found")


def test_an_appointment_sent_twice_is_one(lead: Client) -> None:
    path, one, key = f"organisations/{place(lead)}/staff", newcomer(lead), new_key()
    words = {"member": one["id"], "role": "till"}
    first = ok(lead.post(path, words, key=key), 201)
    again = lead.post(path, words, key=key)
    assert ok(again, 201) == first and replayed(again)


def test_who_leads_is_the_coordinators_to_say(lead: Client, coordinator: Client) -> None:
    path, one = f"organisations/{place(lead)}/staff", newcomer(lead)
    words = {"member": one["number"], "role": "lead"}
    problem(lead.post(path, words), 403, "rank-too-low")
    made = ok(coordinator.post(path, words), 201)
    problem(lead.delete(f"{path}/{made['person']}"), 403, "outranked")
    problem(lead.post(path, words | {"role": "till"}), 403, "outranked")
    gone(coordinator.delete(f"{path}/{made['person']}"))


@pytest.mark.parametrize("role", ["member", "guardian", "funder"])
def test_strangers_to_an_organisation_neither_see_nor_appoint(
    server: Server, lead: Client, role: str
) -> None:
    path, person = f"organisations/{place(lead)}/staff", server.a(role)
    problem(person.get(path), 403)
    number = server.a("member").membership()["number"]
    problem(person.post(path, {"member": number, "role": "till"}), 403)
    problem(person.delete(f"{path}/{lead.me()['person']}"), 403)
    assert number not in staff(lead, place(lead))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"member": "1001-T"}, "role"),
        ({"role": "till"}, "member"),
        ({"member": "1001-T", "role": "queen"}, "role"),
        ({"member": "1001-T", "role": "till", "since": "now"}, "since"),
    ],
)
def test_a_wrong_appointment_names_its_field(
    lead: Client, words: dict[str, str], field: str
) -> None:
    details = problem(lead.post(f"organisations/{place(lead)}/staff", words), 400, "invalid")
    assert details["errors"][0]["pointer"] == f"/{field}"


@pytest.mark.parametrize("what", ["opportunities", "offers"])
def test_a_thing_is_taken_off_the_list_and_put_back(
    server: Server, coordinator: Client, what: str
) -> None:
    person = server.a("worker" if what == "opportunities" else "till")
    thing = first_of(person, what)
    path = f"{what}/{thing['id']}"
    assert ok(coordinator.patch(path, {"open": False})) == thing | {"open": False}
    assert ok(coordinator.patch(path, {"open": True})) == thing | {"open": True}
    for words in ({}, {"open": None}, {"open": "no"}, {"open": True, "title": "New"}):
        problem(coordinator.patch(path, words), 400, "invalid")
    problem(person.patch(path, {"open": False}), 403)
    problem(server.visitor().patch(path, {"open": False}), 401)
    problem(coordinator.patch(f"{what}/0123456789ABC", {"open": False}), 404)


def test_nobody_claims_hours_for_what_is_off_the_list(
    member: Client, worker: Client, coordinator: Client
) -> None:
    thing = first_of(worker, "opportunities")["id"]
    claim = {"opportunity": thing, "member": member.membership()["member"], "minutes": 30}
    ok(coordinator.patch(f"opportunities/{thing}", {"open": False}))
    try:
        problem(member.post("hours", claim | {"date": "2026-01-05"}), 422, "opportunity-closed")
    finally:
        ok(coordinator.patch(f"opportunities/{thing}", {"open": True}))


def test_an_office_is_given_and_taken_away(coordinator: Client) -> None:
    one = newcomer(coordinator)
    words = {"member": one["number"], "office": "funder"}
    made = ok(coordinator.post("offices", words), 201)
    assert set(made) == {"person", "name", "number", "office"}
    assert ok(coordinator.post("offices", words), 201) == made, "done twice it is done once"
    assert ok(coordinator.get("offices"))["items"].count(made) == 1
    problem(coordinator.delete(f"offices/queen/{made['person']}"), 404)
    problem(coordinator.delete(f"offices/coordinator/{made['person']}"), 403, "outranked")
    gone(coordinator.delete(f"offices/funder/{made['person']}"))
    assert made not in ok(coordinator.get("offices"))["items"]


@pytest.mark.parametrize("role", ["member", "lead", "funder"])
def test_offices_are_the_coordinators_to_see_and_give(server: Server, role: str) -> None:
    person = server.a(role)
    problem(person.get("offices"), 403)
    number = server.a("member").membership()["number"]
    problem(person.post("offices", {"member": number, "office": "coordinator"}), 403)
