"""Several servers on one database let one sender do together about what one server allows."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import databases
import pytest
from commonhour import Demo, Server
from neighbours import token

pytestmark = pytest.mark.file

AT_ONCE, A_SECOND = 300, 30
"""How often somebody with a token may read."""

PACE = 100
"""How often they ask in a second; less than half of it at each of two would be too little."""


def test_who_asks_two_servers_in_turn_is_told_to_wait_as_at_one(
    binary: Path, demo_options: list[str], tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    databases.start()
    store = tmp_path / "store" / "commonhour.sqlite"
    shared = Demo.make(binary, store, *demo_options, address=databases.make())
    servers = [start_server(shared, limits=True) for _ in range(2)]
    eager, other = servers[0].a("member", 0), servers[0].a("member", 1)
    places = []
    for server in servers:
        me = server.visitor()
        me.use(token(eager))
        places.append(me)

    start, count = time.monotonic(), 0
    for place in cycle(places):
        answer = place.get("/api/v1/me")
        if answer.status_code == 429:
            break
        assert answer.status_code == 200, answer.text
        count += 1
        assert count < 3_000, "nobody told them to wait"
        time.sleep(max(0.0, start + count / PACE - time.monotonic()))
    passed = time.monotonic() - start
    assert int(answer.headers["Retry-After"]) > 0
    # A tenth at each before they tell each other, and what comes within a second of it.
    assert AT_ONCE <= count <= 1.25 * (AT_ONCE + A_SECOND * passed) + PACE, (count, passed)
    assert other.get("/api/v1/me").status_code == 200
