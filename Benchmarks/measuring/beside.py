"""This program beside an earlier one, in turns, each on its own copy of the same store."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from .books import timed, write_history
from .http import CONNECTIONS
from .programs import COMMONHOUR, COMPILE, ROOT, Bench, call, serving
from .table import Table


UNITS = {
    "gifts": "/s",
    "balance": "/s",
    "statement": "/s",
    "confirm": "/s",
    "start": "ms",
    "memory": "MB",
    "verify": "s",
    "import": "s",
    "import peak": "MB",
}
"""Every measure with its unit, in the order of the table."""

CONFIRMING = 64
"""How many callers confirm hours at once."""


@dataclass
class Side:
    """One of the two programs, its store, and what was measured of it."""

    name: str
    folder: Path
    bench: Bench
    figures: dict[str, list[float]] = field(default_factory=dict)

    @property
    def program(self) -> Path:
        """The program, built for release."""
        return self.folder / ".build/release/commonhour"

    @property
    def storebench(self) -> Path:
        """StoreBench with the same sources."""
        return self.folder / "Benchmarks/.build/release/StoreBench"

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


def measure(
    table: Table, bench: Bench, earlier: Path, rounds: int, large: int, only: list[str] | None
) -> None:
    """Every measure on a store of usual size and, if asked, those that grow on a large one.

    Each store is imported by the earlier program and brought up to date in a copy for this one.
    Verify comes after the gifts, so that there is a row of the journal for each of them.
    """
    known = {"serve": _serve, "verify": _verify, "import": _import, "confirm": _confirm}
    usual = tuple(known[name] for name in known if name in (only or known))
    for transfers in [bench.transfers] + ([large] if large > bench.transfers else []):
        folder = bench.folder / f"{transfers}"
        folder.mkdir()
        grows = tuple(one for one in usual if one in (_serve, _verify))
        measures = usual if transfers == bench.transfers else grows
        sized = replace(bench, folder=folder, transfers=transfers)
        _measure(table, sized, earlier, rounds, measures)
        shutil.rmtree(folder)


def _measure(
    table: Table,
    bench: Bench,
    earlier: Path,
    rounds: int,
    measures: tuple[Callable[[Side], None], ...],
) -> None:
    old = Side("earlier", earlier, bench)
    _fill(old)
    new = Side("this", ROOT, _copy(bench))
    if _confirm in measures:
        _fill_hours(old, new)
    for measured in measures:
        for turn in range(rounds):
            for side in _order(old, new, turn):
                measured(side)
    _compare(table, old, new, f"{bench.transfers:,} transfers")


def _fill(side: Side) -> None:
    """A network whose history was imported, and tokens of its members."""
    bench = side.bench
    print(f"Importing {bench.transfers:,} transfers.", file=sys.stderr)
    write_history(_history(bench), bench.members, bench.transfers)
    _bring_in(side, bench.store)
    call(side.storebench, "people", bench.store, bench.members, bench.people)


def _fill_hours(old: Side, new: Side) -> None:
    """A store with hours that wait to be confirmed, as many as each side confirms in its time."""
    hours = old.bench.folder / "hours.sqlite"
    count = min(400_000, old.bench.seconds * 40_000)
    print(f"Making {count:,} hours that wait.", file=sys.stderr)
    call(old.storebench, "fill", hours, 2_000, 0, count)
    copy = new.bench.folder / hours.name
    call("cp", "--reflink=auto", hours, copy)
    call(new.program, "migrate", "--store", copy)


def _history(bench: Bench) -> Path:
    return bench.folder / "transfers.csv"


def _bring_in(side: Side, store: Path) -> tuple[float, int]:
    """Imports the history into a new store: seconds and the most memory in MB."""
    history = _history(side.bench)
    call(side.program, "network", "create", "bench", "--name", "Bench", "--store", store)
    words = ("import", "--network", "bench", "--kind", "transfers", "--store", store, history)
    return timed(*words, program=side.program)


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
    _history(copy).symlink_to(_history(bench))
    call(COMMONHOUR, "migrate", "--store", copy.store)
    return copy


def _serve(side: Side) -> None:
    with serving(side.bench.store, side.program) as server:
        side.note("start", server.started * 1000)
        side.note("gifts", side.bench.wrk_once(server.url, CONNECTIONS)["perSecond"])
        side.note("memory", server.resident())
        for read in ("balance", "statement"):
            rate = side.bench.wrk_once(server.url, CONNECTIONS, READ=read)["perSecond"]
            side.note(read, rate)


def _verify(side: Side) -> None:
    began = time.monotonic()
    call(side.program, "verify", "--store", side.bench.store)
    side.note("verify", time.monotonic() - began)


def _import(side: Side) -> None:
    store = side.bench.folder / "import.sqlite"
    seconds, peak = _bring_in(side, store)
    side.note("import", seconds)
    side.note("import peak", peak)
    _remove(store)


def _confirm(side: Side) -> None:
    store = side.bench.folder / "confirm.sqlite"
    call("cp", side.bench.folder / "hours.sqlite", store)
    out = call(side.storebench, "run", store, side.bench.seconds, "confirm", CONFIRMING)
    side.note("confirm", json.loads(out)["perSecond"])
    _remove(store)


def _remove(store: Path) -> None:
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()


def _compare(table: Table, old: Side, new: Side, where: str) -> None:
    """A row for each measure: the median of this program beside that of the earlier one.

    `turns` is the median of the ratios of each turn, which a machine whose speed changes between
    turns disturbs less.
    """
    for measure, unit in UNITS.items():
        if measure not in new.figures:
            continue
        these, those = new.figures[measure], old.figures[measure]
        table.add(
            f"{measure}, {where}",
            statistics.median(these),
            unit,
            beside=("earlier", statistics.median(those)),
            turns=round(statistics.median(a / b for a, b in zip(these, those, strict=True)), 3),
            these=[round(one, 1) for one in these],
            those=[round(one, 1) for one in those],
        )


def remove(folder: Path) -> None:
    """Takes the checkout away."""
    subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=False)
