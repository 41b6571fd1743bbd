"""The command line: help, exit codes, JSON, and where the store is."""

from __future__ import annotations

import csv
import os
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
from commonhour import Demo, Program, Ran

pytestmark = pytest.mark.file

PROMISED = [
    "serve", "demo", "network", "import", "export", "verify", "backup", "restore", "migrate",
    "doctor",
]  # fmt: skip


def run(binary: Path, *words: str, folder: Path | None = None, **more: str) -> Ran:
    """Runs exactly these words, with these variables more."""
    environment = {name: text for name, text in os.environ.items() if "COMMONHOUR" not in name}
    done = subprocess.run(
        [binary, *words],
        cwd=folder,
        env=environment | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def village(empty: Program) -> Program:
    """A store with one network in which nothing has happened."""
    empty.run_well("network", "create", "fenside", "--name", "Fenside Time Credits")
    return empty


def verbs(binary: Path) -> list[str]:
    """The verbs that the program's help lists."""
    listed = run(binary, "--help").out.split("SUBCOMMANDS:")[1]
    return re.findall(r"^  ([a-z]+)  ", listed, re.MULTILINE)


def test_every_verb_has_help_which_says_what_it_is_for(binary: Path) -> None:
    found = verbs(binary)
    assert set(PROMISED) <= set(found)
    for verb in found:
        ran = run(binary, verb, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("OVERVIEW: ") and f"commonhour {verb}" in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-verb"],
        ["verify", "--no-such-option"],
        ["backup"],
        ["backup", "one", "two"],
        ["demo", "--members", "many"],
        ["demo", "--until", "2026-02-30"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "http"],
        ["serve", "--url", "ftp://hours.example.org"],
        ["serve", "--host", "0.0.0.0", "--no-rate-limits"],
        ["verify", "--against", "not-a-seal"],
        ["network", "create", "fenside"],
        ["network", "create", "fenside", "--name", "Fenside", "--model", "money"],
        ["import", "members.csv"],
        ["import", "--network", "fenside", "--kind", "cats", "members.csv"],
        ["import", "--network", "fenside", "--kind", "hours", "--format", "komunitin", "a.csv"],
        ["export", "--network", "fenside"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_how_it_goes(village: Program, words: list[str]) -> None:
    ran = village.run(*words)
    assert ran.code == 2, ran
    assert ran.out == ""
    assert "--help" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["serve"],
        ["verify"],
        ["verify", "--json"],
        ["backup", "copy.sqlite"],
        ["export", "--network", "fenside", "--to", "out"],
        ["import", "--network", "fenside", "--kind", "members", "/dev/null"],
    ],
    ids=" ".join,
)
def test_without_a_store_a_verb_ends_with_1_and_makes_none(
    empty: Program, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = empty.run(*words)
    assert (ran.code, ran.out) == (1, "")
    assert str(empty.store) in ran.err and "network create" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", [["verify"], ["serve", "--port", "0"], ["backup", "copy.sqlite"]])
def test_a_file_that_is_no_store_is_refused_and_left_alone(
    empty: Program, verb: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    empty.store.parent.mkdir()
    text = b"a letter to the council, and no store at all\n" * 99
    empty.store.write_bytes(text)
    ran = empty.run(*verb)
    assert (ran.code, ran.out) == (1, "")
    assert "not a store" in ran.err
    assert empty.store.read_bytes() == text


def test_a_fault_ends_with_70(village: Program) -> None:
    store = sqlite3.connect(village.store)
    store.execute("PRAGMA legacy_alter_table=ON")
    store.execute("ALTER TABLE seal RENAME TO was_seal")
    store.close()
    ran = village.run("network", "create", "ely", "--name", "Ely")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("A fault: ")


def test_a_network_is_made_once(village: Program) -> None:
    ran = village.run("network", "create", "fenside", "--name", "Fenside again")
    assert (ran.code, ran.out) == (1, "")
    assert "taken" in ran.err, ran.err


@pytest.mark.parametrize("slug", ["F", "Fenside", "fen side", "9th", "api", "x" * 41])
def test_a_network_with_a_name_that_no_address_can_have_is_refused(
    village: Program, slug: str
) -> None:
    ran = village.run("network", "create", slug, "--name", "Somewhere")
    assert (ran.code, ran.out) == (1, "") and ran.err


def test_a_network_that_is_not_there_is_named(village: Program, tmp_path: Path) -> None:
    for words in (
        ["export", "--network", "nowhere", "--to", str(tmp_path / "out")],
        ["import", "--network", "nowhere", "--kind", "members", "/dev/null"],
    ):
        ran = village.run(*words)
        assert (ran.code, ran.out) == (1, "")
        assert "nowhere" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_second_demo_is_refused(demo_copy: Demo) -> None:
    before = demo_copy.program.run_well("verify", "--json").json
    ran = demo_copy.program.run("demo", "--json", "--members", "10", "--months", "1")
    assert (ran.code, ran.out) == (1, "") and ran.err
    assert demo_copy.program.run_well("verify", "--json").json == before


@pytest.mark.parametrize("option", [["--members", "9"], ["--months", "0"], ["--months", "121"]])
def test_a_demo_beyond_its_limits_is_refused(empty: Program, option: list[str]) -> None:
    ran = empty.run("demo", *option)
    assert ran.code in (1, 2) and ran.out == "" and ran.err


def test_the_same_seed_and_end_give_the_same_town(
    demo: Demo, demo_options: list[str], tmp_path: Path
) -> None:
    again = Demo.make(demo.binary, tmp_path / "again" / "a.sqlite", *demo_options, "--seed", "1")
    towns = [demo.copy(tmp_path / "first"), again]
    rows = []
    for town in towns:
        folder = town.store.parent / "out"
        town.program.run_well("export", "--network", town.network, "--to", str(folder))
        with (folder / "transfers.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        # Ids are new each time, and a reversal's memo is one.
        rows.append(
            [
                (row["at"], row["minutes"], row["kind"], row["kind"] == "reversal" or row["memo"])
                for row in read
            ]
        )
    assert rows[0] == rows[1] and len(rows[0]) > 20
    assert [one.name for one in towns[0].logins] == [one.name for one in towns[1].logins]
    passwords = [{one.password for one in town.logins} for town in towns]
    assert not passwords[0] & passwords[1], "passwords are fresh each time"
    roles = {one.role for one in towns[0].logins}
    promised = "operator coordinator funder lead worker till guardian member".split()
    assert roles == set(promised)
    assert len(towns[0].all("member")) >= 3


def test_the_store_is_where_the_option_the_variable_or_the_default_says(
    binary: Path, tmp_path: Path
) -> None:
    create = ["network", "create", "fenside", "--name", "Fenside"]
    assert run(binary, *create, folder=tmp_path).code == 0
    assert (tmp_path / "commonhour-data" / "commonhour.sqlite").is_file()
    named = tmp_path / "named.sqlite"
    assert run(binary, *create, COMMONHOUR_STORE=str(named)).code == 0
    assert named.is_file()
    chosen = tmp_path / "chosen.sqlite"
    words = [*create, "--store", str(chosen)]
    assert run(binary, *words, COMMONHOUR_STORE=str(named)).code == 0
    assert chosen.is_file()


def test_only_its_owner_may_read_a_store(village: Program) -> None:
    assert village.store.parent.stat().st_mode & 0o777 == 0o700
    for file in village.store.parent.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file


def test_verify_prints_one_document(demo_copy: Demo) -> None:
    ran = demo_copy.program.run_well("verify", "--json")
    assert ran.err == ""
    (network,) = ran.json["networks"]
    assert ran.json["ok"] is True
    assert network["network"] == demo_copy.network
    assert network["sum"] == 0 and network["problems"] == []
    assert network["accounts"] > 60 and network["transfers"] > 100
    assert "Everything holds." in demo_copy.program.run_well("verify").out


def change(store: Path, statement: str) -> None:
    """Changes a store behind the program's back."""
    connection = sqlite3.connect(store)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


SOME = "WHERE id = (SELECT id FROM transfer ORDER BY id LIMIT 1 OFFSET 50)"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE account SET balance = balance + 1 WHERE balance > 0",
        f"UPDATE transfer SET minutes = minutes + 1 {SOME}",
        f"DELETE FROM transfer {SOME}",
    ],
)
def test_verify_names_what_is_wrong(demo_copy: Demo, statement: str) -> None:
    change(demo_copy.store, statement)
    ran = demo_copy.program.run("verify", "--json")
    assert ran.code == 1
    assert ran.json["ok"] is False
    assert ran.json["networks"][0]["problems"]
    ran = demo_copy.program.run("verify")
    assert ran.code == 1 and "Something is wrong." in ran.out


def test_doctor_prints_one_document(demo_copy: Demo) -> None:
    ran = demo_copy.program.run_well("doctor", "--json")
    assert ran.json["ok"] is True
    assert {sign["state"] for sign in ran.json["signs"]} <= {"ok", "warn"}
    demo_copy.store.chmod(0o644)
    demo_copy.store.parent.chmod(0o755)
    signs = demo_copy.program.run_well("doctor", "--json").json["signs"]
    assert {sign["name"]: sign["state"] for sign in signs}["privacy"] == "warn"
    demo_copy.store.with_name(demo_copy.store.name + ".key").write_text("no key at all")
    ran = demo_copy.program.run("doctor", "--json")
    assert ran.code == 1 and ran.json["ok"] is False


def test_migrating_twice_changes_nothing(village: Program) -> None:
    before = village.run_well("verify", "--json").json
    for _ in range(2):
        village.run_well("migrate")
    assert village.run_well("verify", "--json").json == before


def test_a_store_of_a_newer_program_is_refused_and_says_so(village: Program) -> None:
    store = sqlite3.connect(village.store)
    store.execute("UPDATE migration SET oldest_program = 999")
    store.commit()
    store.close()
    for verb in (["verify"], ["serve", "--port", "0"], ["migrate"]):
        ran = village.run(*verb)
        assert (ran.code, ran.out) == (1, "")
        assert "newer" in ran.err
