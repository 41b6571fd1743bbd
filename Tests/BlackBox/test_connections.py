"""How many connections a server keeps to a PostgreSQL."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import databases
import pytest
import requests
from commonhour import ANSWER_SECONDS, Demo, Server

pytestmark = pytest.mark.file


def test_no_more_connections_are_opened_than_are_allowed(
    binary: Path, demo_options: list[str], tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    databases.start()
    store = tmp_path / "store" / "commonhour.sqlite"
    on = Demo.make(binary, store, *demo_options, address=databases.make())
    server = start_server(on, "--connections", "3")
    coordinator = server.a("coordinator")

    def read_much() -> None:
        for _ in range(20):
            me = server.visitor()
            me.session.headers.update(coordinator.session.headers)
            assert me.get("members", limit=100).status_code == 200

    readers = [threading.Thread(target=read_much) for _ in range(8)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    text = requests.get(f"{server.url}/metrics", timeout=ANSWER_SECONDS).text
    counts = dict(
        line.rsplit(" ", 1) for line in text.splitlines() if line.startswith("commonhour_conn")
    )
    assert sum(float(count) for count in counts.values()) <= 3 + 2, counts


def test_a_number_that_cannot_be_is_wrong_usage(demo_copy: Demo) -> None:
    for number, store in [("0", "postgres:///x"), ("1001", "postgres:///x"), ("8", "")]:
        named = store or str(demo_copy.store)
        words = ["serve", "--connections", number, "--port", "0", "--store", named]
        ran = subprocess.run(
            [demo_copy.binary, *words],
            capture_output=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )
        assert ran.returncode == 2 and "connections" in ran.stderr, ran


def test_an_import_waits_longer_for_what_others_hold_than_a_desk_would(
    binary: Path, demo_options: list[str], tmp_path: Path
) -> None:
    databases.start()
    address = databases.make()
    store = tmp_path / "store" / "commonhour.sqlite"
    on = Demo.make(binary, store, *demo_options, address=address)
    file = tmp_path / "transfers.csv"
    file.write_text(
        "id,at,from,to,minutes,kind,memo\nx1,2026-01-05T10:00:00Z,issuance,pot,60,opening,\n"
    )
    # As who may do everything, and so is held to no network. A change at a desk waits ten seconds.
    superuser = address.replace("commonhour@", "postgres@")
    hold = "SELECT count(*) FROM (SELECT 1 FROM account FOR UPDATE) AS held"
    words = ["psql", "-XqAt", "-c", f"BEGIN; {hold};", "-c", "SELECT pg_sleep(13)", "-c", "COMMIT"]
    with subprocess.Popen([*words, superuser], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert int(holder.stdout.readline()) > 0
        began = time.monotonic()
        ran = on.program.run("import", "--network", on.network, "--kind", "transfers", str(file))
        waited = time.monotonic() - began
    assert ran.code == 0, ran
    assert waited > 11
