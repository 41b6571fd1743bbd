"""A store carried from a file to PostgreSQL and back, and backups of a database."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import databases
import pytest
from commonhour import Demo, Program, Ran, Server, ok
from neighbours import gift, minutes, wallet

pytestmark = pytest.mark.file


@pytest.fixture(scope="session", autouse=True)
def _cluster() -> None:
    databases.start()


def copy(binary: Path, source: str | Path, target: str | Path) -> Ran:
    """Runs `commonhour copy`, however it ends."""
    words = [binary, "copy", "--from", str(source), "--to", str(target), "--json"]
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=300)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def copied(binary: Path, source: str | Path, target: str | Path) -> int:
    """Copies, and gives how many rows that were."""
    ran = copy(binary, source, target)
    assert ran.code == 0, ran
    return int(json.loads(ran.out)["rows"])


def books(program: Program) -> object:
    """What verify says of a store that has to be right."""
    return program.run_well("verify", "--json").json


def test_a_town_moves_to_postgresql_goes_on_there_and_comes_back(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    program, database = demo_copy.program, databases.make()
    rows = copied(program.binary, program.store, database)
    moved = Program(program.binary, tmp_path / "moved" / "store.sqlite", database)
    moved.store.parent.mkdir()
    assert books(moved) == books(program)

    network, logins = demo_copy.network, demo_copy.logins
    running = start_server(Demo(moved.binary, moved.store, network, logins, database))
    giver, taker = running.a("member", 0), running.a("member", 1)
    before = minutes(giver)
    ok(giver.post("transfers", gift(giver, wallet(taker), 5)), 201)
    assert minutes(giver) == before - 5
    running.stop()

    back = tmp_path / "back.sqlite"
    # A gift is a transfer, its words, a row of the journal, and the key of the request; and the
    # two have signed in.
    assert copied(program.binary, database, back) > rows
    assert books(Program(program.binary, back)) == books(moved)


def test_nothing_is_copied_where_somebody_lives(demo_copy: Demo) -> None:
    program, database = demo_copy.program, databases.make()
    copied(program.binary, program.store, database)
    ran = copy(program.binary, program.store, database)
    assert ran.code == 1
    assert "not empty" in ran.err


def test_a_store_is_not_copied_onto_itself(demo_copy: Demo) -> None:
    ran = copy(demo_copy.binary, demo_copy.store, demo_copy.store)
    assert (ran.code, "same one" in ran.err) == (1, True), ran


def test_a_database_that_is_not_there_is_named_without_its_password(demo_copy: Demo) -> None:
    address = databases.make().replace("commonhour@", "commonhour:secret@")
    ran = copy(demo_copy.binary, demo_copy.store, address.replace("/outside", "/nowhere"))
    assert ran.code == 1
    assert "nowhere" in ran.err
    assert "secret" not in ran.err


def test_a_backup_of_a_database_is_one_file_that_can_be_served_or_restored(
    demo_copy: Demo, tmp_path: Path
) -> None:
    program, database = demo_copy.program, databases.make()
    place = ("--network", demo_copy.network)
    (first, *_) = program.run_well("person", "list", *place, "--json").json["members"]
    program.run_well("person", "code", first["number"], *place)
    copied(program.binary, program.store, database)
    moved = Program(program.binary, tmp_path / "moved" / "store.sqlite", database)
    moved.store.parent.mkdir()
    file = tmp_path / "kept" / "backup.sqlite"
    file.parent.mkdir()
    moved.run_well("backup", str(file))
    assert [path.name for path in file.parent.iterdir()] == ["backup.sqlite"]
    assert file.stat().st_mode & 0o777 == 0o600
    kept = Program(program.binary, file)
    assert books(kept) == books(program)

    other = Program(program.binary, tmp_path / "moved" / "store.sqlite", databases.make())
    assert other.run_well("restore", "--json", str(file)).json["codesEnded"] == 1
    assert books(other) == books(program)
    again = other.run("restore", str(file))
    assert (again.code, "not empty" in again.err) == (1, True), again
