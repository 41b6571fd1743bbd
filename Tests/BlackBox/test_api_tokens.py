"""Signing in to the API: who gets a token, what it opens, and what a stranger may not learn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from commonhour import Client, Demo, Login, Server, ok, problem
from neighbours import refusal, refused


def ask(server: Server, **words: Any) -> requests.Response:
    """Asks for a token with exactly these words."""
    return server.visitor().post("/api/v1/tokens", words, key=None)


def words_of(server: Server, login: Login) -> dict[str, str]:
    words = {"login": login.login, "password": login.password}
    return words | {"network": server.demo.network}


def test_a_person_signs_in_and_gets_a_token_for_thirty_days(server: Server) -> None:
    answer = ok(ask(server, **words_of(server, server.demo.one("member"))), 201)
    assert set(answer) == {"token", "expires"}
    assert len(answer["token"]) >= 22, "128 random bits"
    left = datetime.fromisoformat(answer["expires"]) - datetime.now(UTC)
    assert timedelta(days=29) < left <= timedelta(days=30, minutes=1)


@pytest.mark.parametrize(
    "role",
    ["operator", "coordinator", "funder", "lead", "worker", "till", "guardian", "member"],
)
def test_everybody_whom_the_demo_printed_can_sign_in(server: Server, role: str) -> None:
    for login in server.demo.all(role):
        assert ok(server.client(login).get("/api/v1/me"))["person"]


def test_the_answer_is_not_kept_by_anyone_on_the_way(server: Server) -> None:
    answer = ask(server, **words_of(server, server.demo.one("member")))
    assert "no-store" in answer.headers["Cache-Control"]


def test_each_sign_in_has_a_token_of_its_own(server: Server) -> None:
    words = words_of(server, server.demo.one("member"))
    assert ok(ask(server, **words), 201)["token"] != ok(ask(server, **words), 201)["token"]


def test_the_network_need_not_be_said_with_an_e_mail(server: Server) -> None:
    login = server.demo.one("coordinator")
    ok(ask(server, login=login.login, password=login.password), 201)


def test_a_membership_number_signs_in_too(server: Server) -> None:
    login = server.demo.one("member")
    number = server.a("member").membership()["number"]
    words = {"login": number, "password": login.password, "network": server.demo.network}
    token = ok(ask(server, **words), 201)["token"]
    me = Client(server.url, server.demo.network, token).me()
    assert me["person"] == server.a("member").me()["person"]


def test_an_unknown_login_is_answered_exactly_like_a_wrong_password(server: Server) -> None:
    known = words_of(server, server.demo.one("member"))
    wrong = ask(server, **known | {"password": "not the password"})
    unknown = ask(server, **known | {"login": "nobody@example.org"})
    number = ask(server, **known | {"login": "ZZ-0000-Z"})
    details = [refusal(answer, 401) for answer in (wrong, unknown, number)]
    assert details[0] == details[1] == details[2]
    names = [{name.lower() for name in answer.headers} for answer in (wrong, unknown, number)]
    assert names[0] == names[1] == names[2]


def test_an_unknown_network_is_answered_like_a_wrong_password(server: Server) -> None:
    words = words_of(server, server.demo.one("member"))
    number = server.a("member").membership()["number"]
    elsewhere = ask(server, **words | {"login": number, "network": "nowhere"})
    wrong = ask(server, **words | {"password": "not the password"})
    assert refusal(elsewhere, 401) == refusal(wrong, 401)


def test_a_number_that_two_networks_know_needs_its_network(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    number = running.a("member").membership()["number"]
    words = {"login": number, "password": demo_copy.one("member").password}
    ok(ask(running, **words), 201)
    running.stop()
    file = tmp_path / "members.csv"
    file.write_text(f"number,name\n{number},Somebody Else\n")
    program = demo_copy.program
    program.run_well("network", "create", "elsewhere", "--name", "Elsewhere")
    program.run_well("import", "--network", "elsewhere", "--kind", "members", str(file))
    again = start_server(demo_copy)
    wrong = ask(again, **words | {"password": "not the password"})
    assert refusal(ask(again, **words), 401) == refusal(wrong, 401)
    assert refusal(ask(again, **words, network="elsewhere"), 401) == refusal(wrong, 401)
    ok(ask(again, **words, network=demo_copy.network), 201)


def test_a_token_that_was_revoked_opens_nothing_and_others_stay(server: Server) -> None:
    login = server.demo.one("member")
    leaver, stayer = server.visitor(), server.visitor()
    for person in (leaver, stayer):
        person.sign_in(login)
        ok(person.get("/api/v1/me"))
    answer = leaver.delete("/api/v1/tokens/current", key=None)
    assert (answer.status_code, answer.content) == (204, b"")
    problem(leaver.get("/api/v1/me"), 401)
    problem(leaver.delete("/api/v1/tokens/current", key=None), 401)
    ok(stayer.get("/api/v1/me"))


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"login": "somebody@example.org"},
        {"password": "something"},
        {"login": 7, "password": "something"},
        {"login": None, "password": "something"},
        {"login": ["somebody@example.org"], "password": "something"},
    ],
)
def test_a_sign_in_without_both_words_is_a_bad_request(
    server: Server, words: dict[str, Any]
) -> None:
    problem(ask(server, **words), 400)


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "a\0b", "x" * 5000, "'; DROP TABLE person; --", "😀"]
)
def test_odd_sign_ins_are_refused_and_break_nothing(server: Server, text: str) -> None:
    login = server.demo.one("member").login
    for words in ({"login": text, "password": text}, {"login": login, "password": text}):
        refused(ask(server, **words), 400, 401, 413)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer not-a-token",
        "Bearer " + "A" * 43,
        "Basic bWU6bWU=",
        "Bearer " + "A" * 4000,
    ],
)
def test_without_a_good_token_nobody_gets_in(server: Server, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}
    for path in ("/api/v1/me", f"{server.api}/offers", f"{server.api}/members"):
        answer = requests.get(server.url + path, headers=headers, timeout=10)
        problem(answer, 401)
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_outlives_a_restart(demo_copy: Demo, start_server: Callable[..., Server]) -> None:
    first = start_server(demo_copy)
    token = first.visitor().sign_in(demo_copy.one("member"))
    first.stop()
    second = start_server(demo_copy)
    assert Client(second.url, demo_copy.network, token).me()["memberships"]


@pytest.mark.file
def test_neither_tokens_nor_passwords_stand_in_the_store_or_the_log(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    login = demo_copy.one("member")
    token = running.visitor().sign_in(login)
    running.stop()
    for file in demo_copy.store.parent.iterdir():
        if file.is_file():
            content = file.read_bytes()
            for secret in (token, login.password):
                assert secret.encode() not in content, f"{file.name} holds a secret"


def test_guessing_is_slowed_down_and_said_so(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy, limits=True)
    words = words_of(running, demo_copy.one("member")) | {"password": "a guess"}
    for _ in range(100):
        answer = ask(running, **words)
        if answer.status_code == 429:
            break
        problem(answer, 401)
    problem(answer, 429)
    assert int(answer.headers["Retry-After"]) > 0
