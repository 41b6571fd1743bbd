"""Looking after members through the API: guardians, relatives, contacts, cards, codes, erasing."""

from __future__ import annotations

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import first_of, gone, newcomer, replayed


def own_path(person: Client) -> str:
    """Where this person's membership is."""
    return f"members/{person.membership()['member']}"


def test_a_guardian_is_added_acts_and_is_removed(coordinator: Client, third_member: Client) -> None:
    ward = newcomer(coordinator)
    path, mine = f"members/{ward['id']}/guardians", third_member.membership()
    problem(third_member.get(f"members/{ward['id']}"), 404)
    for _ in range(2):
        gone(coordinator.post(path, {"guardian": mine["number"]}))
    (listed,) = ok(third_member.get(path))["items"]
    assert set(listed) == {"person", "name", "since"}
    assert listed["person"] == third_member.me()["person"]
    assert ok(third_member.get(f"members/{ward['id']}"))["account"] == ward["account"]
    assert ward["id"] in [one["member"] for one in third_member.me()["wards"]]
    gone(coordinator.delete(f"{path}/{listed['person']}"))
    assert ok(coordinator.get(path))["items"] == []
    problem(third_member.get(path), 404)
    problem(coordinator.delete(f"{path}/{listed['person']}"), 404)


def test_nobody_makes_themselves_a_guardian(lead: Client, member: Client, server: Server) -> None:
    other = own_path(server.a("member", 1))
    for person in (lead, member):
        problem(person.get(f"{other}/guardians"), 404)
        words = {"guardian": person.membership()["number"]}
        problem(person.post(f"{other}/guardians", words), 404)
    own = {"guardian": server.a("member", 1).membership()["number"]}
    problem(member.post(f"{own_path(member)}/guardians", own), 404)


def test_relatives_do_not_confirm_for_each_other(
    server: Server, worker: Client, coordinator: Client
) -> None:
    one = newcomer(coordinator)
    claim = {"opportunity": first_of(worker, "opportunities")["id"], "member": one["id"]}
    hours = [
        ok(worker.post("hours", claim | {"date": "2026-01-05", "minutes": 15}), 201)["id"]
        for _ in range(2)
    ]
    ok(worker.post(f"hours/{hours[0]}/confirmation"))
    mine = worker.membership()["number"]
    gone(coordinator.post(f"members/{one['id']}/relatives", {"other": mine}))
    problem(worker.post(f"hours/{hours[1]}/confirmation"), 403, "own-hours")
    gone(coordinator.post(f"members/{one['id']}/relatives", {"other": mine}))
    problem(coordinator.post(f"members/{one['id']}/relatives", {"other": one["id"]}), 400)
    problem(server.a("till").post(f"members/{one['id']}/relatives", {"other": mine}), 404)


def test_a_member_changes_how_to_reach_them_and_nothing_more(third_member: Client) -> None:
    path = own_path(third_member)
    before = ok(third_member.get(path))
    after = ok(third_member.patch(path, {"phone": "01945 000 000", "language": "pl"}))
    assert (after["phone"], after["language"]) == ("01945 000 000", "pl")
    assert (after["name"], after["email"]) == (before["name"], before["email"])
    for words in ({"name": "Somebody Else"}, {"status": "paused"}):
        problem(third_member.patch(path, words), 403, "not-allowed")
    back = {"phone": before["phone"] or "", "language": before["language"]}
    ok(third_member.patch(path, back))
    assert ok(third_member.get(path)) == before


def test_a_coordinator_changes_the_rest(coordinator: Client) -> None:
    one = newcomer(coordinator, "Wren Newcomer")
    path = f"members/{one['id']}"
    words = {"name": "Wren Latecomer", "email": "wren@example.org", "status": "paused"}
    changed = ok(coordinator.patch(path, words))
    assert changed == one | words
    assert ok(coordinator.patch(path, {"email": ""})) == changed | {"email": None}
    assert one["id"] in [item["id"] for item in coordinator.every("members", search="Latecomer")]
    for wrong in ({"status": "erased"}, {"name": ""}, {"email": "nowhere"}, {"card": "1"}):
        problem(coordinator.patch(path, wrong), 400, "invalid")


@pytest.mark.parametrize("role", ["member", "till", "funder"])
def test_another_member_is_not_there_for_those_who_do_not_look_after_them(
    server: Server, coordinator: Client, role: str
) -> None:
    person, path = server.a(role), f"members/{newcomer(coordinator)['id']}"
    problem(person.get(path), 404)
    problem(person.patch(path, {"phone": "1"}), 404)
    problem(person.delete(path), 404)
    problem(person.post(f"{path}/card"), 404)
    problem(person.post(f"{path}/code"), 404)


def test_staff_see_a_name_and_no_contacts(worker: Client, coordinator: Client) -> None:
    one = newcomer(coordinator)
    ok(coordinator.patch(f"members/{one['id']}", {"email": "wren@example.org"}))
    seen = ok(worker.get(f"members/{one['id']}"))
    assert (seen["name"], seen["number"]) == (one["name"], one["number"])
    assert seen["email"] is seen["card"] is seen["account"] is seen["minutes"] is None


def test_a_new_card_opens_and_the_lost_one_does_not(lead: Client, coordinator: Client) -> None:
    one, key = newcomer(lead), new_key()
    path = f"members/{one['id']}/card"
    first = lead.post(path, key=key)
    made = ok(first, 201)
    assert set(made) == {"member", "number", "name", "card"}, "contacts are not for a lead"
    assert made["card"] not in (None, one["card"])
    again = lead.post(path, key=key)
    assert ok(again, 201) == made and replayed(again)
    assert ok(coordinator.get(f"members/{one['id']}"))["card"] == made["card"]


def test_a_code_that_was_handed_over_lets_its_member_in(
    server: Server, lead: Client, coordinator: Client
) -> None:
    one = newcomer(lead)
    path = f"members/{one['id']}/code"
    lost, handed = (ok(lead.post(path), 201) for _ in range(2))
    assert handed["member"] == one["id"] and set(handed) == {"code", "expires", "member"}
    words = {"password": "seven quiet herons fly", "login": one["number"]}
    visitor = server.visitor()
    problem(visitor.post("/api/v1/codes", words | {"code": lost["code"]}), 422, "code-invalid")
    visitor.use(ok(visitor.post("/api/v1/codes", words | {"code": handed["code"]}), 201)["token"])
    assert visitor.membership()["member"] == one["id"]
    post = {"member": one["number"], "role": "lead"}
    ok(coordinator.post(f"organisations/{lead.me()['staff'][0]['organisation']}/staff", post), 201)
    problem(lead.post(path), 403, "needs-coordinator")


def test_a_member_who_is_erased_is_nobody_any_more(coordinator: Client, lead: Client) -> None:
    one = newcomer(coordinator, "Wren Passing")
    path = f"members/{one['id']}"
    problem(lead.delete(path), 404)
    for _ in range(2):
        gone(coordinator.delete(path))
    assert coordinator.every("members", search="Passing") == []
    left = ok(coordinator.get(path))
    assert (left["status"], left["name"], left["card"]) == ("erased", "", None)
    problem(coordinator.patch(path, {"name": "Wren Again"}), 422, "member-left")
    problem(coordinator.post(f"{path}/code"), 404)
