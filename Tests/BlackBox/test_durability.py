"""What was acknowledged is on disk: through kills, a full disk, and a disk that cannot flush."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import requests
from commonhour import Client, Demo, Server, new_key, ok, problem
from failing_disk import FailingDisk, build
from neighbours import gift, minutes, replayed, token, wallet

pytestmark = pytest.mark.file

DRILLS = Path(__file__).resolve().parents[1] / "Drills"

MANY = 16
"""How many clients ask at once where a whole batch of operations has to fail together."""


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_server_killed_five_times_loses_nothing_and_counts_nothing_twice(
    binary: Path, engine: str
) -> None:
    words = ["--rounds", "5", "--verify-every", "1", "--on", engine, "--json"]
    command = [sys.executable, str(DRILLS / "kill.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    print(done.stderr)  # the seed, where this fails
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["acknowledged"] > 0
    assert result["replayed"] == result["acknowledged"]
    assert (result["lost"], result["twice"], result["faults"]) == (0, 0, [])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("faults"))


@dataclass
class Street:
    """A network on a disk that may fail, and two neighbours in it."""

    disk: FailingDisk
    demo: Demo
    server: Server
    giver: Client
    taker: Client

    @staticmethod
    def open(disk: FailingDisk, demo: Demo, start: Callable[..., Server]) -> Street:
        server = start(demo)
        return Street(disk, demo, server, server.a("member", 0), server.a("member", 1))

    def again(self, start: Callable[..., Server]) -> Street:
        """The same street after a kill; people keep their tokens."""
        self.server.kill()
        server = start(self.demo)
        people = [
            Client(server.url, self.demo.network, token(client))
            for client in (self.giver, self.taker)
        ]
        return Street(self.disk, self.demo, server, *people)

    def give(self, key: str) -> requests.Response:
        """A gift of a minute from one neighbour to the other."""
        return self.giver.post("transfers", gift(self.giver, wallet(self.taker)), key=key)

    def gifts(self, keys: list[str]) -> list[requests.Response]:
        """Many gifts at once, each over a connection of its own."""
        words = gift(self.giver, wallet(self.taker))

        def give(key: str) -> requests.Response:
            giver = Client(self.server.url, self.demo.network, token(self.giver))
            return giver.post("transfers", words, key=key)

        with ThreadPoolExecutor(len(keys)) as pool:
            return list(pool.map(give, keys))

    def times_in_statements(self, transfer: str) -> list[int]:
        """How often each neighbour's statement names a transfer."""
        statements = [
            one.every(f"accounts/{wallet(one)}/transfers") for one in (self.giver, self.taker)
        ]
        return [[row["id"] for row in rows].count(transfer) for rows in statements]

    def balances(self) -> tuple[int, int]:
        return minutes(self.giver), minutes(self.taker)

    def decide(self, key: str) -> str:
        """Sends a gift again with its key until it is known; it then stands there exactly once."""
        transfer = str(ok(self.give(key), 201)["id"])
        repeated = self.give(key)
        assert ok(repeated, 201)["id"] == transfer
        assert replayed(repeated)
        assert self.times_in_statements(transfer) == [1, 1]
        return transfer


@pytest.fixture
def street(
    library: Path, demo_copy: Demo, tmp_path: Path, start_server: Callable[..., Server]
) -> Iterator[Street]:
    disk = FailingDisk(library, tmp_path)
    demo = replace(demo_copy, binary=disk.under(demo_copy.binary))
    yield Street.open(disk, demo, start_server)
    disk.mend()
    demo.program.verify()


def refused_clearly(answer: requests.Response) -> None:
    """A full disk is the server's trouble and not the caller's, and is said in so many words."""
    assert answer.status_code in (503, 507), f"{answer.status_code} {answer.text}"
    details = problem(answer, answer.status_code)
    assert details["status"] == answer.status_code
    assert details["title"]


def test_on_a_full_disk_a_gift_is_refused_clearly_and_changes_nothing(street: Street) -> None:
    before = street.balances()
    with street.disk.failing("enospc"):
        refused_clearly(street.give(new_key()))
        assert street.balances() == before
    assert street.balances() == before


def test_on_a_full_disk_people_can_still_read(street: Street) -> None:
    account = wallet(street.giver)
    with street.disk.failing("enospc"):
        refused_clearly(street.give(new_key()))
        ok(street.giver.get("/api/v1/me"))
        ok(street.giver.get(f"accounts/{account}"))
        ok(street.giver.get(f"accounts/{account}/transfers"))
        ok(street.giver.get("offers"))
        page = requests.get(f"{street.server.url}/{street.demo.network}/", timeout=10)
        assert page.status_code == 200
        assert requests.get(f"{street.server.url}/healthz", timeout=10).status_code == 200


def test_when_there_is_room_again_the_server_goes_on_without_a_restart(street: Street) -> None:
    before = street.balances()
    key = new_key()
    with street.disk.failing("enospc"):
        refused_clearly(street.give(key))
        refused_clearly(street.give(key))
    street.decide(key)
    street.decide(new_key())
    assert street.balances() == (before[0] - 2, before[1] + 2)
    assert street.server.process.poll() is None


def test_a_batch_that_meets_a_full_disk_is_refused_whole(street: Street) -> None:
    before = street.balances()
    keys = [new_key() for _ in range(MANY)]
    with street.disk.failing("enospc"):
        for answer in street.gifts(keys):
            refused_clearly(answer)
    assert street.balances() == before
    ids = {ok(answer, 201)["id"] for answer in street.gifts(keys)}
    assert len(ids) == MANY
    assert street.balances() == (before[0] - MANY, before[1] + MANY)


@pytest.mark.parametrize("writes", [1, 2, 5, 20])
def test_a_disk_that_fills_up_midway_leaves_whole_gifts_only(street: Street, writes: int) -> None:
    before = street.balances()
    with street.disk.failing(f"enospc-after {writes}"):
        answers = street.gifts([new_key() for _ in range(MANY)])
    done = [answer for answer in answers if answer.status_code == 201]
    for answer in answers:
        if answer.status_code != 201:
            refused_clearly(answer)
    assert len(done) < MANY
    assert street.balances() == (before[0] - len(done), before[1] + len(done))
    street.decide(new_key())


def test_nobody_signs_in_halfway_on_a_full_disk(street: Street) -> None:
    login = street.demo.one("coordinator")
    words = {"login": login.login, "password": login.password, "network": street.demo.network}
    with street.disk.failing("enospc"):
        refused_clearly(street.server.visitor().post("/api/v1/tokens", words, key=None))
    ok(street.server.visitor().post("/api/v1/tokens", words, key=None), 201)


def test_the_command_line_says_that_the_disk_is_full(street: Street) -> None:
    street.server.stop()
    create = ["network", "create", "elsewhere", "--name", "Elsewhere"]
    with street.disk.failing("enospc"):
        ran = street.demo.program.run(*create)
        assert ran.code in (1, 70)
        assert "disk" in ran.err.lower() or "space" in ran.err.lower(), ran.err
    street.demo.program.run_well(*create)


def in_doubt(answer: requests.Response) -> None:
    """Whether it is on disk cannot be known: 503, and the key decides."""
    problem(answer, 503, "in-doubt")


def test_a_gift_whose_flush_failed_is_in_doubt_and_its_key_decides(street: Street) -> None:
    before = street.balances()
    key = new_key()
    with street.disk.failing("eio"):
        in_doubt(street.give(key))
    street.decide(key)
    assert street.balances() == (before[0] - 1, before[1] + 1)
    street.decide(new_key())
    assert street.server.process.poll() is None


def test_while_flushes_fail_people_can_still_read(street: Street) -> None:
    account = wallet(street.giver)
    with street.disk.failing("eio"):
        in_doubt(street.give(new_key()))
        ok(street.giver.get("/api/v1/me"))
        ok(street.giver.get(f"accounts/{account}/transfers"))
        page = requests.get(f"{street.server.url}/{street.demo.network}/", timeout=10)
        assert page.status_code == 200


def test_a_batch_whose_flush_failed_is_in_doubt_whole_and_each_counts_once(street: Street) -> None:
    before = street.balances()
    keys = [new_key() for _ in range(MANY)]
    with street.disk.failing("eio"):
        for answer in street.gifts(keys):
            in_doubt(answer)
    first = [ok(answer, 201)["id"] for answer in street.gifts(keys)]
    second = street.gifts(keys)
    assert [ok(answer, 201)["id"] for answer in second] == first
    assert all(replayed(answer) for answer in second)
    assert street.balances() == (before[0] - MANY, before[1] + MANY)


def test_what_was_in_doubt_counts_once_after_a_kill_too(
    street: Street, start_server: Callable[..., Server]
) -> None:
    before = street.balances()
    keys = [new_key() for _ in range(MANY)]
    with street.disk.failing("eio"):
        for answer in street.gifts(keys):
            in_doubt(answer)
        street.server.kill()
    restarted = street.again(start_server)
    ids = [ok(answer, 201)["id"] for answer in restarted.gifts(keys)]
    assert len(set(ids)) == MANY
    assert restarted.balances() == (before[0] - MANY, before[1] + MANY)
    restarted.decide(keys[0])


@pytest.mark.parametrize("flushes", [1, 2, 3])
def test_when_flushes_begin_to_fail_no_answer_claims_too_much(
    street: Street, flushes: int, start_server: Callable[..., Server]
) -> None:
    before = street.balances()
    together = [new_key() for _ in range(MANY)]
    alone = [new_key() for _ in range(flushes)]
    with street.disk.failing(f"eio-after {flushes}"):
        answers = street.gifts(together) + [street.give(key) for key in alone]
        street.server.kill()
    for answer in answers:
        if answer.status_code != 201:
            in_doubt(answer)
    in_doubt(answers[-1])
    done = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    restarted = street.again(start_server)
    ids = [ok(answer, 201)["id"] for answer in restarted.gifts(together + alone)]
    assert done <= set(ids)
    assert len(set(ids)) == len(ids)
    assert restarted.balances() == (before[0] - len(ids), before[1] + len(ids))


def test_an_answer_waits_for_the_flush(street: Street) -> None:
    street.decide(new_key())
    with street.disk.failing("slow 400000"):
        begun = time.monotonic()
        ok(street.give(new_key()), 201)
        assert time.monotonic() - begun >= 0.4


def test_those_who_wait_together_share_a_flush(street: Street) -> None:
    street.gifts([new_key() for _ in range(MANY)])
    # Slow enough that a busy machine does not look like flushes of their own.
    with street.disk.failing("slow 600000"):
        begun = time.monotonic()
        for answer in street.gifts([new_key() for _ in range(MANY)]):
            ok(answer, 201)
        assert time.monotonic() - begun < MANY * 0.6 / 2
