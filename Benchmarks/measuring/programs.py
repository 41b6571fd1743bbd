"""What is run to measure: the programs, a server, and a load on it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parent
RESULTS = HERE / "results"
STOREBENCH = HERE / ".build/release/StoreBench"
COMMONHOUR = ROOT / ".build/release/commonhour"
RUNS = 3
# The flags of the Makefile: with others SwiftPM would compile all of it again.
COMPILE = (
    *("swift", "build", "-c", "release", "--explicit-target-dependency-import-check", "error"),
    *("-Xcc", "-O2"),
)


def call(*command: Any, **options: Any) -> str:
    """Runs a command and returns what it printed."""
    words = [str(word) for word in command]
    ran = subprocess.run(words, text=True, stdout=subprocess.PIPE, check=False, **options)
    if ran.returncode != 0:
        raise SystemExit(f"{' '.join(words)} ended with {ran.returncode}")
    return ran.stdout


def build(folder: Path) -> None:
    """Builds all that is measured, for release."""
    print("Building for release; the first time takes several minutes.", file=sys.stderr)
    call(*COMPILE, cwd=HERE)
    call(*COMPILE, "--product", "commonhour", cwd=ROOT)
    reference = HERE / "reference"
    call("cc", "-O2", "-o", folder / "sqlops", reference / "sqlops.c", "-lsqlite3")
    shared = ("-O2", "-shared", "-fPIC")
    call("cc", *shared, "-o", folder / "slowsync.so", reference / "slowsync.c", "-ldl")


@dataclass
class Bench:
    """A store to measure on, and how long to measure."""

    folder: Path
    members: int
    transfers: int
    seconds: int

    @property
    def store(self) -> Path:
        """The store that everything is measured on, one after another."""
        return self.folder / "bench.sqlite"

    @property
    def people(self) -> Path:
        """A line for each member: token, own account, account of somebody else."""
        return self.folder / "people.txt"

    def fill(self) -> None:
        """Makes the network: members, gifts between them, and hours that wait."""
        print(f"Making {self.transfers:,} transfers.", file=sys.stderr)
        hours = min(self.transfers, 600_000)
        call(STOREBENCH, "fill", self.store, self.members, self.transfers, hours)
        call(STOREBENCH, "people", self.store, min(self.members, 100_000), self.people)

    def fuller(self) -> Bench:
        """As many transfers among so few members that each has more than a page of them."""
        folder = self.folder / "fuller"
        folder.mkdir()
        fuller = Bench(folder, self.transfers // 50, self.transfers, self.seconds)
        call(STOREBENCH, "fill", fuller.store, fuller.members, fuller.transfers, 0)
        call(STOREBENCH, "people", fuller.store, fuller.members, fuller.people)
        return fuller

    def copy(self, name: str) -> Path:
        """A copy of the store, for something that leaves it in a state that is not ours."""
        copy = self.folder / name
        call("cp", self.store, copy)
        return copy

    def wrk(self, url: str, connections: int, **words: str) -> dict[str, float]:
        """The medians of three runs of wrk; `words` are those of gift.lua."""
        runs = [self.wrk_once(url, connections, **words) for _ in range(RUNS)]
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        # What must not happen at all is not hidden by a median.
        for key in ("non2xx", "lost"):
            middle[key] = sum(run[key] for run in runs)
        middle["max"] = max(run["max"] for run in runs)
        return middle

    def wrk_once(self, url: str, connections: int, **words: str) -> dict[str, float]:
        """One run of wrk."""
        time.sleep(0.5)
        environment = {"PEOPLE": str(self.people), "NETWORK": "bench", "JSON": "1", **words}
        command = ("wrk", "-t1", f"-c{connections}", f"-d{self.seconds}s", "--timeout", "10s")
        out = call(
            *command, "-s", HERE / "reference/gift.lua", url, env={**os.environ, **environment}
        )
        return json.loads([line for line in out.splitlines() if line.startswith("{")][-1])


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Server:
    """`commonhour serve`, alone on a port of its own."""

    url: str
    process: subprocess.Popen[bytes]
    started: float

    def resident(self) -> float:
        """Memory of its own in MB; pages of the store's file, which the system shares, left out."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return sum(int(size) for size in re.findall(r"Rss(?:Anon|Shmem):\s+(\d+)", status)) / 1024


@contextmanager
def serving(
    store: Path | str, program: Path = COMMONHOUR, **environment: str
) -> Iterator[Server]:
    """Serves a store for as long as is measured; `started` is the time to the first answer."""
    port = free_port()
    command = [program, "serve", "--store", store, "--port", str(port), "--no-rate-limits"]
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{url}/readyz", timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() - began > 30:
                    raise SystemExit("the server did not start") from None
                time.sleep(0.002)
        yield Server(url, process, time.monotonic() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
