"""A request sent twice counts once: what the Idempotency-Key promises."""

from __future__ import annotations

import string
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from commonhour import Client, Server, new_key, ok, problem
from neighbours import gift, minutes, refused, replayed, token, wallet


@pytest.fixture
def giver(server: Server) -> Client:
    return server.a("member", 0)


@pytest.fixture
def taker(server: Server) -> Client:
    return server.a("member", 1)


def test_without_a_key_nothing_moves(giver: Client, taker: Client) -> None:
    before = minutes(giver)
    problem(giver.post("transfers", gift(giver, wallet(taker)), key=None), 400)
    assert minutes(giver) == before


@pytest.mark.parametrize(
    "path",
    [
        "transfers",
        "transfers/0123456789ABC/reversal",
        "hours/0123456789ABC/confirmation",
        "redemptions",
    ],
)
def test_every_request_that_moves_credit_needs_a_key(giver: Client, path: str) -> None:
    problem(giver.post(path, {}, key=None), 400)


@pytest.mark.parametrize("key", ["", "two words", "tab\there", "x" * 256, "naïve"])
def test_a_key_is_one_to_255_visible_characters(giver: Client, taker: Client, key: str) -> None:
    headers = {"Idempotency-Key": key.encode("latin-1")}
    answer = giver.session.post(
        giver.address("transfers"), json=gift(giver, wallet(taker)), headers=headers, timeout=10
    )
    problem(answer, 400)


def test_a_key_with_a_sign_that_no_header_may_hold_is_refused(
    giver: Client, taker: Client
) -> None:
    before = minutes(giver)
    answer = giver.post("transfers", gift(giver, wallet(taker)), key="a\x7fb")
    assert answer.status_code == 400
    assert minutes(giver) == before


@pytest.mark.parametrize("fill", ["x" * 235, string.punctuation])
def test_any_visible_characters_make_a_key(giver: Client, taker: Client, fill: str) -> None:
    key = (new_key()[:20] + fill)[:255]
    made = ok(giver.post("transfers", gift(giver, wallet(taker)), key=key), 201)
    again = giver.post("transfers", gift(giver, wallet(taker)), key=key)
    assert ok(again, 201)["id"] == made["id"] and replayed(again)


def test_a_repeat_answers_as_the_first_time_and_says_so(giver: Client, taker: Client) -> None:
    before, key = minutes(giver), new_key()
    first = giver.post("transfers", gift(giver, wallet(taker), 3), key=key)
    assert not replayed(first)
    for _ in range(3):
        again = giver.post("transfers", gift(giver, wallet(taker), 3), key=key)
        assert ok(again, 201) == first.json()
        assert replayed(again)
    assert minutes(giver) == before - 3


def test_the_order_and_spacing_of_the_words_do_not_matter(giver: Client, taker: Client) -> None:
    key, words = new_key(), gift(giver, wallet(taker))
    made = ok(giver.post("transfers", words, key=key), 201)
    turned = dict(reversed(words.items()))
    again = giver.post("transfers", turned, key=key)
    assert ok(again, 201)["id"] == made["id"] and replayed(again)


@pytest.mark.parametrize("change", [{"minutes": 2}, {"memo": "other"}, {"to": "pot"}], ids=repr)
def test_the_same_key_with_another_body_is_refused(
    giver: Client, taker: Client, change: dict[str, Any]
) -> None:
    key, words = new_key(), gift(giver, wallet(taker))
    ok(giver.post("transfers", words, key=key), 201)
    before = minutes(giver)
    problem(giver.post("transfers", words | change, key=key), 422)
    assert minutes(giver) == before


def test_the_same_key_for_something_else_is_refused(giver: Client, taker: Client) -> None:
    key = new_key()
    made = ok(giver.post("transfers", gift(giver, wallet(taker)), key=key), 201)
    refused(
        giver.post(f"transfers/{made['id']}/reversal", {"reason": "mistake"}, key=key),
        403,
        404,
        422,
    )


def test_twenty_at_once_count_once(giver: Client, taker: Client) -> None:
    before, key, words = (minutes(giver), minutes(taker)), new_key(), gift(giver, wallet(taker))

    def give(_: int) -> requests.Response:
        return Client(giver.url, giver.network, token(giver)).post("transfers", words, key=key)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(give, range(20)))
    made = [answer for answer in answers if answer.status_code == 201]
    assert len({answer.json()["id"] for answer in made}) == 1
    assert sum(not replayed(answer) for answer in made) == 1
    for answer in answers:
        if answer.status_code != 201:
            problem(answer, 409)
    assert (minutes(giver), minutes(taker)) == (before[0] - 1, before[1] + 1)


def test_a_key_belongs_to_the_person_who_sent_it(giver: Client, taker: Client) -> None:
    key = new_key()
    first = giver.post("transfers", gift(giver, wallet(taker)), key=key)
    second = taker.post("transfers", gift(taker, wallet(giver)), key=key)
    assert ok(first, 201)["id"] != ok(second, 201)["id"]
    assert not replayed(second)


def test_a_refusal_is_not_remembered(server: Server, giver: Client, taker: Client) -> None:
    key, amount = new_key(), minutes(giver) + 1
    words = gift(giver, wallet(taker), amount)
    problem(giver.post("transfers", words, key=key), 422, "not-enough-credits")
    ok(taker.post("transfers", gift(taker, wallet(giver))), 201)
    answer = giver.post("transfers", words, key=key)
    ok(answer, 201)
    assert not replayed(answer)
    ok(taker.post("transfers", gift(taker, wallet(giver), amount)), 201)


def test_a_bad_request_is_not_remembered(giver: Client, taker: Client) -> None:
    key = new_key()
    problem(giver.post("transfers", gift(giver, wallet(taker), 0), key=key), 400)
    answer = giver.post("transfers", gift(giver, wallet(taker)), key=key)
    ok(answer, 201)
    assert not replayed(answer)
