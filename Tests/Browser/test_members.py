"""What members do, and guardians for them: claim, give, look at a statement."""

from __future__ import annotations

from collections.abc import Callable

from commonhour import Login, Server, ok
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
SignIn = Callable[..., Page]


def test_a_member_claims_hours(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """The claim waits on the first page afterwards."""
    page = signed_in(_member(server), screen="phone")
    page.get_by_role("link", name="I helped").click()
    accessible(page)
    page.locator("select[name=opportunity]").select_option(index=1)
    page.locator("[name=minutes-hours]").fill("1")
    page.locator("[name=minutes-minutes]").fill("30")
    page.get_by_role("button", name="Send these hours").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you for your time")
    accessible(page)
    page.locator("main").get_by_role("link", name="My hours").click()
    expect(page.locator("main")).to_contain_text("Waiting to be confirmed")
    accessible(page)


def test_a_member_gives_hours(signed_in: SignIn, server: Server, accessible: Check) -> None:
    """The form, a look at it, and what it left; a mistake leads to its field."""
    page = signed_in(_member(server))
    page.get_by_role("link", name="Give to a neighbour").click()
    page.get_by_label("The shared pot").check()
    page.get_by_role("button", name="Check before giving").click()
    mistakes = page.get_by_role("alert")
    expect(mistakes).to_be_visible()
    accessible(page)
    mistakes.get_by_role("link").click()
    expect(page.locator("#f-minutes")).to_be_focused()
    page.locator("[name=minutes-minutes]").fill("1")
    page.get_by_role("button", name="Check before giving").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this right?")
    accessible(page)
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("now has")
    accessible(page)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("now has")
    page.get_by_role("link", name="All my hours").click()
    expect(page.locator("main li").first).to_contain_text("Given to the shared pot")
    accessible(page)
    server.demo.program.verify()


def test_a_gift_to_a_neighbour_arrives(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """One types the number on the neighbour's card; a mistyped one is noticed."""
    neighbour = server.demo.all("member")[0]
    number = server.client(neighbour).membership()["number"]
    page = signed_in(_member(server), screen="phone")
    page.get_by_role("link", name="Give to a neighbour").click()
    last = "X" if number[-1] != "X" else "Y"
    page.get_by_label("Membership number").fill(number[:-1] + last)
    page.locator("[name=minutes-minutes]").fill("5")
    page.get_by_label("A few words").fill("For the <radiator>")
    page.get_by_role("button", name="Check before giving").click()
    expect(page.locator("#f-number-wrong")).to_be_visible()
    expect(page.get_by_label("A few words")).to_have_value("For the <radiator>")
    accessible(page)
    page.get_by_label("Membership number").fill(number)
    page.get_by_role("button", name="Check before giving").click()
    expect(page.locator("main")).to_contain_text(neighbour.name)
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(neighbour.name)
    server.demo.program.verify()


def test_a_guardian_acts_for_a_ward(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Every page says for whom; hours are claimed and given in the ward's name."""
    page = signed_in(server.demo.one("guardian"), screen="phone")
    behalf = page.locator(".behalf")
    expect(behalf).to_contain_text("You are acting for")
    accessible(page)
    page.get_by_role("link", name="They helped").click()
    expect(behalf).to_be_visible()
    accessible(page)
    page.locator("select[name=opportunity]").select_option(index=1)
    page.locator("[name=minutes-hours]").fill("1")
    page.get_by_role("button", name="Send these hours").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you for your time")
    expect(behalf).to_be_visible()
    accessible(page)
    page.locator("main .act").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("Waiting to be confirmed")
    page.get_by_role("link", name="Give to a neighbour").click()
    expect(behalf).to_be_visible()
    page.get_by_label("The shared pot").check()
    page.locator("[name=minutes-minutes]").fill("1")
    page.get_by_role("button", name="Check before giving").click()
    expect(behalf).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("now has")
    expect(behalf).to_be_visible()
    server.demo.program.verify()


def test_a_form_that_is_sent_twice_counts_once(signed_in: SignIn, server: Server) -> None:
    """Somebody gives, goes back, and gives again with the same form."""
    page = signed_in(_member(server))
    client = server.client(_member(server))
    page.goto(f"/{server.demo.network}/give")
    page.get_by_label("The shared pot").check()
    page.locator("[name=minutes-minutes]").fill("3")
    page.get_by_role("button", name="Check before giving").click()
    before = client.membership()["minutes"]
    form = page.locator("main form")
    sent = {
        field.get_attribute("name") or "": field.get_attribute("value") or ""
        for field in form.locator("input").all()
    }
    page.get_by_role("button", name="Give").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("now has")
    address = page.url
    again = page.request.post(f"/{server.demo.network}/give", form=sent)
    assert again.ok and again.url == address, again.url
    assert client.membership()["minutes"] == before - 3


def test_what_there_is_to_do_and_to_enjoy(
    signed_in: SignIn, server: Server, accessible: Check
) -> None:
    """Both lists can be read on the smallest screen."""
    page = signed_in(_member(server), screen="phone")
    for name, title in (("Enjoy", "Things to enjoy"), ("Do", "Help out")):
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        accessible(page)
    page.get_by_role("link", name="Reading with Year 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading with Year 2")
    accessible(page)
    page.get_by_role("link", name="I helped here").click()
    chosen = page.locator("select[name=opportunity] option:checked")
    expect(chosen).to_have_text("Reading with Year 2")
    expect(page.locator("[name=minutes-minutes]")).to_have_value("30")


def _member(server: Server) -> Login:
    """A member whose own language is English."""
    return server.demo.all("member")[1]


def test_a_member_is_told_what_somebody_else_did_to_them(
    open_page: Callable[..., Page], server: Server, accessible: Check
) -> None:
    """A newcomer who signs in reads of a code that they did not ask for, until they have seen it."""
    coordinator, person = server.a("coordinator"), server.visitor()
    one = ok(coordinator.post("members", {"name": "Nia Told"}), 201)
    code = ok(coordinator.post(f"members/{one['id']}/code"), 201)["code"]
    words = {"code": code, "password": "seven quiet herons fly"}
    ok(person.post("/api/v1/codes", words), 201)
    ok(coordinator.post(f"members/{one['id']}/card"), 201)
    ok(coordinator.post(f"members/{one['id']}/code"), 201)
    page = open_page(path=f"/{server.demo.network}/sign-in", screen="phone")
    page.get_by_label("Membership number or e-mail").fill(one["number"])
    page.get_by_label("Password").fill("seven quiet herons fly")
    page.get_by_role("button", name="Sign in").click()
    told = page.get_by_role("region", name="Done to your account")
    expect(told.get_by_role("listitem")).to_have_count(2)
    expect(told).to_contain_text("If you did not ask for it, tell a coordinator today")
    accessible(page)
    page.goto(f"/{server.demo.network}/help")
    expect(told).to_be_visible()
    told.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hello, Nia")
    expect(told).to_have_count(0)
