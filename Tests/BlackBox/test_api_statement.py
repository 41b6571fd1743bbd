"""An organisation's statement of one month."""

from __future__ import annotations

from typing import Any

import pytest
from commonhour import Server, ok, problem

SUMS = ("visits", "accepted", "undone", "retired", "recycled", "other")


def _partner(server: Server) -> dict[str, Any]:
    """The organisation that has taken in most."""
    organisations = server.a("coordinator").every("organisations")
    return max(organisations, key=lambda one: int(one["taken"] or 0))


def test_a_statement_adds_up(server: Server) -> None:
    """Opening, what moved, and closing; the days make the month, the months follow each other."""
    coordinator = server.a("coordinator")
    place = _partner(server)
    path = f"organisations/{place['id']}/statement"
    now = ok(coordinator.get(path))
    year, month = (int(part) for part in now["month"].split("-"))
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    last = ok(coordinator.get(path, month=f"{before[0]:04}-{before[1]:02}"))
    assert last["closing"] == now["opening"] and now["closing"] == place["taken"]
    for statement in (now, last):
        change = (
            statement["accepted"]
            - statement["undone"]
            - statement["retired"]
            - statement["recycled"]
            + statement["other"]
        )
        assert statement["opening"] + change == statement["closing"]
        for name in SUMS:
            assert sum(day[name] for day in statement["days"]) == statement[name], name
        dates = [day["date"] for day in statement["days"]]
        assert dates == sorted(set(dates))
        assert all(date.startswith(statement["month"]) for date in dates)
        if statement["days"]:
            assert statement["days"][-1]["closing"] == statement["closing"]


@pytest.mark.parametrize("month", ["2026-13", "november", "2026-1", "", "9999-12"])
def test_a_month_that_is_none_is_refused(server: Server, month: str) -> None:
    """And so is one that has not begun."""
    path = f"organisations/{_partner(server)['id']}/statement"
    details = problem(server.a("coordinator").get(path, month=month), 400, "invalid")
    assert "month" in str(details)


def test_only_those_who_look_after_it_see_it(server: Server) -> None:
    """Not members, and not the staff of another place."""
    path = f"organisations/{_partner(server)['id']}/statement"
    for role in ("member", "till", "funder", "guardian", "worker"):
        assert server.a(role).get(path).status_code in (403, 404), role
    problem(server.visitor().get(f"{server.api}/{path}"), 401)
