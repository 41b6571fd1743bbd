"""Files brought in and written out: all or nothing, once, and as people's programs leave them."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from pathlib import Path
from threading import Event, Thread

import pytest
from commonhour import Demo, Program, Ran

pytestmark = pytest.mark.file

HEADER = "id,at,from,to,minutes,kind,memo"

ROWS = [
    "1,2026-01-05T10:00:00Z,issuance,allocation:school,6000,issue,spring term",
    "2,2026-01-06T10:00:00Z,allocation:school,member:M-1,90,earn,reading",
    "3,2026-01-07T10:00:00Z,member:M-1,member:M-2,30,gift,thank you",
    "4,2026-01-08T10:00:00Z,member:M-2,takings:cinema,20,redeem,",
    "5,2026-01-09T10:00:00Z,member:M-1,pot,10,donate,",
]


@pytest.fixture(scope="module")
def settled(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A store with one empty network; tests take copies of it."""
    program = Program(binary, tmp_path_factory.mktemp("settled") / "store" / "a.sqlite")
    program.run_well("network", "create", "fenside", "--name", "Fenside Time Credits")
    return program


class Village:
    """A network of one's own, and files to bring into it."""

    def __init__(self, settled: Program, folder: Path) -> None:
        shutil.copytree(settled.store.parent, folder / "store")
        self.program = Program(settled.binary, folder / "store" / settled.store.name)
        self.folder = folder

    def bring(self, text: str | bytes, *options: str, kind: str = "transfers") -> Ran:
        """Imports a file with this in it."""
        file = self.folder / f"{kind}.csv"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        words = ["import", "--network", "fenside", "--kind", kind, *options, str(file)]
        return self.program.run(*words)

    def bring_well(self, text: str | bytes, *options: str, kind: str = "transfers") -> Ran:
        ran = self.bring(text, "--json", *options, kind=kind)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran

    def export(self, name: str = "out") -> Path:
        """All that the network owns, in a new folder."""
        to = self.folder / name
        self.program.run_well("export", "--network", "fenside", "--to", str(to))
        return to

    def transfers(self, name: str = "out") -> list[dict[str, str]]:
        with (self.export(name) / "transfers.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture
def village(settled: Program, tmp_path: Path) -> Village:
    return Village(settled, tmp_path)


def lines(*rows: str, end: str = "\n") -> str:
    return end.join([HEADER, *rows, ""])


def test_a_file_is_brought_in_and_stands_there_as_it_was(village: Village) -> None:
    said = village.bring_well(lines(*ROWS)).json
    assert (said["kind"], said["rows"], said["added"], said["skipped"]) == ("transfers", 5, 5, 0)
    assert (said["members"], said["organisations"]) == (2, 2)
    village.program.verify()
    assert [",".join(row.values()) for row in village.transfers()] == ROWS


def test_a_second_run_adds_nothing(village: Village) -> None:
    village.bring_well(lines(*ROWS))
    again = village.bring_well(lines(*ROWS)).json
    assert (again["added"], again["skipped"]) == (0, 5)
    more = "6,2026-01-10T10:00:00Z,member:M-1,member:M-2,5,gift,"
    grown = village.bring_well(lines(*ROWS, more)).json
    assert (grown["added"], grown["skipped"]) == (1, 5)
    village.program.verify()
    assert len(village.transfers()) == 6


def test_a_dry_run_says_what_would_be_and_changes_nothing(village: Village) -> None:
    before = village.program.run_well("verify", "--json").json
    said = village.bring_well(lines(*ROWS), "--dry-run").json
    assert said["added"] == 5
    assert village.program.run_well("verify", "--json").json == before
    assert "Nothing was changed." in village.bring(lines(*ROWS), "--dry-run").out
    assert village.transfers() == []
    assert village.bring_well(lines(*ROWS)).json["added"] == 5


def test_a_dry_run_finds_what_the_real_one_would(village: Village) -> None:
    bad = lines(*ROWS, "6,2026-01-10T10:00:00Z,member:M-2,member:M-1,9999,gift,")
    rehearsed, real = village.bring(bad, "--dry-run", "--json"), village.bring(bad, "--json")
    assert rehearsed.code == real.code == 1
    assert rehearsed.json["problems"] == real.json["problems"] != []


BAD = [
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,0,gift,", "minutes", "0"),
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,-5,gift,", "minutes", "-5"),
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,1.5,gift,", "minutes", "1.5"),
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,1000000001,gift,", "minutes", "1000000001"),
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,ten,gift,", "minutes", "ten"),
    ("x,yesterday,member:M-1,member:M-2,5,gift,", "at", "yesterday"),
    ("x,2026-02-30T10:00:00Z,member:M-1,member:M-2,5,gift,", "at", "2026-02-30T10:00:00Z"),
    ("x,2026-01-05T10:00:00Z,nobody,member:M-2,5,gift,", "from", "nobody"),
    ("x,2026-01-05T10:00:00Z,member:M-1,wallet:,5,gift,", "to", "wallet:"),
    ("x,2026-01-05T10:00:00Z,member:M-1,member:M-2,5,bribe,", "kind", "bribe"),
    ("1,2026-01-05T10:00:00Z,member:M-1,member:M-2,5,gift,", "id", "1"),
]


@pytest.mark.parametrize(("row", "column", "value"), BAD)
def test_a_bad_row_is_named_by_line_column_value_and_reason(
    village: Village, row: str, column: str, value: str
) -> None:
    text = lines(*ROWS, row)
    ran = village.bring(text, "--json")
    assert ran.code == 1 and ran.json["problemCount"] == 1, ran
    (problem,) = ran.json["problems"]
    assert (problem["line"], problem["column"], problem["value"]) == (7, column, value)
    assert problem["reason"].endswith(".") and problem["code"]
    told = village.bring(text)
    assert (told.code, told.out) == (1, "")
    assert f"line 7, column {column}, “{value}”: {problem['reason']}" in told.err
    assert "Nothing was imported." in told.err
    assert village.transfers() == []


def test_every_bad_row_is_named_at_once(village: Village) -> None:
    rows = [row.replace("x,", f"x{number},") for number, (row, *_) in enumerate(BAD[:-1])]
    ran = village.bring(lines(*ROWS, *rows), "--json")
    assert ran.code == 1
    assert [one["line"] for one in ran.json["problems"]] == list(range(7, 7 + len(rows)))


def test_the_first_row_that_breaks_a_floor_is_named_and_nothing_stays(village: Village) -> None:
    rows = ["6,2026-01-10T10:00:00Z,member:M-2,member:M-1,11,gift,", ROWS[0].replace("1,", "7,", 1)]
    ran = village.bring(lines(*ROWS, *rows), "--json")
    assert ran.code == 1
    (problem,) = ran.json["problems"]
    assert (problem["line"], problem["code"]) == (7, "not-enough-credits")
    assert village.transfers() == []


def test_the_same_id_with_something_else_is_an_error(village: Village) -> None:
    village.bring_well(lines(*ROWS))
    ran = village.bring(lines(ROWS[0], ROWS[1].replace(",90,", ",91,")), "--json")
    assert ran.code == 1
    assert [(one["line"], one["column"]) for one in ran.json["problems"]] == [(3, "id")]
    assert len(village.transfers()) == 5


PLAIN = lines(*ROWS)

AS_LEFT = {
    "windows line ends": lines(*ROWS, end="\r\n").encode(),
    "old mac line ends": lines(*ROWS, end="\r").encode(),
    "a byte-order mark": b"\xef\xbb\xbf" + PLAIN.encode(),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs and windows": lines(*ROWS, end="\r\n").replace(",", "\t").encode(),
    "no end of the last line": PLAIN.rstrip("\n").encode(),
    "empty lines": PLAIN.replace("\n", "\n\n").encode() + b"\r\n,,,,,,\r\n",
    "quotation marks everywhere": "".join(
        ",".join(f'"{cell}"' for cell in row.split(",")) + "\r\n" for row in [HEADER, *ROWS]
    ).encode(),
    "another order and more columns": "".join(
        ",".join([*reversed(row.split(",")), "more"]) + "\n" for row in [HEADER, *ROWS]
    ).encode(),
}


@pytest.mark.parametrize("text", AS_LEFT.values(), ids=AS_LEFT.keys())
def test_a_file_may_be_written_as_programs_write_them(village: Village, text: bytes) -> None:
    assert village.bring_well(text).json["added"] == 5
    assert [",".join(row.values()) for row in village.transfers()] == ROWS


def test_a_newline_in_a_cell_is_kept_and_the_lines_stay_in_step(village: Village) -> None:
    long = '6,2026-01-10T10:00:00Z,member:M-1,pot,5,donate,"one\r\ntwo, ""three""\nfour"'
    bad = "7,2026-01-11T10:00:00Z,member:M-1,pot,none,donate,"
    ran = village.bring(lines(*ROWS, long, bad), "--json")
    assert [one["line"] for one in ran.json["problems"]] == [10], "the header is line 1"
    village.bring_well(lines(*ROWS, long))
    memo = village.transfers()[-1]["memo"]
    assert memo.replace("\r\n", "\n") == 'one\ntwo, "three"\nfour'


UNREADABLE = {
    "Latin-1": (ROWS[0].encode() + b" caf\xe9\n", 2, "memo"),
    "garbled twice": ("1,2026-01-05T10:00:00Z,issuance,pot,5,issue,MuÃ±oz\n".encode(), 2, "memo"),
    "a NUL byte": (ROWS[0].encode() + b"\0\n", 2, None),
    "cut off in a cell": (f"{ROWS[0]}\n2,2026-01-06T10:00:00Z,allocation:sch".encode(), 3, None),
    "cut off in quotation marks": (f'{ROWS[0]}\n"2,2026-01'.encode(), 3, None),
    "too many cells": (f"{ROWS[0]},one,two\n".encode(), 2, None),
    "text after quotation marks": (f'{ROWS[0]}\n"2"x,a,b,c,d,e,f\n'.encode(), 3, None),
}


@pytest.mark.parametrize(
    ("text", "line", "column"), UNREADABLE.values(), ids=UNREADABLE.keys()
)
def test_what_cannot_be_read_is_named_where_it_stands(
    village: Village, text: bytes, line: int, column: str | None
) -> None:
    ran = village.bring(HEADER.encode() + b"\n" + text, "--json")
    assert ran.code == 1, ran
    first = ran.json["problems"][0]
    assert first["line"] == line and first["reason"]
    if column is not None:
        assert first["column"] == column
    assert village.transfers() == []


@pytest.mark.parametrize("text", [b"", b"\n\n", b"\xff\xfei\0d\0", b"id,at\n", b"\0" * 99])
def test_what_is_no_such_file_at_all_is_refused(village: Village, text: bytes) -> None:
    ran = village.bring(text, "--json")
    assert ran.code == 1 and ran.json["problems"]


FORMULAS = ["=1+1", "+44 1945", "-5", "@home", "'=quoted", "''+1", "'plain", "=cmd|' /C calc'!A0"]


def bring_path(village: Village, path: Path | str, kind: str = "members") -> Ran:
    words = ["import", "--network", "fenside", "--kind", kind, str(path)]
    return village.program.run(*words, timeout=60)


def test_a_file_without_an_end_is_refused_at_once(village: Village, tmp_path: Path) -> None:
    ran = bring_path(village, "/dev/zero")
    assert ran.code == 1 and "line 1" in ran.err and "1 MiB" in ran.err
    quoted = tmp_path / "quoted.csv"
    quoted.write_text('number,name\nX1,Ada\nX2,"' + "and on\n" * 200_000)
    ran = bring_path(village, quoted)
    assert ran.code == 1 and "line 3" in ran.err and "1 MiB" in ran.err
    assert "X1" not in (village.export() / "members.csv").read_text()


def test_a_folder_is_no_file(village: Village, tmp_path: Path) -> None:
    ran = bring_path(village, tmp_path)
    assert ran.code == 1 and "is a folder" in ran.err


def test_a_pipe_is_read_once_and_brought_in(village: Village, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "number,name\n" + "".join(f"X{n},Ada Nowak\n" for n in range(20_000))
    writer = Thread(target=pipe.write_text, args=(text,))
    writer.start()
    ran = bring_path(village, pipe)
    writer.join()
    assert ran.code == 0 and "20000 of 20000" in ran.out, ran


def test_a_file_that_is_written_to_meanwhile_is_refused(village: Village, tmp_path: Path) -> None:
    file, done = tmp_path / "growing.csv", Event()
    file.write_text("number,name\n" + "".join(f"X{n},Ada Nowak\n" for n in range(2_000)))

    def grow() -> None:
        with file.open("a") as open_file:
            while not done.wait(0.001):
                open_file.write("Y1,Bo\n")
                open_file.flush()

    writer = Thread(target=grow)
    writer.start()
    ran = bring_path(village, file)
    done.set()
    writer.join()
    assert ran.code == 1 and "was changed" in ran.err, ran
    assert "X1," not in (village.export() / "members.csv").read_text()


def test_a_large_file_takes_no_more_memory_than_a_small_one(
    village: Village, tmp_path: Path
) -> None:
    def peak(rows: int) -> int:
        """The most memory, in bytes, that an import of so many members has."""
        file = tmp_path / f"{rows}.csv"
        with file.open("w") as out:
            out.write("number,name,email,phone\n")
            for n in range(rows):
                out.write(f"{rows}-{n},Ada Nowak,m{n}@example.org,07700 {n:06}\n")
        program = village.program
        words = ["import", "--network", "fenside", "--kind", "members", "--store", program.named]
        running = subprocess.Popen([program.binary, *words, file], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(running.pid, 0)
        assert status == 0
        return usage.ru_maxrss * 1024

    few, many = peak(1_000), peak(40_000)
    assert many < few + 16 * 1024 * 1024, (few, many)


def test_no_cell_that_goes_out_is_a_formula_and_all_come_back(
    village: Village, settled: Program, tmp_path: Path
) -> None:
    guarded = ["'" + memo if memo.lstrip("'")[0] in "=+-@" else memo for memo in FORMULAS]
    rows = [
        f'{number},2026-01-10T10:00:00Z,issuance,pot,5,opening,"{memo}"'
        for number, memo in enumerate(guarded)
    ]
    village.bring_well(lines(*rows))
    out = village.export()
    for file in out.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as opened:
            for row in csv.reader(opened):
                assert not any(cell[:1] in tuple("=+-@\t\r") for cell in row if cell), file.name
    assert [row["memo"] for row in village.transfers("read")] == guarded
    (tmp_path / "other").mkdir()
    other = Village(settled, tmp_path / "other")
    other.bring_well((out / "transfers.csv").read_bytes())
    assert other.transfers() == village.transfers("again")


CINEMA = "slug,name,earns,spends\nriverside-cinema,Riverside Cinema,no,corporate\n"

HISTORY = lines(
    "0,2026-02-01T10:00:00Z,issuance,allocation:orchard-lane-school,600,issue,",
    "2026-0000,2026-02-02T10:00:00Z,allocation:orchard-lane-school,member:M-17,120,earn,",
    "2026-0001,2026-03-01T10:30:00Z,allocation:orchard-lane-school,member:M-17,90,earn,"
    "Reading with Year 2",
    "2026-0002,2026-03-01T11:00:00Z,member:M-17,allocation:orchard-lane-school,90,reversal,"
    "2026-0001",
    "2026-0003,2026-03-01T19:05:00Z,member:M-17,takings:riverside-cinema,60,redeem,Film",
)

TEMPLATES = (
    "organisations members staff offices guardians relatives opportunities offers transfers"
    " reversals holds hours redemptions"
).split()


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_template_of_each_kind_can_be_brought_in_after_those_it_names(
    village: Village, kind: str
) -> None:
    def template(kind: str) -> str:
        return village.program.run_well("import", "--template", kind).out

    wanted = ["organisations", "members", "opportunities"]
    for before in wanted[: wanted.index(kind)] if kind in wanted else wanted:
        village.bring_well(template(before), kind=before)
    if kind == "transfers":
        village.bring_well(lines(HISTORY.splitlines()[1]))
    if kind in ("guardians", "relatives"):
        village.bring_well("number,name\nM-18,Cy Evans\nM-19,Di Evans\n", kind="members")
    if kind in ("offers", "reversals", "holds", "redemptions"):
        village.bring_well(CINEMA, kind="organisations")
    if kind in ("reversals", "holds", "redemptions"):
        village.bring_well(template("offers"), kind="offers")
        village.bring_well(HISTORY)
    assert len(template(kind).splitlines()) == 2
    assert village.bring_well(template(kind), kind=kind).json["added"] == 1
    assert village.bring_well(template(kind), kind=kind).json["added"] == 0
    village.program.verify()


def test_an_export_holds_everything_but_secrets_and_only_its_owner_reads_it(
    demo_copy: Demo, tmp_path: Path
) -> None:
    to = tmp_path / "out"
    ran = demo_copy.program.run_well(
        "export", "--network", demo_copy.network, "--to", str(to), "--json"
    )
    written = {file["name"]: file["rows"] for file in ran.json["files"]}
    assert to.stat().st_mode & 0o777 == 0o700
    text = ""
    for file in to.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
        text += file.read_text(encoding="utf-8")
    for name in ("transfers.csv", "members.csv", "organisations.csv", "hours.csv"):
        with (to / name).open(encoding="utf-8", newline="") as opened:
            assert len(list(csv.reader(opened))) == written[name] + 1 > 1
    for login in demo_copy.logins:
        assert login.password not in text
    with (to / "dictionary.csv").open(encoding="utf-8", newline="") as opened:
        told = {(row["file"], row["column"]) for row in csv.DictReader(opened)}
    for file in set(to.glob("*.csv")) - {to / "dictionary.csv"}:
        header = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert {(file.name, column) for column in header} <= told


def test_an_export_refuses_a_folder_that_is_not_empty(village: Village, tmp_path: Path) -> None:
    export = ["export", "--network", "fenside", "--to"]
    (tmp_path / "empty").mkdir()
    village.program.run_well(*export, str(tmp_path / "empty"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    ran = village.program.run(*export, str(tmp_path / "full"))
    assert (ran.code, ran.out) == (1, "") and "not empty" in ran.err
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["letter.txt"]
    ran = village.program.run(*export, str(tmp_path / "full" / "letter.txt"))
    assert (ran.code, ran.out) == (1, "")
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"


def test_importing_an_export_gives_an_equal_network(
    demo_copy: Demo, settled: Program, tmp_path: Path
) -> None:
    """By the commands that the export's own README gives, in their order."""
    out = tmp_path / "out"
    demo_copy.program.run_well("export", "--network", demo_copy.network, "--to", str(out))
    kinds = re.findall(r"--kind (\w+) \1\.csv", (out / "README.txt").read_text("utf-8"))
    left = {"journal.csv", "seals.csv", "journal_seals.csv", "dictionary.csv", "README.txt"}
    assert {f"{kind}.csv" for kind in kinds} == {file.name for file in out.iterdir()} - left
    (tmp_path / "other").mkdir()
    other = Village(settled, tmp_path / "other")
    for kind in kinds:
        other.bring_well((out / f"{kind}.csv").read_bytes(), kind=kind)
    other.program.verify()
    again = other.export()
    for kind in kinds:
        here, there = (file.read_text("utf-8") for file in _both(again, out, kind))
        if kind == "network":  # Its short name is its own.
            here = here.replace("\nfenside,", f"\n{demo_copy.network},")
        assert here == there, kind


def _both(here: Path, there: Path, kind: str) -> tuple[Path, Path]:
    return here / f"{kind}.csv", there / f"{kind}.csv"
