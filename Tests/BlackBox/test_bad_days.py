"""Bad days of a database: a clear word about what to do, no storm, no lost credit, and no restart."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import requests
from commonhour import Client, Demo, Program, Server, free_port, problem
from lone_cluster import PASSWORD, LoneCluster, fill, lone_clusters, small_disk
from neighbours import minutes, wallet

pytestmark = pytest.mark.file

BACK_SECONDS = 20
"""How long it may take until a server takes changes again, once the database does."""

STORM_SECONDS = 5
CALLS_MOST = 25
"""How often a server may call a database that is gone in so many seconds."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[LoneCluster]:
    """A PostgreSQL with a password, in whose databases nothing is changed."""
    with lone_clusters() as (made,):
        made.make(conf="log_connections = on\n")
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a program keeps what lies beside its database."""
    (tmp_path / "store").mkdir()
    return tmp_path / "store"


def program(binary: Path, folder: Path, address: str) -> Program:
    return Program(binary, folder / "commonhour.sqlite", address)


def town(binary: Path, folder: Path, address: str) -> Demo:
    """A small demo network in a database."""
    options = ["--members", "20", "--months", "3"]
    return Demo.make(binary, folder / "commonhour.sqlite", *options, address=address)


def calls(cluster: LoneCluster) -> int:
    """How often a cluster was called since it was made, going by its log."""
    return (cluster.folder / "log").read_text().count("connection received")


class Gifts:
    """Gifts of a minute each, one after another, and what came of them."""

    def __init__(self, giver: Client, taker: Client) -> None:
        self.giver = giver
        self.wallets = wallet(giver), wallet(taker)
        self.before = minutes(giver)
        self.taken = 0
        self.tried = 0
        self.doubtful: list[str] = []

    def give(self) -> requests.Response:
        """One more gift; a refusal has to say that it may be tried again."""
        self.tried += 1
        key = f"gift-{self.tried:06d}"
        answer = self._send(key)
        if answer.status_code == 201:
            self.taken += 1
        else:
            assert answer.status_code == 503, answer.text
            assert int(answer.headers["Retry-After"]) > 0
            self.doubtful.append(key)
        return answer

    def until(self, status: int, seconds: float) -> requests.Response:
        """Gives until an answer has this status."""
        end = time.monotonic() + seconds
        while True:
            answer = self.give()
            if answer.status_code == status:
                return answer
            assert time.monotonic() < end, f"{seconds} s without {status}: {answer.text}"
            time.sleep(0.05)

    def settle(self) -> None:
        """Sends again what was not taken, with its key; then each counts exactly once."""
        for key in self.doubtful:
            assert self._send(key).status_code == 201
        assert self.before - minutes(self.giver) == self.tried

    def _send(self, key: str) -> requests.Response:
        source, target = self.wallets
        body = {"from": source, "to": target, "minutes": 1, "memo": "thank you"}
        return self.giver.post("transfers", body, key=key)


@contextmanager
def giving(demo: Demo) -> Iterator[tuple[Server, Gifts]]:
    """A server and somebody who gives; in the end each gift is there once, and the books hold."""
    server = Server.start(demo)
    try:
        gifts = Gifts(server.a("member", 0), server.a("member", 1))
        assert gifts.give().status_code == 201
        yield server, gifts
        gifts.settle()
        server.stop()
    finally:
        server.kill()
    demo.program.verify()


@pytest.mark.parametrize("verb", ["serve", "verify", "doctor", "migrate"])
@pytest.mark.parametrize(
    ("what", "advice"),
    [
        ("port", "runs there"),
        ("host", "address"),
        ("password", "pgpass"),
        ("role", ""),
        ("database", "createdb"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_so_at_once(
    cluster: LoneCluster, binary: Path, folder: Path, verb: str, what: str, advice: str
) -> None:
    right = cluster.address()
    wrong = {
        "port": right.replace(f":{cluster.port}/", f":{free_port()}/"),
        "host": right.replace("127.0.0.1", "nowhere.invalid"),
        "password": cluster.address(password="not this one"),
        "role": right.replace("commonhour:", "somebody:"),
        "database": cluster.address(database="nowhere"),
    }[what]
    before, begun = calls(cluster), time.monotonic()
    ran = program(binary, folder, wrong).run(verb, timeout=30)
    said = ran.out + ran.err
    assert ran.code == 1, said
    assert "cannot be used" in said and advice in said, said
    assert PASSWORD not in said and "not this one" not in said, said
    assert time.monotonic() - begun < 15
    # Whoever mistyped something is told, and nobody tries on and on.
    assert calls(cluster) - before <= 2


@pytest.mark.parametrize("words", [["--migrate-store", "there"], ["--migrate-store", "postgres://a/b"]])
def test_an_owner_without_a_database_is_wrong_usage(
    binary: Path, folder: Path, words: list[str]
) -> None:
    ran = Program(binary, folder / "commonhour.sqlite").run("migrate", *words)
    assert ran.code == 2, ran
    assert "--migrate-store" in ran.err


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
@pytest.mark.parametrize("verb", ["serve", "verify", "doctor", "migrate", "person list"])
def test_a_store_of_a_newer_version_is_left_alone(
    cluster: LoneCluster, binary: Path, folder: Path, engine: str, verb: str
) -> None:
    newer = "INSERT INTO migration VALUES (9000, 'later', 'x', 9000)"
    if engine == "sqlite":
        store = Program(binary, folder / "commonhour.sqlite")
        store.run_well("migrate")
        with closing(sqlite3.connect(store.store)) as connection:
            connection.execute(newer)
            connection.commit()
    else:
        store = program(binary, folder, cluster.address())
        if cluster.sql("SELECT to_regclass('migration') IS NULL", database="commonhour") == "t":
            store.run_well("migrate")
            cluster.sql(newer, database="commonhour")
    words = verb.split() + (["--network", "wisbech"] if " " in verb else [])
    ran = store.run(*words, timeout=30)
    assert ran.code == 1, ran
    assert "newer Commonhour" in ran.out + ran.err, ran


def test_a_standby_is_not_served_from_and_taken_over_to_without_a_restart(
    binary: Path, folder: Path
) -> None:
    with lone_clusters(2) as (leader, standby):
        leader.make()
        demo = town(binary, folder, leader.address())
        standby.follow(leader)
        alone = program(binary, folder, standby.address())
        for verb in ["serve", "migrate"]:
            ran = alone.run(verb, timeout=30)
            assert ran.code == 1, ran
            assert "standby" in ran.err and "promote" in ran.err, ran
        # Whoever says that it is for looking only may look.
        looking = standby.address() + "?target_session_attrs=any"
        program(binary, folder, looking).verify()

        both = leader.address().replace(
            f":{leader.port}/", f":{leader.port},127.0.0.1:{standby.port}/"
        )
        demo = Demo(demo.binary, demo.store, demo.network, demo.logins, both)
        with giving(demo) as (server, gifts):
            for _ in range(5):
                assert gifts.give().status_code == 201
            wait_for_copy(leader, standby)
            leader.stop()
            gifts.until(503, 10)
            with suppress(requests.RequestException):
                assert requests.get(f"{server.url}/readyz", timeout=30).status_code == 503
            standby.promote()
            gifts.until(201, BACK_SECONDS)


def wait_for_copy(leader: LoneCluster, standby: LoneCluster) -> None:
    """Waits until a standby has all that its leader has."""
    place = leader.sql("SELECT pg_current_wal_lsn()")
    for _ in range(100):
        if standby.sql(f"SELECT pg_last_wal_replay_lsn() >= '{place}'") == "t":
            return
        time.sleep(0.1)
    raise AssertionError("the standby does not follow")


class Caller:
    """Stands where a database was and counts who calls."""

    def __init__(self, port: int) -> None:
        self.count = 0
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self._socket.listen()
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.count += 1
                connection.close()

    def leave(self) -> None:
        # Without it whoever waits in accept would keep the port.
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def test_a_database_that_goes_away_is_not_stormed_and_found_again(
    binary: Path, folder: Path
) -> None:
    with lone_clusters() as (cluster,):
        cluster.make(conf="log_connections = on\n")
        demo = town(binary, folder, cluster.address())
        with giving(demo) as (_, gifts):
            cluster.stop()
            caller = Caller(cluster.port)
            end = time.monotonic() + STORM_SECONDS
            while time.monotonic() < end:
                assert gifts.give().status_code == 503
            caller.leave()
            assert 1 <= caller.count <= CALLS_MOST
            cluster.start()
            gifts.until(201, BACK_SECONDS)
            # A password that is changed meanwhile is no storm either.
            cluster.sql("ALTER ROLE commonhour PASSWORD 'another'")
            cluster.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE usename = 'commonhour'")  # fmt: skip
            before, end = calls(cluster), time.monotonic() + STORM_SECONDS
            gifts.until(503, 10)
            while time.monotonic() < end:
                assert gifts.give().status_code == 503
            assert calls(cluster) - before <= CALLS_MOST
            cluster.sql(f"ALTER ROLE commonhour PASSWORD '{PASSWORD}'")
            gifts.until(201, BACK_SECONDS)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_under_the_tables_loses_nothing(
    binary: Path, folder: Path, tmp_path: Path
) -> None:
    with lone_clusters() as (cluster,), small_disk(cluster.folder / "small", 64) as disk:
        cluster.make()
        cluster.sql(f"CREATE TABLESPACE small LOCATION '{disk}'")
        cluster.sql("ALTER DATABASE commonhour SET TABLESPACE small")
        demo = town(binary, folder, cluster.address())
        with giving(demo) as (_, gifts):
            ballast = fill(disk)
            # What is there has a little room left in its pages.
            refused = fill_up(gifts)
            problem(refused, 503)
            assert gifts.giver.membership()["minutes"] >= 0, "it can be read"
            ran = demo.program.run("network", "create", "elsewhere", "--name", "E" * 100)
            assert ran.code in (0, 1), ran
            if ran.code == 1:
                assert "No space left" in ran.err, ran
            ballast.unlink()
            gifts.until(201, BACK_SECONDS)
        cluster.stop()


def fill_up(gifts: Gifts) -> requests.Response:
    """Gives until the disk takes nothing more; a purse lasts for some hundred gifts."""
    for _ in range(gifts.before):
        answer = gifts.give()
        if answer.status_code != 201:
            return answer
    raise AssertionError("the disk was never full")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_under_the_log_of_a_database_loses_nothing(
    binary: Path, folder: Path
) -> None:
    with lone_clusters() as (cluster,), small_disk(cluster.folder / "log-disk", 48) as disk:
        wal = disk / "wal"
        cluster.make(
            f"--waldir={wal}",
            "--wal-segsize=1",
            conf="min_wal_size = 2MB\nmax_wal_size = 8MB\nwal_keep_size = 0\nwal_recycle = off\n",
        )
        demo = town(binary, folder, cluster.address())
        with giving(demo) as (_, gifts):
            ballast = fill(disk)
            problem(fill_up(gifts), 503)
            ballast.unlink()
            # The database stopped itself; whoever looks after it starts it again.
            cluster.stop()
            cluster.start()
            gifts.until(201, BACK_SECONDS)
        cluster.stop()
