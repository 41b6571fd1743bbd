"""Lists and whose they are: what each role sees, and that a stranger's network stays closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from commonhour import Demo, Server, ok, problem
from neighbours import gift, minutes, refusal, refused, wallet

LISTS = ["opportunities", "offers", "organisations", "members"]

MAY_READ = {
    "member": {"opportunities", "offers", "organisations"},
    "guardian": {"opportunities", "offers", "organisations"},
    "till": {"opportunities", "offers", "organisations"},
    "worker": {"opportunities", "offers", "organisations"},
    "lead": {"opportunities", "offers", "organisations"},
    "coordinator": set(LISTS),
    "funder": {"opportunities", "offers", "organisations"},
}


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("role", MAY_READ)
def test_each_role_reads_the_lists_it_needs_and_no_other(
    server: Server, role: str, what: str
) -> None:
    answer = server.a(role).get(what)
    if what in MAY_READ[role]:
        page = ok(answer)
        assert set(page) == {"items", "next"} and page["items"]
    elif role in ("worker", "lead"):
        problem(answer, 400, "invalid")
    else:
        problem(answer, 403)


@pytest.mark.parametrize("role", ["worker", "lead"])
def test_staff_look_somebody_up_and_see_no_more_than_they_need(server: Server, role: str) -> None:
    staff, mine = server.a(role), server.a("member").membership()
    name = server.demo.one("member").name
    for search in (name.split()[0], mine["number"]):
        found = {item["id"]: item for item in staff.every("members", search=search)}
        one = found[mine["member"]]
        assert (one["name"], one["number"], one["status"]) == (name, mine["number"], "active")
        for private in ("email", "phone", "card", "account", "minutes", "held", "signsIn"):
            assert one[private] is None
    problem(staff.get("members", search=name[0]), 400, "invalid")


def test_a_search_finds_whole_words_and_beginnings(server: Server) -> None:
    coordinator, name = server.a("coordinator"), server.demo.one("member").name
    for search in (name, name.upper(), name.split()[-1][:3]):
        assert name in [item["name"] for item in coordinator.every("members", search=search)]
    assert coordinator.every("members", search="nobody is called that") == []
    problem(coordinator.get("members", search="x" * 121), 400, "invalid")
    twice = coordinator.get("members?search=a&search=b")
    problem(twice, 400, "invalid")


@pytest.mark.parametrize("what", LISTS)
def test_a_visitor_reads_no_list(server: Server, what: str) -> None:
    problem(server.visitor().get(what), 401)


@pytest.mark.parametrize("what", LISTS)
def test_every_list_comes_in_pages_without_gaps_or_repeats(server: Server, what: str) -> None:
    coordinator = server.a("coordinator")
    whole = coordinator.every(what, limit=100)
    assert coordinator.every(what, limit=2) == whole
    ids = [item["id"] for item in whole]
    assert len(ids) == len(set(ids))


def test_members_are_listed_with_what_a_coordinator_needs(server: Server) -> None:
    mine = server.a("member").membership()
    listed = {item["id"]: item for item in server.a("coordinator").every("members")}
    assert listed[mine["member"]]["number"] == mine["number"]
    assert listed[mine["member"]]["name"] == server.demo.one("member").name
    assert listed[mine["member"]]["account"] == mine["account"]
    assert listed[mine["member"]]["minutes"] == mine["minutes"]


def test_a_funder_learns_of_no_member_by_any_way(server: Server) -> None:
    funder, mine = server.a("funder"), server.a("member").membership()
    problem(funder.get("members"), 403)
    problem(funder.get(f"accounts/{mine['account']}"), 404)
    for what in ("opportunities", "offers", "organisations"):
        text = funder.get(what).text
        for login in server.demo.all("member"):
            assert login.name not in text
        assert mine["number"] not in text and mine["account"] not in text


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("role", ["member", "guardian", "till", "funder"])
def test_only_those_who_look_after_a_list_add_to_it(server: Server, role: str, what: str) -> None:
    before = len(server.a("coordinator").every(what))
    refused(
        server.a(role).post(what, {"name": "Mine", "title": "Mine", "slug": "mine"}), 400, 403, 404
    )
    assert len(server.a("coordinator").every(what)) == before


@pytest.fixture(scope="module")
def two_networks(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a second network, in which nobody of the demo has a place."""
    copy = demo.copy(tmp_path_factory.mktemp("two") / "store")
    copy.program.run_well("network", "create", "elsewhere", "--name", "Elsewhere")
    running = Server.start(copy)
    yield running
    running.stop()
    copy.program.verify()


PLACES = [*LISTS, "accounts/0123456789ABC", "accounts/0123456789ABC/transfers"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ["coordinator", "lead", "member", "funder"])
def test_a_network_where_i_have_no_place_answers_like_one_that_does_not_exist(
    two_networks: Server, role: str, place: str
) -> None:
    person = two_networks.a(role)
    answers = [person.get(f"/api/v1/networks/{slug}/{place}") for slug in ("elsewhere", "nowhere")]
    details = [refusal(answer, 404) for answer in answers]
    assert details[0] == details[1]


def test_an_account_is_found_in_its_own_network_only(two_networks: Server) -> None:
    member = two_networks.a("member")
    account = member.membership()["account"]
    ok(member.get(f"accounts/{account}"))
    problem(member.get(f"/api/v1/networks/elsewhere/accounts/{account}"), 404)


def test_nothing_is_given_by_way_of_another_network(two_networks: Server) -> None:
    member, other = two_networks.a("member", 0), two_networks.a("member", 1)
    before = minutes(member)
    words = gift(member, wallet(other))
    problem(member.post("/api/v1/networks/elsewhere/transfers", words), 404)
    assert minutes(member) == before


@pytest.mark.parametrize("slug", ["", "%20", "Wisbech", "wisbech%00", "../wisbech", "x" * 500])
def test_what_is_no_slug_is_not_found(server: Server, slug: str) -> None:
    problem(server.a("member").get(f"/api/v1/networks/{slug}/offers"), 404)
