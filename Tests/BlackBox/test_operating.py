"""Every command of docs/operating.md is run, in the order of the page.

Here are run those that need nothing but the program; `systemctl` starts and stops a server of the
test. Those that need a Debian are run by Tests/Drills/deb.py, which plays the whole page on one. A
command that neither knows fails the test.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import databases
import manual
import pytest
import requests
from commonhour import ANSWER_SECONDS, ROOT, START_SECONDS, Demo, Server, free_port
from manual import Step

pytestmark = pytest.mark.file


@dataclass
class Machine:
    """Folders and a server in the place of a machine's."""

    binary: Path
    root: Path
    settings: dict[str, str] = field(default_factory=dict)
    server: Server | None = None
    port: int = field(default_factory=free_port)
    database: str = field(default_factory=databases.make)

    @property
    def home(self) -> Path:
        """Where the service keeps its store."""
        return self.root / "var/lib/commonhour"

    def here(self, text: str) -> str:
        """A command or a setting, its places and names those of this machine."""
        for name, place in {
            "/var/": f"{self.root}/var/",
            "127.0.0.1:8080": f"127.0.0.1:{self.port}",
            "--port 8090": f"--port {free_port()}",
            "postgres:///commonhour": self.database,
            "postgres://commonhour_server@/commonhour": self.database,
            "postgres://commonhour@db1.example.org,db2.example.org/commonhour?sslmode=verify-full":
                self.database,
            "DATE": "by-hand",
            "NUMBER": "1001-H",
            "SLUG": "fenside",
            "SEAL": "0" * 64,
        }.items():  # fmt: skip
            text = text.replace(name, place)
        return text

    @property
    def environment(self) -> dict[str, str]:
        """What a shell has that has read the settings."""
        others = {name: text for name, text in os.environ.items() if "COMMONHOUR" not in name}
        path = f"{self.root}/bin:{others['PATH']}"
        return others | self.settings | {"PATH": path}

    def run(self, command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Runs a command as a shell would."""
        return subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def serve(self, command: str) -> None:
        """Runs a command that serves until it is told to stop."""
        with subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=self.home,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert process.stdout is not None and process.stderr is not None
            line = process.stdout.readline()
            process.send_signal(signal.SIGTERM)
            assert process.wait(START_SECONDS) == 0, line + process.stderr.read()
            assert re.search(r"http://127\.0\.0\.1:[0-9]+/", line), line

    def start(self) -> None:
        """Starts the service."""
        command = [self.binary, "serve", "--port", str(self.port)]
        log = self.root / "serve.log"
        with log.open("ab") as file:
            process = subprocess.Popen(
                [*command, *shlex.split(self.settings.get("COMMONHOUR_SERVE", ""))],
                cwd=self.home,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        store = self.home / "commonhour.sqlite"
        self.server = Server(Demo(self.binary, store, "fenside", ()), self.port, process, log)
        self.server._wait_until_ready()

    def stop(self) -> None:
        """Stops the service, if it runs."""
        if self.server:
            self.server.stop()
        self.server = None

    def play(self, step: Step) -> None:
        """Does what the page says; what needs a Debian is done to the server, or left out."""
        command = self.here(step.text)
        if step.is_setting:
            name, text = command.split("=", 1)
            self.settings[name] = text.strip('"')
        elif service := re.fullmatch(r"systemctl (start|stop|restart) commonhour", command):
            if service[1] != "start":
                self.stop()
            if service[1] != "stop":
                self.start()
        elif step.program == "make":
            # What it does takes minutes or hours; that there is such a thing is seen.
            assert self.run(f"make --dry-run {command.split()[1]}", ROOT).returncode == 0, step
        elif command.startswith("commonhour serve"):
            self.serve(command if "--port" in command else f"{command} --port 0")
        elif step.program in manual.OURS:
            ran = self.run(command, self.home)
            wrong = [line for line in ran.stdout.splitlines() if line.startswith("wrong ")]
            if len(wrong) == 1 and "fsync" in wrong[0]:
                # The doctor is right: the PostgreSQL of the tests does not flush.
                return
            assert ran.returncode == manual.ENDS.get(step.text, 0), (str(step), ran)


@pytest.fixture
def machine(binary: Path, tmp_path: Path) -> Iterator[Machine]:
    """A machine on which the package was just installed."""
    databases.start()
    made = Machine(binary, tmp_path)
    for folder in ("bin", "var/lib/commonhour", "var/backups/commonhour"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "bin/commonhour").symlink_to(binary)
    made.settings["COMMONHOUR_STORE"] = f"{made.home}/commonhour.sqlite"
    assert made.run("commonhour migrate", made.home).returncode == 0
    made.start()
    yield made
    if made.server:
        made.server.kill()


def test_every_command_is_known_to_a_test() -> None:
    unknown = [
        str(step)
        for step in manual.steps()
        if not step.is_setting and step.program not in manual.OURS | manual.DEBIANS
    ]
    assert not unknown


def test_a_command_cannot_hide() -> None:
    lines = ["# A", "`commonhour doctor` and `commonhour`", "```sh", "rm -r x", "```"]
    assert [step.text for step in manual._steps(lines)] == ["commonhour doctor", "rm -r x"]
    for block in (["```", "commonhour x", "```"], ["```ini", "commonhour x", "```"], ["```sh"]):
        with pytest.raises(AssertionError):
            list(manual._steps(block))


def test_the_whole_page_can_be_done(machine: Machine) -> None:
    done = manual.steps()
    assert len(done) > 40
    for step in done:
        machine.play(step)
    machine.stop()
    assert machine.settings["COMMONHOUR_STORE"] == machine.database
    for store in (machine.database, f"{machine.home}/commonhour.sqlite"):
        ran = machine.run(f"commonhour verify --store '{store}'", machine.home)
        assert ran.returncode == 0 and "fenside" in ran.stdout, ran


def test_every_count_is_explained(machine: Machine) -> None:
    page = manual.PATH.read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(commonhour_\w+)`", page, re.MULTILINE))
    counted: set[str] = set()
    for store in (machine.settings["COMMONHOUR_STORE"], machine.database):
        machine.stop()
        machine.settings["COMMONHOUR_STORE"] = store
        machine.start()
        url = f"http://127.0.0.1:{machine.port}/metrics"
        # The first answer counts nothing yet.
        text = [requests.get(url, timeout=ANSWER_SECONDS).text for _ in range(2)][-1]
        counted |= set(re.findall(r"^# TYPE (\w+)", text, re.MULTILINE))
    assert counted == explained
