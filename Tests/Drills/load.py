"""What the clients of the kill drill ask for, and what became of each request."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import Any

from commonhour import Client, Server, new_key
from neighbours import first_of, token

ANSWER_SECONDS = 20
"""How long one request may take before it counts as in doubt."""


@dataclass(frozen=True)
class Person:
    """Somebody who acts in the drill."""

    name: str
    token: str
    account: str = ""
    member: str = ""
    number: str = ""


@dataclass
class Sent:
    """One request, and what is known of it."""

    asker: Person
    path: str
    words: dict[str, Any]
    wallets: tuple[Person, ...]
    """Whose statements have to name the transfer that it makes."""
    key: str = field(default_factory=new_key)
    made: str | None = None
    """The id of what it made, once an answer has named it."""
    refused: bool = False

    @property
    def in_doubt(self) -> bool:
        return self.made is None and not self.refused


@dataclass(frozen=True)
class Answer:
    """What the server said to one request."""

    status: int
    replayed: bool
    body: Any

    @property
    def made(self) -> str | None:
        """The id of the transfer that was made, or of the hours that were claimed."""
        if self.status not in (200, 201):
            return None
        return str((self.body.get("transfer") or self.body)["id"])

    @property
    def is_short(self) -> bool:
        """Whether somebody did not have enough: the one refusal that a drill may meet."""
        if not 400 <= self.status < 500 or not isinstance(self.body, dict):
            return False
        return str(self.body.get("type")).endswith(("not-enough-credits", "allocation-used-up"))

    def __str__(self) -> str:
        return f"{self.status} {self.body}"


class Line:
    """One client's kept-alive connection."""

    def __init__(self, server: Server) -> None:
        self.api = server.api
        self.connection = HTTPConnection("127.0.0.1", server.port, timeout=ANSWER_SECONDS)

    def send(self, one: Sent) -> Answer:
        """Sends it with its key. Raises `OSError` or `HTTPException` when no whole answer comes."""
        headers = {
            "Authorization": f"Bearer {one.asker.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": one.key,
        }
        body = json.dumps(one.words).encode()
        try:
            self.connection.request("POST", f"{self.api}/{one.path}", body, headers)
            answer = self.connection.getresponse()
            text = answer.read()
        except BaseException:
            self.connection.close()
            raise
        replayed = answer.getheader("Idempotency-Replayed") == "true"
        return Answer(answer.status, replayed, json.loads(text) if text else None)


class Crowd:
    """The people of the demo who act: members, a worker who confirms, a till."""

    def __init__(self, server: Server) -> None:
        count = len(server.demo.all("member"))
        self.members = [self._member(server, number) for number in range(count)]
        worker, till = server.a("worker"), server.a("till")
        self.worker = Person("the worker", token(worker))
        self.till = Person("the till", token(till))
        self.opportunity = first_of(worker, "opportunities")["id"]
        self.offer = first_of(till, "offers")["id"]
        self.day = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()

    @staticmethod
    def _member(server: Server, number: int) -> Person:
        client = server.a("member", number)
        mine = client.membership()
        return Person(
            server.demo.all("member")[number].name,
            token(client),
            mine["account"],
            mine["member"],
            mine["number"],
        )

    def something(self, chance: random.Random) -> Sent:
        """Mostly a gift; now and then a donation or a claim of hours; rarely a visit.

        A minute at a time, and few visits, so that there is always something left to give.
        """
        one, other = chance.sample(self.members, 2)
        dice = chance.random()
        if dice < 0.001:
            words = {"offer": self.offer, "card": one.number, "adults": 1, "children": 0}
            return Sent(self.till, "redemptions", words, (one,))
        if dice < 0.1:
            words = {"opportunity": self.opportunity, "member": one.member, "date": self.day}
            return Sent(one, "hours", words | {"minutes": 1, "note": "drill"}, ())
        words = {"from": one.account, "minutes": 1, "memo": f"drill {chance.randrange(1000)}"}
        if dice < 0.13:
            return Sent(one, "transfers", words | {"to": "pot"}, (one,))
        return Sent(one, "transfers", words | {"to": other.account}, (one, other))

    def next_after(self, one: Sent) -> Sent | None:
        """What follows from a request that succeeded: claimed hours are confirmed."""
        if one.path != "hours" or one.made is None:
            return None
        path = f"hours/{one.made}/confirmation"
        return Sent(self.worker, path, {}, (one.asker,))
