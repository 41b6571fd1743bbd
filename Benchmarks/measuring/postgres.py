"""Operations through the store on PostgreSQL, beside pgbench with the same statements.

Commonhour, pgbench and the database share the processors, and each measure has a fresh copy of the
same database.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from .books import timed, write_history
from .programs import COMMONHOUR, HERE, ROOT, RUNS, STOREBENCH, Bench, call, serving
from .table import Table

CALLERS = (1, 8, 32, 128)
SCRIPTS = HERE / "reference/postgres"
SETTINGS = ("shared_buffers=1GB", "max_wal_size=4GB", "synchronous_commit=on")
FIRST = 100_000
"""How many gifts there are at first; growth makes a hundred times as many of them."""


class Cluster:
    """A PostgreSQL of our own, with what it acknowledges on the disk, until this process ends."""

    def __init__(self) -> None:
        words = (ROOT / "scripts/cluster", os.getpid(), "durable", *SETTINGS)
        self.address = call(*words).strip()

    def named(self, name: str) -> str:
        """The address of a database."""
        return self.address.replace("/postgres?", f"/{name}?")

    def sql(self, *words: Any, name: str = "postgres") -> None:
        """Runs psql as the one who may do everything."""
        owner = self.named(name).replace("commonhour@", "postgres@")
        quiet = {**os.environ, "PGOPTIONS": "--client-min-messages=warning"}
        call("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", *words, owner, env=quiet)

    def make(self, name: str, template: str | None = None) -> str:
        """A new database, in place of one of that name, and its address."""
        self.sql("-c", f"DROP DATABASE IF EXISTS {name}")
        copied = f" TEMPLATE {template} STRATEGY file_copy" if template else ""
        self.sql("-c", f"CREATE DATABASE {name} OWNER commonhour{copied}")
        self.sql("-c", "CHECKPOINT")
        return self.named(name)


def measure(table: Table, bench: Bench, *, grows: bool) -> None:
    """Everything on PostgreSQL; at a hundred times the history too where that is asked for."""
    cluster = Cluster()
    people = bench.folder / "people-postgres.txt"
    members = min(bench.members, 100_000)
    fill(cluster, members, min(bench.transfers, FIRST), people)
    rates = Rates(cluster, bench, people, members)
    beside_pgbench(table, rates)
    hot(table, rates)
    over_http(table, rates)
    bring_in(table, cluster, bench)
    verify(cluster)
    if grows:
        growth(table, rates, min(bench.transfers, FIRST) * 99)


def fill(cluster: Cluster, members: int, transfers: int, people: Path) -> None:
    """Makes the database that all are copies of."""
    print(f"Making {members:,} members in a PostgreSQL.", file=sys.stderr)
    store = cluster.make("filled")
    call(STOREBENCH, "fill", store, members, transfers, 0)
    call(STOREBENCH, "people", store, members, people)
    call("psql", "-X", "-q", "-f", SCRIPTS / "people.sql", store)
    cluster.sql("-c", "VACUUM ANALYZE", name="filled")


class Rates:
    """Operations a second, each on a copy of the same database."""

    def __init__(self, cluster: Cluster, bench: Bench, people: Path, members: int) -> None:
        self.cluster, self.bench, self.people, self.members = cluster, bench, people, members

    @contextmanager
    def copy(self) -> Iterator[str]:
        """The address of a fresh copy."""
        yield self.cluster.make("run", "filled")
        self.cluster.sql("-c", "DROP DATABASE run")

    def ours(self, measure: str, callers: int) -> dict[str, Any]:
        """One measure of StoreBench."""
        with self.copy() as store:
            words = (STOREBENCH, "run", store, self.bench.seconds, measure, callers)
            out = call(*words, env={**os.environ, "PEOPLE": str(self.people)})
        return json.loads(out.splitlines()[-1])

    def pgbench(self, script: str, clients: int, *, hot: bool = False) -> float:
        """Transactions a second of one of our scripts for pgbench."""
        with self.copy() as store:
            words = (
                *("pgbench", "--no-vacuum", "--protocol=prepared", "--jobs=2", "--max-tries=10"),
                *("-D", f"people={self.members}", "-D", f"hot={int(hot)}"),
                *(f"--client={clients}", f"--time={self.bench.seconds}"),
                *("--file", SCRIPTS / script, store),
            )
            out = call(*words, stderr=subprocess.DEVNULL, env=held_to_one_network(store))
        found = re.search(r"tps = ([\d.]+)", out)
        failed = re.search(r"failed transactions: (\d+)", out)
        if not found or not failed or int(failed[1]):
            raise SystemExit(f"pgbench did not do what it was to do:\n{out}")
        return float(found[1])


def held_to_one_network(store: str) -> dict[str, str]:
    """What a connection of Commonhour says at first, and the policies of the tables ask for."""
    network = call("psql", "-X", "-At", "-c", "SELECT id FROM network", store).strip()
    return {**os.environ, "PGOPTIONS": f"-c commonhour.network={network}"}


def beside_pgbench(table: Table, rates: Rates) -> None:
    """Gifts between members at random, and what pgbench makes of the same statements."""
    for callers in CALLERS:
        figure = rates.ours("gift", callers)
        table.add(
            f"gifts through the store on PostgreSQL, {callers} callers",
            figure["perSecond"],
            "/s",
            beside=("pgbench, the same statements", rates.pgbench("gift.pgbench", callers)),
            goal="0.7 of pgbench",
            p50=round(figure["p50"], 2),
            p99=round(figure["p99"], 2),
            one_call=round(rates.pgbench("gift-call.pgbench", callers)),
        )


def hot(table: Table, rates: Rates) -> None:
    """Everybody at one cinema, and gifts to one member, beside the same at random."""
    for callers in CALLERS[1:]:
        distinct = rates.ours("redeem", callers)["perSecond"]
        one = rates.ours("redeem-hot", callers)
        table.add(
            f"credits accepted at one partner on PostgreSQL, {callers} callers",
            one["perSecond"],
            "/s",
            beside=("at 200 partners", distinct),
            goal="0.8 of distinct",
            p99=round(one["p99"], 2),
        )
    one = rates.ours("gift-hot", 32)
    table.add(
        "gifts to one member on PostgreSQL, 32 callers",
        one["perSecond"],
        "/s",
        beside=("pgbench, to one", rates.pgbench("gift.pgbench", 32, hot=True)),
        p99=round(one["p99"], 2),
    )


def over_http(table: Table, rates: Rates) -> None:
    """Gifts over HTTP, from one server and from two on the same database."""
    one = None
    for servers in (1, 2):
        figure = load(rates, servers)
        table.add(
            f"gifts over HTTP on PostgreSQL, {servers} server{'s' * (servers - 1)}, 64 connections",
            figure["perSecond"],
            "/s",
            beside=("one server", one) if one else None,
            p50=figure["p50"],
            p99=figure["p99"],
            max=figure["max"],
            errors=int(figure["non2xx"] + figure["lost"]),
        )
        one = figure["perSecond"]


def bring_in(table: Table, cluster: Cluster, bench: Bench) -> None:
    """An import of transfers beside the same one into a file, and a copy from that file."""
    transfers = min(bench.transfers, FIRST)
    history = bench.folder / "history.csv"
    write_history(history, min(bench.members, 2_000), transfers)
    file, database = bench.folder / "history.sqlite", cluster.make("history")
    took: dict[Path | str, list[float]] = {file: [], database: []}
    for _ in range(RUNS):
        file.unlink(missing_ok=True)
        database = cluster.make("history")
        for store in took:
            call(COMMONHOUR, "network", "create", "fenside", "--name", "Fenside", "--store", store)
            words = ("import", "--network", "fenside", "--kind", "transfers")
            took[store].append(timed(*words, "--store", store, history)[0])
    verify(cluster, "history")
    table.add(
        f"import of {transfers:,} transfers on PostgreSQL",
        statistics.median(took[database]),
        "s",
        beside=("SQLite", statistics.median(took[file])),
        goal="2 times SQLite",
    )
    copies = []
    for _ in range(RUNS):
        copies.append(timed("copy", "--from", file, "--to", cluster.make("history"))[0])
    table.add(
        f"copy of {transfers:,} transfers to PostgreSQL",
        statistics.median(copies),
        "s",
        beside=("the import there", statistics.median(took[database])),
    )
    cluster.sql("-c", "DROP DATABASE history")


def load(rates: Rates, servers: int) -> dict[str, float]:
    """The medians of runs of wrk on as many servers at once, 64 connections in all."""
    bench = Bench(rates.bench.folder, rates.members, FIRST, rates.bench.seconds)
    runs = []
    with rates.copy() as store, ExitStack() as stack:
        urls = [stack.enter_context(serving(store)).url for _ in range(servers)]
        people = {"PEOPLE": str(rates.people)}
        for _ in range(RUNS):
            with ThreadPoolExecutor(servers) as threads:
                each = 64 // servers
                waiting = [threads.submit(bench.wrk_once, url, each, **people) for url in urls]
                runs.append(together([one.result() for one in waiting]))
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def together(figures: list[dict[str, float]]) -> dict[str, float]:
    """Several loads at once as one: rates add up, of times the longest counts."""
    return {
        key: (sum if key in ("perSecond", "non2xx", "lost") else max)(one[key] for one in figures)
        for key in figures[0]
    }


def verify(cluster: Cluster, name: str = "filled") -> None:
    """The books of the database that was measured hold."""
    call(COMMONHOUR, "verify", "--store", cluster.named(name), "--json")


def growth(table: Table, rates: Rates, more: int) -> None:
    """The same at a hundred times the history."""
    measures = [("gift", 8), ("gift", 32), ("redeem", 32), ("balance", 64)]
    # Of statements the first two lines, which every account has at either size.
    measures.append(("statement-short", 64))
    small = {one: rates.ours(*one)["perSecond"] for one in measures}
    print(f"Making {more:,} more transfers.", file=sys.stderr)
    rates.cluster.sql(f"--set=more={more}", "-f", SCRIPTS / "history.sql", name="filled")
    verify(rates.cluster)
    for one in measures:
        figure = rates.ours(*one)
        table.add(
            f"{one[0]} on PostgreSQL, {one[1]} callers, at {more / 99 * 100:,.0f} transfers",
            figure["perSecond"],
            "/s",
            beside=(f"at {more / 99:,.0f}", small[one]),
            goal="0.67, that is 1.5 times slower at most",
            p99=round(figure["p99"], 2),
        )
