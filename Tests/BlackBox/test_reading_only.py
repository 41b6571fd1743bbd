"""Looking at a store as somebody who may read it and not write where it lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from commonhour import Demo, Ran, Server, ok
from neighbours import gift

pytestmark = [
    pytest.mark.file,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else"),
]

NOBODY = 65_534


@dataclass(frozen=True)
class Reader:
    """A program, and a store in a folder that somebody without rights may only read."""

    binary: Path
    demo: Demo
    desk: Path
    """A folder of their own."""

    @property
    def folder(self) -> Path:
        return self.demo.store.parent

    def run(self, *words: str) -> Ran:
        """Runs a verb as somebody without rights."""
        command = [self.binary, *words, "--store", self.demo.store]
        done = subprocess.run(
            command,
            cwd=self.desk,
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            env={"PATH": os.environ["PATH"], "HOME": str(self.desk)},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def opened(self) -> None:
        """Lets everybody read what is there, and nobody but its owner write."""
        self.folder.chmod(0o755)
        for file in self.folder.iterdir():
            file.chmod(0o644)


@pytest.fixture
def reader(demo_copy: Demo) -> Iterator[Reader]:
    place = Path(tempfile.mkdtemp(prefix="commonhour-reading-"))
    try:
        place.chmod(0o755)
        shutil.copy(demo_copy.binary.resolve(), place / "commonhour")
        (place / "commonhour").chmod(0o755)
        (place / "desk").mkdir()
        os.chown(place / "desk", NOBODY, NOBODY)
        made = Reader(place / "commonhour", demo_copy.copy(place / "store"), place / "desk")
        made.opened()
        yield made
    finally:
        shutil.rmtree(place)


def test_the_one_who_looks_has_no_rights_there(reader: Reader) -> None:
    done = subprocess.run(
        ["touch", reader.folder / "x"], user=NOBODY, group=NOBODY, extra_groups=[], check=False
    )
    assert done.returncode != 0


def test_a_store_that_nobody_serves_can_be_looked_at(reader: Reader) -> None:
    names = sorted(file.name for file in reader.folder.iterdir())
    ran = reader.run("verify", "--json")
    assert ran.code == 0 and '"ok":true' in ran.out.replace(" ", ""), ran
    to = str(reader.desk / "out")
    ran = reader.run("export", "--network", reader.demo.network, "--to", to)
    assert ran.code == 0, ran
    ran = reader.run("backup", str(reader.desk / "copy.sqlite"))
    assert ran.code == 0 and "could not be noted" in ran.err, ran
    assert sorted(file.name for file in reader.folder.iterdir()) == names
    fresh = reader.demo.program.run("restore", "--replace", str(reader.desk / "copy.sqlite"))
    assert fresh.code == 0, fresh


@pytest.mark.parametrize("words", [["verify"], ["backup", "copy.sqlite"]], ids=lambda w: w[0])
def test_where_a_log_was_left_it_is_said_what_is_needed(
    reader: Reader, start_server: Callable[..., Server], words: list[str]
) -> None:
    running = start_server(reader.demo)
    ok(running.a("member", 0).post("transfers", gift(running.a("member", 0), "pot")), 201)
    running.kill()
    Path(f"{reader.demo.store}-shm").unlink()
    reader.opened()
    ran = reader.run(*words)
    assert (ran.code, ran.out) == (1, ""), ran
    assert "-shm" in ran.err and "Run this as the user" in ran.err, ran
    assert "cannot take anything" not in ran.err, ran
    assert not (reader.desk / "copy.sqlite").exists()


def test_beside_a_server_it_reads_what_was_acknowledged_or_says_what_is_needed(
    reader: Reader, start_server: Callable[..., Server]
) -> None:
    running = start_server(reader.demo)
    before = reader.demo.program.run_well("verify", "--json").json["networks"][0]["transfers"]
    ok(running.a("member", 0).post("transfers", gift(running.a("member", 0), "pot")), 201)
    reader.opened()
    ran = reader.run("verify", "--json")
    if ran.code == 0:
        assert ran.json["networks"][0]["transfers"] == before + 1
    else:
        assert ran.code == 1 and "-shm" in ran.err, ran


def test_beside_a_server_whose_log_may_not_be_read_it_is_said_what_is_needed(
    reader: Reader, start_server: Callable[..., Server]
) -> None:
    running = start_server(reader.demo)
    for end in ("-wal", "-shm", ".lock"):
        Path(f"{reader.demo.store}{end}").chmod(0o600)
    for _ in range(2):
        ran = reader.run("verify")
        assert (ran.code, ran.out) == (1, ""), ran
        assert "-shm" in ran.err and "Run this as the user" in ran.err, ran
        ok(running.a("member", 0).post("transfers", gift(running.a("member", 0), "pot")), 201)


def test_a_file_that_may_not_be_read_is_said_so(reader: Reader) -> None:
    reader.demo.store.chmod(0o600)
    ran = reader.run("verify")
    assert (ran.code, ran.out) == (1, ""), ran
    assert "You may not read" in ran.err, ran
    reader.folder.chmod(0o700)
    ran = reader.run("verify")
    assert (ran.code, ran.out) == (1, ""), ran


@pytest.mark.parametrize("words", [["migrate"], ["serve"], ["demo"]], ids=lambda w: w[0])
def test_who_may_only_read_changes_nothing(reader: Reader, words: list[str]) -> None:
    before = {file.name: file.read_bytes() for file in reader.folder.iterdir()}
    ran = reader.run(*words)
    assert ran.code == 1, ran
    assert "Permission denied" in ran.err, ran
    assert {file.name: file.read_bytes() for file in reader.folder.iterdir()} == before
