"""This program beside an earlier one, in turns, each on its own copy of the same store."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from .books import write_history
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
    """Gifts, balances, the start and verify on a store of usual size and, if asked, a large one.

    Each store is imported by the earlier program and brought up to date in a copy for this one.
    Verify comes after the gifts, so that there is a row of the journal for each of them.
    """
    for transfers in [bench.transfers] + ([large] if large > bench.transfers else []):
        folder = bench.folder / f"{transfers}"
        folder.mkdir()
        _measure(table, replace(bench, folder=folder, transfers=transfers), earlier, rounds)
        shutil.rmtree(folder)


def _measure(table: Table, bench: Bench, earlier: Path, rounds: int) -> None:
    old = Side("earlier", earlier / ".build/release/commonhour", bench)
    _fill(bench, old.program, earlier / "Benchmarks/.build/release/StoreBench")
    new = Side("this", COMMONHOUR, _copy(bench))
    for measured in (_serve, _verify):
        for turn in range(rounds):
            for side in _order(old, new, turn):
                measured(side)
    units = {"gifts": "/s", "balance": "/s", "start": "ms", "verify": "s"}
    _compare(table, old, new, f"{bench.transfers:,} transfers", units)


def _fill(bench: Bench, program: Path, storebench: Path) -> None:
    """A network whose history was imported, and tokens of its members."""
    print(f"Importing {bench.transfers:,} transfers.", file=sys.stderr)
    file = bench.folder / "transfers.csv"
    write_history(file, bench.members, bench.transfers)
    call(program, "network", "create", "bench", "--name", "Bench", "--store", bench.store)
    words = ("import", "--network", "bench", "--kind", "transfers")
    call(program, *words, "--store", bench.store, file)
    file.unlink()
    call(storebench, "people", bench.store, bench.members, bench.people)


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


def _compare(table: Table, old: Side, new: Side, where: str, measures: dict[str, str]) -> None:
    """A row for each measure: the median of this program beside that of the earlier one."""
    for measure, unit in measures.items():
        table.add(
            f"{measure}, {where}",
            statistics.median(new.figures[measure]),
            unit,
            beside=("earlier", statistics.median(old.figures[measure])),
            these=[round(one, 1) for one in new.figures[measure]],
            those=[round(one, 1) for one in old.figures[measure]],
        )


def remove(folder: Path) -> None:
    """Takes the checkout away."""
    subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=False)
