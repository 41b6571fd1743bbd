"""Organisations renamed, closed and opened, what is off their list, and whom to ask for help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import first_of, gone, newcomer, wallet


@pytest.fixture
def pool(coordinator: Client) -> Iterator[dict[str, Any]]:
    """An organisation of this test's own, with something to do and to enjoy."""
    words = {"name": "The Pool", "slug": f"pool-{uuid4().hex[:8]}", "earns": True}
    words |= {"spends": "community"}
    made = ok(coordinator.post("organisations", words, key=new_key()), 201)
    work = {"organisation": made["id"], "title": "Towels", "minutes": 60}
    swim = {"organisation": made["id"], "title": "A swim", "adult": 30}
    made["work"] = ok(coordinator.post("opportunities", work), 201)["id"]
    made["swim"] = ok(coordinator.post("offers", swim), 201)["id"]
    yield made
    ok(coordinator.patch(f"organisations/{made['id']}", {"open": False}))


def listed(person: Client, what: str) -> list[str]:
    """The ids of what everybody sees on a list."""
    return [one["id"] for one in person.every(what)]


def test_an_organisation_is_renamed(coordinator: Client, pool: dict[str, Any]) -> None:
    path = f"organisations/{pool['id']}"
    named = ok(coordinator.patch(path, {"name": "The Lido"}))
    assert (named["name"], named["slug"], named["open"]) == ("The Lido", pool["slug"], True)
    (seen,) = [one for one in coordinator.every("organisations") if one["id"] == pool["id"]]
    assert seen["name"] == "The Lido"
    details = problem(coordinator.patch(path, {"name": " "}), 400, "invalid")
    assert details["errors"][0]["pointer"] == "/name"


def test_nothing_new_happens_at_a_closed_organisation_and_what_waits_is_decided(
    coordinator: Client, member: Client, pool: dict[str, Any]
) -> None:
    path = f"organisations/{pool['id']}"
    claim = {"opportunity": pool["work"], "member": member.membership()["member"]}
    claim |= {"date": "2026-01-05", "minutes": 30}
    waiting = ok(member.post("hours", claim), 201)["id"]
    assert ok(coordinator.patch(path, {"open": False}))["open"] is False
    assert pool["work"] not in listed(member, "opportunities")
    assert pool["swim"] not in listed(member, "offers")
    problem(member.post("hours", claim), 422, "organisation-closed")
    more = {"organisation": pool["id"], "title": "More", "minutes": 60}
    problem(coordinator.post("opportunities", more), 422, "organisation-closed")
    ok(coordinator.post(f"hours/{waiting}/confirmation", key=new_key()))
    assert ok(coordinator.patch(path, {"open": True}))["open"] is True
    assert pool["work"] in listed(member, "opportunities")
    ok(member.post("hours", claim), 201)


@pytest.mark.parametrize("role", ["member", "lead", "funder"])
def test_only_a_coordinator_renames_and_closes(
    server: Server, pool: dict[str, Any], role: str
) -> None:
    problem(server.a(role).patch(f"organisations/{pool['id']}", {"open": False}), 403)
    problem(server.visitor().patch(f"organisations/{pool['id']}", {"open": False}), 401)


@pytest.mark.parametrize("words", [{"open": "no"}, {"colour": "red"}, {"name": 3}])
def test_a_wrong_change_names_its_field(
    coordinator: Client, pool: dict[str, Any], words: dict[str, Any]
) -> None:
    details = problem(coordinator.patch(f"organisations/{pool['id']}", words), 400, "invalid")
    assert details["errors"][0]["pointer"] == f"/{next(iter(words))}"


def test_what_is_off_the_list_is_seen_by_who_looks_after_it(
    server: Server, coordinator: Client, pool: dict[str, Any]
) -> None:
    path = f"organisations/{pool['id']}/shelf"
    ok(coordinator.patch(f"offers/{pool['swim']}", {"open": False}))
    shelf = ok(coordinator.get(path))
    assert [(one["id"], one["open"]) for one in shelf["opportunities"]] == [(pool["work"], True)]
    assert [(one["id"], one["open"]) for one in shelf["offers"]] == [(pool["swim"], False)]
    for role in ("member", "lead", "till"):
        problem(server.a(role).get(path), 403)


def test_whom_to_ask_for_help_is_for_everybody_to_read(
    server: Server, coordinator: Client
) -> None:
    before = ok(server.visitor().get("contact"))["contact"]
    gone(coordinator.patch("contact", {"contact": "Ask Sam,\non Tuesdays"}))
    assert ok(server.visitor().get("contact")) == {"contact": "Ask Sam,\non Tuesdays"}
    for role in ("member", "lead", "funder"):
        problem(server.a(role).patch("contact", {"contact": ""}), 403)
    details = problem(coordinator.patch("contact", {"contact": "x" * 501}), 400, "invalid")
    assert details["errors"][0]["pointer"] == "/contact"
    gone(coordinator.patch("contact", {"contact": before}))


def test_a_members_roles_are_theirs_and_the_coordinators_to_see(
    coordinator: Client, worker: Client, member: Client
) -> None:
    path = f"members/{worker.membership()['member']}/roles"
    roles = ok(worker.get(path))
    assert roles == ok(coordinator.get(path))
    assert [post["role"] for post in roles["posts"]] == [
        post["role"] for post in worker.me()["staff"]
    ]
    problem(member.get(path), 404)
    ward = newcomer(coordinator, "Wren Whose Guardian Is Known")
    guardians = f"members/{ward['id']}/guardians"
    gone(coordinator.post(guardians, {"guardian": worker.membership()["number"]}))
    assert ward["name"] in ok(worker.get(path))["wards"]
    gone(coordinator.delete(f"{guardians}/{worker.me()['person']}"))


def test_declared_relatives_are_listed_and_taken_back(
    server: Server, coordinator: Client, worker: Client
) -> None:
    one, claim = newcomer(coordinator), {"date": "2026-01-05", "minutes": 15}
    claim |= {"opportunity": first_of(worker, "opportunities")["id"], "member": one["id"]}
    hours = ok(worker.post("hours", claim), 201)["id"]
    path, mine = f"members/{one['id']}/relatives", worker.membership()
    gone(coordinator.post(path, {"other": mine["number"]}))
    (listed,) = ok(coordinator.get(path))["items"]
    assert set(listed) == {"member", "name", "number", "since"}
    assert (listed["member"], listed["number"]) == (mine["member"], mine["number"])
    own = f"members/{mine['member']}/relatives"
    # Others may have noted relatives of the worker's, too.
    assert one["id"] in [each["member"] for each in ok(worker.get(own))["items"]]
    problem(worker.delete(f"{own}/{one['id']}"), 404)
    problem(server.a("member").delete(f"{path}/{mine['member']}"), 404)
    problem(worker.post(f"hours/{hours}/confirmation"), 403, "own-hours")
    gone(coordinator.delete(f"{path}/{mine['member']}"))
    assert ok(coordinator.get(path))["items"] == []
    problem(coordinator.delete(f"{path}/{mine['member']}"), 404)
    ok(worker.post(f"hours/{hours}/confirmation", key=new_key()))


def test_one_changes_ones_own_password(server: Server, coordinator: Client) -> None:
    one = newcomer(coordinator)
    code = ok(coordinator.post(f"members/{one['id']}/code"), 201)["code"]
    words = {"code": code, "password": "five warm loaves", "login": one["number"]}
    first, second = server.visitor(), server.visitor()
    first.use(ok(first.post("/api/v1/codes", words), 201)["token"])
    sign_in = {"login": one["number"], "network": first.network, "password": words["password"]}
    second.use(ok(second.post("/api/v1/tokens", sign_in), 201)["token"])
    path, fresh = "/api/v1/me/password", "a lamp on the hill"
    problem(first.post(path, {"old": "not this one", "password": fresh}), 401, "wrong-sign-in")
    problem(first.post(path, {"old": words["password"], "password": "short"}), 422, "weak-password")
    problem(server.visitor().post(path, {"old": words["password"], "password": fresh}), 401)
    gone(first.post(path, {"old": words["password"], "password": fresh}))
    assert wallet(first) == one["account"], "the token that was sent goes on"
    problem(second.get("/api/v1/me"), 401)
    problem(server.visitor().post("/api/v1/tokens", sign_in), 401, "wrong-sign-in")
    ok(server.visitor().post("/api/v1/tokens", sign_in | {"password": fresh}), 201)
