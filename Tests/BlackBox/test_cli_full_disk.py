"""Commands on a full disk: a plain refusal, nothing half done, and what was there stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commonhour import Demo, Program, Ran
from failing_disk import FailingDisk, build

pytestmark = pytest.mark.file

MOMENTS = [0, 1, 3, 10, 40]
"""After how many writes the disk is full."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def disk(library: Path, tmp_path: Path) -> Iterator[FailingDisk]:
    disk = FailingDisk(library, tmp_path)
    yield disk
    disk.mend()


@pytest.fixture
def program(demo_copy: Demo, disk: FailingDisk) -> Program:
    """The command line on the demo's store, on a disk that may fail."""
    return replace(demo_copy, binary=disk.under(demo_copy.binary)).program


def books(program: Program) -> object:
    """What verify says of the books, which have to be right."""
    return program.run_well("verify", "--json").json


def refused(ran: Ran) -> None:
    """A full disk is no fault of the program, and is said so."""
    assert (ran.code, ran.out) == (1, ""), ran
    assert "disk" in ran.err.lower(), ran.err


@pytest.mark.parametrize("writes", MOMENTS)
def test_a_network_is_made_whole_or_not_at_all(
    program: Program, disk: FailingDisk, writes: int
) -> None:
    before = books(program)
    create = ["network", "create", "elsewhere", "--name", "Elsewhere"]
    with disk.failing(f"enospc-after {writes}"):
        ran = program.run(*create)
    if ran.code == 0:
        assert books(program) != before
    else:
        refused(ran)
        assert books(program) == before
        program.run_well(*create)


@pytest.mark.parametrize("writes", MOMENTS)
def test_an_import_is_whole_or_nothing(
    program: Program, disk: FailingDisk, writes: int, tmp_path: Path
) -> None:
    before = books(program)
    file = tmp_path / "members.csv"
    rows = "".join(f"X-{number},Somebody {number}\n" for number in range(2_000))
    file.write_text("number,name\n" + rows)
    bring = ["import", "--network", "wisbech", "--kind", "members", "--json", str(file)]
    with disk.failing(f"enospc-after {writes}"):
        refused(program.run(*bring))
    assert books(program) == before
    assert program.run_well(*bring).json["added"] == 2_000
    assert program.run_well(*bring).json["added"] == 0


@pytest.mark.parametrize("writes", MOMENTS)
def test_a_backup_that_finds_no_room_leaves_no_file(
    program: Program, disk: FailingDisk, writes: int, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    with disk.failing(f"enospc-after {writes}"):
        refused(program.run("backup", str(copy)))
    assert not copy.exists()
    program.run_well("backup", str(copy))


@pytest.mark.parametrize("how", [*(f"enospc-after {writes}" for writes in MOMENTS), "eio"])
def test_a_restore_that_fails_leaves_the_store_as_it_was(
    program: Program, disk: FailingDisk, how: str, tmp_path: Path
) -> None:
    copy = str(tmp_path / "copy.sqlite")
    program.run_well("backup", copy)
    program.run_well("network", "create", "elsewhere", "--name", "Elsewhere")
    before = books(program)
    with disk.failing(how):
        ran = program.run("restore", "--replace", copy)
    assert ran.code == 1 and ran.err, ran
    assert books(program) == before
    assert not list(program.store.parent.glob("*restoring*"))
    program.run_well("restore", "--replace", copy)
    assert books(program) != before


@pytest.mark.parametrize("writes", [0, 2, 30])
def test_a_demo_that_finds_no_room_can_be_made_later(
    empty: Program, disk: FailingDisk, writes: int
) -> None:
    program = replace(empty, binary=disk.under(empty.binary))
    small = ["demo", "--members", "10", "--months", "1"]
    with disk.failing(f"enospc-after {writes}"):
        refused(program.run(*small))
    program.run_well(*small)
    books(program)


def test_a_server_does_not_start_on_a_full_disk_and_says_why(
    program: Program, disk: FailingDisk
) -> None:
    with disk.failing("enospc"):
        refused(program.run("serve", "--port", "0", timeout=30))
    books(program)
