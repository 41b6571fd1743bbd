"""A clock that jumps back an hour: ids still climb, nothing is lost, and doctor says so."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from commonhour import ROOT, Demo, Server, ok
from neighbours import gift, minutes, wallet

HOUR = 3_600


class Clock:
    """The clock of a program under test."""

    def __init__(self, folder: Path) -> None:
        self.control = folder / "clock"
        self.library = folder / "clock.so"
        source = ROOT / "Tests" / "Drills" / "clock.c"
        flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run(["gcc", *flags, "-o", self.library, source], check=True)

    def before(self, program: Path) -> Path:
        """A program that is this one, by this clock."""
        script = self.control.with_name("by-this-clock")
        words = f"LD_PRELOAD='{self.library}' COMMONHOUR_CLOCK='{self.control}'"
        script.write_text(f"#!/bin/sh\n{words} exec '{program}' \"$@\"\n")
        script.chmod(0o755)
        return script

    def differ(self, seconds: int) -> None:
        """Sets it, by the machine's clock."""
        fresh = self.control.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.rename(self.control)


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    return Clock(tmp_path)


def test_an_hour_that_comes_twice_loses_nothing(demo_copy: Demo, clock: Clock) -> None:
    demo = replace(demo_copy, binary=clock.before(demo_copy.binary))
    ids: list[str] = []

    def doctor() -> dict[str, str]:
        signs = demo.program.run("doctor", "--json").json["signs"]
        (sign,) = [one for one in signs if one["name"] == "clock"]
        return dict(sign)

    def give(server: Server, count: int) -> None:
        giver, taker = server.a("member", 0), wallet(server.a("member", 1))
        before = minutes(giver)
        for _ in range(count):
            ids.append(ok(giver.post("transfers", gift(giver, taker)), 201)["id"])
        assert minutes(giver) == before - count
        lines = ok(giver.get(f"accounts/{wallet(giver)}/transfers", limit=count))["items"]
        assert [line["id"] for line in lines] == ids[: -count - 1 : -1]

    server = Server.start(demo)
    try:
        give(server, 3)
        assert doctor()["state"] == "ok"
        clock.differ(-HOUR)
        give(server, 3)
        sign = doctor()
        assert sign["state"] == "warn" and "behind" in sign["words"], sign
        server.stop()
        server = Server.start(demo)
        give(server, 3)
        # Somebody can sign in by a clock that is behind, and after it is set right.
        server.visitor().sign_in(demo.all("member")[2])
        clock.differ(0)
        give(server, 3)
        server.visitor().sign_in(demo.all("member")[2])
        server.stop()
    finally:
        server.kill()
    assert ids == sorted(ids) and len(set(ids)) == len(ids)
    assert doctor()["state"] == "ok"
    demo.program.verify()
