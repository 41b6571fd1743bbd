"""Two PostgreSQL under Patroni and an etcd, each on a machine of its own as far as it can tell.

Each is a network namespace with a cable to one bridge, so that a cable can be pulled. Needs root.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = "/usr/lib/postgresql/15/bin"
OWNER = "postgres"
HUB, NET = "chdrill0", "10.77.41"
TTL = 20
"""Seconds after which Patroni takes a leader for gone that it has not heard from."""


def run(*words: str, check: bool = True) -> str:
    """Runs a command of the system."""
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if check and ran.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}: {ran.stderr}")
    return ran.stdout


@dataclass
class Machine:
    """A network namespace with a cable, and what runs in it."""

    name: str
    number: int
    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{NET}.{self.number}"

    @property
    def cable(self) -> str:
        return f"ch{self.name}"

    def plug_in(self) -> None:
        """Makes the namespace and the cable to the hub."""
        run("ip", "netns", "add", self.cable)
        inside = f"{self.cable}i"
        run("ip", "link", "add", self.cable, "type", "veth", "peer", "name", inside)
        run("ip", "link", "set", inside, "netns", self.cable)
        run("ip", "link", "set", self.cable, "master", HUB, "up")
        within = ("ip", "-n", self.cable)
        run(*within, "addr", "add", f"{self.address}/24", "dev", inside)
        run(*within, "link", "set", inside, "up")
        run(*within, "link", "set", "lo", "up")

    def cut(self) -> None:
        """Pulls the cable."""
        run("ip", "link", "set", self.cable, "down")

    def mend(self) -> None:
        """Puts the cable back."""
        run("ip", "link", "set", self.cable, "up")

    def start(self, *words: str) -> None:
        """Starts a program in it, as somebody who is not root."""
        command = ["ip", "netns", "exec", self.cable, "runuser", "-u", OWNER, "--", *words]
        with (self.folder / f"{self.name}.log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        self.processes.append(process)

    def pids(self) -> list[int]:
        """Whatever runs in it."""
        found = run("ip", "netns", "pids", self.cable, check=False)
        return [int(pid) for pid in found.split()]

    def kill(self) -> None:
        """Ends all of it by `kill -9`, as a power cut would."""
        for pid in self.pids():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for process in self.processes:
            process.wait()
        self.processes = []

    def unplug(self) -> None:
        """Takes it away."""
        self.kill()
        run("ip", "netns", "del", self.cable, check=False)
        run("ip", "link", "del", self.cable, check=False)


class Cluster:
    """The two databases and what decides which of them leads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.judge = Machine("etcd", 10, folder)
        self.nodes = [Machine("one", 11, folder), Machine("two", 12, folder)]

    def start(self) -> None:
        """Starts everything and waits until one leads and the other one follows in step."""
        # What a drill that was killed has left.
        self.stop()
        run("chown", OWNER, str(self.folder))
        self.folder.chmod(0o755)
        run("ip", "link", "add", HUB, "type", "bridge")
        run("ip", "addr", "add", f"{NET}.1/24", "dev", HUB)
        run("ip", "link", "set", HUB, "up")
        for machine in (self.judge, *self.nodes):
            machine.plug_in()
        client, peer = (f"http://{self.judge.address}:{port}" for port in (2379, 2380))
        self.judge.start(
            *("etcd", "--name", "judge", "--data-dir", str(self.folder / "etcd")),
            *("--listen-client-urls", client, "--advertise-client-urls", client),
            *("--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer),
            *("--initial-cluster", f"judge={peer}", "--log-level", "warn"),
        )
        for node in self.nodes:
            self.begin(node)
        self.await_step(120)

    def begin(self, node: Machine) -> None:
        """Starts Patroni on a node, which starts the database."""
        file = self.folder / f"{node.name}.yml"
        # JSON is YAML as well.
        file.write_text(json.dumps(self._settings(node), indent=1))
        node.start("patroni", str(file))

    def stop(self) -> None:
        """Ends everything and takes it away."""
        for machine in (*self.nodes, self.judge):
            machine.unplug()
        run("ip", "link", "del", HUB, check=False)

    @property
    def address(self) -> str:
        """Where servers find whichever of the two leads."""
        return f"postgres://postgres@{self.nodes[0].address},{self.nodes[1].address}"

    def leader(self) -> Machine | None:
        """The node that leads, as far as it says so itself."""
        return next((node for node in self.nodes if self._says(node, "primary")), None)

    def await_step(self, seconds: float) -> None:
        """Waits until there is a leader and the other one has all that it has."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.leader() and any(self._says(node, "sync") for node in self.nodes):
                return
            time.sleep(0.5)
        raise RuntimeError(f"the databases are not in step after {seconds:.0f} s")

    @staticmethod
    def _says(node: Machine, role: str) -> bool:
        try:
            with urllib.request.urlopen(f"http://{node.address}:8008/{role}", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _settings(self, node: Machine) -> dict[str, object]:
        trusted = [f"host {what} all {NET}.0/24 trust" for what in ("all", "replication")]
        return {
            "scope": "commonhour",
            "name": node.name,
            "etcd3": {"host": f"{self.judge.address}:2379"},
            "restapi": {
                "listen": f"{node.address}:8008",
                "connect_address": f"{node.address}:8008",
            },
            "bootstrap": {
                "dcs": {
                    "ttl": TTL,
                    "loop_wait": 4,
                    "retry_timeout": 8,
                    "synchronous_mode": True,
                    "postgresql": {
                        "use_pg_rewind": True,
                        "parameters": {
                            "max_connections": 100,
                            "wal_log_hints": "on",
                            "synchronous_commit": "on",
                            "wal_keep_size": "256MB",
                        },
                    },
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}],
                "pg_hba": ["local all all trust", *trusted],
            },
            "postgresql": {
                "listen": f"{node.address}:5432",
                "connect_address": f"{node.address}:5432",
                "data_dir": str(self.folder / node.name),
                "bin_dir": PROGRAMS,
                "authentication": {
                    "superuser": {"username": "postgres", "password": "drill"},
                    "replication": {"username": "replicator", "password": "drill"},
                    "rewind": {"username": "postgres", "password": "drill"},
                },
                "parameters": {"unix_socket_directories": ""},
            },
        }
