"""A store that goes away while it is served: nothing more is acknowledged or harmed."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest
import requests
from commonhour import STOP_SECONDS, Client, Demo, Server, new_key, ok
from neighbours import gift, token, wallet

pytestmark = pytest.mark.file

ENDS = ["", "-wal", "-shm"]


@dataclass
class Street:
    """A served store, and somebody who gives."""

    server: Server
    giver: Client
    words: dict[str, object]
    log: BinaryIO

    @staticmethod
    def open(demo: Demo, start: Callable[..., Server]) -> Street:
        server = start(demo)
        giver = server.a("member", 0)
        words = gift(giver, wallet(server.a("member", 1)))
        # Opened now, since the log lies beside the store.
        return Street(server, giver, words, server.log.open("rb"))

    @property
    def store(self) -> Path:
        return self.server.demo.store

    def give(self, key: str = "") -> requests.Response:
        return self.giver.post("transfers", self.words, key=key or new_key())

    def gives(self, times: int = 3) -> list[str]:
        """Gifts that are taken in, and which they are."""
        return [str(ok(self.give(), 201)["id"]) for _ in range(times)]

    def status(self, path: str) -> int:
        return requests.get(f"{self.server.url}{path}", timeout=30).status_code

    def takes_and_answers_nothing(self) -> None:
        for _ in range(2):
            assert self.give().status_code == 503
        assert self.status("/readyz") == 503
        assert self.giver.get("/api/v1/me").status_code == 503
        assert self.giver.get(f"accounts/{self.words['from']}/transfers").status_code == 503
        assert self.status(f"/{self.server.demo.network}/") == 503
        assert self.status("/healthz") == 200

    def said(self) -> str:
        """All that the server has written."""
        self.log.seek(0)
        return self.log.read().decode()

    def end(self) -> None:
        """Stops a server whose store is gone, which says so."""
        for person in self.server._people.values():
            person.session.close()
        self.server.process.send_signal(signal.SIGTERM)
        assert self.server.process.wait(STOP_SECONDS) == 1, self.said()
        assert "restore a backup" in self.said().splitlines()[-1], self.said()

    def keeps(self, gifts: list[str], start: Callable[..., Server]) -> None:
        """Served again, the store has these gifts."""
        keeper = Client(start(self.server.demo).url, self.server.demo.network, token(self.giver))
        known = {row["id"] for row in keeper.every(f"accounts/{self.words['from']}/transfers")}
        assert set(gifts) <= known
        self.server.demo.program.verify()


def files(store: Path) -> list[Path]:
    return [Path(f"{store}{end}") for end in ENDS]


def remove(store: Path) -> None:
    for file in files(store):
        file.unlink()


def remove_file(store: Path) -> None:
    store.unlink()


def remove_log(store: Path) -> None:
    Path(f"{store}-wal").unlink()


def remove_index(store: Path) -> None:
    Path(f"{store}-shm").unlink()


def move(store: Path) -> None:
    store.rename(store.with_name("moved.sqlite"))


def replace(store: Path) -> None:
    shutil.copy(store, store.with_name("new.sqlite"))
    store.with_name("new.sqlite").rename(store)


def replace_log(store: Path) -> None:
    log = Path(f"{store}-wal")
    shutil.copy(log, store.with_name("new-wal"))
    store.with_name("new-wal").rename(log)


def cut(store: Path) -> None:
    os.truncate(store, 3 * 4_096)


def empty(store: Path) -> None:
    os.truncate(store, 0)


def cut_log(store: Path) -> None:
    os.truncate(f"{store}-wal", 0)


def remove_folder(store: Path) -> None:
    shutil.rmtree(store.parent)


def move_folder(store: Path) -> None:
    store.parent.rename(store.parent.with_name("moved"))


HARMS = [
    remove, remove_file, remove_log, remove_index, move, replace, replace_log, cut, empty, cut_log,
    remove_folder, move_folder,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_server_whose_store_goes_away_says_yes_to_nobody(
    demo_copy: Demo, start_server: Callable[..., Server], harm: Callable[[Path], None]
) -> None:
    street = Street.open(demo_copy, start_server)
    street.gives()
    harm(street.store)
    street.takes_and_answers_nothing()
    said = street.said()
    assert said.count("nothing more is taken in or answered") == 1, said
    street.end()


def test_a_command_makes_no_second_store_where_a_served_one_was(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    street = Street.open(demo_copy, start_server)
    done = street.gives()
    move(street.store)
    create = ["network", "create", "elsewhere", "--name", "Elsewhere"]
    small = ["demo", "--members", "10", "--months", "1"]
    for words in (create, small, ["migrate"], ["verify"], ["serve", "--port", "0"]):
        ran = demo_copy.program.run(*words, timeout=60)
        assert (ran.code, ran.out) == (1, ""), (words, ran)
        assert "fault" not in ran.err, (words, ran)
        assert not street.store.exists()
    street.store.with_name("moved.sqlite").rename(street.store)
    demo_copy.program.run_well(*create)
    street.server.stop()
    street.keeps(done, start_server)


@pytest.mark.parametrize("whole", [True, False])
def test_a_store_that_is_moved_back_is_served_on(
    demo_copy: Demo, start_server: Callable[..., Server], whole: bool
) -> None:
    street = Street.open(demo_copy, start_server)
    done = street.gives()
    away = [(file, file.with_name("away" + file.name)) for file in files(street.store)]
    for here, there in away if whole else away[:1]:
        here.rename(there)
    key = new_key()
    assert street.give(key).status_code == 503
    street.takes_and_answers_nothing()
    for here, there in away if whole else away[:1]:
        there.rename(here)
    done.append(str(ok(street.give(key), 201)["id"]))
    done += street.gives()
    assert street.status("/readyz") == 200
    assert street.said().count("is back as it was") == 1
    street.server.stop()
    street.keeps(done, start_server)


def test_in_the_midst_of_many_gifts_each_that_was_acknowledged_is_in_the_file(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    street = Street.open(demo_copy, start_server)
    (tmp_path / "aside").mkdir()
    done: list[str] = []
    refused = threading.Event()

    def give_on() -> None:
        giver = Client(street.server.url, street.server.demo.network, token(street.giver))
        # Somebody goes on asking for a while after the store has gone.
        late = 0
        while late < 20:
            answer = giver.post("transfers", street.words)
            if answer.status_code == 201:
                done.append(str(answer.json()["id"]))
            else:
                assert answer.status_code == 503, answer.text
                refused.set()
                late += 1

    busy = [threading.Thread(target=give_on) for _ in range(4)]
    for one in busy:
        one.start()
    while len(done) < 50:
        assert any(one.is_alive() for one in busy)
    for file in files(street.store):
        file.rename(tmp_path / "aside" / file.name)
    for one in busy:
        one.join()
    assert refused.is_set()
    street.takes_and_answers_nothing()
    street.end()
    for file in files(street.store):
        (tmp_path / "aside" / file.name).rename(file)
    street.keeps(done, start_server)


def test_a_store_that_comes_back_changed_is_not_served_on(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    street = Street.open(demo_copy, start_server)
    away = street.store.with_name("away.sqlite")
    street.store.rename(away)
    street.takes_and_answers_nothing()
    with away.open("r+b") as file:
        file.seek(5_000)
        byte = file.read(1)
        file.seek(5_000)
        file.write(byte)
    away.rename(street.store)
    for _ in range(2):
        assert street.give().status_code == 503
        assert street.status("/readyz") == 503
    assert street.said().count("Nothing is answered from it") == 1
    street.server.process.send_signal(signal.SIGTERM)
    assert street.server.process.wait(STOP_SECONDS) == 1
    street.keeps([], start_server)


@pytest.mark.parametrize("harm", [remove_log, remove_index], ids=lambda harm: harm.__name__)
def test_what_was_acknowledged_outlives_a_lost_log_or_index(
    demo_copy: Demo, start_server: Callable[..., Server], harm: Callable[[Path], None]
) -> None:
    street = Street.open(demo_copy, start_server)
    done = street.gives(5)
    harm(street.store)
    street.takes_and_answers_nothing()
    street.end()
    street.keeps(done, start_server)


def test_a_store_that_was_moved_away_keeps_its_log(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    street = Street.open(demo_copy, start_server)
    done = street.gives(5)
    (tmp_path / "aside").mkdir()
    for file in files(street.store):
        file.rename(tmp_path / "aside" / file.name)
    street.takes_and_answers_nothing()
    street.end()
    for file in files(street.store):
        (tmp_path / "aside" / file.name).rename(file)
    street.keeps(done, start_server)


@pytest.mark.parametrize("in_place", [False, True])
def test_another_store_in_the_place_of_a_served_one_is_left_alone(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path, in_place: bool
) -> None:
    other = Street.open(demo_copy.copy(tmp_path / "other"), start_server)
    done = other.gives(5)
    other.server.kill()
    assert Path(f"{other.store}-wal").stat().st_size > 0

    street = Street.open(demo_copy, start_server)
    street.gives()
    street.store.rename(tmp_path / "moved.sqlite")
    for theirs, here in zip(files(other.store), files(street.store), strict=True):
        if in_place:
            shutil.copyfile(theirs, here)
        else:
            shutil.copyfile(theirs, tmp_path / "new")
            (tmp_path / "new").rename(here)
    before = [file.read_bytes() for file in files(street.store)[:2]]
    street.takes_and_answers_nothing()
    street.end()
    assert [file.read_bytes() for file in files(street.store)[:2]] == before
    assert Path(f"{street.store}-shm").exists()
    other.server.demo = street.server.demo
    other.keeps(done, start_server)


def test_a_server_does_not_take_away_the_socket_of_another(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    spare = demo_copy.copy(tmp_path / "spare")
    street = Street.open(demo_copy, start_server)
    folder = street.store.parent
    folder.rename(tmp_path / "moved")
    spare.store.parent.rename(folder)
    second = start_server(demo_copy)
    street.takes_and_answers_nothing()
    street.end()
    demo_copy.program.run_well("network", "create", "elsewhere", "--name", "Elsewhere")
    assert requests.get(f"{second.url}/elsewhere/", timeout=10).status_code == 200
