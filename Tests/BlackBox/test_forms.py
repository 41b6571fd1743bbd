"""Forms as nobody's browser sends them: broken, huge, hostile, doubled, cut off in the middle."""

from __future__ import annotations

import random
import re
import socket
from urllib.parse import quote_plus

import pytest
import requests
from commonhour import Client, Server
from guests import TYPE, Guest
from neighbours import minutes

SEED = 20260501


@pytest.fixture(scope="module")
def guest(server: Server) -> Guest:
    """A coordinator, who has every kind of form."""
    return Guest(server, "coordinator")


FORMS = {
    "people/add": {"name": "", "email": "", "phone": "", "language": "en"},
    "organisations/add": {"name": "", "slug": "", "earns": "yes", "spends": "no"},
    "opportunities/add": {"organisation": "", "title": "", "minutes-hours": "", "details": ""},
    "offers/add": {"organisation": "", "title": "", "adult-hours": "", "child-minutes": ""},
    "rules": {"version": "0", "credit-hours": "", "newcomerDays": "", "rounding-minutes": ""},
}
"""Forms that refuse what is in them here, each with its fields."""

PIECES = (
    "", "0", "-1", "9" * 9, "9" * 40, "%", "%zz", "%C5", "%00", "\0", "\r\n", "=", "&", "+", "  ",
    "<script>", "' OR 1=1 --", "{{frame}}", "ł" * 200, "x" * 5_000, "../../etc/passwd", "\ud83d",
)  # fmt: skip


@pytest.mark.parametrize("path", FORMS)
def test_whatever_stands_in_a_form_is_refused_and_shown_again(guest: Guest, path: str) -> None:
    dice = random.Random(f"{SEED} {path}")
    for _ in range(60):
        fields = list((FORMS[path] | guest.hidden(f"{guest.home}/{path}")).items())
        broken = []
        for name, text in fields:
            if name not in ("key", "token"):
                text = dice.choice(PIECES).encode("utf-8", "replace").decode()
            broken += [f"{name}={text if dice.random() < 0.5 else quote_plus(text)}"]
        # A name that no field has, and fields that come twice.
        broken += [dice.choice(broken), f"{dice.choice(PIECES)!r}"]
        dice.shuffle(broken)
        answer = guest.post(path, "&".join(broken))
        said = f"seed {SEED}: {answer.status_code} for {broken}"
        assert answer.status_code in (303, 400, 403, 404, 409, 413, 422), said
        assert "<script>" not in answer.text.replace("<script src", ""), said


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 403),
        ("key", 403),
        ("key=&token=", 403),
        ("token=%ZZ&key=%", 403),
        ("key=a&key=b&token=x&token=y", 403),
        ("=" * 1_000, 403),
        ("&" * 10_000, 403),
        ("a" * 200_000, 413),
        ("&".join(f"f{number}={number}" for number in range(30_000)), 413),
    ],
)
def test_a_form_that_is_none_of_ours_is_refused(server: Server, body: str, status: int) -> None:
    answer = requests.post(
        f"{server.url}/{server.demo.network}/sign-in",
        data=body,
        headers={"Content-Type": TYPE},
        timeout=30,
    )
    assert answer.status_code == status, answer.text[:500]


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "", "x"])
def test_a_form_of_another_kind_is_refused(server: Server, kind: str) -> None:
    answer = requests.post(
        f"{server.url}/{server.demo.network}/sign-in",
        data=b"login=a",
        headers={"Content-Type": kind, "Sec-Fetch-Site": "same-origin"},
        timeout=30,
    )
    assert answer.status_code == 415, answer.text[:500]


def test_a_form_that_breaks_off_does_nothing_and_stops_nobody(
    server: Server, member: Client
) -> None:
    before, guest = minutes(member), Guest(server, "member")
    path = f"{guest.home}/give"
    fields = guest.hidden(path) | {"to": "pot", "minutes-hours": "0", "minutes-minutes": "1"}
    body = "&".join(f"{name}={quote_plus(text)}" for name, text in fields.items())
    cookies = "; ".join(f"{name}={text}" for name, text in guest.session.cookies.items())
    for sent in (0, 1, len(body) // 2, len(body) - 1):
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookies}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Type: {TYPE}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
            line.sendall((head + body[:sent]).encode())
    assert guest.session.get(f"{server.url}{guest.home}/", timeout=30).status_code == 200
    assert minutes(member) == before
