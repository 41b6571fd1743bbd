"""The till: credits accepted for something to enjoy, by number or card, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from commonhour import Client, Server, new_key, ok, problem
from neighbours import gift, gone, minutes, refused, replayed, token, wallet


@pytest.fixture
def member(server: Server) -> Client:
    return server.a("member")


@pytest.fixture
def till(server: Server) -> Client:
    return server.a("till")


def offers_at(till: Client) -> list[dict[str, Any]]:
    """What there is to enjoy at this till."""
    theirs = {entry["organisation"] for entry in till.me()["staff"]}
    offers = [one for one in till.every("offers") if one["organisation"] in theirs]
    assert offers, "the demo's till has something to offer"
    return offers


def cheapest(till: Client) -> dict[str, Any]:
    return min(offers_at(till), key=lambda offer: offer["adult"])


def words(till: Client, member: Client, **more: Any) -> dict[str, Any]:
    """One adult comes in."""
    offer, card = cheapest(till)["id"], member.membership()["number"]
    return {"offer": offer, "card": card, "adults": 1, "children": 0} | more


def test_a_till_accepts_credits_by_number(member: Client, till: Client) -> None:
    before, offer = minutes(member), cheapest(till)
    answer = ok(till.post("redemptions", words(till, member)), 201)
    assert set(answer) >= {"redemption", "transfer"}
    transfer = answer["transfer"]
    assert (transfer["kind"], transfer["minutes"]) == ("redeem", offer["adult"])
    assert transfer["from"] == wallet(member)
    assert minutes(member) == before - offer["adult"]
    statement = ok(member.get(f"accounts/{transfer['from']}/transfers", limit=1))
    assert statement["items"][0]["id"] == transfer["id"]


def test_children_have_their_own_price(member: Client, till: Client) -> None:
    offer = next((one for one in offers_at(till) if one["child"] is not None), None)
    if offer is None:
        pytest.skip("nothing for children at the demo's till")
    said = words(till, member, offer=offer["id"], adults=1, children=2)
    answer = ok(till.post("redemptions", said), 201)
    assert answer["transfer"]["minutes"] == offer["adult"] + 2 * offer["child"]


def test_a_number_may_be_typed_as_people_type(member: Client, till: Client) -> None:
    number = member.membership()["number"]
    for typed in (number.lower(), f" {number} "):
        ok(till.post("redemptions", words(till, member, card=typed)), 201)


def test_a_redemption_sent_twice_counts_once(member: Client, till: Client) -> None:
    before, key, said = minutes(member), new_key(), words(till, member)
    first = till.post("redemptions", said, key=key)
    again = till.post("redemptions", said, key=key)
    assert ok(again, 201) == ok(first, 201)
    assert replayed(again)
    assert minutes(member) == before - cheapest(till)["adult"]


def test_two_tills_at_once_cannot_take_the_same_credits(server: Server, till: Client) -> None:
    member, other = server.a("member", 2), server.a("member", 1)
    price, number = cheapest(till)["adult"], member.membership()["number"]
    surplus = minutes(member) - price
    if surplus > 0:
        ok(member.post("transfers", gift(member, wallet(other), surplus)), 201)
    said = words(till, member, card=number)

    def accept(_: int) -> int:
        desk = Client(server.url, server.demo.network, token(till))
        return desk.post("redemptions", said).status_code

    with ThreadPoolExecutor(12) as pool:
        codes = list(pool.map(accept, range(12)))
    assert codes.count(201) == 1 and codes.count(422) == 11
    assert minutes(member) == 0
    ok(other.post("transfers", gift(other, wallet(member), max(surplus, 1))), 201)


def test_nobody_enjoys_more_than_they_have(member: Client, till: Client) -> None:
    before = minutes(member)
    adults = before // cheapest(till)["adult"] + 1
    answer = till.post("redemptions", words(till, member, adults=adults))
    if adults <= 50:
        problem(answer, 422, "not-enough-credits")
    assert 400 <= answer.status_code < 500
    assert minutes(member) == before


@pytest.mark.parametrize(
    ("adults", "children"),
    [(0, 0), (-1, 0), (1, -1), (0.5, 0), ("1", 0), (None, 0), (10**18, 0), (2**63, 1), (True, 0)],
)
def test_a_group_is_at_least_one_and_whole(
    member: Client, till: Client, adults: Any, children: Any
) -> None:
    before = minutes(member)
    refused(
        till.post("redemptions", words(till, member, adults=adults, children=children)), 400, 422
    )
    assert minutes(member) == before


@pytest.mark.parametrize("card", ["ZZ-9999-Z", "", "x", "0123456789ABC", "' OR 1=1", None, 7])
def test_a_card_that_nobody_has_is_refused(member: Client, till: Client, card: Any) -> None:
    refused(till.post("redemptions", words(till, member, card=card)), 400, 404, 422)


def test_a_guardian_at_the_till_is_kept_with_what_they_spent(server: Server, till: Client) -> None:
    ward = server.a("guardian").me()["wards"][0]
    number = ok(server.a("coordinator").get(f"members/{ward['member']}"))["number"]
    before = ok(till.post(f"organisations/{_place(till)}/cards", {"card": number}))
    [guardian] = before["guardians"]
    said = words(till, server.a("member"), card=number)
    answer = ok(till.post("redemptions", said | {"guardian": guardian["person"]}), 201)
    assert answer["redemption"]["guardian"] == guardian["person"]
    assert answer["redemption"]["member"] == ward["member"]
    alone = ok(till.post("redemptions", said), 201)
    assert alone["redemption"]["guardian"] is None
    member = server.a("member").membership()["number"]
    wrong = till.post("redemptions", said | {"guardian": member})
    assert problem(wrong, 422, "not-guardian")["errors"][0]["pointer"] == "/guardian"


def _place(till: Client) -> str:
    """The organisation whose till it is."""
    place: str = till.me()["staff"][0]["organisation"]
    return place


@pytest.mark.parametrize("role", ["member", "funder", "guardian", "worker"])
def test_only_a_till_accepts(server: Server, member: Client, till: Client, role: str) -> None:
    before, person = minutes(member), server.a(role)
    theirs = {entry["organisation"] for entry in person.me()["staff"]}
    if cheapest(till)["organisation"] in theirs:
        pytest.skip("works there too")
    refused(person.post("redemptions", words(till, member)), 403, 404)
    assert minutes(member) == before


def test_a_till_takes_nothing_for_another_organisation(member: Client, till: Client) -> None:
    theirs = {entry["organisation"] for entry in till.me()["staff"]}
    elsewhere = [one for one in till.every("offers") if one["organisation"] not in theirs]
    assert elsewhere
    refused(till.post("redemptions", words(till, member, offer=elsewhere[0]["id"])), 403, 404)


def test_an_offer_that_is_not_there_is_not_found(member: Client, till: Client) -> None:
    answer = till.post("redemptions", words(till, member, offer="0123456789ABC"))
    problem(answer, 404)


def _look(person: Client, place: str, **words: Any) -> Any:
    return person.post(f"organisations/{place}/cards", words)


def test_a_till_learns_whether_it_is_enough_and_not_what_somebody_has(
    member: Client, till: Client
) -> None:
    me, offer, place = member.membership(), cheapest(till), _place(till)
    said = ok(_look(till, place, card=me["number"]))
    assert set(said) == {"card", "name", "fits", "wouldFit", "guardians"}
    assert (said["card"], said["fits"], said["wouldFit"]) == (me["number"], None, None)
    assert said["name"].endswith(".")
    enough = ok(_look(till, place, card=me["number"], offer=offer["id"], adults=1))
    assert (enough["fits"], enough["wouldFit"]) == (True, None)
    many = ok(_look(till, place, card=me["number"], offer=offer["id"], adults=100))
    assert many["wouldFit"] is None
    short = till.post("redemptions", words(till, member, adults=100))
    if short.status_code == 422:
        assert "left" not in problem(short, 422, "not-enough-credits")
    taken = ok(till.post("redemptions", words(till, member)), 201)
    assert not {"balance", "left", "after"} & (set(taken["transfer"]) | set(taken["redemption"]))


def test_who_works_where_no_credits_are_accepted_reads_nobodys_balance(
    member: Client, lead: Client, coordinator: Client
) -> None:
    place = next(one["id"] for one in coordinator.every("organisations") if one["spends"] == "no")
    for role in ("till", "worker"):
        staff = {"member": lead.membership()["number"], "role": role}
        made = ok(coordinator.post(f"organisations/{place}/staff", staff), 201)
        answer = _look(lead, place, card=member.membership()["number"])
        problem(answer, 422, "not-spending")
    gone(coordinator.delete(f"organisations/{place}/staff/{made['person']}"))


def test_numbers_are_not_gone_through_at_a_till(
    server: Server, member: Client, lead: Client, coordinator: Client
) -> None:
    place = offers_at(server.a("till"))[0]["organisation"]
    staff = {"member": lead.membership()["number"], "role": "till"}
    made = ok(coordinator.post(f"organisations/{place}/staff", staff), 201)
    answers = [_look(lead, place, card=f"guess-{number}") for number in range(14)]
    assert [one.status_code for one in answers] == [422] * 10 + [429] * 4
    problem(answers[-1], 429, "too-many-cards")
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 301
    # A right number is not told from a wrong one, and others go on.
    number = member.membership()["number"]
    problem(_look(lead, place, card=number), 429, "too-many-cards")
    ok(_look(server.a("till"), place, card=number))
    gone(coordinator.delete(f"organisations/{place}/staff/{made['person']}"))
