"""Hours given: claimed by a member, confirmed by somebody else, and paid once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import minutes, refused, replayed, token, wallet


@pytest.fixture
def member(server: Server) -> Client:
    return server.a("member")


@pytest.fixture
def worker(server: Server) -> Client:
    return server.a("worker")


def organisations(staff: Client) -> set[str]:
    """Where this person works."""
    return {entry["organisation"] for entry in staff.me()["staff"]}


def opportunity_of(staff: Client) -> str:
    """Something to do at this person's organisation."""
    theirs = organisations(staff)
    return next(
        str(one["id"]) for one in staff.every("opportunities") if one["organisation"] in theirs
    )


DAYS = count(1)


def some_day() -> str:
    """A day of its own for each claim, for a day has 24 hours."""
    return (datetime.now(UTC) - timedelta(days=1 + next(DAYS) % 300)).date().isoformat()


def claim_words(member: Client, opportunity: str, **more: Any) -> dict[str, Any]:
    words = {"opportunity": opportunity, "member": member.membership()["member"]}
    return words | {"date": some_day(), "minutes": 90, "note": "weeding"} | more


def claim(member: Client, staff: Client, **more: Any) -> str:
    """Claims hours and returns their id."""
    words = claim_words(member, opportunity_of(staff), **more)
    return str(ok(member.post("hours", words), 201)["id"])


def test_a_claim_waits_and_pays_nothing_yet(member: Client, worker: Client) -> None:
    before = minutes(member)
    words = claim_words(member, opportunity_of(worker))
    hours = ok(member.post("hours", words), 201)
    assert hours["status"] == "claimed"
    assert (hours["minutes"], hours["date"], hours["note"]) == (90, words["date"], "weeding")
    assert hours["member"] == words["member"] and hours["opportunity"] == words["opportunity"]
    assert minutes(member) == before


def test_confirmed_hours_are_paid_at_once(member: Client, worker: Client) -> None:
    before = minutes(member)
    hours = claim(member, worker)
    answer = ok(worker.post(f"hours/{hours}/confirmation"))
    assert set(answer) >= {"hours", "transfer"}
    assert answer["hours"]["status"] == "confirmed"
    transfer = answer["transfer"]
    assert (transfer["kind"], transfer["minutes"]) == ("earn", 90)
    assert transfer["to"] == wallet(member)
    assert minutes(member) == before + 90


def test_staff_may_confirm_other_minutes_than_were_claimed(member: Client, worker: Client) -> None:
    before = minutes(member)
    answer = ok(worker.post(f"hours/{claim(member, worker)}/confirmation", {"minutes": 60}))
    assert answer["transfer"]["minutes"] == 60
    assert minutes(member) == before + 60


def test_hours_are_confirmed_once(member: Client, worker: Client) -> None:
    hours = claim(member, worker)
    ok(worker.post(f"hours/{hours}/confirmation"))
    before = minutes(member)
    refused(worker.post(f"hours/{hours}/confirmation"), 409, 422)
    assert minutes(member) == before


def test_a_confirmation_sent_twice_counts_once(member: Client, worker: Client) -> None:
    before, key = minutes(member), new_key()
    path = f"hours/{claim(member, worker)}/confirmation"
    first = worker.post(path, key=key)
    again = worker.post(path, key=key)
    assert ok(again) == ok(first)
    assert replayed(again)
    assert minutes(member) == before + 90


def test_two_who_confirm_at_once_pay_once(server: Server, member: Client, worker: Client) -> None:
    before = minutes(member)
    path = f"hours/{claim(member, worker)}/confirmation"

    def confirm(_: int) -> int:
        return Client(server.url, server.demo.network, token(worker)).post(path).status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(confirm, range(8)))
    assert codes.count(200) == 1
    assert set(codes) <= {200, 409, 422}
    assert minutes(member) == before + 90


def test_the_one_who_earned_cannot_confirm(member: Client, worker: Client) -> None:
    before = minutes(member)
    hours = claim(member, worker)
    refused(member.post(f"hours/{hours}/confirmation"), 403, 404, 422)
    assert minutes(member) == before
    ok(worker.post(f"hours/{hours}/confirmation"))


@pytest.mark.parametrize("role", ["lead", "worker"])
def test_staff_cannot_confirm_their_own_hours(server: Server, role: str) -> None:
    staff = server.a(role)
    before = minutes(staff)
    words = claim_words(staff, opportunity_of(staff))
    hours = ok(staff.post("hours", words), 201)["id"]
    problem(staff.post(f"hours/{hours}/confirmation"), 403, "own-hours")
    assert minutes(staff) == before


@pytest.mark.parametrize("role", ["member", "till", "funder", "guardian"])
def test_only_staff_who_may_confirm(server: Server, role: str) -> None:
    hours = claim(server.a("member", 0), server.a("worker"))
    person = server.a(role, 1 if role == "member" else 0)
    refused(person.post(f"hours/{hours}/confirmation"), 403, 404)
    ok(server.a("worker").post(f"hours/{hours}/confirmation"))


def test_staff_enter_hours_for_a_member(member: Client, worker: Client) -> None:
    words = claim_words(member, opportunity_of(worker))
    hours = ok(worker.post("hours", words), 201)
    assert hours["member"] == words["member"]


def test_nobody_claims_for_a_neighbour(server: Server, member: Client, worker: Client) -> None:
    words = claim_words(server.a("member", 1), opportunity_of(worker))
    refused(member.post("hours", words), 403, 404)


@pytest.mark.parametrize("given", [0, -30, 10.5, "60", None, True, 10**9 + 1, 100_000], ids=repr)
def test_hours_are_a_whole_number_of_minutes_of_one_day(
    member: Client, worker: Client, given: Any
) -> None:
    words = claim_words(member, opportunity_of(worker), minutes=given)
    refused(member.post("hours", words), 400, 422)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "01/02/2026",
        "2026-2-1",
        20260201,
        None,
        "9999-12-31",
    ],
    ids=repr,
)
def test_hours_were_given_on_a_day_that_has_been(member: Client, worker: Client, date: Any) -> None:
    refused(member.post("hours", claim_words(member, opportunity_of(worker), date=date)), 400, 422)


@pytest.mark.parametrize("given", [0, -60, 1.5, "60", 10**9 + 1], ids=repr)
def test_a_confirmation_of_no_time_is_refused(member: Client, worker: Client, given: Any) -> None:
    hours = claim(member, worker)
    refused(worker.post(f"hours/{hours}/confirmation", {"minutes": given}), 400, 422)
    ok(worker.post(f"hours/{hours}/confirmation"))


@pytest.mark.parametrize("id", ["0123456789ABC", "x", "0"])
def test_hours_that_are_not_there_cannot_be_confirmed(worker: Client, id: str) -> None:
    problem(worker.post(f"hours/{id}/confirmation"), 404)


def test_an_opportunity_that_is_not_there_earns_nothing(member: Client) -> None:
    refused(member.post("hours", claim_words(member, "0123456789ABC")), 404, 422)


def test_a_day_has_24_hours_for_one_member(member: Client, worker: Client) -> None:
    before, day = minutes(member), some_day()
    whole = [claim(member, worker, date=day, minutes=1_440) for _ in range(3)]
    place = next(iter(organisations(worker)))
    path = f"organisations/{place}/confirmations"
    done = ok(worker.post(path, {"hours": whole}))
    assert done == {"confirmed": whole[:1], "left": whole[1:]}
    answer = worker.post(f"hours/{whole[1]}/confirmation")
    details = problem(answer, 422, "more-than-a-day")
    assert details["day"] == 2_880 and details["errors"][0]["pointer"] == "/exception"
    assert minutes(member) == before + 1_440
    waiting = ok(worker.get(f"organisations/{place}/hours"))["items"]
    assert {one["id"] for one in waiting if "day" in one["oddities"]} >= set(whole[1:])
    assert {one["id"] for one in waiting if "same" in one["oddities"]} >= set(whole[1:])
    said = {"exception": "A camp of two days"}
    kept = ok(worker.post(f"hours/{whole[1]}/confirmation", said))["hours"]
    assert kept["reason"] == said["exception"]
    assert minutes(member) == before + 2_880
    ok(worker.post(f"hours/{whole[2]}/refusal", {"reason": "Entered three times"}))
