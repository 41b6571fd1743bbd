"""What people get over HTTP, from wrk on the same cores."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from . import books
from .programs import Bench, Server, call, serving
from .table import Table

CONNECTIONS = 64


def measure(table: Table, bench: Bench) -> None:
    """Gifts at several numbers of connections, to one account, and reads; and what it costs."""
    with serving(bench.store) as server:
        table.add(
            "start to first answer on an existing store", server.started * 1000, "ms", goal="300"
        )
        table.add("memory, idle", server.resident(), "MB", goal="80")
        empty = bare(server, bench)
        measure_reads(table, bench, server, empty)
        measure_gifts(table, bench, server)
        before = server.resident()
        measure_crowd(table, bench, server)
        table.add("memory, after load", server.resident(), "MB", before=round(before))
        measure_memory(table, bench, server)
    books.verify(bench.store)
    measure_full_statements(table, bench, empty)


def measure_gifts(table: Table, bench: Bench, server: Server) -> None:
    """Gifts from members at random to members at random, then all of them to one."""
    beside = table.value("typical framework, gifts, 64 connections")
    for connections in (1, 8, CONNECTIONS, 256):
        run = bench.wrk(server.url, connections)
        is_main = connections == CONNECTIONS
        table.add(
            f"gifts over HTTP, {connections} connections",
            run["perSecond"],
            "/s",
            beside=("typical framework", beside) if is_main and beside else None,
            goal={64: "8,000/s, p99 20 ms, max 100, 6 x typical", 1: "p99 4 ms"}.get(connections),
            **tail(run),
        )
    random = table.value(f"gifts over HTTP, {CONNECTIONS} connections")
    hot = bench.wrk(server.url, CONNECTIONS, HOT="1")
    table.add(
        "gifts over HTTP, all to one account",
        hot["perSecond"],
        "/s",
        beside=("random accounts", random) if random else None,
        goal="1.0 of random",
        **tail(hot),
    )


def measure_reads(table: Table, bench: Bench, server: Server, empty: float) -> None:
    """Reads with a token, beside an answer that needs neither token nor store."""
    reads = (
        ("balance", 0, "20,000/s"),
        ("statement of 10 lines", 10, None),
        ("statement of up to 50 lines", 50, "6,000/s"),
    )
    for name, lines, goal in reads:
        run = bench.wrk(server.url, CONNECTIONS, READ=name.split()[0], LINES=str(lines))
        table.add(
            f"{name} over HTTP, {CONNECTIONS} connections",
            run["perSecond"],
            "/s",
            beside=("an empty answer", empty),
            goal=goal,
            **tail(run),
        )


def measure_full_statements(table: Table, bench: Bench, empty: float) -> None:
    """Statements where every one asked for has its 50 lines, each with words and a name."""
    fuller = bench.fuller()
    with serving(fuller.store) as server:
        run = fuller.wrk(server.url, CONNECTIONS, READ="statement")
    table.add(
        f"statement of 50 full lines over HTTP, {CONNECTIONS} connections",
        run["perSecond"],
        "/s",
        beside=("an empty answer", empty),
        goal="6,000/s",
        **tail(run),
    )


def measure_crowd(table: Table, bench: Bench, server: Server) -> None:
    """A thousand connections: nobody is lost, and memory does not grow with them."""
    run = bench.wrk(server.url, 1_000)
    table.add("gifts over HTTP, 1,000 connections", run["perSecond"], "/s", **tail(run))


def measure_memory(table: Table, bench: Bench, server: Server) -> None:
    """Gifts without pause for six times as long: what the server keeps does not go on growing."""
    longer = replace(bench, seconds=bench.seconds * 6)
    sizes: list[float] = []
    with ThreadPoolExecutor(1) as threads:
        load = threads.submit(longer.wrk_once, server.url, CONNECTIONS)
        while not load.done():
            sizes.append(server.resident())
            time.sleep(0.5)
    table.add(
        f"memory, at the end of {longer.seconds} s of gifts",
        sizes[-1],
        "MB",
        beside=("after a third of that", sizes[len(sizes) // 3]),
        goal="flat",
        most=round(max(sizes)),
    )


def measure_slow(table: Table, bench: Bench) -> None:
    """The same on a disk whose every flush takes five milliseconds longer."""
    shim = {"LD_PRELOAD": str(bench.folder / "slowsync.so"), "COMMONHOUR_SLOW_US": "5000"}
    quick = table.value(f"gifts over HTTP, {CONNECTIONS} connections")
    with serving(bench.store, **shim) as server:
        run = bench.wrk(server.url, CONNECTIONS)
        table.add(
            "gifts over HTTP, each flush 5 ms slower",
            run["perSecond"],
            "/s",
            beside=("the disk as it is", quick) if quick else None,
            goal="3,000/s",
            **tail(run),
        )
    books.verify(bench.store)


def bare(server: Server, bench: Bench) -> float:
    """How many answers a second the server gives that need neither token nor store."""
    command = ("wrk", "-t1", f"-c{CONNECTIONS}", f"-d{bench.seconds}s")
    out = call(*command, f"{server.url}/healthz")
    found = re.search(r"Requests/sec:\s+([\d.]+)", out)
    return float(found[1]) if found else 0.0


def tail(run: dict[str, float]) -> dict[str, float]:
    """What a row says beside the rate: times in milliseconds, and what went wrong."""
    return {
        "p50": run["p50"],
        "p99": run["p99"],
        "max": run["max"],
        "errors": int(run["non2xx"] + run["lost"]),
    }
