"""Giving credits away: to a neighbour by account or number, to the pot, and when it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from commonhour import Client, Demo, Server, new_key, ok, problem
from neighbours import gift, minutes, refused, token, wallet

ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{13}")


@pytest.fixture
def giver(server: Server) -> Client:
    return server.a("member", 0)


@pytest.fixture
def taker(server: Server) -> Client:
    return server.a("member", 1)


def test_a_gift_moves_minutes_from_one_wallet_to_another(giver: Client, taker: Client) -> None:
    before = minutes(giver), minutes(taker)
    made = ok(giver.post("transfers", gift(giver, wallet(taker), 7)), 201)
    assert ID.fullmatch(made["id"])
    assert (made["from"], made["to"]) == (wallet(giver), wallet(taker))
    assert (made["minutes"], made["kind"], made["memo"]) == (7, "gift", "thank you")
    assert (minutes(giver), minutes(taker)) == (before[0] - 7, before[1] + 7)
    for person in (giver, taker):
        newest = ok(person.get(f"accounts/{wallet(person)}/transfers", limit=1))["items"][0]
        assert newest["id"] == made["id"]
        assert newest["balance"] == minutes(person)


def test_a_gift_can_name_the_membership_number(giver: Client, taker: Client) -> None:
    number = taker.membership()["number"]
    made = ok(giver.post("transfers", gift(giver, f"member:{number}")), 201)
    assert made["to"] == wallet(taker)


def test_the_giver_can_be_named_by_number_too(giver: Client, taker: Client) -> None:
    number = giver.membership()["number"]
    words = gift(giver, wallet(taker), **{"from": f"member:{number}"})
    assert ok(giver.post("transfers", words), 201)["from"] == wallet(giver)


def test_a_donation_goes_to_the_pot(giver: Client) -> None:
    before = minutes(giver)
    made = ok(giver.post("transfers", gift(giver, "pot", 2)), 201)
    assert made["kind"] == "donate"
    assert minutes(giver) == before - 2


@pytest.mark.parametrize("memo", ["", "Dziękuję, ļoti, köszönöm, спасибо", "<b>&\"'", "=1+1", "🕐"])
def test_a_memo_comes_back_as_it_was_written(giver: Client, taker: Client, memo: str) -> None:
    words = gift(giver, wallet(taker), memo=memo)
    assert ok(giver.post("transfers", words), 201)["memo"] == memo


@pytest.mark.parametrize(
    "amount",
    [0, -1, -60, 10.5, 0.1, "60", "ten", "", True, None, [60], {}, 10**9 + 1, 2**63, 10**30, 1e300],
    ids=repr,
)
def test_only_whole_minutes_from_one_to_a_milliard_can_be_given(
    giver: Client, taker: Client, amount: Any
) -> None:
    before = minutes(giver), minutes(taker)
    problem(giver.post("transfers", gift(giver, wallet(taker), amount)), 400)
    assert (minutes(giver), minutes(taker)) == before


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "-Infinity", "1_000", "0x10", "01", "+1", "1e400"]
)
def test_what_json_does_not_know_as_a_number_is_refused(
    giver: Client, taker: Client, text: str
) -> None:
    body = f'{{"from":"{wallet(giver)}","to":"{wallet(taker)}","minutes":{text},"memo":""}}'
    headers = {"Content-Type": "application/json", "Idempotency-Key": new_key()}
    address = giver.address("transfers")
    problem(giver.session.post(address, data=body, headers=headers, timeout=10), 400)


@pytest.mark.parametrize("name", ["from", "to", "minutes"])
def test_nothing_that_is_needed_may_be_missing(giver: Client, taker: Client, name: str) -> None:
    words = gift(giver, wallet(taker))
    del words[name]
    problem(giver.post("transfers", words), 400)


@pytest.mark.parametrize("value", [None, 7, [], {}, True])
@pytest.mark.parametrize("name", ["from", "to"])
def test_an_account_is_named_by_text(giver: Client, taker: Client, name: str, value: Any) -> None:
    problem(giver.post("transfers", gift(giver, wallet(taker)) | {name: value}), 400)


def test_a_memo_that_never_ends_is_refused(giver: Client, taker: Client) -> None:
    problem(giver.post("transfers", gift(giver, wallet(taker), memo="x" * 10_000)), 400)


def test_nobody_gives_to_themselves(giver: Client) -> None:
    number = giver.membership()["number"]
    for to in (wallet(giver), f"member:{number}"):
        refused(giver.post("transfers", gift(giver, to)), 400, 422)


def test_nobody_gives_what_is_somebody_elses(server: Server, giver: Client, taker: Client) -> None:
    before = minutes(taker)
    for person in (giver, server.a("till"), server.a("funder"), server.a("worker")):
        words = {"from": wallet(taker), "to": wallet(giver), "minutes": 1, "memo": ""}
        refused(person.post("transfers", words), 403, 404)
    assert minutes(taker) == before


def test_nobody_gives_from_the_pot(giver: Client) -> None:
    words = {"from": "pot", "to": wallet(giver), "minutes": 1, "memo": ""}
    refused(giver.post("transfers", words), 403, 404)


def test_a_stranger_gives_nothing(server: Server, giver: Client, taker: Client) -> None:
    problem(server.visitor().post("transfers", gift(giver, wallet(taker))), 401)


@pytest.mark.parametrize(
    "to", ["0123456789ABC", "member:ZZ-9999-Z", "member:", "takings:", "x", ""]
)
def test_a_gift_to_nobody_is_refused(giver: Client, to: str) -> None:
    before = minutes(giver)
    refused(giver.post("transfers", gift(giver, to)), 400, 404, 422)
    assert minutes(giver) == before


def test_a_gift_by_way_of_a_network_that_is_not_there_is_not_found(
    giver: Client, taker: Client
) -> None:
    words = gift(giver, wallet(taker))
    problem(giver.post("/api/v1/networks/nowhere/transfers", words), 404)


def test_nobody_gives_more_than_they_have(giver: Client, taker: Client) -> None:
    before = minutes(giver), minutes(taker)
    answer = giver.post("transfers", gift(giver, wallet(taker), before[0] + 1))
    details = problem(answer, 422, "not-enough-credits")
    assert details["title"] and details["status"] == 422
    assert (minutes(giver), minutes(taker)) == before


def test_everything_can_be_given_and_then_nothing(server: Server, taker: Client) -> None:
    poor = server.a("member", 2)
    all_of_it = minutes(poor)
    ok(poor.post("transfers", gift(poor, wallet(taker), all_of_it)), 201)
    assert minutes(poor) == 0
    problem(poor.post("transfers", gift(poor, wallet(taker))), 422, "not-enough-credits")
    ok(taker.post("transfers", gift(taker, wallet(poor), all_of_it)), 201)
    assert minutes(poor) == all_of_it


def test_a_guardian_gives_for_a_ward(server: Server, taker: Client) -> None:
    guardian = server.a("guardian")
    ward = guardian.me()["wards"][0]["account"]
    before = ok(guardian.get(f"accounts/{ward}"))["minutes"]
    if before == 0:
        ok(taker.post("transfers", gift(taker, ward, 5)), 201)
        before = 5
    words = {"from": ward, "to": wallet(taker), "minutes": 1, "memo": "from us both"}
    ok(guardian.post("transfers", words), 201)
    assert ok(guardian.get(f"accounts/{ward}"))["minutes"] == before - 1


def all_at_once(person: Client, requests_: list[dict[str, Any]]) -> list[requests.Response]:
    """Many gifts of one person at the same moment, each over a connection of its own."""

    def give(words: dict[str, Any]) -> requests.Response:
        return Client(person.url, person.network, token(person)).post("transfers", words)

    with ThreadPoolExecutor(len(requests_)) as pool:
        return list(pool.map(give, requests_))


def test_sixty_four_clients_spend_the_same_ten_hours_and_exactly_ten_succeed(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    spender, others = running.a("member", 0), [running.a("member", n) for n in (1, 2)]
    surplus = minutes(spender) - 600
    if surplus > 0:
        ok(spender.post("transfers", gift(spender, "pot", surplus)), 201)
    elif surplus < 0:
        richest = max(others, key=minutes)
        ok(richest.post("transfers", gift(richest, wallet(spender), -surplus)), 201)
    payees = [wallet(others[0]), wallet(others[1]), "pot"]
    words = [gift(spender, payees[number % 3], 60) for number in range(64)]
    answers = all_at_once(spender, words)
    assert sum(answer.status_code == 201 for answer in answers) == 10
    for answer in answers:
        if answer.status_code != 201:
            problem(answer, 422, "not-enough-credits")
    assert minutes(spender) == 0
    running.stop()
    demo_copy.program.verify()


def test_gifts_in_both_directions_at_once_keep_the_sum(giver: Client, taker: Client) -> None:
    before = minutes(giver) + minutes(taker)
    there = [gift(giver, wallet(taker)) for _ in range(16)]
    back = [gift(taker, wallet(giver)) for _ in range(16)]
    with ThreadPoolExecutor(2) as pool:
        both = pool.map(all_at_once, (giver, taker), (there, back))
    assert all(answer.status_code == 201 for answers in both for answer in answers)
    assert minutes(giver) + minutes(taker) == before
