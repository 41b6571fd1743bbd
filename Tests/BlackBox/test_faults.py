"""The failing disk itself: what the drills inject does reach SQLite, and goes away again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from failing_disk import FailingDisk, build

pytestmark = pytest.mark.file

# Runs a statement for each line it reads and answers `ok`, a value or SQLite's name of the error,
# with the microseconds it took.
SUBJECT = """
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL")
db.execute("PRAGMA synchronous=FULL")
db.execute("CREATE TABLE given (minutes INTEGER)")
for line in sys.stdin:
    begun = time.monotonic()
    try:
        rows = db.execute(line).fetchall()
        answer = str(rows[0][0]) if rows else "ok"
    except sqlite3.OperationalError as error:
        answer = error.sqlite_errorname
    print(answer, int((time.monotonic() - begun) * 1e6), flush=True)
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def disk(library: Path, tmp_path: Path) -> FailingDisk:
    return FailingDisk(library, tmp_path)


class Subject:
    """A small program with a store on the failing disk."""

    def __init__(self, disk: FailingDisk) -> None:
        self.store = disk.folder / "a.sqlite"
        self.program = subprocess.Popen(
            [sys.executable, "-c", SUBJECT, self.store],
            env=os.environ | disk.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.run("SELECT 1")

    def run(self, statement: str) -> str:
        return self.timed(statement)[0]

    def timed(self, statement: str) -> tuple[str, int]:
        assert self.program.stdin and self.program.stdout
        self.program.stdin.write(statement + "\n")
        self.program.stdin.flush()
        answer, microseconds = self.program.stdout.readline().split()
        return answer, int(microseconds)

    def kill(self) -> None:
        if self.program.poll() is None:
            self.program.kill()
            self.program.communicate()


@pytest.fixture
def subject(disk: FailingDisk) -> Iterator[Subject]:
    subject = Subject(disk)
    yield subject
    subject.kill()


def test_nothing_fails_without_a_control_file(subject: Subject) -> None:
    assert subject.run("INSERT INTO given VALUES (60)") == "ok"
    assert subject.run("SELECT SUM(minutes) FROM given") == "60"


def test_a_full_disk_refuses_writes_but_not_reads_until_there_is_room(
    subject: Subject, disk: FailingDisk
) -> None:
    assert subject.run("INSERT INTO given VALUES (60)") == "ok"
    with disk.failing("enospc"):
        assert subject.run("INSERT INTO given VALUES (30)") == "SQLITE_FULL"
        assert subject.run("SELECT SUM(minutes) FROM given") == "60"
    assert subject.run("INSERT INTO given VALUES (15)") == "ok"
    assert subject.run("SELECT SUM(minutes) FROM given") == "75"


def test_a_disk_can_fill_up_in_the_middle_of_a_transaction(
    subject: Subject, disk: FailingDisk
) -> None:
    with disk.failing("enospc-after 1"):
        assert subject.run("BEGIN") == "ok"
        assert subject.run("INSERT INTO given VALUES (60)") == "ok"
        assert subject.run("COMMIT") == "SQLITE_FULL"
    assert subject.run("SELECT COUNT(*) FROM given") == "0"


def test_a_failing_flush_is_an_error_and_the_next_one_may_pass(
    subject: Subject, disk: FailingDisk
) -> None:
    with disk.failing("eio"):
        assert subject.run("INSERT INTO given VALUES (60)") == "SQLITE_IOERR_FSYNC"
    assert subject.run("INSERT INTO given VALUES (30)") == "ok"
    subject.kill()
    with sqlite3.connect(subject.store) as again:
        assert (30,) in again.execute("SELECT minutes FROM given").fetchall()
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_flushes_are_counted_before_they_fail(subject: Subject, disk: FailingDisk) -> None:
    subject.run("INSERT INTO given VALUES (1)")
    with disk.failing("eio-after 2"):
        answers = [subject.run("INSERT INTO given VALUES (60)") for _ in range(4)]
    assert answers == ["ok", "ok", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_FSYNC"]


def test_a_slow_disk_takes_its_time_and_loses_nothing(subject: Subject, disk: FailingDisk) -> None:
    assert subject.timed("INSERT INTO given VALUES (60)")[1] < 150_000
    with disk.failing("slow 150000"):
        answer, microseconds = subject.timed("INSERT INTO given VALUES (60)")
    assert answer == "ok"
    assert microseconds >= 150_000


@pytest.mark.parametrize(("name", "fails"), [("log.txt", False), ("a.sqlite-wal", True)])
def test_only_the_store_suffers(disk: FailingDisk, name: str, fails: bool) -> None:
    program = """
import os, sys
file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
os.write(file, b"x")
os.fsync(file)
"""
    with disk.failing("enospc\neio\n"):
        done = subprocess.run(
            [sys.executable, "-c", program, disk.folder / name],
            env=os.environ | disk.environment,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    assert (done.returncode != 0) == fails
