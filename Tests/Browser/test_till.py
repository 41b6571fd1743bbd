"""The till: one page, by keyboard, scanner or finger."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from commonhour import Client, Login, Server, ok
from playwright.sync_api import Page, Route, expect

Check = Callable[[Page], None]
SignIn = Callable[..., Page]

TEA = "Cup of tea"
"""An offer of one minute, so that nobody runs out of credits."""


@pytest.fixture(scope="session")
def tea(server: Server) -> str:
    """The till's organisation, which offers tea."""
    place: str = server.a("till").me()["staff"][0]["organisation"]
    offer = {"organisation": place, "title": TEA, "details": "", "adult": 1, "child": 1}
    ok(server.a("coordinator").post("offers", offer), 201)
    return place


@pytest.fixture
def till(signed_in: SignIn, server: Server, tea: str) -> Page:
    """The page of the till on a small phone, with tea chosen."""
    page = signed_in(server.demo.one("till"), screen="till")
    page.goto(f"/{server.demo.network}/till/{tea}")
    _choose(page, TEA)
    return page


def _choose(page: Page, offer: str) -> None:
    change = page.locator("button[value=change]")
    if change.count():
        change.click()
    page.get_by_role("button", name=offer).click()
    expect(page.locator(".choice")).to_contain_text(offer)


def _slowly(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


def _is_ready(page: Page) -> None:
    """The field is empty and has the focus, and the button that accepts is in view."""
    card = page.locator("#f-card")
    expect(card).to_be_focused()
    expect(card).to_have_value("")
    expect(page.locator(".accept > button").first).to_be_in_viewport(ratio=1)


def _member(server: Server, index: int = 0) -> Client:
    return server.client(_members(server)[index])


def _members(server: Server) -> list[Login]:
    return list(server.demo.all("member"))


def _name(client: Client) -> str:
    """As a till says it: `Danuta W.`"""
    member = client.membership()["member"]
    words = ok(client.get(f"members/{member}"))["name"].split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else words[0]


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def enter(self) -> None:
        self.page.keyboard.press("Enter")
        self.pressed += 1


def test_twenty_in_a_row_by_keyboard(till: Page, server: Server) -> None:
    """Number, Enter, Enter, and it is ready for the next card: the number and two keys."""
    clients = [_member(server, index) for index in range(2)]
    before = [client.membership()["minutes"] for client in clients]
    for turn in range(20):
        client = clients[turn % 2]
        number, keys = client.membership()["number"], Keys(till)
        keys.type(number)
        keys.enter()
        expect(till.locator(".accept button").first).to_have_text(re.compile(r"Accept 1\smin"))
        expect(till.locator("h1")).to_have_text(_name(client))
        _is_ready(till)
        keys.enter()
        expect(till.locator("#who")).to_contain_text("accepted")
        expect(till.locator("h1")).to_have_text(_name(client))
        _is_ready(till)
        assert keys.pressed <= len(number) + 2
        assert number not in till.url
    after = [client.membership()["minutes"] for client in clients]
    assert after == [minutes - 10 for minutes in before]
    server.demo.program.verify()


def test_a_scanner_that_fires_twice_takes_nothing(till: Page, server: Server) -> None:
    """Number and Enter twice finds twice, however fast it comes."""
    client = _member(server)
    me = client.membership()
    for _ in range(2):
        till.keyboard.type(me["number"])
        till.keyboard.press("Enter")
        expect(till.locator("h1")).to_have_text(_name(client))
        _is_ready(till)
    assert client.membership()["minutes"] == me["minutes"]


def test_a_scanner_faster_than_the_server_takes_nothing(
    till: Page, server: Server, javascript: bool
) -> None:
    """What comes while an answer is on its way is neither lost nor added to the first."""
    client, other = _member(server), _member(server, 1)
    me = client.membership()
    if javascript:
        till.route(re.compile("/till/"), _slowly)
        till.keyboard.type(f"{me['number']}\n{me['number']}\n{other.membership()['number']}\n")
        expect(till.locator("h1")).to_have_text(_name(other))
    else:
        till.keyboard.type(f"{me['number']}\n{me['number']}\n")
        expect(till.locator("#f-card")).to_be_visible()
        till.wait_for_load_state()
    _is_ready(till)
    assert client.membership()["minutes"] == me["minutes"]


def test_after_an_unknown_and_a_refused_card_the_field_is_ready(
    till: Page, server: Server, accessible: Check
) -> None:
    """An error stands where the name would, and the next scan is a new one."""
    till.keyboard.type("9999-B")
    till.keyboard.press("Enter")
    expect(till.locator("#f-card-wrong")).to_be_visible()
    _is_ready(till)
    accessible(till)
    till.keyboard.press("Enter")
    expect(till.locator("#f-card-wrong")).to_be_visible()
    client = _member(server)
    number = client.membership()["number"]
    till.keyboard.type(f"  {number.replace('-', ' ').lower()}")
    till.keyboard.press("Enter")
    expect(till.locator("h1")).to_have_text(_name(client))
    _is_ready(till)


def test_what_is_not_enough_is_said_and_what_would_fit_is_one_tap(
    till: Page, server: Server, accessible: Check, javascript: bool
) -> None:
    """The button is another thing, and nothing else has moved."""
    client = _member(server, 2)
    me = client.membership()
    place = till.url.split("/")[-1].split("?")[0]
    price = max(me["minutes"] // 2, 1) + 1
    title = f"Film of {price} minutes, {'with' if javascript else 'without'} a script"
    offer = {"organisation": place, "title": title, "details": "", "adult": price}
    ok(server.a("coordinator").post("offers", offer), 201)
    _choose(till, title)
    till.keyboard.type(me["number"])
    till.keyboard.press("Enter")
    accept = till.locator(".accept > button").first
    expect(accept).to_have_text(re.compile("^Accept "))
    assert accept.get_attribute("aria-disabled") is None
    lit = accept.bounding_box()
    accessible(till)
    till.get_by_label("Adults", exact=True).fill("2")
    if javascript:
        till.get_by_label("Adults", exact=True).blur()
    else:
        till.keyboard.press("Enter")
    expect(till.locator(".accept > button").first).to_contain_text("more than there is")
    off = till.locator(".accept > button").first
    expect(off).to_have_attribute("aria-disabled", "true")
    box = off.bounding_box()
    assert box and lit and abs(box["y"] - lit["y"]) <= 1
    _is_ready(till)
    accessible(till)
    # Enter all the same takes nothing.
    till.keyboard.press("Enter")
    expect(till.locator(".accept > button").first).to_contain_text("more than there is")
    assert client.membership()["minutes"] == me["minutes"]
    till.get_by_role("button", name=re.compile("^1 adult: ")).click()
    expect(till.locator(".accept > button").first).to_have_text(re.compile("^Accept "))
    assert client.membership()["minutes"] == me["minutes"]
    _choose(till, TEA)


def test_one_more_and_one_fewer(till: Page, server: Server, javascript: bool) -> None:
    """The button follows; without JavaScript it is asked first, and takes only what it said."""
    client = _member(server)
    me = client.membership()
    till.keyboard.type(me["number"])
    till.keyboard.press("Enter")
    expect(till.locator("h1")).to_have_text(_name(client))
    if javascript:
        till.get_by_role("button", name="More: Adults").click()
        till.get_by_role("button", name="More: Children under 16").click()
    else:
        till.get_by_label("Adults", exact=True).fill("2")
        till.get_by_label("Children under 16", exact=True).fill("1")
        till.get_by_role("button", name=re.compile("^Accept ")).click()
    expect(till.locator(".accept > button").first).to_have_text(re.compile(r"^Accept 3\smin$"))
    expect(till.locator(".accept > button:not([aria-disabled])").first).to_be_visible()
    assert client.membership()["minutes"] == me["minutes"]
    _is_ready(till)
    till.get_by_role("button", name=re.compile("^Accept ")).click()
    expect(till.locator("#who")).to_contain_text("accepted")
    assert client.membership()["minutes"] == me["minutes"] - 3
    # People return to one adult.
    expect(till.get_by_label("Adults", exact=True)).to_have_value("1")
    expect(till.get_by_label("Children under 16", exact=True)).to_have_value("0")


def test_many_people_are_asked_about_once(
    till: Page, server: Server, accessible: Check
) -> None:
    """Enter does not answer the question; its own button does."""
    client = _member(server)
    me = client.membership()
    till.get_by_label("Adults", exact=True).fill("12")
    till.locator("#f-card").focus()
    till.keyboard.type(me["number"])
    till.keyboard.press("Enter")
    expect(till.locator("h1")).to_have_text(_name(client))
    for _ in range(2):
        till.keyboard.press("Enter")
        expect(till.get_by_role("alert")).to_contain_text(re.compile(r"12 adults: 12\smin in all"))
    accessible(till)
    assert client.membership()["minutes"] == me["minutes"]
    till.get_by_role("button", name=re.compile("^Yes, accept")).click()
    expect(till.locator("#who")).to_contain_text("accepted")
    assert client.membership()["minutes"] == me["minutes"] - 12


def test_the_third_last_is_undone_and_what_is_left_is_shown(
    till: Page, server: Server, accessible: Check
) -> None:
    """Each of the last redemptions has its own button, and the first another one."""
    client = _member(server)
    start = client.membership()
    for count in (1, 2, 3):
        till.get_by_label("Adults", exact=True).fill(str(count))
        till.locator("#f-card").focus()
        till.keyboard.type(start["number"])
        till.keyboard.press("Enter")
        expect(till.locator(".accept button").first).to_have_text(
            re.compile(rf"^Accept {count}\smin$")
        )
        till.keyboard.press("Enter")
        expect(till.locator("#who")).to_contain_text(re.compile(rf"{count}\smin accepted"))
    accessible(till)
    rows = till.locator(".lately li")
    expect(rows.first).to_contain_text(re.compile(r"2\smin"))
    till.get_by_role("button", name="Show what is left").click()
    left = client.membership()["minutes"]
    assert left == start["minutes"] - 6
    expect(till.locator("#who")).to_contain_text("left")
    rows.nth(1).get_by_role("button").click()
    expect(till.locator("#who")).to_contain_text("back on the card")
    assert client.membership()["minutes"] == left + 1
    _is_ready(till)
    accessible(till)
    server.demo.program.verify()


def test_a_session_that_ends_leads_back_to_the_till(
    till: Page, server: Server, sessions: dict[str, list[Any]]
) -> None:
    """The choice of this device is still there after signing in."""
    login = server.demo.one("till")
    till.context.clear_cookies(name="session")
    till.keyboard.type(_member(server).membership()["number"])
    till.keyboard.press("Enter")
    till.get_by_label("Membership number or e-mail").fill(login.login)
    till.get_by_label("Password").fill(login.password)
    till.get_by_role("button", name="Sign in").click()
    expect(till.locator(".choice")).to_contain_text(TEA)
    _is_ready(till)


def test_a_till_asks_who_is_here_for_somebody_with_a_guardian(
    till: Page, server: Server, accessible: Check
) -> None:
    """The member is chosen at first; another choice is said with the answer."""
    ward = server.a("guardian").me()["wards"][0]
    number = ok(server.a("coordinator").get(f"members/{ward['member']}"))["number"]
    till.keyboard.type(number)
    till.keyboard.press("Enter")
    who = till.get_by_role("group", name="Who is here?").get_by_role("radio")
    expect(who).to_have_count(2)
    expect(who.first).to_be_checked()
    accessible(till)
    who.last.check()
    till.get_by_role("button", name=re.compile("^Accept")).click()
    expect(till.locator("#who")).to_contain_text("Spent for")
    till.locator("#who").get_by_role("button", name="Undo").click()
    expect(till.locator("#who")).to_contain_text("back on the card")


def test_a_camera_reads_a_card(
    till: Page, server: Server, javascript: bool
) -> None:
    """Only where the browser reads codes; what it reads may be the card's address."""
    if not javascript:
        expect(till.get_by_role("button", name="Camera")).to_have_count(0)
        return
    client = _member(server)
    code = client.get(f"members/{client.membership()['member']}").json()["card"]
    address = f"{server.url}/{server.demo.network}/card#{code}"
    till.add_init_script(
        """
        window.BarcodeDetector = class { async detect() { return [{rawValue: %s}]; } };
        const canvas = document.createElement("canvas");
        Object.defineProperty(navigator, "mediaDevices", {value: {
          getUserMedia: async () => canvas.captureStream(10)}});
        HTMLMediaElement.prototype.play = async () => {};
        """
        % json.dumps(address)
    )
    till.reload()
    till.get_by_role("button", name="Camera").click()
    expect(till.locator("h1")).to_have_text(_name(client))
    _is_ready(till)
