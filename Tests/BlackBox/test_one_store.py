"""One file is one store, whatever it is called: by a link, by a second name, by a mount."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from commonhour import Demo, Program, Server, new_key, ok
from neighbours import gift, wallet

pytestmark = pytest.mark.file

CREATE = ["network", "create", "elsewhere", "--name", "Elsewhere"]


def large_verbs(backup: Path) -> list[list[str]]:
    """What writes or replaces a store, and is never handed over to a server."""
    return [
        ["serve", "--port", "0"],
        ["migrate"],
        ["demo", "--members", "10", "--months", "1"],
        ["restore", "--replace", str(backup)],
    ]


def gives(server: Server) -> None:
    """A gift is taken in, and everybody who looks finds it."""
    giver, taker = server.a("member", 0), server.a("member", 1)
    made = ok(giver.post("transfers", gift(giver, wallet(taker)), key=new_key()), 201)
    rows = taker.every(f"accounts/{wallet(taker)}/transfers")
    assert made["id"] in {row["id"] for row in rows}


def named(demo: Demo, name: str | Path) -> Program:
    return Program(demo.binary, Path(name))


def symbolic(demo: Demo, folder: Path) -> Path:
    (folder / "linked").mkdir()
    (folder / "linked" / "town.sqlite").symlink_to(demo.store)
    return folder / "linked" / "town.sqlite"


def over_a_folder(demo: Demo, folder: Path) -> Path:
    (folder / "linked").symlink_to(demo.store.parent)
    return folder / "linked" / demo.store.name


@pytest.mark.parametrize("name", [symbolic, over_a_folder])
def test_over_a_link_a_served_store_is_in_use(
    demo_copy: Demo,
    start_server: Callable[..., Server],
    tmp_path: Path,
    name: Callable[[Demo, Path], Path],
) -> None:
    other = named(demo_copy, name(demo_copy, tmp_path))
    backup = tmp_path / "backup.sqlite"
    running = start_server(demo_copy)
    other.run_well("backup", str(backup))
    before = backup.read_bytes()
    for words in large_verbs(backup):
        ran = other.run(*words, timeout=60)
        assert (ran.code, ran.out) == (1, ""), (words, ran)
        assert f"process {running.process.pid}" in ran.err, (words, ran)
    other.run_well(*CREATE)
    assert requests.get(f"{running.url}/elsewhere/", timeout=10).status_code == 200
    gives(running)
    other.verify()
    running.stop()
    assert backup.read_bytes() == before
    # Nothing of a store lies beside the link.
    if name is symbolic:
        assert [file.name for file in other.store.parent.iterdir()] == ["town.sqlite"]


def test_an_address_is_a_name_like_any_other(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    for words in [["serve", "--port", "0"], ["verify"], CREATE]:
        done = subprocess.run(
            [demo_copy.binary, *words, "--store", f"file:{demo_copy.store}"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        # It names a file of this very name, which is made where that is asked for.
        assert done.returncode == (0 if words == CREATE else 1), (words, done)
    assert requests.get(f"{running.url}/elsewhere/", timeout=10).status_code == 404
    gives(running)


def test_a_server_over_a_link_is_found_from_the_file(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    link = symbolic(demo_copy, tmp_path)
    served = Demo(demo_copy.binary, link, demo_copy.network, demo_copy.logins)
    running = start_server(served)
    refused = demo_copy.program.run("serve", "--port", "0", timeout=60)
    assert refused.code == 1 and f"process {running.process.pid}" in refused.err, refused
    demo_copy.program.run_well(*CREATE)
    gives(running)
    running.stop()
    demo_copy.program.verify()
    assert link.is_symlink()


def test_a_backup_is_restored_through_a_link_into_the_file_behind_it(
    demo_copy: Demo, tmp_path: Path
) -> None:
    link, backup = symbolic(demo_copy, tmp_path), tmp_path / "backup.sqlite"
    demo_copy.program.run_well("backup", str(backup))
    demo_copy.program.run_well(*CREATE)
    ran = named(demo_copy, link).run_well("restore", "--replace", "--json", str(backup))
    kept = ran.json["kept"]
    assert link.is_symlink()
    assert Path(kept).parent == demo_copy.store.parent
    assert len(demo_copy.program.run_well("verify", "--json").json["networks"]) == 1


@pytest.mark.parametrize("verb", ["serve", "verify", "migrate", "restore", "doctor"])
def test_a_link_to_nothing_is_named(demo_copy: Demo, tmp_path: Path, verb: str) -> None:
    backup = tmp_path / "backup.sqlite"
    demo_copy.program.run_well("backup", str(backup))
    link = tmp_path / "link.sqlite"
    link.symlink_to(tmp_path / "nowhere" / "store.sqlite")
    words = [verb, str(backup)] if verb == "restore" else [verb]
    ran = named(demo_copy, link).run(*words, timeout=60)
    assert ran.code == 1, ran
    assert "link to a file that is not there" in ran.err + ran.out, ran
    assert link.is_symlink() and not (tmp_path / "nowhere").exists()


def test_a_second_name_of_a_file_is_no_second_store(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    backup, second = tmp_path / "backup.sqlite", tmp_path / "second.sqlite"
    running = start_server(demo_copy)
    demo_copy.program.run_well("backup", str(backup))
    os.link(demo_copy.store, second)
    other = named(demo_copy, second)
    reading = [["verify"], ["doctor"], ["backup", str(tmp_path / "another.sqlite")]]
    for words in [*large_verbs(backup), CREATE, *reading]:
        ran = other.run(*words, timeout=60)
        assert ran.code == 1, (words, ran)
        assert "another name" in ran.err + ran.out, (words, ran)
    assert not (tmp_path / "another.sqlite").exists()
    # Who serves it takes nothing while it has two names, and goes on when it has one.
    refused = requests.get(f"{running.url}/{demo_copy.network}/", timeout=10)
    assert refused.status_code == 503
    assert requests.get(f"{running.url}/readyz", timeout=10).status_code == 503
    second.unlink()
    assert requests.get(f"{running.url}/readyz", timeout=10).status_code == 200
    gives(running)
    running.stop()
    demo_copy.program.verify()


def test_a_file_with_two_names_is_not_served_or_changed(demo_copy: Demo, tmp_path: Path) -> None:
    backup, second = tmp_path / "backup.sqlite", tmp_path / "second.sqlite"
    demo_copy.program.run_well("backup", str(backup))
    os.link(demo_copy.store, second)
    before = demo_copy.store.read_bytes()
    for program in (demo_copy.program, named(demo_copy, second)):
        for words in [*large_verbs(backup), CREATE]:
            ran = program.run(*words, timeout=60)
            assert (ran.code, ran.out) == (1, ""), (words, ran)
            assert "hard link" in ran.err and "-samefile" in ran.err, (words, ran)
    assert demo_copy.store.read_bytes() == before
    second.unlink()
    demo_copy.program.run_well(*CREATE)


def test_a_store_is_not_read_past_the_log_of_its_other_name(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(demo_copy)
    gives(running)
    running.kill()
    second = tmp_path / "second.sqlite"
    os.link(demo_copy.store, second)
    ran = named(demo_copy, second).run("backup", str(tmp_path / "backup.sqlite"))
    assert ran.code == 1 and "another name" in ran.err, ran
    assert not (tmp_path / "backup.sqlite").exists()


def test_a_copy_goes_to_no_other_name_of_the_same_file(demo_copy: Demo, tmp_path: Path) -> None:
    link = symbolic(demo_copy, tmp_path)
    done = subprocess.run(
        [demo_copy.binary, "copy", "--from", demo_copy.store, "--to", link],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 1 and "same one" in done.stderr, done


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_file_that_is_mounted_in_a_second_place_is_one_store(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    backup, second = tmp_path / "backup.sqlite", tmp_path / "mounted" / "second.sqlite"
    second.parent.mkdir()
    second.touch()
    running = start_server(demo_copy)
    demo_copy.program.run_well("backup", str(backup))
    subprocess.run(["mount", "--bind", demo_copy.store, second], check=True)
    try:
        other = named(demo_copy, second)
        for words in [*large_verbs(backup), CREATE, ["verify"]]:
            ran = other.run(*words, timeout=60)
            assert (ran.code, ran.out) == (1, ""), (words, ran)
            assert "another name" in ran.err, (words, ran)
        gives(running)
    finally:
        subprocess.run(["umount", second], check=True)
    running.stop()
    demo_copy.program.verify()


def test_a_lock_that_was_removed_lets_nobody_in(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    Path(f"{demo_copy.store}.lock").unlink()
    ran = demo_copy.program.run("serve", "--port", "0", timeout=60)
    assert ran.code == 1 and "in use" in ran.err, ran
    gives(running)


def test_looking_at_a_store_never_keeps_a_server_from_starting(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    """Whether a store is in use is asked without taking its lock for a moment."""
    command = [demo_copy.binary, "doctor", "--store", demo_copy.store]
    for _ in range(3):
        looking = [
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(4)
        ]
        start_server(demo_copy).stop()
        for one in looking:
            one.wait(60)
