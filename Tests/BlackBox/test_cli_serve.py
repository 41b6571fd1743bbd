"""Starting and stopping the server: what it refuses, what it says, and how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable

import pytest
import requests
from commonhour import STOP_SECONDS, Demo, Program, Server, new_key, ok
from neighbours import gift, token, wallet

pytestmark = pytest.mark.file


def test_it_prints_its_address(demo_copy: Demo) -> None:
    command = [demo_copy.binary, "serve", "--store", demo_copy.store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline().decode()
            found = re.search(r"http://127\.0\.0\.1:[0-9]+/", line)
            assert found, line
            assert requests.get(f"{found[0]}healthz", timeout=10).status_code == 200
        finally:
            process.terminate()
        assert process.wait(STOP_SECONDS) == 0


def test_demo_sign_ins_are_served_to_this_machine_only(demo_copy: Demo) -> None:
    for host in ("0.0.0.0", "::"):
        ran = demo_copy.program.run("serve", "--host", host, "--port", "0", timeout=15)
        assert (ran.code, ran.out) == (1, "")
        assert "demo" in ran.err


def test_an_address_that_is_taken_is_refused_in_plain_words(demo_copy: Demo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = demo_copy.program.run("serve", "--port", str(port), timeout=15)
    assert (ran.code, ran.out) == (1, ""), ran
    assert str(port) in ran.err and "--port" in ran.err and "fault" not in ran.err.lower()


def test_an_address_that_this_machine_does_not_have_is_refused(empty: Program) -> None:
    empty.run_well("network", "create", "fenside", "--name", "Fenside")
    ran = empty.run("serve", "--host", "192.0.2.1", "--port", "0", timeout=15)
    assert (ran.code, ran.out) == (1, ""), ran
    assert "192.0.2.1" in ran.err


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_busy_server_stops_in_time_and_keeps_what_it_acknowledged(
    demo_copy: Demo, start_server: Callable[..., Server], sign: signal.Signals
) -> None:
    running = start_server(demo_copy)
    giver, taker = running.a("member", 0), running.a("member", 1)
    words, made = gift(giver, wallet(taker)), []

    def give_on() -> None:
        me = running.visitor()
        me.use(token(giver))
        try:
            while (answer := me.post("transfers", words)).status_code == 201:
                made.append(answer.json()["id"])
        except requests.RequestException:
            pass

    busy = [threading.Thread(target=give_on) for _ in range(4)]
    for one in busy:
        one.start()
    while len(made) < 20:
        assert any(one.is_alive() for one in busy)
        time.sleep(0.01)
    running.process.send_signal(sign)
    running.stop()
    for one in busy:
        one.join()
    demo_copy.program.verify()
    again = start_server(demo_copy)
    keeper = again.visitor()
    keeper.use(token(giver))
    known = {row["id"] for row in keeper.every(f"accounts/{words['from']}/transfers")}
    assert set(made) <= known


def test_those_who_only_hold_the_line_do_not_keep_it_from_stopping(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    begun = b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{"
    lines = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(3)]
    lines[1].sendall(begun)
    lines[2].sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    time.sleep(0.2)
    running.stop()
    for line in lines:
        line.close()


def test_after_a_kill_it_starts_again_by_itself(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    giver, key = running.a("member", 0), new_key()
    words = gift(giver, "pot")
    made = ok(giver.post("transfers", words, key=key), 201)
    running.kill()
    again = start_server(demo_copy)
    same = again.visitor()
    same.use(token(giver))
    answer = same.post("transfers", words, key=key)
    assert ok(answer, 201) == made and answer.headers["Idempotency-Replayed"] == "true"
    create = ["network", "create", "elsewhere", "--name", "Elsewhere"]
    demo_copy.program.run_well(*create)
