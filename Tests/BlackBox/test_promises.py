"""What forms say of the words in them, and what people see of each other's words and names."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from commonhour import Client, Server, new_key, ok, problem
from guests import Guest
from neighbours import first_of, gift, newcomer, wallet

DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"


def page(guest: Guest, path: str) -> str:
    """What a page says, with its marks."""
    answer = guest.session.get(guest.server.url + guest.home + path, timeout=30)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return html.unescape(answer.text)


def test_both_read_the_words_of_a_gift(server: Server, member: Client) -> None:
    words = f"for the walnut cake {new_key()[-8:]}"
    giver, taker = member, server.a("member", 1)
    ok(giver.post("transfers", gift(giver, wallet(taker), memo=words), key=new_key()), 201)
    for person in (giver, taker):
        lines = ok(person.get(f"accounts/{wallet(person)}/transfers"))["items"]
        assert lines[0]["memo"] == words
    for login in (server.demo.all("member")[0], server.demo.all("member")[1]):
        guest = Guest.of(server, login)
        account = server.client(login).membership()["account"]
        for path in ("/", f"/accounts/{account}"):
            assert f'<span class="note"><bdi>{words}</bdi></span>' in page(guest, path)


def test_the_reason_for_a_refusal_is_read_however_long_the_hours_waited(server: Server) -> None:
    worker, member = server.a("worker"), server.a("member", 2)
    place, reason = first_of(worker, "opportunities"), f"twice written {new_key()[-8:]}"
    claim = {"opportunity": place["id"], "date": "2026-01-05", "minutes": 15}
    claim["member"] = member.membership()["member"]
    hours = ok(member.post("hours", claim), 201)
    ok(worker.post(f"hours/{hours['id']}/refusal", {"reason": reason}))
    assert reason in page(Guest.of(server, server.demo.all("member")[2]), "/")


def test_what_is_written_about_an_offer_is_read(server: Server, lead: Client) -> None:
    about = f"Monday to Thursday {new_key()[-8:]}"
    place = next(
        one for one in ok(lead.get("organisations"))["items"] if one["spends"] != "no"
    )
    coordinator = server.a("coordinator")
    words = {"organisation": place["id"], "title": "Film", "adult": 60, "details": about}
    ok(coordinator.post("offers", words), 201)
    assert about in page(Guest.of(server, server.demo.one("member")), "/offers")


@pytest.mark.parametrize("typed", ["\u200b", "\u2060\ufeff", "\u202e", " \u3164 ", "\u2800"])
def test_a_name_that_shows_nothing_is_no_name(coordinator: Client, typed: str) -> None:
    details = problem(coordinator.post("members", {"name": typed}), 400, "invalid")
    assert details["errors"][0]["pointer"] == "/name"
    one = newcomer(coordinator)
    problem(coordinator.patch(f"members/{one['id']}", {"name": typed}), 400, "invalid")


def test_no_name_turns_a_page_round(server: Server, coordinator: Client) -> None:
    one = newcomer(coordinator, "A \u202e B\u200b Turner")
    assert one["name"] == "A  B Turner"
    guest = Guest(server, "coordinator")
    for path in (f"/people/{one['id']}", "/people?q=turner"):
        shown = page(guest, path)
        assert not any(sign in shown for sign in DIRECTIONS)
    other = newcomer(coordinator, "سارة Haddad")
    assert other["name"] == "سارة Haddad"
    shown = page(guest, "/people?q=haddad")
    assert "<bdi>سارة Haddad</bdi>" in shown
    shown = page(guest, f"/people/{other['id']}")
    title = re.search(r"<title>(.*?) · ", shown)
    assert title and title[1] == "\u2068سارة Haddad\u2069"


def test_a_name_is_found_however_its_accents_are_typed(coordinator: Client) -> None:
    one = newcomer(coordinator, unicodedata.normalize("NFD", "Zoë Phạm"))
    assert one["name"] == unicodedata.normalize("NFC", "Zoë Phạm")
    for typed in ("pham", "Phạm", unicodedata.normalize("NFD", "Phạm"), "zoe PHAM"):
        assert one["id"] in [item["id"] for item in coordinator.every("members", search=typed)]


def test_somebody_who_may_be_a_member_already_is_shown(
    server: Server, coordinator: Client, lead: Client
) -> None:
    email = f"{new_key()[-8:]}@example.org".lower()
    one = ok(coordinator.post("members", {"name": "Cy Evans", "email": email}), 201)
    again = {"name": "C. Evans", "email": email.upper()}
    details = problem(coordinator.post("members", again), 409, "member-alike")
    assert (details["member"], details["name"]) == (one["id"], "Cy Evans")
    assert details["number"] == one["number"] and "Cy Evans" in details["detail"]
    hidden = problem(lead.post("members", again), 409, "member-alike")
    assert "member" not in hidden and "Evans" not in str(hidden)
    key = new_key()
    problem(coordinator.post("members", again, key=key), 409, "member-alike")
    words = again | {"addAnyway": True}
    made = ok(coordinator.post("members", words, key=key), 201)
    assert made["email"] == email
    assert ok(coordinator.post("members", words, key=key), 201) == made
    guest = Guest(server, "coordinator")
    form = guest.hidden(f"{guest.home}/people/add") | {"name": "Cy E", "email": email}
    form["language"] = "en"
    shown = html.unescape(guest.post("people/add", form).text)
    assert f'href="{guest.home}/people/{one["id"]}"' in shown and "Add all the same" in shown
    anyway = re.search(r'name="addAnyway" value="([^"]*)"', shown)
    assert anyway
    # What was said of one address is not taken for another.
    other = f"{new_key()[-8:]}@example.org".lower()
    ok(coordinator.post("members", {"name": "Di", "email": other}), 201)
    form["addAnyway"] = anyway[1]
    assert guest.post("people/add", form | {"email": other}).status_code == 422
    assert guest.post("people/add", form).status_code == 303
