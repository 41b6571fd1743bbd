"""A disk that fails on demand, for a test: see faults.c."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "Drills" / "faults.c"

SEEN_SECONDS = 0.03
"""After this long the program has noticed a change of the control file."""


def build(folder: Path) -> Path:
    """Compiles the library that is preloaded, and returns where it is."""
    library = folder / "faults.so"
    flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["gcc", *flags, "-o", library, SOURCE], check=True)
    return library


class FailingDisk:
    """The disk under one program's store."""

    def __init__(self, library: Path, folder: Path) -> None:
        self.library = library
        self.folder = folder
        self.control = folder / "faults"

    @property
    def environment(self) -> dict[str, str]:
        """What has to stand in the environment of the program."""
        return {"LD_PRELOAD": str(self.library), "COMMONHOUR_FAULTS": str(self.control)}

    def under(self, program: Path) -> Path:
        """A program that is this one, on the failing disk."""
        script = self.folder / "on-failing-disk"
        words = " ".join(f"{name}='{value}'" for name, value in self.environment.items())
        script.write_text(f"#!/bin/sh\n{words} exec '{program}' \"$@\"\n")
        script.chmod(0o755)
        return script

    def fail(self, how: str) -> None:
        """Fails from now on: `enospc`, `eio`, `eio-after 3`, `slow 5000`, …"""
        self.control.write_text(how)
        time.sleep(SEEN_SECONDS)

    def mend(self) -> None:
        """Works again from now on."""
        self.control.unlink(missing_ok=True)
        time.sleep(SEEN_SECONDS)

    @contextmanager
    def failing(self, how: str) -> Iterator[None]:
        """Fails until the end of the block."""
        self.fail(how)
        try:
            yield
        finally:
            self.mend()
