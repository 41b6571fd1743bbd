"""Databases for the tests on a PostgreSQL that is theirs alone, and ends with them."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import time
import uuid
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

GIVEN = "COMMONHOUR_TEST_POSTGRES"
"""The variable of the environment that names a PostgreSQL in which tests may make databases."""

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "cluster"


def start(*, durable: bool = False) -> None:
    """Starts a PostgreSQL that ends with this process, unless one was given.

    What this process starts later on, such as other processes of the same test run, uses it too.
    A durable one brings what it acknowledges to disk, so that it may be killed.
    """
    if GIVEN not in os.environ:
        words = [str(SCRIPT), str(os.getpid()), *(["durable"] if durable else [])]
        made = subprocess.run(words, stdout=subprocess.PIPE, encoding="utf-8", check=True)
        os.environ[GIVEN] = made.stdout.strip()


def make(template: str | None = None) -> str:
    """The address of a new database: an empty one, or a copy of one that nobody has open.

    An empty one is its owner's, a copy is for whoever the original was for.
    """
    name = f"outside_{uuid.uuid4().hex}"
    copied = f" TEMPLATE {_name(template)}" if template else ""
    subprocess.run(
        ["psql", "--quiet", "--no-psqlrc", "--command", f"CREATE DATABASE {name}{copied}"]
        + ["--dbname", os.environ[GIVEN]],
        check=True,
    )
    if template:
        return template.replace(f"/{_name(template)}?", f"/{name}?")
    return os.environ[GIVEN].replace("/postgres?", f"/{name}?")


def for_server(address: str) -> str:
    """The address of a database for the role that serves it and owns nothing there."""
    return address.replace("//commonhour@", "//commonhour_server@")


def _name(address: str) -> str:
    return address.split("?")[0].rsplit("/", 1)[-1]


def _folder() -> Path:
    """Where the PostgreSQL that this process started lies."""
    return Path(parse_qs(urlsplit(os.environ[GIVEN]).query)["host"][0])


def kill() -> None:
    """Ends the PostgreSQL that was started, with all that belongs to it, by `kill -9`."""
    leader = int((_folder() / "data" / "postmaster.pid").read_text().split()[0])
    found = subprocess.run(["pgrep", "-P", str(leader)], capture_output=True, encoding="utf-8")
    for process in [leader, *(int(line) for line in found.stdout.split())]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def restart() -> None:
    """Starts it again on what a kill has left."""
    folder = _folder()
    (server,) = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
    owner = pwd.getpwuid((folder / "data").stat().st_uid).pw_name
    as_owner = ["runuser", "-u", owner, "--"] if os.geteuid() == 0 else []
    words = ["start", "--pgdata", "data", "--log", str(folder / "log"), "--wait", "--silent"]
    for _ in range(50):
        ran = subprocess.run([*as_owner, server, *words], cwd=folder, capture_output=True)
        if ran.returncode == 0:
            return
        time.sleep(0.2)
    raise RuntimeError(f"PostgreSQL does not start again: {(folder / 'log').read_text()[-2000:]}")
