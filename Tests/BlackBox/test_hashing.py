"""Passwords are hashed at full cost, by every program that is not told otherwise by a test."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from commonhour import Demo, Server

pytestmark = [pytest.mark.file, pytest.mark.usefixtures("full_hashing")]


def test_whoever_signs_in_has_a_password_that_is_hashed_at_full_cost(
    demo_copy: Demo, start_server: Callable[..., Server]
) -> None:
    server = start_server(demo_copy)
    member = demo_copy.one("member")
    server.client(member)
    server.stop()
    with sqlite3.connect(demo_copy.store) as store:
        ask = "SELECT password FROM person WHERE login = ?"
        (password,) = store.execute(ask, (member.login,)).fetchone()
    assert password.startswith("scrypt$15$8$3$")
