"""What a person sees of themselves: who they are, their balance, and where it came from."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from commonhour import Client, Server, ok, problem
from neighbours import gift, minutes, refusal, wallet

ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{13}")
"""Thirteen characters of Crockford's base 32, in capitals."""


@pytest.fixture
def member(server: Server) -> Client:
    return server.a("member")


def account_path(person: Client) -> str:
    return f"accounts/{wallet(person)}"


def test_me_says_who_i_am_and_where_i_belong(member: Client) -> None:
    me = member.me()
    assert set(me) >= {"person", "operator", "roles", "memberships", "staff", "wards"}
    assert me["operator"] is False
    mine = member.membership()
    assert set(mine) >= {"network", "member", "number", "account", "minutes", "held"}
    assert ID.fullmatch(mine["member"]) and ID.fullmatch(mine["account"])
    assert type(mine["minutes"]) is int and mine["held"] == 0


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("coordinator", "roles", "coordinator"),
        ("funder", "roles", "funder"),
        ("lead", "staff", "lead"),
        ("worker", "staff", "worker"),
        ("till", "staff", "till"),
    ],
)
def test_me_names_the_roles_that_people_have(
    server: Server, role: str, place: str, said: str
) -> None:
    entries = server.a(role).me()[place]
    assert any(e["role"] == said and e["network"] == server.demo.network for e in entries)
    if place == "staff":
        assert all(ID.fullmatch(entry["organisation"]) for entry in entries)


def test_me_says_who_runs_the_server(server: Server) -> None:
    assert server.a("operator").me()["operator"] is True


def test_a_guardian_sees_their_wards(server: Server) -> None:
    guardian = server.a("guardian")
    wards = guardian.me()["wards"]
    assert wards
    for ward in wards:
        assert set(ward) >= {"network", "member", "account"}
        ok(guardian.get(f"accounts/{ward['account']}"))
        ok(guardian.get(f"accounts/{ward['account']}/transfers"))


def test_the_network_describes_itself(server: Server, member: Client) -> None:
    network = ok(member.get(server.api))
    assert set(network) >= {"name", "unit", "model", "policy"}
    assert network["model"] == "credits"


def test_a_network_that_is_not_there_is_not_found(member: Client) -> None:
    problem(member.get("/api/v1/networks/nowhere"), 404)
    problem(member.get("/api/v1/networks/nowhere/offers"), 404)


def test_a_wallet_has_the_balance_that_me_says(member: Client) -> None:
    mine = member.membership()
    account = ok(member.get(account_path(member)))
    assert set(account) >= {"id", "kind", "holder", "minutes", "held"}
    assert (account["id"], account["kind"]) == (mine["account"], "wallet")
    assert (account["minutes"], account["held"]) == (mine["minutes"], mine["held"])


def test_a_statement_is_newest_first_and_its_balances_follow_from_each_other(
    server: Server,
) -> None:
    for number in range(3):
        person = server.a("member", number)
        account = wallet(person)
        rows = person.every(f"{account_path(person)}/transfers")
        balance = minutes(person)
        for row in rows:
            assert ID.fullmatch(row["id"])
            assert datetime.fromisoformat(row["at"]).utcoffset() is not None
            assert row["at"].endswith("Z")
            assert type(row["minutes"]) is int and row["minutes"] > 0
            assert row["balance"] == balance
            balance += row["minutes"] if row["from"] == account else -row["minutes"]
        assert balance == 0, "before the first transfer there was nothing"
        assert [row["id"] for row in rows] == sorted({row["id"] for row in rows}, reverse=True)


def test_small_pages_hold_the_same_rows_as_large_ones(member: Client) -> None:
    path = f"{account_path(member)}/transfers"
    assert member.every(path, limit=1) == member.every(path, limit=100)
    assert member.every(path, limit=3) == member.every(path, limit=100)


def test_a_page_holds_as_many_as_asked_for_and_the_last_has_no_next(member: Client) -> None:
    path = f"{account_path(member)}/transfers"
    rows = member.every(path)
    assert len(rows) > 2, "a member of the demo has a history"
    page = ok(member.get(path, limit=2))
    assert set(page) == {"items", "next"}
    assert page["items"] == rows[:2] and page["next"] is not None
    whole = ok(member.get(path, limit=len(rows)))
    assert whole["items"] == rows and whole["next"] is None


@pytest.mark.parametrize("limit", ["0", "-1", "abc", "1.5", "", "99999999999999999999"])
def test_a_limit_that_is_no_number_of_rows_is_a_bad_request(member: Client, limit: str) -> None:
    problem(member.get(f"{account_path(member)}/transfers", limit=limit), 400)


@pytest.mark.parametrize("after", ["", "x", "ILOU", "-1", "0" * 14, "ZZZZZZZZZZZZZ", "é" * 13])
def test_a_cursor_that_we_did_not_give_is_a_bad_request(member: Client, after: str) -> None:
    answer = member.get(f"{account_path(member)}/transfers", after=after)
    problem(answer, 400)


def test_a_neighbours_account_answers_like_one_that_does_not_exist(server: Server) -> None:
    other = wallet(server.a("member", 1))
    nobody = other[:-1] + ("0" if other[-1] != "0" else "1")
    for tail in ("", "/transfers"):
        answers = [
            server.a(role).get(f"accounts/{account}{tail}")
            for role in ("member", "till", "funder")
            for account in (other, nobody)
        ]
        details = [refusal(answer, 404) for answer in answers]
        assert all(one == details[0] for one in details)


@pytest.mark.parametrize(
    "text", ["x", "0", "-1", "0" * 13, "Z" * 13, "I" * 13, "%00", "..%2f", "é"]
)
def test_what_is_no_id_is_not_found(member: Client, text: str) -> None:
    problem(member.get(f"accounts/{text}"), 404)


def test_a_coordinator_sees_every_wallet(server: Server) -> None:
    account = wallet(server.a("member"))
    seen = ok(server.a("coordinator").get(f"accounts/{account}"))
    assert seen["minutes"] == minutes(server.a("member"))
    assert ok(server.a("coordinator").get(f"accounts/{account}/transfers"))["items"]


def test_the_pot_has_an_account_like_any_other(server: Server) -> None:
    donor, coordinator = server.a("member"), server.a("coordinator")
    donated = ok(donor.post("transfers", gift(donor, "pot")), 201)
    pot = ok(coordinator.get(f"accounts/{donated['to']}"))
    assert pot["kind"] == "pot" and pot["minutes"] >= 1
