"""Databases for the tests on a PostgreSQL that is theirs alone, and ends with them."""

from __future__ import annotations

import os
import subprocess
import uuid
from pathlib import Path

GIVEN = "COMMONHOUR_TEST_POSTGRES"
"""The variable of the environment that names a PostgreSQL in which tests may make databases."""

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "cluster"


def start() -> None:
    """Starts a PostgreSQL that ends with this process, unless one was given.

    What this process starts later on, such as other processes of the same test run, uses it too.
    """
    if GIVEN not in os.environ:
        made = subprocess.run(
            [SCRIPT, str(os.getpid())], stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
        os.environ[GIVEN] = made.stdout.strip()


def make(template: str | None = None) -> str:
    """The address of a new database: an empty one, or a copy of one that nobody has open."""
    name = f"outside_{uuid.uuid4().hex}"
    copied = f" TEMPLATE {_name(template)}" if template else ""
    subprocess.run(
        ["psql", "--quiet", "--no-psqlrc", "--command", f"CREATE DATABASE {name}{copied}"]
        + ["--dbname", os.environ[GIVEN]],
        check=True,
    )
    return os.environ[GIVEN].replace("/postgres?", f"/{name}?")


def _name(address: str) -> str:
    return address.split("?")[0].rsplit("/", 1)[-1]
