"""What takes long by nature: an import of a million rows, and reading all books again."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from pathlib import Path
from typing import Any

from .programs import COMMONHOUR, Bench, call
from .table import Table


def measure(table: Table, bench: Bench) -> None:
    """Imports as many transfers as the store has, and verifies the store."""
    file = bench.folder / "transfers.csv"
    write_history(file, min(bench.members, 5_000), bench.transfers)
    store = bench.folder / "import.sqlite"
    call(COMMONHOUR, "network", "create", "fenside", "--name", "Fenside", "--store", store)
    words = ("import", "--network", "fenside", "--kind", "transfers", "--store", store, file)
    took, peak = timed(*words)
    table.add(
        f"import of {bench.transfers:,} transfers",
        took,
        "s",
        beside=("sqlite3 .import", plain_import(bench, file)),
        goal="60 s for 1,000,000",
        peakMB=peak,
    )
    verify(store)
    for leftover in bench.folder.glob("import.sqlite*"):
        leftover.unlink()
    measure_verify(table, bench)


def measure_verify(table: Table, bench: Bench) -> None:
    """Recomputes the books of the store, beside reading its transfers and nothing else."""
    began = time.monotonic()
    answer = verify(bench.store)
    took = time.monotonic() - began
    _, peak = timed("verify", "--store", bench.store)
    transfers = sum(network["transfers"] for network in answer["networks"])
    table.add(
        f"verify of {transfers:,} transfers",
        took,
        "s",
        beside=("printing them with sqlite3", plain_read(bench.store)),
        goal="60 s for 10,000,000",
        peakMB=peak,
    )


def verify(store: Path) -> dict[str, Any]:
    """The books of a store, which have to hold."""
    answer = json.loads(call(COMMONHOUR, "verify", "--store", store, "--json"))
    assert answer["ok"], f"the books of {store} are wrong: {answer}"
    return answer


def write_history(file: Path, members: int, transfers: int) -> None:
    """Opening balances, then gifts between members at random, from a fixed seed."""
    dice = random.Random(1)
    with file.open("w") as out:
        out.write("id,at,from,to,minutes,kind,memo\n")
        for number in range(members):
            row = f"o{number},2024-01-01T09:00:00Z,issuance,member:B{number},1000000,opening,"
            out.write(row + "\n")
        for number in range(transfers - members):
            giver = dice.randrange(members)
            receiver = (giver + 1 + dice.randrange(members - 1)) % members
            second = number % 60
            out.write(
                f"t{number},2024-02-01T10:00:{second:02d}Z,member:B{giver},member:B{receiver},"
                f"{1 + number % 60},gift,thank you\n"
            )


def timed(*words: Any, program: Path = COMMONHOUR) -> tuple[float, int]:
    """How long a verb takes in seconds, and the most memory it had in MB."""
    began = time.monotonic()
    process = os.posix_spawn(
        str(program),
        [str(program), *(str(word) for word in words)],
        dict(os.environ),
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, f"{words} failed"
    return time.monotonic() - began, usage.ru_maxrss // 1024


def plain_import(bench: Bench, file: Path) -> float:
    """How long SQLite's own shell takes to bring the same file into a table without rules."""
    if shutil.which("sqlite3") is None:
        return 0
    bare = bench.folder / "bare.sqlite"
    began = time.monotonic()
    call("sqlite3", bare, ".mode csv", f".import {file} transfer")
    took = time.monotonic() - began
    bare.unlink()
    return took


def plain_read(store: Path) -> float:
    """How long SQLite's own shell takes to print all transfers."""
    if shutil.which("sqlite3") is None:
        return 0
    began = time.monotonic()
    words = f'sqlite3 "{store}" "SELECT * FROM transfer" >/dev/null'
    call("bash", "-c", words)
    return time.monotonic() - began
