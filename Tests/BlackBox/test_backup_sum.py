"""A backup ends with a checksum: whatever is not as it was written is not restored."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import databases
import pytest
from commonhour import Demo, Program, Server, ok
from neighbours import gift

pytestmark = pytest.mark.file

BLOCK = 4_096


@pytest.fixture
def backup(demo_copy: Demo, tmp_path: Path) -> Path:
    file = tmp_path / "backup.sqlite"
    demo_copy.program.run_well("backup", str(file))
    return file


def books(program: Program) -> object:
    return program.run_well("verify", "--json").json


def is_refused(program: Program, file: Path, why: str, *options: str) -> None:
    """The file is not restored, and nothing is replaced."""
    before = program.store.read_bytes()
    names = {file.name for file in program.store.parent.iterdir()}
    ran = program.run("restore", "--replace", *options, str(file))
    assert (ran.code, ran.out) == (1, ""), ran
    assert why in ran.err and "Nothing was changed" in ran.err, ran
    assert program.store.read_bytes() == before
    assert {file.name for file in program.store.parent.iterdir()} - names <= {
        f"{program.store.name}.lock"
    }


def flipped(content: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1 << bit
    return bytes(changed)


def test_one_bit_anywhere_is_seen(demo_copy: Demo, backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    size = len(content)
    end = size - BLOCK
    seed = random.randrange(1 << 32)
    print("seed", seed)
    dice = random.Random(seed)
    # Both ends of the file, of its header and of its checksum, and anywhere between.
    places = [0, 17, 27, 95, 99, 100, BLOCK - 1, BLOCK, end - 1, end, end + 26, end + 27]
    places += [end + 34, end + 35, end + 66, end + 67, size - 1]
    places += [dice.randrange(size) for _ in range(15)]
    damaged = tmp_path / "damaged.sqlite"
    for place in places:
        damaged.write_bytes(flipped(content, place, dice.randrange(8)))
        is_refused(demo_copy.program, damaged, "checksum")
    demo_copy.program.run_well("restore", "--replace", str(backup))


def test_a_backup_that_was_cut_or_grew_is_seen(
    demo_copy: Demo, backup: Path, tmp_path: Path
) -> None:
    content = backup.read_bytes()
    damaged = tmp_path / "damaged.sqlite"
    sizes = [0, 1, 99, 100, BLOCK, 2 * BLOCK, len(content) // 2, len(content) // 2 // BLOCK * BLOCK]
    sizes += [len(content) - BLOCK - 1, len(content) - BLOCK, len(content) - 1]
    for size in sizes:
        damaged.write_bytes(content[:size])
        is_refused(demo_copy.program, damaged, "checksum")
    for more in (b"\0", bytes(BLOCK), content[-BLOCK:]):
        damaged.write_bytes(content + more)
        is_refused(demo_copy.program, damaged, "checksum")
    # A page that is missing in the middle, and two that changed places.
    pages = [content[at : at + BLOCK] for at in range(0, len(content), BLOCK)]
    damaged.write_bytes(b"".join(pages[:3] + pages[4:]))
    is_refused(demo_copy.program, damaged, "checksum")
    pages[2], pages[3] = pages[3], pages[2]
    damaged.write_bytes(b"".join(pages))
    is_refused(demo_copy.program, damaged, "checksum")


def test_a_file_without_a_checksum_is_taken_where_that_is_said(
    demo_copy: Demo, backup: Path, tmp_path: Path
) -> None:
    program, old = demo_copy.program, tmp_path / "old.sqlite"
    old.write_bytes(backup.read_bytes()[:-BLOCK])
    before = books(program)
    program.run_well("network", "create", "elsewhere", "--name", "Elsewhere")
    is_refused(program, old, "--without-checksum")
    program.run_well("restore", "--replace", "--without-checksum", str(old))
    assert books(program) == before
    # What has one has to fit all the same.
    old.write_bytes(flipped(backup.read_bytes(), 9_000, 3))
    is_refused(program, old, "does not fit", "--without-checksum")


def test_a_copy_of_a_store_with_its_log_is_restored_whole(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    ok(running.a("member", 0).post("transfers", gift(running.a("member", 0), "pot")), 201)
    running.kill()
    copy = tmp_path / "copy.sqlite"
    for end in ("", "-wal"):
        Path(f"{copy}{end}").write_bytes(Path(f"{demo_copy.store}{end}").read_bytes())
    before = books(demo_copy.program)
    fresh = Program(demo_copy.binary, tmp_path / "fresh" / "store.sqlite")
    fresh.run_well("restore", "--without-checksum", str(copy))
    assert books(fresh) == before


def test_books_that_do_not_hold_are_refused_without_a_checksum_too(
    demo_copy: Demo, backup: Path
) -> None:
    store = sqlite3.connect(backup)
    store.execute("UPDATE account SET balance = balance + 1 WHERE balance > 0")
    store.commit()
    store.close()
    is_refused(demo_copy.program, backup, "checksum")
    backup.write_bytes(backup.read_bytes()[:-BLOCK])
    is_refused(demo_copy.program, backup, "do not hold", "--without-checksum")


def test_what_lies_beside_a_backup_does_not_count(
    demo_copy: Demo, backup: Path, tmp_path: Path
) -> None:
    before = books(demo_copy.program)
    for end in ("-wal", "-journal"):
        Path(f"{backup}{end}").write_bytes(bytes(range(256)) * 64)
    fresh = Program(demo_copy.binary, tmp_path / "fresh" / "store.sqlite")
    names = sorted(file.name for file in tmp_path.iterdir())
    fresh.run_well("restore", str(backup))
    assert books(fresh) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([*names, "fresh"])


def test_sqlite_reads_a_backup_as_it_is(backup: Path) -> None:
    store = sqlite3.connect(f"file:{backup}?mode=ro", uri=True)
    assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (pages,) = store.execute("PRAGMA page_count").fetchone()
    store.close()
    assert backup.stat().st_size == (pages + 1) * BLOCK


def test_a_backup_is_verified_copied_and_backed_up_as_it_is(
    demo_copy: Demo, backup: Path, tmp_path: Path
) -> None:
    content = backup.read_bytes()
    kept = Program(demo_copy.binary, backup)
    assert books(kept) == books(demo_copy.program)
    kept.run_well("doctor")
    kept.run_well("backup", str(tmp_path / "second.sqlite"))
    Program(demo_copy.binary, tmp_path / "fresh.sqlite").run_well(
        "restore", str(tmp_path / "second.sqlite")
    )
    assert backup.read_bytes() == content


@pytest.mark.parametrize("many", [0, 1, 400])
def test_a_backup_can_be_served_and_is_a_store_from_then_on(
    demo_copy: Demo, backup: Path, start_server: Callable[..., Server], tmp_path: Path, many: int
) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    backup.rename(folder / "town.sqlite")
    served = Demo(demo_copy.binary, folder / "town.sqlite", demo_copy.network, demo_copy.logins)
    running = start_server(served)
    givers = [running.a("member", number) for number in range(3)]
    made: list[str] = []

    def give(number: int) -> None:
        words = gift(givers[number], "pot")
        for _ in range(many // 3 + (many % 3 > number)):
            made.append(ok(givers[number].post("transfers", words), 201)["id"])

    busy = [threading.Thread(target=give, args=(number,)) for number in range(3)]
    for one in busy:
        one.start()
    for one in busy:
        one.join()
    assert len(made) == many
    running.stop()
    served.program.verify()
    store = sqlite3.connect(served.store)
    assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    store.close()
    again = start_server(served)
    ok(again.a("member", 0).post("transfers", gift(again.a("member", 0), "pot")), 201)
    again.stop()
    # It is no backup any more, and says so.
    is_refused(demo_copy.program, served.store, "no checksum")


def test_a_damaged_backup_is_not_put_into_a_database(
    demo_copy: Demo, backup: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(flipped(backup.read_bytes(), 9_000, 3))
    databases.start()
    (tmp_path / "there").mkdir()
    other = Program(demo_copy.binary, tmp_path / "there" / "a.sqlite", databases.make())
    ran = other.run("restore", str(damaged))
    assert ran.code == 1 and "does not fit" in ran.err, ran
    other.run_well("restore", str(backup))
    assert books(other) == books(demo_copy.program)
