"""The typical framework implementation, measured with the same load in the same run."""

from __future__ import annotations

import json
import subprocess
import sys

from .programs import HERE, Bench, call
from .table import Table

VENV = HERE / ".build/typical"


def measure(table: Table, bench: Bench) -> None:
    """FastAPI and PostgreSQL with the same calls; its figures are what ours stand beside."""
    python = prepared()
    if python is None:
        print("The typical implementation cannot be installed here; left out.", file=sys.stderr)
        return
    sizes = ("--members", bench.members, "--transfers", bench.transfers)
    out = call(
        python, HERE / "reference/typical-run", *sizes, "--seconds", bench.seconds, "--json"
    )
    for kind, run in json.loads(out).items():
        table.add(
            f"typical framework, {kind}, 64 connections",
            run["perSecond"],
            "/s",
            p50=run["p50"],
            p99=run["p99"],
        )


def prepared() -> str | None:
    """A python with what the typical implementation needs; None where it cannot be had."""
    python = VENV / "bin/python"
    wants = HERE / "reference/typical-requirements.txt"
    if not python.exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", VENV], check=True)
    words = [python, "-m", "pip", "install", "--quiet", "--requirement", wants]
    ran = subprocess.run(words, check=False)
    return str(python) if ran.returncode == 0 else None
