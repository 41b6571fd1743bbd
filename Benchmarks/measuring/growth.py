"""The same at ten times the history: what was quick has to stay quick."""

from __future__ import annotations

import statistics
import sys
from typing import Any

from . import books
from .http import CONNECTIONS, tail
from .programs import STOREBENCH, Bench, call, serving
from .store import run
from .table import Table


def measure(table: Table, bench: Bench) -> None:
    """Measures at the size the store has, makes it ten times as large, and measures again."""
    small = figures(bench)
    more = bench.transfers * 9
    print(f"Making {more:,} more transfers.", file=sys.stderr)
    call(STOREBENCH, "grow", bench.store, more)
    large = figures(bench)
    for name, figure in large.items():
        table.add(
            f"{name}, at {bench.transfers * 10:,} transfers",
            figure["perSecond"],
            "/s",
            beside=(f"at {bench.transfers:,}", small[name]["perSecond"]),
            goal="0.9",
            **figure["more"],
        )
    books.measure_verify(table, bench)
    with serving(bench.store) as server:
        table.add("start on the large store", server.started * 1000, "ms", goal="300")


def figures(bench: Bench) -> dict[str, dict[str, Any]]:
    """The rates that must not fall with the history."""
    found: dict[str, dict[str, Any]] = {}
    confirmed = [one["perSecond"] for one in run(bench, "confirm") if one["callers"] == 64]
    found["confirm hours through the store, 64 callers"] = {
        "perSecond": statistics.median(confirmed),
        "more": {},
    }
    with serving(bench.store) as server:
        for name, words in (
            ("gifts", {}),
            ("gifts to one account", {"HOT": "1"}),
            ("balance", {"READ": "balance"}),
            ("statement of 10 lines", {"READ": "statement", "LINES": "10"}),
        ):
            measured = bench.wrk(server.url, CONNECTIONS, **words)
            found[f"{name} over HTTP, {CONNECTIONS} connections"] = {
                "perSecond": measured["perSecond"],
                "more": tail(measured),
            }
    return found
