"""Several servers on one database: minutes go round between members, and none is ever missing.

The bank test of Jepsen, over HTTP: many clients give at random through whichever server, others read
all balances at once through whichever server, and each single answer has to add up.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import databases
import pytest
from commonhour import Client, Demo, Server, new_key, ok
from neighbours import gift, minutes, token, wallet

pytestmark = pytest.mark.file

SERVERS, GIVERS, GIFTS = 3, 6, 40


@pytest.fixture
def shared(binary: Path, demo_options: list[str], tmp_path: Path) -> Demo:
    """A demo network in a database that several servers may serve."""
    databases.start()
    store = tmp_path / "store" / "commonhour.sqlite"
    return Demo.make(binary, store, *demo_options, address=databases.make())


@pytest.fixture
def servers(shared: Demo, start_server: Callable[..., Server]) -> list[Server]:
    return [start_server(shared) for _ in range(SERVERS)]


def balances(coordinator: Client) -> dict[str, int]:
    """What every member has, in one answer."""
    page = ok(coordinator.get("members", limit=200))
    assert page["next"] is None
    return {one["account"]: one["minutes"] for one in page["items"]}


def at(server: Server, person: Client) -> Client:
    """The same person with the same token at another server."""
    other = server.visitor()
    other.use(token(person))
    return other


def test_every_answer_adds_up_whoever_gives_and_whoever_reads(
    servers: list[Server], shared: Demo
) -> None:
    first = servers[0]
    people = [first.client(login) for login in shared.all("member")]
    wallets = [wallet(person) for person in people]
    coordinator = first.a("coordinator")
    total = sum(balances(coordinator).values())
    done = threading.Event()

    def give(seed: int) -> int:
        chance, given = random.Random(seed), 0
        mine = [[at(server, person) for person in people] for server in servers]
        for _ in range(GIFTS):
            one, other = chance.sample(range(len(people)), 2)
            giver = chance.choice(mine)[one]
            words = {
                "from": wallets[one],
                "to": wallets[other],
                "minutes": chance.randrange(1, 600),
                "memo": "round",
            }
            answer = giver.post("transfers", words)
            # What somebody does not have, or may not give yet, is refused.
            assert answer.status_code in (201, 409, 422), answer.text
            given += answer.status_code == 201
        return given

    def read(number: int) -> list[dict[str, int]]:
        reader, seen = at(servers[number], coordinator), []
        while not done.is_set():
            seen.append(balances(reader))
        return seen

    with ThreadPoolExecutor(GIVERS + SERVERS) as pool:
        readers = [pool.submit(read, number) for number in range(SERVERS)]
        try:
            given = sum(pool.map(give, range(GIVERS)))
        finally:
            done.set()
        answers = [answer for reader in readers for answer in reader.result()]
    assert given > GIFTS
    assert len(answers) > SERVERS
    for answer in answers:
        assert sum(answer.values()) == total
        assert min(answer.values()) >= 0
    assert sum(balances(coordinator).values()) == total
    assert len({tuple(sorted(answer.items())) for answer in answers}) > 1


def test_what_one_server_acknowledged_the_next_one_shows(
    servers: list[Server], shared: Demo
) -> None:
    giver, taker = (servers[0].client(login) for login in shared.all("member")[:2])
    everywhere = [(at(server, giver), at(server, taker)) for server in servers]
    before = minutes(giver), minutes(taker)
    for number, ((one, _), (other, another)) in enumerate(pairwise(everywhere * 4), 1):
        ok(one.post("transfers", gift(giver, wallet(taker))), 201)
        assert (minutes(other), minutes(another)) == (before[0] - number, before[1] + number)


def test_a_request_sent_to_every_server_at_once_counts_once(
    servers: list[Server], shared: Demo
) -> None:
    giver, taker = (servers[0].client(login) for login in shared.all("member")[:2])
    everywhere = [at(server, giver) for server in servers]
    before = minutes(taker)
    words = gift(giver, wallet(taker), 3)
    for _ in range(10):
        key = new_key()
        with ThreadPoolExecutor(len(everywhere) * 2) as pool:
            answers = list(
                pool.map(lambda one: one.post("transfers", words, key=key), everywhere * 2)
            )
        made = {ok(answer, 201)["id"] for answer in answers if answer.status_code != 409}
        assert len(made) == 1
        before += 3
        assert minutes(taker) == before


def test_who_signs_out_at_one_server_is_out_at_all(servers: list[Server], shared: Demo) -> None:
    person = servers[0].client(shared.one("member"))
    there = at(servers[1], person)
    assert there.get("/api/v1/me").status_code == 200
    gone = person.session.delete(f"{servers[0].url}/api/v1/tokens/current", timeout=20)
    assert gone.status_code in (200, 204), gone.text
    assert there.get("/api/v1/me").status_code == 401
