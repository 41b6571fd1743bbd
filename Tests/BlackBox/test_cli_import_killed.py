"""An import that is killed in the middle: nothing of it is there, and it can be run again."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest
from commonhour import Program

ROWS = 30_000
MEMBERS = 40


@pytest.mark.parametrize("after", [0.5, 1.5, 3.0])
def test_an_import_that_is_killed_leaves_nothing_and_goes_well_afterwards(
    empty: Program, tmp_path: Path, after: float
) -> None:
    empty.run_well("network", "create", "fenside", "--name", "Fenside Time Credits")
    file = tmp_path / "transfers.csv"
    write(file)
    words = ["import", "--network", "fenside", "--kind", "transfers", str(file)]
    running = subprocess.Popen(
        [empty.binary, *words, "--store", empty.named],
        cwd=empty.store.parent if empty.address else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(after)
    running.kill()
    running.communicate(timeout=60)
    there = transfers(empty)
    # A machine that is fast enough has done all of it; some of it is never there.
    assert there == (ROWS if running.returncode == 0 else 0)

    said = empty.run_well(*words, "--json").json
    assert said["rows"] == ROWS
    assert said["added"] == ROWS - there
    assert transfers(empty) == ROWS


def write(file: Path) -> None:
    """Openings, gifts with words that somebody might take for a sign, and reversals."""
    memos = ["", "thank you", "\\N", "{a,b}", 'NULL', "a\\tb", "żółw 🌍", "'; --"]
    with file.open("w", encoding="utf-8") as out:
        out.write("id,at,from,to,minutes,kind,memo\n")
        for number in range(MEMBERS):
            out.write(f"o{number},2024-01-01T09:00:00Z,issuance,member:B{number},9000,opening,\n")
        for number in range(ROWS - MEMBERS):
            giver, receiver = number % MEMBERS, (number + 1) % MEMBERS
            at = "2024-02-01T10:00:00Z"
            memo = memos[number % len(memos)]
            memo = f'"{memo}"' if "," in memo else memo
            out.write(f"t{number},{at},member:B{giver},member:B{receiver},1,gift,{memo}\n")


def transfers(program: Program) -> int:
    """How many the network has, in books that are right."""
    answer = json.loads(program.run_well("verify", "--json").out)
    assert answer["ok"], answer
    return sum(int(network["transfers"]) for network in answer["networks"])
