"""The rules of a network through the API: their versions, and who changes them."""

from __future__ import annotations

from typing import Any

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import replayed


def rules(person: Client) -> dict[str, Any]:
    """The rules as they are, as they are sent to change them."""
    newest: dict[str, Any] = ok(person.get("policies"))["items"][0]
    return {name: value for name, value in newest.items() if name != "since"}


def test_a_new_version_holds_and_the_old_one_stays_on_record(coordinator: Client) -> None:
    old, before = rules(coordinator), ok(coordinator.get("policies"))["items"]
    new = old | {"newcomerDays": old["newcomerDays"] + 1, "ceiling": 60_000, "expiryDays": None}
    key = new_key()
    first = coordinator.post("policies", new, key=key)
    made = ok(first, 201)
    assert made == new | {"version": old["version"] + 1, "since": made["since"]}
    again = coordinator.post("policies", new, key=key)
    assert ok(again, 201) == made and replayed(again)
    assert ok(coordinator.get("policies"))["items"] == [made, *before]
    network = ok(coordinator.get(f"/api/v1/networks/{coordinator.network}"))
    assert network["policy"] == rules(coordinator)
    ok(coordinator.post("policies", old | {"version": made["version"]}), 201)


def test_a_change_of_rules_that_somebody_else_has_changed_is_refused(coordinator: Client) -> None:
    old = rules(coordinator)
    ok(coordinator.post("policies", old), 201)
    details = problem(coordinator.post("policies", old), 400, "invalid")
    assert details["errors"][0]["pointer"] == "/version"
    assert rules(coordinator)["version"] == old["version"] + 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("credit", 0),
        ("credit", 1_000_001),
        ("mutualLimit", -1),
        ("ceiling", 0),
        ("newcomerDays", 3_661),
        ("newcomerGifts", -1),
        ("rounding", 1_441),
        ("expiryDays", 0),
        ("expiryDays", 365),
        # Nobody goes below zero in a network of credits.
        ("mutualLimit", 12_345),
        ("version", None),
        ("colour", "red"),
    ],
)
def test_rules_that_nobody_could_live_by_name_their_field(
    coordinator: Client, name: str, value: Any
) -> None:
    old = rules(coordinator)
    details = problem(coordinator.post("policies", old | {name: value}), 400)
    assert details["errors"][0]["pointer"] == f"/{name}"
    assert rules(coordinator) == old


@pytest.mark.parametrize("role", ["member", "lead", "funder", "till"])
def test_all_read_the_rules_and_only_coordinators_change_them(server: Server, role: str) -> None:
    old = rules(server.a(role))
    problem(server.a(role).post("policies", old), 403)
    assert rules(server.a(role)) == old
    problem(server.visitor().get("policies"), 401)
