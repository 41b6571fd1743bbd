"""Backup and restore, and what commands do beside a running server."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from commonhour import Demo, Program, Server, ok
from neighbours import gift, minutes, token, wallet

pytestmark = pytest.mark.file


def transfers(program: Program) -> int:
    """How many transfers the books hold, which have to be right."""
    (network,) = program.run_well("verify", "--json").json["networks"]
    return int(network["transfers"])


def foreign(file: Path) -> None:
    """Makes a database of another program."""
    store = sqlite3.connect(file)
    store.execute("CREATE TABLE bookmark (address TEXT)")
    store.execute("INSERT INTO bookmark VALUES ('https://example.org/')")
    store.commit()
    store.close()


@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--port", "0"],
        ["demo"],
        ["migrate"],
        ["verify"],
        ["network", "create", "fenside", "--name", "Fenside"],
    ],
    ids=" ".join,
)
def test_a_database_of_another_program_is_left_alone(empty: Program, words: list[str]) -> None:
    empty.store.parent.mkdir()
    foreign(empty.store)
    before = empty.store.read_bytes()
    ran = empty.run(*words, timeout=30)
    assert (ran.code, ran.out) == (1, ""), ran
    assert "not a store" in ran.err
    assert empty.store.read_bytes() == before


def test_a_backup_beside_a_busy_server_has_all_that_was_acknowledged_before_it(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    giver, taker = running.a("member", 0), running.a("member", 1)
    words, done, enough = gift(giver, wallet(taker)), [0], threading.Event()

    def give_on() -> None:
        while not enough.is_set():
            if giver.post("transfers", words).status_code == 201:
                done[0] += 1

    before = transfers(demo_copy.program)
    busy = threading.Thread(target=give_on)
    busy.start()
    try:
        while done[0] < 20:
            assert busy.is_alive()
        known = done[0]
        ran = demo_copy.program.run_well("backup", str(tmp_path / "copy.sqlite"), "--json")
    finally:
        enough.set()
        busy.join()
    running.stop()
    assert ran.json["ok"] is True and (tmp_path / "copy.sqlite").stat().st_mode & 0o777 == 0o600
    copy = Program(demo_copy.binary, tmp_path / "copy.sqlite")
    assert before + known <= transfers(copy) == ran.json["transfers"] <= before + done[0]
    assert transfers(demo_copy.program) == before + done[0]


def test_a_backup_says_that_the_key_is_not_in_it(demo_copy: Demo, tmp_path: Path) -> None:
    said = demo_copy.program.run_well("backup", str(tmp_path / "copy.sqlite")).out
    assert "checked" in said and "key" in said and "not in it" in said


def test_a_backup_writes_over_nothing(demo_copy: Demo, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine")
    ran = demo_copy.program.run("backup", str(tmp_path / "letter"))
    assert (ran.code, ran.out) == (1, "")
    assert (tmp_path / "letter").read_text() == "mine"
    ran = demo_copy.program.run("backup", str(tmp_path / "no" / "such" / "folder"))
    assert (ran.code, ran.out) == (1, "")


def test_restore_gives_back_what_was_and_keeps_what_was_there(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    program, copy = demo_copy.program, str(tmp_path / "copy.sqlite")
    program.run_well("backup", copy)
    before = transfers(program)
    running = start_server(demo_copy)
    giver = running.a("member", 0)
    had, signed_in = minutes(giver), token(giver)
    ok(giver.post("transfers", gift(giver, "pot", 1)), 201)
    running.stop()

    refused = program.run("restore", copy)
    assert (refused.code, refused.out) == (1, "") and "--replace" in refused.err
    assert transfers(program) == before + 1

    said = program.run_well("restore", "--replace", "--json", copy).json
    assert said["ok"] is True and said["transfers"] == before
    assert transfers(program) == before
    assert transfers(Program(program.binary, Path(said["kept"]))) == before + 1
    assert program.store.stat().st_mode & 0o777 == 0o600

    again = start_server(demo_copy)
    assert minutes(again.a("member", 0)) == had
    stale = requests.get(
        f"{again.url}/api/v1/me", headers={"Authorization": f"Bearer {signed_in}"}, timeout=10
    )
    assert stale.status_code == 401, "the token is younger than the backup"


def test_what_was_taken_back_since_the_backup_opens_nothing_after_a_restore(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    program, copy = demo_copy.program, str(tmp_path / "copy.sqlite")
    running = start_server(demo_copy)
    person = running.a("member", 0)
    program.run_well("backup", copy)
    taken_back = token(person)
    assert person.delete("/api/v1/tokens/current").status_code == 204
    running.stop()
    said = program.run_well("restore", "--replace", copy).out
    assert "Everybody is signed out" in said and "Passwords" in said
    numbers = program.run_well("restore", "--replace", "--json", copy).json
    assert numbers["signInsEnded"] >= 1 and numbers["codesEnded"] >= 0
    program.run_well("verify")
    again = start_server(demo_copy)
    stale = requests.get(
        f"{again.url}/api/v1/me", headers={"Authorization": f"Bearer {taken_back}"}, timeout=10
    )
    assert stale.status_code == 401
    assert minutes(again.a("member", 0)) >= 0


def test_a_backup_is_restored_where_no_store_is(demo_copy: Demo, tmp_path: Path) -> None:
    demo_copy.program.run_well("backup", str(tmp_path / "copy.sqlite"))
    fresh = Program(demo_copy.binary, tmp_path / "new" / "folder" / "a.sqlite")
    fresh.run_well("restore", str(tmp_path / "copy.sqlite"))
    assert transfers(fresh) == transfers(demo_copy.program)


@pytest.mark.parametrize("how", ["missing", "noise", "cut off", "changed", "empty", "foreign"])
def test_what_is_no_good_backup_is_not_restored_and_nothing_changes(
    demo_copy: Demo, tmp_path: Path, how: str
) -> None:
    program, copy = demo_copy.program, tmp_path / "copy.sqlite"
    before = transfers(program)
    if how not in ("missing", "foreign"):
        program.run_well("backup", str(copy))
    if how == "empty":
        copy.write_bytes(b"")
    if how == "foreign":
        foreign(copy)
    if how == "noise":
        copy.write_bytes(bytes(range(256)) * 99)
    if how == "cut off":
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    if how == "changed":
        store = sqlite3.connect(copy)
        store.execute("UPDATE account SET balance = balance + 1 WHERE balance > 0")
        store.commit()
        store.close()
    names = {file.name for file in program.store.parent.iterdir()}
    ran = program.run("restore", "--replace", str(copy))
    assert ran.code == 1 and ran.err, ran
    assert transfers(program) == before
    left = {file.name for file in program.store.parent.iterdir()} - names
    assert not [name for name in left if "before" in name or "restoring" in name]


TAMPERED = {
    "DROP TRIGGER transfer_no_update": "transfer_no_update",
    "CREATE TRIGGER welcome AFTER INSERT ON token BEGIN"
    " INSERT OR IGNORE INTO operator VALUES (NEW.person, 0); END": "welcome",
    "CREATE TRIGGER sleeper AFTER UPDATE ON member BEGIN"
    " INSERT OR IGNORE INTO operator SELECT MIN(id), 0 FROM person; END": "sleeper",
    "CREATE VIEW mine AS SELECT name FROM person": "mine",
}


@pytest.mark.parametrize("change", TAMPERED, ids=TAMPERED.get)
def test_a_store_that_somebody_made_otherwise_is_named_and_not_used(
    demo_copy: Demo, tmp_path: Path, change: str
) -> None:
    program, name = demo_copy.program, TAMPERED[change]
    good = tmp_path / "good.sqlite"
    program.run_well("backup", str(good))
    store = sqlite3.connect(program.store)
    store.execute(change)
    store.close()
    ran = program.run("verify", "--json")
    assert ran.code == 1 and not ran.json["ok"] and name in ran.json["schema"][0]
    assert name in program.run("verify").out and name in program.run("doctor").out
    for words in (["serve", "--port", "0"], ["backup", str(tmp_path / "copy.sqlite")]):
        ran = program.run(*words, timeout=30)
        assert (ran.code, ran.out) == (1, ""), ran
        assert name in ran.err and "commonhour verify" in ran.err
    assert not (tmp_path / "copy.sqlite").exists()
    other = Program(demo_copy.binary, tmp_path / "other.sqlite")
    ran = other.run("restore", "--without-checksum", str(program.store))
    assert (ran.code, ran.out) == (1, "") and name in ran.err, ran
    assert not other.store.exists()
    other.run_well("restore", str(good))
    words = ("restore", "--replace", "--without-checksum", str(program.store))
    assert other.run(*words).code == 1
    other.run_well("verify")


def test_beside_a_server_large_verbs_refuse_and_name_it(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    program, copy = demo_copy.program, str(tmp_path / "copy.sqlite")
    running = start_server(demo_copy)
    program.run_well("backup", copy)
    members = tmp_path / "members.csv"
    members.write_text("number,name\nM-1,Ada Nowak\n")
    before = transfers(program)
    for words in (
        ["import", "--network", demo_copy.network, "--kind", "members", str(members)],
        ["import", "--network", demo_copy.network, "--kind", "members", "--dry-run", str(members)],
        ["demo"],
        ["restore", copy],
        ["restore", "--replace", copy],
        ["migrate"],
        ["serve", "--port", "0"],
    ):
        ran = program.run(*words)
        assert (ran.code, ran.out) == (1, ""), words
        assert f"process {running.process.pid}" in ran.err, ran.err
    assert running.process.poll() is None
    running.stop()
    assert transfers(program) == before


def test_beside_a_server_reading_verbs_work(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    giver = running.a("member", 0)
    before = transfers(demo_copy.program)
    made = ok(giver.post("transfers", gift(giver, "pot", 1)), 201)
    assert transfers(demo_copy.program) == before + 1, "a reader sees what was acknowledged"
    to = tmp_path / "out"
    demo_copy.program.run_well("export", "--network", demo_copy.network, "--to", str(to))
    assert made["id"] in (to / "transfers.csv").read_text(encoding="utf-8")
    assert demo_copy.program.run_well("doctor", "--json").json["ok"] is True


def test_beside_a_server_a_small_change_is_handed_over(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    program, running = demo_copy.program, start_server(demo_copy)
    create = ["network", "create", "elsewhere", "--name", "Elsewhere"]
    program.run_well(*create)
    page = requests.get(f"{running.url}/elsewhere/", timeout=10)
    assert page.status_code == 200 and "Elsewhere" in page.text
    ran = program.run(*create)
    assert (ran.code, ran.out) == (1, "") and "taken" in ran.err
    running.stop()
    networks = program.run_well("verify", "--json").json["networks"]
    assert sorted(one["network"] for one in networks) == sorted([demo_copy.network, "elsewhere"])


def test_twenty_commands_at_once_beside_a_server_are_all_done(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    program, running = demo_copy.program, start_server(demo_copy)
    codes: list[int] = []

    def create(number: int) -> None:
        slug = f"place-{number}"
        codes.append(program.run("network", "create", slug, "--name", slug).code)

    commands = [threading.Thread(target=create, args=(number,)) for number in range(20)]
    for one in commands:
        one.start()
    for one in commands:
        one.join()
    running.stop()
    assert codes == [0] * 20
    assert len(program.run_well("verify", "--json").json["networks"]) == 21
