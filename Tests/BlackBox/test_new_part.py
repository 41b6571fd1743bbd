"""A program with one more part: what the part lists is there, wherever people look for it.

The part is the sample of CONTRIBUTING.md, in Tests/Lending; no file of the program names it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from commonhour import Demo, Server, ok, problem
from openapi_spec_validator import OpenAPIV31SpecValidator


def test_a_part_is_served_described_listed_exported_and_verified(
    lending: Demo, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(lending)
    document = ok(running.visitor().get("/api/v1/openapi.json"))
    OpenAPIV31SpecValidator(document).validate()
    assert {"get", "post"} <= set(document["paths"]["/api/v1/networks/{network}/tools"])
    assert {"name": "Tools"} in document["tags"]

    owner, other, third = (running.a("member", number) for number in range(3))
    mine, theirs = owner.membership(), other.membership()
    offer = {"owner": mine["number"], "name": "Saw"}
    saw = ok(owner.post("tools", offer), 201)
    assert (saw["name"], saw["owner"], saw["borrower"]) == ("Saw", mine["member"], None)
    loan = f"tools/{saw['id']}/loan"
    lent = ok(owner.post(loan, {"borrower": theirs["number"], "message": "Mind your fingers"}))
    assert lent["borrower"] == theirs["member"]
    refused = owner.post(loan, {"borrower": third.membership()["number"]})
    assert problem(refused, 409, "already-lent")["borrower"] == theirs["number"]
    problem(other.post(loan, {"borrower": theirs["number"]}), 404, "not-found")
    problem(owner.post("tools", {"owner": mine["number"], "name": ""}), 400, "invalid")
    assert [tool["name"] for tool in third.every("tools")] == ["Saw"]

    token = str(owner.session.headers["Authorization"]).removeprefix("Bearer ")
    cookies = {"session": token, "language": "en"}
    address = f"{running.url}/{lending.network}/tools"
    page = owner.session.get(address, cookies=cookies, timeout=30)
    assert page.status_code == 200
    assert "Borrow a tool" in page.text and "<bdi>Saw</bdi>" in page.text

    # The command line hands its change to the running server.
    program = lending.program
    where = ("--network", lending.network)
    added = program.run_well("tool", "add", "Ladder", "--owner", mine["number"], *where, "--json")
    assert added.json["owner"] == mine["member"]
    listed = program.run_well("tool", "list", *where, "--json").json["tools"]
    assert [tool["name"] for tool in listed] == ["Ladder", "Saw"]
    assert listed[1] == lent
    running.stop()

    out = tmp_path / "out"
    program.run_well("export", "--to", str(out), *where)
    with (out / "tools.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["name"], row["borrower"]) for row in rows] == [
        ("Saw", theirs["number"]),
        ("Ladder", ""),
    ]
    # What came out is known again when it comes in.
    file = str(out / "tools.csv")
    brought = program.run_well("import", "--kind", "tools", *where, file, "--json").json
    assert (brought["rows"], brought["added"]) == (2, 0)
    program.verify()


@pytest.mark.file
def test_the_program_without_the_part_leaves_its_store_alone(lending: Demo, binary: Path) -> None:
    without = Demo(binary, lending.store, lending.network, ()).program
    ran = without.run("verify")
    assert ran.code != 0
    assert "newer" in ran.err
    ran = without.run("tool", "list", "--network", lending.network)
    assert ran.code != 0
    lending.program.verify()
