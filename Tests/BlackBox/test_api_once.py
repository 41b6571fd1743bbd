"""Every request that moves credit counts once: sent twice, sent at once, and after a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from commonhour import Client, Demo, Server, new_key, ok, problem
from neighbours import first_of, gift, replayed, token, wallet


@dataclass(frozen=True)
class Wish:
    """A request that moves credit, and how many transfers it makes."""

    who: Client
    path: str
    words: dict[str, Any]
    status: int = 201
    transfers: int = 1

    def send(self, key: str | None, server: Server | None = None) -> requests.Response:
        """Sends it over a connection of its own, to another server where one is given."""
        url = self.who.url if server is None else server.url
        return Client(url, self.who.network, token(self.who)).post(self.path, self.words, key=key)


def claim(server: Server) -> str:
    member, worker = server.a("member"), server.a("worker")
    words = {
        "opportunity": first_of(worker, "opportunities")["id"],
        "member": member.membership()["member"],
        "date": (datetime.now(UTC) - timedelta(days=1)).date().isoformat(),
        "minutes": 7,
    }
    return str(ok(member.post("hours", words), 201)["id"])


def to_give(server: Server) -> Wish:
    giver, taker = server.a("member", 0), server.a("member", 1)
    return Wish(giver, "transfers", gift(giver, wallet(taker)))


def to_donate(server: Server) -> Wish:
    giver = server.a("member", 0)
    return Wish(giver, "transfers", gift(giver, "pot"))


def to_grant(server: Server) -> Wish:
    words = {"to": wallet(server.a("member", 1)), "minutes": 1, "memo": "for the outing"}
    ok(to_donate(server).send(new_key()), 201)
    return Wish(server.a("coordinator"), "grants", words)


def to_reverse(server: Server) -> Wish:
    made = ok(to_give(server).send(new_key()), 201)
    return Wish(
        server.a("coordinator"), f"transfers/{made['id']}/reversal", {"reason": "a mistake"}
    )


def to_allocate(server: Server) -> Wish:
    organisation = server.a("worker").me()["staff"][0]["organisation"]
    words = {"minutes": 600, "memo": "spring term"}
    return Wish(server.a("coordinator"), f"organisations/{organisation}/allocations", words)


def to_found(server: Server) -> Wish:
    slug = f"place-{new_key()[-8:]}"
    words = {"name": "A new place", "slug": slug, "earns": True, "spends": "no"}
    return Wish(server.a("coordinator"), "organisations", words)


def to_confirm(server: Server) -> Wish:
    return Wish(server.a("worker"), f"hours/{claim(server)}/confirmation", {}, 200)


def to_confirm_many(server: Server) -> Wish:
    worker = server.a("worker")
    organisation = worker.me()["staff"][0]["organisation"]
    words = {"hours": [claim(server) for _ in range(3)]}
    return Wish(worker, f"organisations/{organisation}/confirmations", words, 200, 3)


def to_enter(server: Server) -> Wish:
    worker = server.a("worker")
    members = [server.a("member", number).membership()["number"] for number in range(2)]
    date = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    words = {"members": members, "date": date, "minutes": 5, "confirm": True}
    path = f"opportunities/{first_of(worker, 'opportunities')['id']}/hours"
    return Wish(worker, path, words, 201, 2)


def to_redeem(server: Server) -> Wish:
    till, number = server.a("till"), server.a("member").membership()["number"]
    theirs = {entry["organisation"] for entry in till.me()["staff"]}
    offers = [one for one in till.every("offers") if one["organisation"] in theirs]
    offer = min(offers, key=lambda one: int(one["adult"]) or 1_000_000)
    words = {"offer": offer["id"], "card": number, "adults": 1, "children": 0}
    return Wish(till, "redemptions", words)


def to_undo(server: Server) -> Wish:
    made = ok(to_redeem(server).send(new_key()), 201)["redemption"]["id"]
    return Wish(server.a("till"), f"redemptions/{made}/reversal", {})


WISHES = [
    to_give, to_donate, to_grant, to_reverse, to_allocate, to_found, to_confirm, to_confirm_many,
    to_enter, to_redeem, to_undo,
]  # fmt: skip


@pytest.fixture(scope="module")
def alone(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose transfers nobody else adds to."""
    running = Server.start(demo.copy(tmp_path_factory.mktemp("alone") / "store"))
    yield running
    running.stop()


def transfers(server: Server) -> int:
    """How many transfers the books hold, which have to be right."""
    (network,) = server.demo.program.run_well("verify", "--json").json["networks"]
    return int(network["transfers"])


def test_these_are_all_the_requests_that_need_a_key(alone: Server) -> None:
    document = ok(alone.visitor().get("/api/v1/openapi.json"))
    parameter = {"$ref": "#/components/parameters/key"}
    need = [
        path
        for path, entry in document["paths"].items()
        if parameter in entry.get("post", {}).get("parameters", [])
    ]
    tried = {wish(alone).path.split("/")[-1] for wish in WISHES}
    assert {path.split("/")[-1] for path in need} == tried
    assert len(need) == len(WISHES) - 1, "giving and donating are one call"


@pytest.mark.parametrize("make", WISHES, ids=lambda make: make.__name__)
def test_without_a_key_nothing_is_done(alone: Server, make: Callable[[Server], Wish]) -> None:
    wish = make(alone)
    before = transfers(alone)
    problem(wish.send(None), 400, "key-missing")
    assert transfers(alone) == before


@pytest.mark.parametrize("make", WISHES, ids=lambda make: make.__name__)
def test_sent_ten_times_at_once_it_counts_once(
    alone: Server, make: Callable[[Server], Wish]
) -> None:
    wish, key = make(alone), new_key()
    before = transfers(alone)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: wish.send(key), range(10)))
    done = [answer for answer in answers if answer.status_code == wish.status]
    assert [replayed(answer) for answer in done].count(False) == 1
    assert all(answer.json() == done[0].json() for answer in done)
    for answer in answers:
        if answer.status_code != wish.status:
            problem(answer, 409, "key-running")
    again = wish.send(key)
    assert ok(again, wish.status) == done[0].json() and replayed(again)
    assert transfers(alone) == before + wish.transfers


def test_sent_again_after_a_crash_each_counts_once(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    running = start_server(demo_copy)
    wishes = [(make(running), new_key()) for make in WISHES]
    before = transfers(running)
    first = [ok(wish.send(key), wish.status) for wish, key in wishes]
    running.kill()
    restarted = start_server(demo_copy)
    for (wish, key), answer in zip(wishes, first, strict=True):
        again = wish.send(key, restarted)
        assert ok(again, wish.status) == answer and replayed(again)
    assert transfers(restarted) == before + sum(wish.transfers for wish, _ in wishes)
