"""The commands of docs/operating.md, so that tests can do what it tells people to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / "docs" / "operating.md"

OURS = {"commonhour", "curl", "make"}
"""Programs that any machine with Commonhour's tests has."""

DEBIANS = {
    "/usr/bin/commonhour", "apt", "cd", "install", "journalctl", "printf", "runuser", "sed", "set",
    "systemctl", "systemd-analyze",
}  # fmt: skip
"""Programs that need a Debian of their own, as Tests/Drills/deb.py makes one."""

ENDS = {"commonhour verify --against SEAL": 1}
"""How commands end that do not end well, for there is no such seal."""

SETTINGS = ("ini",)
"""What a block of settings is marked with; `sh` marks commands."""

OTHERS = ("caddy", "nginx", "text")
"""What is neither."""


@dataclass(frozen=True)
class Step:
    """A command, or a setting for /etc/default/commonhour."""

    section: str
    number: int
    text: str

    @property
    def program(self) -> str:
        """What a command runs."""
        return self.text.split()[0]

    @property
    def is_setting(self) -> bool:
        """Whether it is a setting and no command."""
        return re.match(r"[A-Z_]+=", self.text) is not None

    def __str__(self) -> str:
        return f"{PATH.name}:{self.number}: {self.text}"


def steps() -> list[Step]:
    """What the page tells people to do, from its first line to its last."""
    return list(_steps(PATH.read_text(encoding="utf-8").splitlines()))


def _steps(lines: list[str]) -> Iterator[Step]:
    section, kind = "", None
    for number, line in enumerate(lines, 1):
        fence = re.match(r" *```(.*)", line)
        if fence:
            kind = _kind(fence[1], number) if kind is None else None
        elif kind == "sh":
            yield Step(section, number, line.strip())
        elif kind in SETTINGS:
            assert line.split()[:1] != ["commonhour"], f"line {number} is a command, not a setting"
            if re.match(r"COMMONHOUR_[A-Z]+=", line):
                yield Step(section, number, line)
        elif kind is None:
            section = line.lstrip("# ") if line.startswith("#") else section
            for text in re.findall(r"`([^`]+)`", line):
                # One word alone is a name and not a command.
                if text.split()[0] in OURS | DEBIANS and len(text.split()) > 1:
                    yield Step(section, number, text)
    assert kind is None, "the last block has no end"


def _kind(mark: str, number: int) -> str:
    known = ("sh", *SETTINGS, *OTHERS)
    assert mark in known, f"the block at line {number} is marked {mark!r} and not one of {known}"
    return mark
