"""What a coordinator does at the command line, and the README's first quarter of an hour."""

from __future__ import annotations

import html
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from commonhour import ROOT, Demo, Program, Server

Start = Callable[..., Server]


@pytest.fixture
def fenside(empty: Program) -> Program:
    """A network with a coordinator, a school and two members."""
    empty.run_well("network", "create", "fenside", "--name", "Fenside", "--coordinator", "Jo Marsh")
    place = ("--network", "fenside")
    empty.run_well("organisation", "add", "school", "--name", "A school", "--earns", *place)
    for name in ("Ada Nowak", "Bo Kalniņš"):
        empty.run_well("person", "add", name, *place)
    return empty



@pytest.mark.parametrize("served", [False, True], ids=["alone", "served"])
def test_who_may_be_a_member_already_is_named_and_added_all_the_same(
    fenside: Program, start_server: Start, served: bool
) -> None:
    place = ("--network", "fenside", "--email", "cy@example.org")
    if served:
        start_server(fenside.network("fenside"))
    number = fenside.run_well("person", "add", "Cy Evans", *place, "--json").json["number"]
    ran = fenside.run("person", "add", "C. Evans", *place)
    assert (ran.code, ran.out) == (1, "") and "Cy Evans" in ran.err and number in ran.err
    assert "--add-anyway" in ran.err
    fenside.run_well("person", "add", "C. Evans", *place, "--add-anyway")
    ran = fenside.run("network", "policy", "--network", "fenside", "--expiry-days", "365")
    assert ran.code == 1 and "run out" in ran.err
    said = fenside.run_well("network", "policy", "--network", "fenside").out
    assert "Credits do not run out." in said

class Browser:
    """Somebody at the pages, as a browser without JavaScript sends forms."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.headers["Sec-Fetch-Site"] = "same-origin"
        self.page = ""

    def open(self, path: str) -> str:
        """Follows a link."""
        answer = self.session.get(self.url + path, timeout=30)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {_text(answer.text)}"
        self.page = answer.text
        return self.page

    def follow(self, words: str) -> str:
        """Follows the link that is called so."""
        for target, inside in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', self.page, re.S):
            if words in html.unescape(re.sub(r"<[^>]+>", "", inside)):
                return self.open(html.unescape(target))
        raise AssertionError(f"no link is called {words}: {_text(self.page)}")

    def send(self, button: str, **values: str) -> str:
        """Fills in the form that has this button, and presses it."""
        for form in re.findall(r"<form.*?</form>", self.page, re.S):
            if not re.search(rf"<button[^>]*>\s*{re.escape(button)}", form):
                continue
            sent = {}
            for field in re.findall(r"<input [^>]*>", form):
                facts = dict(re.findall(r'([a-z]+)="([^"]*)"', field))
                if facts.get("type") != "radio" or " checked" in field:
                    sent[facts["name"]] = html.unescape(facts.get("value", ""))
            sent |= {name.replace("_", "-"): value for name, value in values.items()}
            target = html.unescape(re.findall(r'action="([^"]*)"', form)[0])
            answer = self.session.post(self.url + target, data=sent, timeout=60)
            assert answer.status_code == 200, f"{button}: {answer.status_code} {_text(answer.text)}"
            self.page = answer.text
            return self.page
        raise AssertionError(f"no button is called {button}: {_text(self.page)}")

    def value(self, name: str, words: str) -> str:
        """The value of the choice that is called so."""
        pattern = rf'name="{name}"[^>]*value="([^"]*)"[^>]*>\s*<span>(?:<bdi>)?([^<]*)'
        for value, said in re.findall(pattern, self.page):
            if words in html.unescape(said):
                return str(value)
        raise AssertionError(f"no {name} is called {words}: {_text(self.page)}")


    def option(self, words: str) -> str:
        """The value of the item of a list that is called so."""
        for value, said in re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', self.page):
            if words in html.unescape(said):
                return str(value)
        raise AssertionError(f"no item is called {words}: {_text(self.page)}")

    def handed_code(self) -> str:
        """Makes a code for the member whose page this is."""
        self.send("Make a code")
        found = re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", self.page)
        assert found
        return found.group()

    def give_role(self, organisation: str, role: str) -> None:
        """Gives the member whose page this is a role at an organisation."""
        way = re.search(r'href="([^"]*/roles)"', self.page)
        assert way
        self.open(way[1])
        self.send("Give them this role", organisation=self.value("organisation", organisation), role=role)


def quarter_of_an_hour() -> list[list[str]]:
    """The commands in the README's section, without the program's name."""
    text = Path(ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("## A coordinator's first quarter of an hour")[1].split("\n## ")[0]
    blocks = re.findall(r"```\n(.*?)```", section, re.S)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("commonhour ")]


def test_the_first_quarter_of_an_hour_is_as_the_readme_says(
    empty: Program, start_server: Start
) -> None:
    create, serve = quarter_of_an_hour()
    assert serve == ["serve"]
    code = empty.run_well(*create).out.strip().splitlines()[-1]
    server = start_server(empty.network("fenside"))
    jo = Browser(server.url)
    jo.open("/fenside/set-up")
    jo.send("Keep this password", login="jo@example.org", code=code, password="five warm loaves")
    assert "Your first quarter of an hour" in jo.page

    for name, slug, earns, spends in (
        ("Orchard Lane School", "school", "yes", "no"),
        ("Riverside", "cinema", "no", "corporate"),
    ):
        jo.follow("Partners")
        jo.follow("Add an organisation")
        jo.send("Add", name=name, slug=slug, earns=earns, spends=spends)
    jo.follow("Today")
    jo.follow("Things to do")
    jo.follow("Add something to do")
    jo.send("Add it", title="Reading", organisation=jo.value("organisation", "Orchard"))
    jo.follow("Today")
    jo.follow("Things to enjoy")
    jo.follow("Add something to enjoy")
    jo.send(
        "Add it", title="A film", organisation=jo.value("organisation", "Riverside"), adult_hours="1"
    )

    for name in ("Ada Nowak", "Bo Kalnins"):
        jo.follow("People")
        jo.follow("Add a member")
        jo.send("Add this member", name=name)
        assert name in jo.page
    jo.follow("People")
    jo.follow("Ada Nowak")
    jo.send(
        "Enter these hours",
        opportunity=jo.option("Reading"),
        minutes_hours="1",
        minutes_minutes="30",
    )
    jo.follow("People")
    jo.follow("Ada Nowak")
    jo.give_role("Orchard", "worker")
    jo.follow("People")
    jo.follow("Bo Kalnins")
    jo.give_role("Riverside", "till")
    jo.follow("People")
    jo.follow("Bo Kalnins")
    code = jo.handed_code()
    jo.follow("Today")
    assert "Accept the first credits" in jo.page

    bo = Browser(server.url)
    bo.open("/fenside/set-up")
    bo.send("Keep this password", login="1003-M", code=code, password="a lamp on the hill")
    bo.send("Find", card="1002-K", act="enter")
    bo.send("Find", act="enter")
    assert "Ada N." in bo.page
    shown = empty.run_well("person", "show", "1002-K", "--network", "fenside", "--json").json
    assert shown["minutes"] == 30
    empty.verify()


def test_a_network_and_its_first_coordinator_are_made_at_once(empty: Program) -> None:
    words = ("network", "create", "ely", "--name", "Ely", "--coordinator", "Jo Marsh")
    made = empty.run_well(*words, "--login", "jo@example.org", "--json").json
    assert made["network"] == "ely"
    assert made["coordinator"]["name"] == "Jo Marsh"
    assert made["coordinator"]["login"] == "jo@example.org"
    assert re.fullmatch(r"[0-9]{4}-[A-Z]", made["coordinator"]["number"])
    assert re.fullmatch(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", made["coordinator"]["code"])
    listed = empty.run_well("person", "list", "--offices", "--network", "ely", "--json").json
    assert [one["office"] for one in listed["offices"]] == ["coordinator"]


def test_a_network_without_a_coordinator_has_no_members(empty: Program) -> None:
    empty.run_well("network", "create", "ely", "--name", "Ely")
    assert empty.run_well("person", "list", "--network", "ely", "--json").json == {"members": []}


def test_refusals_wrong_usage_and_missing_things_are_sentences(fenside: Program) -> None:
    place = ("--network", "fenside")
    for expected, words in (
        (1, ("network", "create", "fenside", "--name", "Again")),
        (1, ("network", "create", "Not A Slug", "--name", "Ely")),
        (2, ("network", "create", "ely", "--name", "Ely", "--login", "jo@example.org")),
        (2, ("network", "create", "ely")),
        (1, ("person", "show", "4711-A", *place)),
        (1, ("person", "list", "--network", "nowhere")),
        (2, ("person", "show", "???", *place)),
        (1, ("person", "add", " ", *place)),
        (1, ("person", "erase", "1002-K", *place)),
        (1, ("person", "dismiss", "1002-K", "funder", *place)),
        (2, ("person", "appoint", "1002-K", "queen", *place)),
        (1, ("staff", "appoint", "1002-K", "--organisation", "pub", "--role", "till", *place)),
        (2, ("staff", "appoint", "1002-K", "--organisation", "school", "--role", "boss", *place)),
        (1, ("staff", "dismiss", "1002-K", "--organisation", "school", *place)),
        (2, ("organisation", "grant", "school", *place)),
        (1, ("organisation", "grant", "pub", "--hours", "9", *place)),
        (1, ("network", "policy", "--rounding", "0", *place)),
    ):
        ran = fenside.run(*words)
        assert ran.code == expected, f"{words} ended with {ran.code}: {ran.out}{ran.err}"
        assert ran.out == "", words
        assert ran.err.strip(), words
        assert "Refusal" not in ran.err and "Error Domain" not in ran.err, ran.err


def test_roles_are_given_and_taken_away(fenside: Program) -> None:
    place = ("--network", "fenside")
    fenside.run_well("person", "appoint", "1002-K", "funder", *place)
    fenside.run_well(
        "staff", "appoint", "1002-K", "--organisation", "school", "--role", "lead", *place
    )
    shown = fenside.run_well("person", "show", "1002-K", *place, "--json").json
    assert shown["offices"] == ["funder"]
    assert shown["staff"] == [{"organisation": "school", "role": "lead"}]
    staff = fenside.run_well("staff", "list", *place, "--json").json["staff"]
    assert [(one["number"], one["role"]) for one in staff] == [("1002-K", "lead")]
    fenside.run_well("person", "dismiss", "1002-K", "funder", *place)
    fenside.run_well("staff", "dismiss", "1002-K", "--organisation", "school", *place)
    shown = fenside.run_well("person", "show", "1002-K", *place, "--json").json
    assert shown["offices"] == [] and shown["staff"] == []


def test_a_guardian_acts_until_that_is_ended(fenside: Program) -> None:
    place = ("--network", "fenside")
    fenside.run_well("person", "guardian", "add", "1003-M", "1002-K", *place)
    shown = fenside.run_well("person", "show", "1003-M", *place, "--json").json
    assert shown["guardians"] == ["Ada Nowak"]
    assert fenside.run("person", "guardian", "add", "1003-M", "1003-M", *place).code == 1
    fenside.run_well("person", "guardian", "remove", "1003-M", "1002-K", *place)
    assert fenside.run("person", "guardian", "remove", "1003-M", "1002-K", *place).code == 1


def test_relatives_are_noted_shown_and_taken_back(fenside: Program) -> None:
    place = ("--network", "fenside")
    both = ("person", "relatives", "1002-K", "1003-M")
    fenside.run_well(*both, *place)
    shown = fenside.run_well("person", "show", "1003-M", *place)
    assert "Relatives:  Ada Nowak" in shown.out
    assert fenside.run_well(*both, "--undo", *place, "--json").json == {"relatives": []}
    assert fenside.run_well("person", "show", "1003-M", *place, "--json").json["relatives"] == []
    again = fenside.run(*both, "--undo", *place)
    assert again.code == 1 and "not noted as relatives" in again.err


def test_an_organisation_is_renamed_closed_and_opened(fenside: Program) -> None:
    place = ("--network", "fenside")
    fenside.run_well("opportunity", "add", "Reading", "--organisation", "school", *place)
    named = fenside.run_well("organisation", "rename", "school", "The Academy", *place)
    assert "A school is called The Academy now." in named.out
    fenside.run_well("organisation", "close", "school", *place)
    assert "The Academy (closed)" in fenside.run_well("organisation", "list", *place).out
    refused = fenside.run("opportunity", "add", "More", "--organisation", "school", *place)
    assert refused.code == 1 and "closed" in refused.err
    fenside.run_well("organisation", "open", "school", *place)
    fenside.run_well("opportunity", "add", "More", "--organisation", "school", *place)
    assert fenside.run("organisation", "close", "nowhere", *place).code == 1


def test_an_erased_member_is_gone_and_their_number_is_not_given_again(fenside: Program) -> None:
    place = ("--network", "fenside")
    fenside.run_well("person", "erase", "1002-K", "--yes", *place)
    listed = fenside.run_well("person", "list", *place).out
    assert "Ada" not in listed and "1002-K" not in listed
    added = fenside.run_well("person", "add", "Cy Evans", *place, "--json").json
    assert added["number"] not in ("1002-K", "1003-M")
    assert fenside.run("person", "code", "1002-K", *place).code == 1
    fenside.verify()


def test_an_operator_is_made_at_the_command_line(fenside: Program, start_server: Start) -> None:
    server = start_server(fenside.network("fenside"))
    made = fenside.run_well("person", "operator", "sam@example.org", "--name", "Sam", "--json").json
    password = "a lamp on the hill"
    sam = Browser(server.url)
    sam.open("/fenside/set-up")
    sam.send("Keep this password", login="sam@example.org", code=made["code"], password=password)
    assert "Signed in as Sam" in sam.page
    answer = requests.post(
        f"{server.url}/api/v1/tokens",
        json={"login": "sam@example.org", "password": password},
        timeout=60,
    )
    bearer = {"Authorization": f"Bearer {answer.json()['token']}"}
    me = requests.get(f"{server.url}/api/v1/me", headers=bearer, timeout=30).json()
    assert me["operator"] is True

    # As a member they join with a code, signed in; and nobody hands an operator another one.
    hand_over = ("person", "code", "1002-K", "--network", "fenside")
    code = fenside.run_well(*hand_over, "--json").json["code"]
    sam.open("/fenside/join")
    sam.send("Join", code=code)
    assert "Hello, Ada" in sam.page
    refused = fenside.run(*hand_over)
    assert refused.code == 1 and "operator" in refused.err, refused.err


def test_all_verbs_work_beside_a_running_server(fenside: Program, start_server: Start) -> None:
    start_server(fenside.network("fenside"))
    place = ("--network", "fenside")
    made = fenside.run_well(
        "network", "create", "ely", "--name", "Ely", "--coordinator", "Pat Reed", "--json"
    ).json
    assert len(made["coordinator"]["code"]) == 29
    added = fenside.run_well("person", "add", "Cy Evans", "--code", *place, "--json").json
    assert len(added["code"]) == 29
    fenside.run_well("person", "edit", added["number"], "--status", "paused", *place)
    card = fenside.run_well("person", "card", added["number"], *place, "--json").json["card"]
    assert card != added["card"]
    fenside.run_well("organisation", "grant", "school", "--hours", "50", *place)
    listed = fenside.run_well("organisation", "list", *place, "--json").json["organisations"]
    assert [one["left"] for one in listed] == [9_000]
    policy = fenside.run_well("network", "policy", "--ceiling", "6000", *place, "--json").json
    assert (policy["version"], policy["ceiling"]) == (2, 6_000)
    fenside.run_well("person", "appoint", added["number"], "coordinator", *place)
    fenside.run_well("person", "dismiss", added["number"], "coordinator", *place)
    assert fenside.run("person", "add", " ", *place).code == 1


def test_a_demo_is_not_served_to_other_machines(demo: Demo, tmp_path: Path) -> None:
    program = demo.copy(tmp_path / "store").program
    ran = program.run("serve", "--host", "0.0.0.0", "--port", "0", timeout=60)
    assert ran.code == 1, ran.out
    assert ran.out == ""
    assert "demo" in ran.err


def test_opportunities_and_offers_come_and_go(fenside: Program) -> None:
    place = ("--network", "fenside")
    pool = ("add", "pool", "--name", "Pool", "--spends", "corporate")
    fenside.run_well("organisation", *pool, *place)
    at_school = ("--organisation", "school")
    reading = fenside.run_well("opportunity", "add", "Reading", *at_school, *place, "--json").json
    at_pool = ("--organisation", "pool", "--adult", "60")
    swim = fenside.run_well("offer", "add", "A swim", *at_pool, *place, "--json").json
    assert swim["adult"] == 60 and swim["child"] is None
    for kind, made in (("opportunity", reading), ("offer", swim)):
        assert made["title"] in fenside.run_well(kind, "list", *place).out
        fenside.run_well(kind, "close", made["id"], *place)
        assert made["title"] not in fenside.run_well(kind, "list", *place).out
        fenside.run_well(kind, "open", made["id"], *place)
        assert made["title"] in fenside.run_well(kind, "list", *place).out
        for verb in ("close", "open"):
            assert fenside.run(kind, verb, "0000000000000", *place).code == 1
            assert fenside.run(kind, verb, "what?", *place).code == 2
    nowhere = ("--organisation", "school", "--adult", "1")
    assert fenside.run("offer", "add", "Free", *nowhere, *place).code == 1


def test_every_verb_explains_itself_with_an_example(empty: Program) -> None:
    groups = ("network", "organisation", "opportunity", "offer", "person", "staff")
    seen = 0
    for words in [*((group,) for group in groups), ("person", "guardian")]:
        shown = _help(empty, *words)
        for verb in re.findall(r"^  ([a-z-]+)  ", shown.split("SUBCOMMANDS:")[1], re.M):
            explained = _help(empty, *words, verb)
            assert explained.startswith("OVERVIEW: ")
            assert "Example" in explained, (*words, verb)
            assert f"commonhour {' '.join(words)} {verb}" in explained, explained
            seen += 1
    assert seen >= 26


def _text(page: str) -> str:
    main = re.search(r"<main.*?</main>", page, re.S)
    words = re.sub(r"<[^>]+>", " ", main.group(0) if main else page)
    return re.sub(r"\s+", " ", html.unescape(words))


def _help(program: Program, *words: str) -> str:
    done = subprocess.run(
        [program.binary, *words, "--help"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_command_prints_what_the_api_shows(server: Server) -> None:
    """Each member of an answer, under the same name and with the same value."""
    place = ("--network", server.demo.network, "--json")
    coordinator = server.a("coordinator")
    program = server.demo.program

    def shown(path: str) -> list[dict[str, object]]:
        items: list[dict[str, object]] = []
        after: dict[str, str] = {}
        while True:
            answer = coordinator.get(path, limit="200", **after).json()
            items += answer["items"]
            if answer["next"] is None:
                return items
            after = {"after": answer["next"]}

    for verb, path in {
        "offer": "offers",
        "opportunity": "opportunities",
        "organisation": "organisations",
        "person": "members",
    }.items():
        printed = program.run_well(verb, "list", *place).json
        (listed,) = printed.values()
        there = shown(path)
        assert len(listed) == len(there) > 0, verb
        for one, other in zip(listed, there, strict=True):
            assert {name: one[name] for name in other} == other, verb
    policy = program.run_well("network", "policy", *place).json
    assert policy == shown("policies")[0]
    offices = program.run_well("person", "list", "--offices", *place).json["offices"]
    assert offices == shown("offices")
    # What scripts read before the two were the same is still there.
    person = program.run_well("person", "list", *place).json["members"][0]
    assert person["member"] == person["id"]
    school = program.run_well("organisation", "list", *place).json["organisations"][0]
    assert school["organisation"] == school["slug"]
