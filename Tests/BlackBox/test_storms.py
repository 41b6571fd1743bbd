"""Strangers who try passwords from everywhere, and who comes in all the same."""

from __future__ import annotations

import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import requests
from commonhour import Demo, Server, ok

HOME = "192.0.2.7"
ADDRESSES = [f"198.18.{number // 100}.{number % 100}" for number in range(200)]


def behind_proxy(start_server: Callable[..., Server], demo: Demo) -> Server:
    return start_server(demo, "--trust-proxy", "127.0.0.1", limits=True)


def sign_in(server: Server, address: str, login: str, password: str) -> requests.Response:
    return requests.post(
        f"{server.url}/api/v1/tokens",
        json={"login": login, "password": password, "network": server.demo.network},
        headers={"X-Forwarded-For": address},
        timeout=120,
    )


@contextmanager
def storm(server: Server) -> Iterator[Counter[int]]:
    """Forty at a time of 200 addresses, each with wrong passwords for logins of nobody."""
    over, said = threading.Event(), Counter[int]()
    lock = threading.Lock()

    def blow(first: int) -> None:
        count = 0
        while not over.is_set():
            address = ADDRESSES[(first + 40 * count) % len(ADDRESSES)]
            answer = sign_in(server, address, f"{first}-{count}@example.org", "a guess")
            count += 1
            with lock:
                said[answer.status_code] += 1
            time.sleep(0.4)

    threads = [threading.Thread(target=blow, args=(first,)) for first in range(40)]
    for one in threads:
        one.start()
    try:
        end = time.monotonic() + 60
        while said[503] < 20 and time.monotonic() < end:
            time.sleep(0.05)
        assert said[503] >= 20, f"the hall never was full: {said}"
        yield said
    finally:
        over.set()
        for one in threads:
            one.join()


def waits(server: Server, times: int) -> list[float]:
    """How long somebody waits who signs in where they have signed in before."""
    login, took = server.demo.one("member"), []
    for _ in range(times):
        begun = time.monotonic()
        ok(sign_in(server, HOME, login.login, login.password), 201)
        took.append(time.monotonic() - begun)
    return took


@pytest.mark.usefixtures("full_hashing")
def test_a_storm_from_two_hundred_addresses_slows_nobody_who_is_known(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    server = behind_proxy(start_server, demo_copy)
    waits(server, 1)
    quiet = statistics.median(waits(server, 5))
    with storm(server) as said:
        before = said[401]
        stormy = statistics.median(waits(server, 15))
        passed = said[401] - before
        assert set(said) <= {401, 503}, said
    # One stranger's hash may be under way when they come, and no other goes first.
    assert passed <= 2 * 15, f"{passed} strangers went before 15 who are known"
    # The storm's own clients are on this machine, and hashing stands back for them.
    assert stormy <= 2 * quiet + 1.5, f"{stormy:.2f} s in place of {quiet:.2f} s: {said}"


@pytest.mark.usefixtures("full_hashing")
def test_in_a_storm_a_stranger_who_is_turned_away_is_told_when_to_come_again(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    server = behind_proxy(start_server, demo_copy)
    login = server.demo.one("coordinator")
    with storm(server):
        for _ in range(200):
            answer = sign_in(server, "203.0.113.9", login.login, login.password)
            if answer.status_code == 201:
                break
            assert answer.status_code == 503, answer.text
            assert int(answer.headers["Retry-After"]) > 0
            time.sleep(0.1)
        assert answer.status_code == 201, "a stranger with the right password never came in"


@pytest.mark.file
def test_sixty_people_set_up_their_passwords_behind_one_address(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    server = behind_proxy(start_server, demo_copy)
    coordinator, codes = server.a("coordinator"), []
    for number in range(60):
        member = ok(coordinator.post("members", {"name": f"Newcomer {number}"}), 201)
        made = coordinator.post(f"members/{member['id']}/code")
        codes.append(ok(made, 201)["code"])
        # Who writes for somebody else at once keeps to what one token may.
        time.sleep(0.1)

    def use(code: str) -> requests.Response:
        return requests.post(
            f"{server.url}/api/v1/codes",
            json={"code": code, "password": "seven quiet herons"},
            headers={"X-Forwarded-For": "203.0.113.9"},
            timeout=120,
        )

    # A dozen mistypes close the door to nobody.
    wrong = [use("7K2M-D0Q4-VWXY-8HJT-3NCB-56RE").status_code for _ in range(20)]
    assert set(wrong) == {422}
    said: Counter[int] = Counter()
    lock = threading.Lock()

    def join(mine: list[str]) -> None:
        for code in mine:
            answer = use(code)
            with lock:
                said[answer.status_code] += 1

    threads = [threading.Thread(target=join, args=(codes[first::10],)) for first in range(10)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert said == {201: 60}, said
