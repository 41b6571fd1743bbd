"""This program beside an earlier one, in turns, each on its own copy of the same store."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from .http import CONNECTIONS
from .programs import COMMONHOUR, COMPILE, ROOT, Bench, call, serving
from .table import Table


@dataclass
class Side:
    """One of the two programs, its store, and what was measured of it."""

    name: str
    program: Path
    bench: Bench
    figures: dict[str, list[float]] = field(default_factory=dict)

    def note(self, measure: str, value: float) -> None:
        """Keeps one more figure."""
        self.figures.setdefault(measure, []).append(value)


def checkout(commit: str, folder: Path) -> Path:
    """A checkout of a commit with its programs built for release."""
    if not folder.exists():
        call("git", "worktree", "add", "--detach", folder, commit, cwd=ROOT)
    print(f"Building {commit} for release.", file=sys.stderr)
    call(*COMPILE, cwd=folder / "Benchmarks")
    call(*COMPILE, "--product", "commonhour", cwd=folder)
    return folder


def measure(table: Table, bench: Bench, earlier: Path, rounds: int, large: int) -> None:
    """Gifts, balances and the start on a store of usual size; then verify and start of a large one.

    The store is made by the earlier program and brought up to date in a copy for this one.
    """
    storebench = earlier / "Benchmarks/.build/release/StoreBench"
    hours = min(bench.transfers, 600_000)
    call(storebench, "fill", bench.store, bench.members, bench.transfers, hours)
    call(storebench, "people", bench.store, min(bench.members, 100_000), bench.people)
    old = Side("earlier", earlier / ".build/release/commonhour", bench)
    new = Side("this", COMMONHOUR, _copy(bench))
    for turn in range(rounds):
        for side in _order(old, new, turn):
            _serve(side)
    _compare(table, old, new, {"gifts": "/s", "balance": "/s", "start": "ms"})
    if large <= bench.transfers:
        return
    shutil.rmtree(new.bench.folder)
    print(f"Making {large - bench.transfers:,} more transfers.", file=sys.stderr)
    call(storebench, "grow", bench.store, large - bench.transfers)
    # A server seals what there is, so that both have seals to look at.
    with serving(bench.store, old.program):
        time.sleep(2)
    new.bench = _copy(bench)
    for turn in range(rounds):
        for side in _order(old, new, turn):
            _verify(side)
    _compare(table, old, new, {"verify": "s", "start, large": "ms"})


def _order(old: Side, new: Side, turn: int) -> tuple[Side, Side]:
    """Who goes first changes from turn to turn."""
    return (old, new) if turn % 2 == 0 else (new, old)


def _copy(bench: Bench) -> Bench:
    """The store once more, brought up to date for this program."""
    folder = bench.folder / "this"
    folder.mkdir()
    copy = Bench(folder, bench.members, bench.transfers, bench.seconds)
    call("cp", "--reflink=auto", bench.store, copy.store)
    shutil.copy(bench.people, copy.people)
    call(COMMONHOUR, "migrate", "--store", copy.store)
    return copy


def _serve(side: Side) -> None:
    with serving(side.bench.store, side.program) as server:
        side.note("start", server.started * 1000)
        side.note("gifts", side.bench.wrk_once(server.url, CONNECTIONS)["perSecond"])
        read = side.bench.wrk_once(server.url, CONNECTIONS, READ="balance")
        side.note("balance", read["perSecond"])


def _verify(side: Side) -> None:
    began = time.monotonic()
    call(side.program, "verify", "--store", side.bench.store)
    side.note("verify", time.monotonic() - began)
    with serving(side.bench.store, side.program) as server:
        side.note("start, large", server.started * 1000)


def _compare(table: Table, old: Side, new: Side, measures: dict[str, str]) -> None:
    """A row for each measure: the median of this program beside that of the earlier one."""
    for measure, unit in measures.items():
        table.add(
            measure,
            statistics.median(new.figures[measure]),
            unit,
            beside=("earlier", statistics.median(old.figures[measure])),
            these=[round(one, 1) for one in new.figures[measure]],
            those=[round(one, 1) for one in old.figures[measure]],
        )


def remove(folder: Path) -> None:
    """Takes the checkout away."""
    subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=False)
