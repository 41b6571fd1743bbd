"""Rows of a file obey the rules of what they stand for; other programs' files are read whole."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from commonhour import Program, Ran

pytestmark = pytest.mark.file

HEADER = "id,at,from,to,minutes,kind,memo"


def lines(*rows: str) -> str:
    return "\n".join([HEADER, *rows, ""])


class Village:
    """A network of one's own, and files to bring into it."""

    def __init__(self, binary: Path, folder: Path) -> None:
        self.program = Program(binary, folder / "store" / "a.sqlite")
        self.folder = folder
        self.program.run_well("network", "create", "fenside", "--name", "Fenside Time Credits")

    def bring(self, text: str, *options: str, kind: str = "transfers") -> Ran:
        file = self.folder / f"{kind}.csv"
        file.write_text(text)
        words = ["import", "--network", "fenside", "--kind", kind, *options, str(file)]
        return self.program.run(*words)

    def bring_well(self, text: str, *options: str, kind: str = "transfers") -> Ran:
        ran = self.bring(text, "--json", *options, kind=kind)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran

    def transfers(self, name: str = "out") -> list[dict[str, str]]:
        to = self.folder / name
        self.program.run_well("export", "--network", "fenside", "--to", str(to))
        with (to / "transfers.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture
def village(binary: Path, tmp_path: Path) -> Village:
    return Village(binary, tmp_path)


SCHOOL = "slug,name,earns,spends\nschool,Orchard Lane,yes,no\n"

HOURS = "id,organisation,member,date,minutes,status"


def test_hours_of_a_file_obey_the_rules_of_hours(village: Village) -> None:
    village.bring_well(SCHOOL, kind="organisations")
    village.bring_well("number,name\nN,Nadia\n", kind="members")
    village.bring_well(lines("i,2026-01-05T10:00:00Z,issuance,allocation:school,9000,issue,"))
    for day, code in [("2162-03-01", "future-date"), ("0026-03-01", "too-long-ago")]:
        for status in ["confirmed", "claimed"]:
            row = f"{HOURS}\nh1,school,N,{day},60,{status}\n"
            ran = village.bring(row, "--json", kind="hours")
            (problem,) = ran.json["problems"]
            assert (problem["line"], problem["column"], problem["code"]) == (2, "date", code)
            assert problem["value"] == day and len(village.transfers(f"{day}-{status}")) == 1
    day = village.transfers("day")[0]["at"][:10]
    twice = f"{HOURS}\nh1,school,N,{day},1440,confirmed\nh2,school,N,{day},1440,confirmed\n"
    said = village.bring(twice, "--dry-run", kind="hours")
    assert said.code == 0 and "Please look at 2 rows again:" in said.out, said
    assert f"line 2, column date, “{day}”: " in said.out
    told = village.bring_well(twice, kind="hours").json
    assert (told["added"], told["warningCount"]) == (2, 2)
    assert [one["line"] for one in told["warnings"]] == [2, 3]
    village.program.verify()


def test_an_offer_of_a_file_obeys_the_rules_of_offers(village: Village) -> None:
    village.bring_well(SCHOOL, kind="organisations")
    ran = village.bring("organisation,title,adult\nschool,Film,60\n", "--json", kind="offers")
    (problem,) = ran.json["problems"]
    assert (problem["line"], problem["column"], problem["value"]) == (2, "organisation", "school")
    assert problem["code"] == "not-spending"
    added = village.program.run(
        "offer", "add", "Film", "--organisation", "school", "--adult", "60", "--network", "fenside"
    )
    assert added.code == 1, added


@pytest.mark.parametrize("amount", ["1,000", "1.000"])
def test_an_amount_that_can_be_read_in_two_ways_is_refused_everywhere(
    village: Village, amount: str
) -> None:
    text = f'payer,payee,description,amount\nN1,N2,a,"{amount}"\n'
    ran = village.bring(text, "--json", "--format", "komunitin")
    (problem,) = ran.json["problems"]
    assert (problem["code"], problem["value"]) == ("ambiguous-amount", amount)
    assert "Write 1000 for" in problem["reason"] and f"{amount}0 for" in problem["reason"]
    village.bring_well("slug,name,earns,spends\ncinema,Film,no,corporate\n", kind="organisations")
    words = ["offer", "add", "Film", "--organisation", "cinema", "--network", "fenside"]
    assert village.program.run(*words, "--adult", amount).code != 0


def test_a_bundle_of_komunitin_keeps_dates_and_names_what_it_does_not_read(
    village: Village,
) -> None:
    village.bring_well("number,name\nN1,Ada\nN2,Bo\n", kind="members")
    village.bring_well(lines("o,2023-01-05T10:00:00Z,issuance,member:N1,600,opening,"))
    header = "id,payer,payee,user,amount,description,createdAt,updatedAt"
    row = "p-1,N1,N2,N1,1.5,Bread,2024-02-01T10:00:00.000Z,"
    options = ["--format", "komunitin"]
    said = village.bring_well(f"{header}\n{row}2024-02-01T10:00:00Z\n", *options).json
    assert (said["added"], said["unused"]) == (1, ["user", "updatedAt"])
    again = village.bring_well(f"{header}\n{row}2024-09-09T10:00:00Z\n", *options).json
    assert (again["added"], again["skipped"]) == (0, 1)
    assert village.transfers()[-1]["at"] == "2024-02-01T10:00:00Z"
