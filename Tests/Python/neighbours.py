"""Small questions that many tests of the API ask about people and answers."""

from __future__ import annotations

from typing import Any

import requests
from commonhour import Client, ok, problem


def token(person: Client) -> str:
    """The bearer token with which this person is signed in."""
    return str(person.session.headers["Authorization"]).removeprefix("Bearer ")


def wallet(person: Client) -> str:
    """The id of this person's wallet."""
    return str(person.membership()["account"])


def minutes(person: Client) -> int:
    """The minutes in this person's wallet."""
    return int(person.membership()["minutes"])


def gift(giver: Client, to: str, minutes: Any = 1, **more: Any) -> dict[str, Any]:
    """What a giver sends to give minutes to an account; `more` replaces or adds words."""
    return {"from": wallet(giver), "to": to, "minutes": minutes, "memo": "thank you"} | more


def replayed(answer: requests.Response) -> bool:
    """Whether the server says that it had done this before."""
    return answer.headers.get("Idempotency-Replayed") == "true"


def refusal(answer: requests.Response, status: int) -> dict[str, Any]:
    """The problem details of a refusal without what differs from one request to the next.

    Two refusals that must not be told apart are equal in this.
    """
    details = problem(answer, status)
    return {name: value for name, value in details.items() if name not in ("instance", "id")}


def refused(answer: requests.Response, *statuses: int) -> dict[str, Any]:
    """The problem details of an answer that had to be refused with one of these statuses."""
    assert answer.status_code in statuses, f"{answer.status_code} {answer.text}"
    return problem(answer, answer.status_code)


def first_of(staff: Client, what: str) -> dict[str, Any]:
    """The first thing in a list that belongs to an organisation where this person works."""
    theirs = {entry["organisation"] for entry in staff.me()["staff"]}
    return next(one for one in staff.every(what) if one["organisation"] in theirs)


def gone(answer: requests.Response) -> None:
    """Holds an answer to having nothing to say but that it was done."""
    assert (answer.status_code, answer.text) == (204, ""), f"{answer.status_code} {answer.text}"


def newcomer(coordinator: Client, name: str = "Wren Newcomer") -> dict[str, Any]:
    """A member whom a coordinator has just added, whom no other test knows."""
    made: dict[str, Any] = ok(coordinator.post("members", {"name": name}), 201)
    return made
