"""The failover drill: machines die behind two busy servers, and everything is counted.

    make drill-failover                        three times each
    python Tests/Drills/failover.py --rounds 1

Two PostgreSQL under Patroni with synchronous replication, an etcd, two `commonhour serve`, and many
clients that write without pause. A client that gets no answer, or a 503, asks again with its key,
now here, now there, until it has one. Then, one after another and several times,

  * the leading database is killed by `kill -9`;
  * the leading database's network cable is pulled, and put back when another one leads;
  * a server is killed by `kill -9`.

In the end everything that was acknowledged, sent again with its key, must answer the same; every
statement must name each transfer once; `commonhour verify` must find nothing wrong; and the longest
time in which no write was accepted is told. Needs root, for each machine is a network namespace.
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
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Python"))

from commonhour import Demo, Server, find_binary
from kill import BUSY, Drill, Tally
from load import Line, Sent
from patroni import PROGRAMS, TTL, Cluster

GOAL_SECONDS = 25
"""The longest time without an accepted write that is aimed at."""

PATIENCE_SECONDS = 120
"""How long a client asks again before it counts as a fault."""

CALM_SECONDS = 5
"""How long all is well before and after something dies."""


class Failover(Drill):
    """The store of the drill behind two servers, and clients that never give up."""

    def __init__(self, demo: Demo, cluster: Cluster, clients: int, chance: random.Random) -> None:
        super().__init__(demo, clients, chance)
        self.cluster = cluster
        self.servers = [self.server, Server.start(demo)]
        self.accepted: list[float] = []
        self.stop = threading.Event()
        self.threads: list[threading.Thread] = []
        self.mine: list[list[Sent]] = [[] for _ in range(clients)]

    def begin(self) -> None:
        """Lets the clients go."""
        for sent, seed in zip(self.mine, self.chance.sample(range(2**32), self.clients)):
            # A drill that breaks off does not wait for clients that never give up.
            thread = threading.Thread(
                target=self._go_on, args=(sent, random.Random(seed)), daemon=True
            )
            self.threads.append(thread)
            thread.start()

    def finish(self) -> list[Sent]:
        """Lets every client get its last answer."""
        self.stop.set()
        for thread in self.threads:
            thread.join()
        return [one for sent in self.mine for one in sent]

    def _go_on(self, sent: list[Sent], chance: random.Random) -> None:
        one: Sent | None = None
        while not self.stop.is_set():
            one = one or self.crowd.something(chance)
            sent.append(one)
            self._insist(one, chance)
            one = self.crowd.next_after(one)

    def _insist(self, one: Sent, chance: random.Random) -> None:
        """Asks for one thing until there is an answer, at whichever server gives one."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            line = Line(chance.choice(self.servers))
            try:
                answer = line.send(one)
            except (OSError, HTTPException, ValueError):
                time.sleep(0.2)
                continue
            finally:
                line.connection.close()
            if answer.status in BUSY:
                time.sleep(0.2)
                continue
            one.made, one.refused = answer.made, answer.is_short
            if one.in_doubt:
                self.fault(f"{one.path} {one.key}: {answer}")
            elif one.made is not None:
                self.accepted.append(time.monotonic())
            return
        self.fault(f"{one.path} {one.key}: no answer in {PATIENCE_SECONDS} s")

    def longest_pause(self, begin: float, end: float) -> float:
        """The longest time between two accepted writes, or without one at either end."""
        moments = sorted(moment for moment in self.accepted if begin <= moment <= end)
        edges = [begin, *moments, end]
        return max(later - earlier for earlier, later in zip(edges, edges[1:]))

    def count_up(self, sent: list[Sent]) -> Tally:
        """Whether everything that was acknowledged is there, once."""
        tally = Tally(
            acknowledged=sum(one.made is not None for one in sent),
            refused=sum(one.refused for one in sent),
        )
        self._repeat(sent, tally)
        self.sent = sent
        tally += self.compare_everything()
        return tally

    # What dies, and how it comes back.

    def kill_leader(self) -> None:
        """The leading database dies, and comes back when another one leads."""
        node = self.cluster.leader()
        assert node is not None
        node.kill()
        self._await_other_than(node)
        self.cluster.begin(node)

    def cut_leader(self) -> None:
        """The leading database is cut off from everything, and mended when another one leads."""
        node = self.cluster.leader()
        assert node is not None
        node.cut()
        self._await_other_than(node)
        node.mend()

    def kill_server(self) -> None:
        """One of the servers dies, and is started again."""
        which = self.chance.randrange(len(self.servers))
        self.servers[which].kill()
        time.sleep(self.chance.uniform(0.5, 3))
        self.servers[which] = Server.start(self.demo)
        self.server = self.servers[which]

    def _await_other_than(self, node: object) -> None:
        end = time.monotonic() + 4 * TTL
        while time.monotonic() < end:
            leader = self.cluster.leader()
            if leader is not None and leader is not node:
                return
            time.sleep(0.2)
        self.fault("no other database leads")


def rounds(drill: Failover, count: int, say: Callable[[str], None]) -> dict[str, list[float]]:
    """Every kind of death so many times; the longest pause of each in seconds."""
    pauses: dict[str, list[float]] = {}
    deaths = {
        "the leading database is killed": drill.kill_leader,
        "the leading database is cut off": drill.cut_leader,
        "a server is killed": drill.kill_server,
    }
    for number in range(1, count + 1):
        for name, death in deaths.items():
            drill.cluster.await_step(180)
            begin = time.monotonic()
            time.sleep(CALM_SECONDS)
            death()
            time.sleep(CALM_SECONDS)
            pause = drill.longest_pause(begin, time.monotonic())
            pauses.setdefault(name, []).append(round(pause, 1))
            say(f"{number:>5}  {name:<32} {pause:6.1f} s without an accepted write")
            if drill.faults:
                return pauses
    return pauses


def main() -> int:
    """Exit code 0 when nothing was lost and nothing counted twice, else 1."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--clients", type=int, default=8)
    words.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    words.add_argument("--json", action="store_true", help="one JSON document on standard output")
    chosen = words.parse_args()

    def say(text: str) -> None:
        print(text, file=sys.stderr if chosen.json else sys.stdout, flush=True)

    if os.geteuid() != 0:
        print("This drill makes network namespaces, which only root may.", file=sys.stderr)
        return 1
    say(f"failover drill: {chosen.rounds} rounds, {chosen.clients} clients, seed {chosen.seed}")
    folder = Path(tempfile.mkdtemp(prefix="commonhour-failover-"))
    cluster = Cluster(folder / "cluster")
    cluster.folder.mkdir()
    folder.chmod(0o755)
    servers: list[Server] = []
    try:
        cluster.start()
        psql = [f"{PROGRAMS}/psql", "--quiet", "--dbname", f"{cluster.address}/postgres"]
        make = "CREATE ROLE commonhour LOGIN; CREATE DATABASE town OWNER commonhour"
        for text in make.split("; "):
            environment = {**os.environ, "PGTARGETSESSIONATTRS": "read-write"}
            subprocess.run([*psql, "--command", text], check=True, env=environment)
        # The one that follows has to know the database too.
        time.sleep(3)
        address = cluster.address.replace("postgres@", "commonhour@") + "/town"
        store = folder / "store" / "commonhour.sqlite"
        demo = Demo.make(
            find_binary(), store, "--members", "60", "--months", "6", address=address
        )
        drill = Failover(demo, cluster, chosen.clients, random.Random(chosen.seed))
        servers = drill.servers
        drill.begin()
        pauses = rounds(drill, chosen.rounds, say)
        cluster.await_step(180)
        tally = drill.count_up(drill.finish())
        for server in servers:
            server.stop()
        drill.verify()
    finally:
        for server in servers:
            server.kill()
        cluster.stop()
    longest = max(pause for some in pauses.values() for pause in some)
    say(
        f"{tally.acknowledged:,} acknowledged, {tally.replayed:,} answered again alike,"
        f" {tally.lost} lost, {tally.twice} twice; longest pause {longest:.1f} s"
        f" (goal {GOAL_SECONDS} s)"
    )
    if chosen.json:
        more = {"pauses": pauses, "longest": longest, "faults": drill.faults}
        print(json.dumps({"seed": chosen.seed, **vars(tally), **more}))
    if drill.faults:
        for text in drill.faults[:20]:
            print(f"WRONG: {text}", file=sys.stderr)
        print(f"{len(drill.faults)} faults; what is left is in {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
