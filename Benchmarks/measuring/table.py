"""The table: a row for each figure, with what it was measured against and what it has to reach."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Figure:
    """One figure, and what stands beside it."""

    measure: str
    value: float
    unit: str
    beside: str | None
    besides: float | None
    ratio: float | None
    goal: str | None
    more: dict[str, Any]


@dataclass
class Table:
    """Figures as they come, printed as rows and kept for the JSON."""

    rows: list[Figure] = field(default_factory=list)

    def add(
        self,
        measure: str,
        value: float,
        unit: str,
        *,
        beside: tuple[str, float] | None = None,
        goal: str | None = None,
        **more: Any,
    ) -> float:
        """Adds a figure. `beside` names what it is measured against, and that one's figure."""
        name, other = beside if beside else (None, None)
        ratio = value / other if other else None
        self.rows.append(Figure(measure, value, unit, name, other, ratio, goal, more))
        shown = f"{ratio:5.2f} of {name} ({other:,.0f})" if other else ""
        wanted = f"[{goal}]" if goal else ""
        extra = "  ".join(f"{key} {item}" for key, item in more.items())
        print(f"{measure:<50}{value:>11,.1f} {unit:<5} {shown}  {extra}  {wanted}", flush=True)
        return value

    def value(self, measure: str) -> float | None:
        """What an earlier row says."""
        return next((row.value for row in self.rows if row.measure == measure), None)

    def write(self, folder: Path) -> None:
        """Writes the table as JSON, with what kind of machine it was."""
        folder.mkdir(exist_ok=True)
        document = {
            "machine": {"cores": os.cpu_count(), "system": platform.platform()},
            "figures": [asdict(row) for row in self.rows],
        }
        (folder / "latest.json").write_text(json.dumps(document, indent=2) + "\n")
