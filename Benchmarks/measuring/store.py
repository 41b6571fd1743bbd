"""Operations through the store, in process, beside a plain C program with the same statements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .programs import HERE, STOREBENCH, Bench, call
from .table import Table

GOALS = {"balance": "20,000", "statement": "6,000"}


def measure(table: Table, bench: Bench) -> None:
    """Confirms hours, gives, reads; hours also in C, in batches as large as there are callers."""
    for figure in run(bench, "confirm"):
        callers = figure["callers"]
        table.add(
            f"confirm hours through the store, {callers} callers",
            figure["perSecond"],
            "/s",
            beside=(f"C in batches of {callers}", in_c(bench, callers)),
            goal="0.5 of C",
            p50=round(figure["p50"], 2),
            p99=round(figure["p99"], 2),
        )
    for name in ("gift", "balance", "statement"):
        for figure in run(bench, name):
            table.add(
                f"{name} through the store, {figure['callers']} callers",
                figure["perSecond"],
                "/s",
                p50=round(figure["p50"], 2),
                p99=round(figure["p99"], 2),
            )


def run(bench: Bench, name: str) -> Iterator[dict[str, Any]]:
    """One measure of StoreBench, on a copy, at each number of callers."""
    copy = bench.copy("run.sqlite")
    for line in call(STOREBENCH, "run", copy, bench.seconds, name).splitlines():
        yield json.loads(line)
    for file in bench.folder.glob("run.sqlite*"):
        file.unlink()


def in_c(bench: Bench, batch: int) -> float:
    """What C makes of the same statements in batches of this size, on the same disk."""
    copy = bench.copy("c.sqlite")
    command = (bench.folder / "sqlops", copy, HERE / "reference/confirm-hours.ops")
    out = call(*command, "--batch", batch, "--seconds", bench.seconds, "--json")
    for file in bench.folder.glob("c.sqlite*"):
        file.unlink()
    return float(json.loads(out)["perSecond"])
