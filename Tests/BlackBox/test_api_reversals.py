"""Mistakes mended: a reversal names its transfer, has a reason, and happens once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from commonhour import Client, Demo, Server, new_key, ok, problem
from neighbours import gift, minutes, refused, replayed, token, wallet


@pytest.fixture
def giver(server: Server) -> Client:
    return server.a("member", 0)


@pytest.fixture
def taker(server: Server) -> Client:
    return server.a("member", 1)


@pytest.fixture
def coordinator(server: Server) -> Client:
    return server.a("coordinator")


REASON = {"reason": "given to the wrong neighbour"}


def give(giver: Client, taker: Client, amount: int = 5) -> dict[str, Any]:
    made: dict[str, Any] = ok(giver.post("transfers", gift(giver, wallet(taker), amount)), 201)
    return made


def both(giver: Client, taker: Client) -> tuple[int, int]:
    return minutes(giver), minutes(taker)


def test_a_coordinator_reverses_a_gift(giver: Client, taker: Client, coordinator: Client) -> None:
    before = both(giver, taker)
    made = give(giver, taker)
    back = ok(coordinator.post(f"transfers/{made['id']}/reversal", REASON), 201)
    assert (back["kind"], back["minutes"]) == ("reversal", made["minutes"])
    assert (back["from"], back["to"]) == (made["to"], made["from"])
    assert back["id"] != made["id"]
    assert both(giver, taker) == before
    rows = giver.every(f"accounts/{wallet(giver)}/transfers")
    assert [row["id"] for row in rows[:2]] == [back["id"], made["id"]], "neither is taken away"


def test_a_transfer_is_reversed_once(giver: Client, taker: Client, coordinator: Client) -> None:
    path = f"transfers/{give(giver, taker)['id']}/reversal"
    ok(coordinator.post(path, REASON), 201)
    before = both(giver, taker)
    refused(coordinator.post(path, REASON), 409, 422)
    assert both(giver, taker) == before


def test_a_reversal_sent_twice_counts_once(
    giver: Client, taker: Client, coordinator: Client
) -> None:
    before, key = both(giver, taker), new_key()
    path = f"transfers/{give(giver, taker)['id']}/reversal"
    first, again = (coordinator.post(path, REASON, key=key) for _ in range(2))
    assert ok(again, 201) == ok(first, 201)
    assert replayed(again)
    assert both(giver, taker) == before


def test_many_who_reverse_at_once_reverse_once(
    server: Server, giver: Client, taker: Client, coordinator: Client
) -> None:
    before = both(giver, taker)
    path = f"transfers/{give(giver, taker)['id']}/reversal"

    def reverse(_: int) -> int:
        person = Client(server.url, server.demo.network, token(coordinator))
        return person.post(path, REASON).status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(reverse, range(8)))
    assert codes.count(201) == 1
    assert set(codes) <= {201, 409, 422}
    assert both(giver, taker) == before


def test_a_reversal_is_not_reversed(giver: Client, taker: Client, coordinator: Client) -> None:
    made = give(giver, taker)
    back = ok(coordinator.post(f"transfers/{made['id']}/reversal", REASON), 201)
    refused(coordinator.post(f"transfers/{back['id']}/reversal", REASON), 409, 422)


@pytest.mark.parametrize("words", [{}, {"reason": ""}, {"reason": "  "}, {"reason": 7}], ids=repr)
def test_a_reversal_needs_a_reason(
    giver: Client, taker: Client, coordinator: Client, words: dict[str, Any]
) -> None:
    refused(coordinator.post(f"transfers/{give(giver, taker)['id']}/reversal", words), 400, 422)


@pytest.mark.parametrize("role", ["member", "lead", "worker", "till", "funder", "guardian"])
def test_only_a_coordinator_reverses(
    server: Server, giver: Client, taker: Client, role: str
) -> None:
    made = give(giver, taker)
    before = both(giver, taker)
    refused(server.a(role).post(f"transfers/{made['id']}/reversal", REASON), 403, 404)
    assert both(giver, taker) == before


@pytest.mark.parametrize("id", ["0123456789ABC", "x", "0"])
def test_a_transfer_that_is_not_there_cannot_be_reversed(coordinator: Client, id: str) -> None:
    problem(coordinator.post(f"transfers/{id}/reversal", REASON), 404)


def test_minutes_that_have_moved_on_are_not_pulled_back(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    giver, taker, third = (running.a("member", number) for number in range(3))
    made = give(giver, taker)
    give(taker, third, minutes(taker))
    before = both(giver, taker)
    answer = running.a("coordinator").post(f"transfers/{made['id']}/reversal", REASON)
    problem(answer, 422, "already-spent")
    assert both(giver, taker) == before == (before[0], 0)
