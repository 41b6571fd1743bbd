"""The kill drill: ends a busy server again and again, and counts what is left.

    make drill-kill                                         100 rounds
    python Tests/Drills/kill.py --rounds 5 --seed 7
    python Tests/Drills/kill.py --rounds 5 --on postgres    now the server, now the database

In each round many clients give, donate, claim, confirm and redeem without pause until the server is
killed at a random moment; now and then its restart is killed as well. Then a server starts on what
is left, and

  * everything that was acknowledged, sent again with its key, must answer the same, as a repeat;
  * everything that was under way is sent again with its key, twice, and must count once;
  * the statements of the wallets must name each transfer once on each side, and nothing else;
  * `commonhour verify` must find nothing wrong.

Killing the process shows that nothing acknowledged lived in its memory alone. What the operating
system has not yet written survives a kill; that a flush was asked for, and heeded when it fails, is
what Tests/BlackBox/test_durability.py shows.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Python"))

import databases
from commonhour import Demo, Server, find_binary
from load import Answer, Crowd, Line, Person, Sent

PAGE = 100
"""Rows asked for at once when a statement is read."""

READY_SECONDS = 10
"""How soon a server has to be ready once its database is back."""

BUSY = (409, 503)
"""Statuses that say: not now, send it again with its key."""


@dataclass
class Tally:
    """What a round, or all of them, came to."""

    acknowledged: int = 0
    refused: int = 0
    in_doubt: int = 0
    happened: int = 0
    replayed: int = 0
    lost: int = 0
    twice: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    def row(self, name: str) -> str:
        """One line of the table."""
        return (
            f"{name:>5}  {self.acknowledged:>12,}  {self.refused:>7,}  {self.in_doubt:>8,}"
            f"  {self.happened:>13,}  {self.replayed:>8,}  {self.lost:>4}  {self.twice:>5}"
        )


HEADER = "round  acknowledged  refused  in doubt  of them there  replayed  lost  twice"


class Drill:
    """The store under test, the people who use it, and everything that was found wrong."""

    def __init__(self, demo: Demo, clients: int, chance: random.Random) -> None:
        self.demo = demo
        self.clients = clients
        self.chance = chance
        self.faults: list[str] = []
        self.server = Server.start(demo)
        self.crowd = Crowd(self.server)
        self.seen = {one: self._statement(one, set()) for one in self.crowd.members}
        self.before = {one: set(ids) for one, ids in self.seen.items()}
        self.sent: list[Sent] = []

    def fault(self, text: str) -> None:
        """Notes something that must not be."""
        self.faults.append(text)

    def round(self) -> Tally:
        """Load, a kill at a random moment, a new start, and the counting."""
        if self.demo.address and self.chance.random() < 0.5:
            sent = self._load_until(self._kill_database)
            databases.restart()
            self._await_readiness()
        else:
            sent = self._load_until(self.server.kill)
            while self.chance.random() < 0.2:
                self._kill_while_starting()
            self.server = Server.start(self.demo)
        tally = Tally(
            acknowledged=sum(one.made is not None for one in sent),
            refused=sum(one.refused for one in sent),
            in_doubt=sum(one.in_doubt for one in sent),
        )
        self._repeat(sent, tally)
        self.sent += sent
        for person in self.crowd.members:
            seen = self.seen[person]
            new = self._statement(person, set(seen[:PAGE]))
            self._compare(person, new, sent, tally)
            self.seen[person] = new + seen
        return tally

    def _kill_database(self) -> None:
        """Kills the database, and lets the clients ask a server that has none for a moment."""
        databases.kill()
        time.sleep(self.chance.uniform(0, 0.5))

    def _await_readiness(self) -> None:
        """The server finds the database again by itself, or it is at fault."""
        visitor, until = self.server.visitor(), time.monotonic() + READY_SECONDS
        while visitor.get("/readyz").status_code != 200:
            if time.monotonic() > until:
                return self.fault(f"the server is not ready {READY_SECONDS} s after the database")
            time.sleep(0.05)

    def _load_until(self, kill: Callable[[], None]) -> list[Sent]:
        sent: list[list[Sent]] = [[] for _ in range(self.clients)]
        stop = threading.Event()
        seeds = self.chance.sample(range(2**32), self.clients)
        threads = [
            threading.Thread(target=self._ask, args=(mine, random.Random(seed), stop))
            for mine, seed in zip(sent, seeds, strict=True)
        ]
        for thread in threads:
            thread.start()
        time.sleep(self.chance.uniform(0.2, 1.5))
        kill()
        stop.set()
        for thread in threads:
            thread.join()
        return [one for mine in sent for one in mine]

    def _ask(self, sent: list[Sent], chance: random.Random, stop: threading.Event) -> None:
        """One client: asks for one thing after another until the line breaks."""
        line = Line(self.server)
        one: Sent | None = None
        while not stop.is_set():
            one = one or self.crowd.something(chance)
            sent.append(one)
            try:
                self._learn(one, line.send(one))
            except (OSError, HTTPException, ValueError):
                return
            one = self.crowd.next_after(one)

    def _learn(self, one: Sent, answer: Answer) -> None:
        """Takes note of the first answer to a request."""
        one.made, one.refused = answer.made, answer.is_short
        if answer.replayed:
            self.fault(f"{one.key}: the first answer says that it is a repeat")
        if one.in_doubt and answer.status not in BUSY:
            self.fault(f"{one.path} {one.key}: {answer}")

    def _kill_while_starting(self) -> None:
        """Kills once more while the server puts its store in order."""
        program = self.demo.program
        process = subprocess.Popen(
            [program.binary, "serve", "--port", "0", "--store", program.named],
            cwd=program.store.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(self.chance.uniform(0.005, 0.15))
        process.kill()
        process.wait()

    def _repeat(self, sent: list[Sent], tally: Tally) -> None:
        """Sends everything again that was answered or is in doubt, with many clients at once."""
        doubted = [one for one in sent if one.in_doubt]
        for one, answer in self._all_at_once([one for one in sent if one.made is not None]):
            if answer.replayed and answer.made == one.made:
                tally.replayed += 1
            else:
                tally.lost += 1
                self.fault(f"{one.path} {one.key} was {one.made}: {answer}")
        for one, answer in self._all_at_once(doubted):
            one.made, one.refused = answer.made, answer.is_short
            tally.happened += answer.replayed
            if one.in_doubt:
                self.fault(f"{one.path} {one.key} in doubt: {answer}")
        for one, answer in self._all_at_once([one for one in doubted if one.made is not None]):
            if not (answer.replayed and answer.made == one.made):
                tally.twice += 1
                self.fault(f"{one.path} {one.key} decided as {one.made}: {answer}")

    def _all_at_once(self, sent: list[Sent]) -> Iterable[tuple[Sent, Answer]]:
        """Each request with its answer, sent over as many connections as there are clients."""
        lines = threading.local()

        def again(one: Sent) -> Answer:
            if not hasattr(lines, "mine"):
                lines.mine = Line(self.server)
            for _ in range(50):
                answer: Answer = lines.mine.send(one)
                if answer.status not in BUSY:
                    break
                time.sleep(0.1)
            return answer

        with ThreadPoolExecutor(self.clients) as pool:
            yield from zip(sent, pool.map(again, sent), strict=True)

    def _statement(self, person: Person, until: set[str]) -> list[str]:
        """The ids in a wallet's statement, newest first, as far as the first one of `until`."""
        client = self.server.visitor()
        client.use(person.token)
        ids: list[str] = []
        after: dict[str, str] = {}
        while True:
            page = client.get(f"accounts/{person.account}/transfers", limit=PAGE, **after)
            if page.status_code != 200:
                self.fault(f"statement of {person.name}: {page.status_code} {page.text}")
                return ids
            answer = page.json()
            for item in answer["items"]:
                if item["id"] in until:
                    return ids
                ids.append(item["id"])
            if answer["next"] is None:
                return ids
            after = {"after": answer["next"]}

    def _compare(self, person: Person, ids: list[str], sent: list[Sent], tally: Tally) -> None:
        """What is new in a statement has to be what the clients were told, each once."""
        due = [one.made for one in sent if one.made is not None and person in one.wallets]
        lost = set(due) - set(ids)
        unknown = set(ids) - set(due)
        repeated = len(ids) - len(set(ids)) + len(due) - len(set(due))
        tally.lost += len(lost)
        tally.twice += len(unknown) + repeated
        for what, which in (("is missing", lost), ("was never answered", unknown)):
            if which:
                self.fault(f"in the statement of {person.name} {min(which)} {what}")
        if repeated:
            self.fault(f"the statement of {person.name} names {repeated} transfers twice")

    def compare_everything(self) -> Tally:
        """Reads every statement once more from its newest row to the drill's beginning."""
        tally = Tally()
        for person in self.crowd.members:
            ids = self._statement(person, self.before[person])
            self._compare(person, ids, self.sent, tally)
        return tally

    def verify(self) -> None:
        """Has the books recomputed from nothing by the program itself."""
        ran = self.demo.program.run("verify", "--json")
        if ran.code != 0 or ran.json["ok"] is not True:
            self.fault(f"verify ended with {ran.code}: {ran.out[:2000]} {ran.err[:2000]}")

    def end(self, tally: Tally) -> None:
        """Everything once more, an orderly stop, and the books."""
        if not self.faults:
            tally += self.compare_everything()
        try:
            self.server.stop()
        except AssertionError as error:
            self.fault(str(error))
        self.verify()


def run(drill: Drill, rounds: int, verify_every: int, say: Callable[[str], None]) -> Tally:
    """All the rounds, as long as nothing is wrong and time is left."""
    total = Tally()
    limit = time.monotonic() + 60 + 20 * rounds
    say(HEADER)
    for number in range(1, rounds + 1):
        tally = drill.round()
        total += tally
        say(tally.row(str(number)))
        if number % verify_every == 0:
            drill.verify()
        if drill.faults:
            break
        if time.monotonic() > limit:
            drill.fault(f"only {number} of {rounds} rounds in the time allowed")
            break
    drill.end(total)
    if total.acknowledged < 10 * rounds and not drill.faults:
        drill.fault(f"only {total.acknowledged} acknowledged: this was no load")
    return total


def main() -> int:
    """Exit code 0 when nothing was lost and nothing counted twice, else 1."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    words.add_argument("--rounds", type=int, default=100)
    words.add_argument("--clients", type=int, default=16)
    words.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    words.add_argument("--verify-every", type=int, default=10, metavar="ROUNDS")
    words.add_argument("--on", choices=["sqlite", "postgres"], default="sqlite")
    words.add_argument("--json", action="store_true", help="one JSON document on standard output")
    chosen = words.parse_args()

    def say(text: str) -> None:
        print(text, file=sys.stderr if chosen.json else sys.stdout, flush=True)

    say(f"kill drill: {chosen.rounds} rounds, {chosen.clients} clients, seed {chosen.seed}")
    folder = Path(tempfile.mkdtemp(prefix="commonhour-drill-"))
    store = folder / "store" / "commonhour.sqlite"
    address = ""
    if chosen.on == "postgres":
        # Never one that others use, for this one is killed.
        os.environ.pop(databases.GIVEN, None)
        databases.start(durable=True)
        address = databases.make()
    demo = Demo.make(find_binary(), store, "--members", "60", "--months", "6", address=address)
    drill = Drill(demo, chosen.clients, random.Random(chosen.seed))
    try:
        total = run(drill, chosen.rounds, chosen.verify_every, say)
    finally:
        drill.server.kill()
    say(total.row("all"))
    if chosen.json:
        print(json.dumps({"seed": chosen.seed, **vars(total), "faults": drill.faults}))
    if drill.faults:
        for text in drill.faults[:20]:
            print(f"WRONG: {text}", file=sys.stderr)
        print(f"{len(drill.faults)} faults; the store is left in {folder}", file=sys.stderr)
        return 1
    say("Nothing lost, nothing twice.")
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
