"""Coming in with a link and a code, from the invitation to the first page, as people do it (R15, R64)."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.test import Client

from answerable.core.circles import Presence, Role
from answerable.store import log
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.people import PASSPHRASE, Cast, Person, browser, found

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DAY = 24 * 3600


def page_of(client: Client, path: str, status: int = 200) -> str:
    """Return a page as text."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return unescape(response.content.decode())


def hidden(page: str, name: str) -> str:
    """Return a hidden field's value."""
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]  # type: ignore[index]  # a test without it fails here


def words_of(page: str) -> list[str]:
    """Return the six safety words on a page."""
    return re.findall(r"<li>([a-z-]+)</li>", page)


def send(client: Client, path: str, status: object = 303, **answers: object) -> str:
    """Open a form, fill it in, send it; return where it leads, or the page that says what is missing."""
    page = page_of(client, path)
    response = client.post(path, {"entry": hidden(page, "entry"), **answers})
    assert response.status_code == status, unescape(response.content.decode())
    return response["Location"] if status == 303 else unescape(response.content.decode())


def invite(client: Client, alias: str, role: Role = Role.CONTACT) -> tuple[str, str, str]:
    """Invite somebody; return the link's path, the code, and the invitation's id."""
    there = send(client, f"/g/{alias}/people/new", role=role.value)
    page = page_of(client, there)
    link = re.search(r"https?://localhost(/i/[a-z2-7]{26})<", page)
    code = re.search(r'<p class="code" dir="ltr">(.*?)</p>', page, re.DOTALL)
    assert link
    assert code
    return link[1], " ".join(re.findall(r"<span>(\w{5})</span>", code[1])), there.rpartition("/")[2]


def come(client: Client, link: str, code: str, name: str) -> str:
    """Use an invitation up to the waiting page; return that page."""
    assert client.post(link)["Location"] == f"{link}/1"
    answer = client.post(f"{link}/1", {"code": code.lower(), "name": name})
    assert answer.status_code == 303, answer.content.decode()
    offered = hidden(page_of(client, f"{link}/2"), "offered")
    typed = {"offered": offered, "passphrase": offered, "again": offered}
    assert client.post(f"{link}/2", typed)["Location"] == "/start/4"
    sheet = unescape(client.post("/start/4").content.decode())
    paper = re.sub(r"[^0-9A-Z]", "", re.search(r'<p class="code"[^>]*>(.*?)</p>', sheet, re.DOTALL)[1])  # type: ignore[index]  # a test without it fails here
    assert client.post("/start/4", {"last": paper[-4:]})["Location"] == "/g"
    there = client.get("/g")["Location"]
    return page_of(client, there)


def test_two_members_let_somebody_in(cast: Cast) -> None:
    """Ada invites and vouches, Bo lets in; Cy affirms the statement, says who Cy is, and reads what was before."""
    ada, bo, cy = cast.ada.client(), cast.bo.client(), browser()
    assert (cast.ada.account, cast.bo.account) == ("Ada", "Bo")
    link, code, invitation = invite(ada, cast.alias)
    waiting = come(cy, link, code, "Cy")
    assert "waiting to be let in" in waiting
    look = page_of(ada, cast.path(f"people/look/{invitation}"))
    assert words_of(look) == words_of(waiting)

    assert send(ada, cast.path(f"people/look/{invitation}"), passphrase=PASSPHRASE) == cast.path("people")
    assert "A second member has still to let them in" in page_of(ada, cast.path("people"))
    assert "waiting for a second member" in page_of(cy, cast.path("in"))
    assert cy.get(cast.path("now")).status_code == 404

    let_in = re.search(rf'href="({cast.path("people/in/")}[a-z2-7]+)"', page_of(bo, cast.path("people")))
    assert let_in
    assert send(bo, let_in[1], passphrase=PASSPHRASE) == cast.path("people")
    assert cy.get("/g")["Location"] == cast.path("people/start")
    start = page_of(cy, cast.path("people/start"))
    assert "I keep her privacy." in start
    answers = {"shown_name": "Cy", "until_on": "2099-01-01", "stance": "talk", "sentences": ["3", "5"], "hours": "6"}
    assert "Check the year" in send(cy, cast.path("people/start"), 422, **answers)
    answers["until_on"] = cast.open(cast.ada).today.replace(month=12, day=31).isoformat()
    assert send(cy, cast.path("people/start"), **answers) == cast.path("now")
    people = page_of(ada, cast.path("people"))
    assert "wants to talk about sentences 3, 5" in people
    assert "about 6 hours" in people
    assert "wants to talk" not in page_of(cast.sol.client(), cast.path("people"))


def test_a_founder_alone_does_both(db: None) -> None:
    """With nobody else there, who vouches also lets in."""
    ada, bo = Person("Ada"), browser()
    alias = found(ada).alias
    client = ada.client()
    assert ada.account == "Ada"
    link, code, invitation = invite(client, alias)
    come(bo, link, code, "Bo")
    there = send(client, f"/g/{alias}/people/look/{invitation}", passphrase=PASSPHRASE)
    assert "/people/in/" in there
    assert send(client, there, passphrase=PASSPHRASE) == f"/g/{alias}/people"
    assert bo.get("/g")["Location"] == f"/g/{alias}/people/start"


def test_the_first_of_the_support_group_opens_its_keys(db: None) -> None:
    """R64: she opens them herself, then is given what was meant for her group, and no more."""
    ada, sol = Person("Ada"), browser()
    process = found(ada)
    client, alias = ada.client(), process.alias
    assert ada.account == "Ada"
    link, code, invitation = invite(client, alias, Role.SUPPORT)
    come(sol, link, code, "Sol")
    send(client, f"/g/{alias}/people/look/{invitation}", passphrase=PASSPHRASE)
    assert "Open the group's keys" in page_of(sol, f"/g/{alias}/in")
    assert sol.post(f"/g/{alias}/in")["Location"] == f"/g/{alias}/in"
    assert sol.post(f"/g/{alias}/in").status_code == 200
    assert "now gives your group what was meant for it" in page_of(sol, sol.get("/g")["Location"])

    us = page_of(client, f"/g/{alias}/people")
    assert "The support group: 2 entries were written for them" in us
    assert send(client, f"/g/{alias}/people/post", passphrase=PASSPHRASE) == f"/g/{alias}/people"
    answers = {"shown_name": "Sol", "until_on": process.today.isoformat(), "stance": "stands"}
    assert sol.get("/g")["Location"] == f"/g/{alias}/people/start"
    assert send(sol, f"/g/{alias}/people/start", **answers) == f"/g/{alias}/now"
    us = page_of(client, f"/g/{alias}/people")
    assert "entries were written for them" not in us
    assert client.get(f"/g/{alias}/people/post").status_code == 303


def test_an_account_on_this_host_can_use_an_invitation(cast: Cast) -> None:
    """R17: Uma comes into the contact group as well, with the keys she has; all groups see that she is in two."""
    link, code, invitation = invite(cast.ada.client(), cast.alias)
    uma = cast.uma.client()
    assert (cast.ada.account, cast.bo.account) == ("Ada", "Bo")
    assert uma.post(link)["Location"] == f"{link}/again"
    assert b"not the whole code" in uma.post(f"{link}/again", {"code": code[:-1]}).content
    assert uma.post(f"{link}/again", {"code": code})["Location"] == cast.path("in")
    send(cast.ada.client(), cast.path(f"people/look/{invitation}"), passphrase=PASSPHRASE)
    send(cast.bo.client(), cast.path(f"people/in/{text_of(cast.uma.user)}"), passphrase=PASSPHRASE)
    assert cast.open(cast.uma).roles == {Role.CONTACT, Role.SUPERVISION}
    assert "Also in: Supervision group." in page_of(cast.sol.client(), cast.path("people"))


def test_who_lost_everything_is_let_in_again(cast: Cast) -> None:
    """Bo has neither passphrase nor paper: a new account, let in as anybody, says who it was; then the old keys end."""
    ada, sol, new = cast.ada.client(), cast.sol.client(), browser()
    assert (cast.ada.account, cast.sol.account) == ("Ada", "Sol")
    eli = Person("Eli")
    from tests.people import join

    join(cast.process, eli, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    assert eli.account == "Eli"
    link, code, invitation = invite(ada, cast.alias)
    come(new, link, code, "Bo again")
    send(ada, cast.path(f"people/look/{invitation}"), passphrase=PASSPHRASE)
    user = text_of(cast.open(cast.ada).ledger.waiting(cast.open(cast.ada).circle(Role.CONTACT))[0].user)
    send(eli.client(), cast.path(f"people/in/{user}"), passphrase=PASSPHRASE)
    answers = {"shown_name": "Bo", "until_on": cast.open(cast.ada).today.isoformat(), "stance": "stands"}
    send(new, cast.path("people/start"), before=text_of(cast.bo.user), **answers)
    out = cast.path(f"people/out/{text_of(cast.bo.user)}")
    send(ada, out, passphrase=PASSPHRASE)
    final = {"outside": "support", "why_nobody": "", "told_support": "by phone"}
    send(eli.client(), out, passphrase=PASSPHRASE, **final)
    assert cast.open(cast.bo).roles == frozenset()
    assert "Bo has new keys. The ones before are ended." in page_of(ada, cast.path("people"))
    assert sol.get(cast.path("people")).status_code == 200


@pytest.mark.parametrize("token", ["a" * 26, "x", "a" * 25 + "7", "0" * 26])
def test_a_link_that_never_was_says_what_to_do(db: None, token: str) -> None:
    """The same page for every wrong link, without a cookie."""
    page = page_of(browser(), f"/i/{token}", 404)
    assert "ask the person who gave it to you for a new one" in page


def test_a_link_can_be_opened_without_a_cookie(cast: Cast) -> None:
    """A mail program's link carries none; nothing about what this is stands on the page."""
    link, _code, _id = invite(cast.ada.client(), cast.alias)
    page = page_of(browser(), link)
    assert "Continue" in page
    assert not re.search(r"contact group|Linden|Ada|support", page)


def test_an_old_used_or_withdrawn_link_is_over(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """410, with the same words; no account comes of it."""
    ada = cast.ada.client()
    used, code, _id = invite(ada, cast.alias)
    come(browser(), used, code, "Cy")
    withdrawn, _code, ident = invite(ada, cast.alias)
    assert ada.post(cast.path(f"people/new/{ident}")).status_code == 303
    old, _code, _id = invite(ada, cast.alias)
    for link, status in ((used, 410), (withdrawn, 404)):
        assert "This link does not work any more." in page_of(browser(), link, status)
        assert browser().post(link).status_code == status
    moment = clock.now() + 15 * DAY
    monkeypatch.setattr(clock, "now", lambda: moment)
    page_of(browser(), old, 410)
    page_of(browser(), f"{old}/1", 410)


def test_a_link_used_while_somebody_typed_leaves_no_account(cast: Cast) -> None:
    """Two people have the link: the second learns it on the last page, and her name stays free."""
    link, code, _id = invite(cast.ada.client(), cast.alias)
    slow, quick = browser(), browser()
    slow.post(f"{link}/1", {"code": code, "name": "Cy"})
    offered = hidden(page_of(slow, f"{link}/2"), "offered")
    come(quick, link, code, "Dee")
    answer = slow.post(f"{link}/2", {"offered": offered, "passphrase": offered, "again": offered})
    assert answer.status_code == 410
    other, code, _id = invite(cast.bo.client(), cast.alias)
    come(browser(), other, code, "Cy")


def test_the_wrong_code_is_said_and_nothing_is_written(cast: Cast) -> None:
    """Somebody who only had the link typed a code of another invitation."""
    ada = cast.ada.client()
    assert cast.ada.account == "Ada"
    link, _code, ident = invite(ada, cast.alias)
    _other, code, _id = invite(ada, cast.alias)
    come(browser(), link, code, "Mal")
    size = cast.open(cast.ada).ledger.size
    page = send(ada, cast.path(f"people/look/{ident}"), 409, passphrase=PASSPHRASE)
    assert "Nothing was written" in page
    assert cast.open(cast.ada).ledger.size == size
    assert ada.post(cast.path(f"people/new/{ident}")).status_code == 303
    assert page_of(ada, cast.path(f"people/look/{ident}"), 410)


def test_a_slip_in_the_code_or_a_taken_name_is_said_beside_the_field(cast: Cast) -> None:
    """Before anything is made; what was typed stays."""
    assert cast.bo.account == "Bo"
    link, code, _id = invite(cast.ada.client(), cast.alias)
    client = browser()
    slip = client.post(f"{link}/1", {"code": code[:-1] + ("7" if code[-1] != "7" else "8"), "name": "Cy"})
    assert slip.status_code == 422
    assert b"Compare it once more" in slip.content
    assert b'value="Cy"' in slip.content
    taken = client.post(f"{link}/1", {"code": code, "name": " bo "})
    assert b"Somebody here signs in with this name" in taken.content
    empty = unescape(client.post(f"{link}/1", {"name": ""}).content.decode())
    assert "Write the code that you were given" in empty
    assert client.get(f"{link}/2")["Location"] == f"{link}/1"


def test_a_wrong_passphrase_lets_nobody_in(cast: Cast) -> None:
    """It is said beside the field, and nothing is written."""
    ada = cast.ada.client()
    assert cast.ada.account == "Ada"
    link, code, ident = invite(ada, cast.alias)
    come(browser(), link, code, "Cy")
    size = cast.open(cast.ada).ledger.size
    page = send(ada, cast.path(f"people/look/{ident}"), 422, passphrase="not this one at all")
    assert "That passphrase does not fit" in page
    assert cast.open(cast.ada).ledger.size == size


def test_who_has_no_paper_to_make_gets_no_code(cast: Cast) -> None:
    """The page that draws a recovery code is for those who are just coming in."""
    client = cast.bo.client()
    assert client.get("/start/4")["Location"] == "/g"
    assert client.post("/start/4")["Location"] == "/g"


def test_nobody_waits_in_a_process_that_is_not_theirs(cast: Cast) -> None:
    """404 alike for what does not exist and what belongs to others."""
    out = cast.out.client()
    assert out.get(cast.path("in")).status_code == 404
    assert out.get("/g/aaaaaaaaaa/in").status_code == 404
    assert browser().get(cast.path("in")).status_code == 302
    assert cast.eve.client().get(cast.path("in")).status_code == 404
    assert cast.ada.client().get(cast.path("in"))["Location"] == "/g"


def test_presence_is_kept_when_a_group_comes(cast: Cast) -> None:
    """Who is here is written down with what is given."""
    assert cast.open(cast.ada).state.process.presence[Role.SUPPORT] is Presence.HERE
    assert log.seats(cast.process) >= {cast.ada.user, cast.sol.user}
    assert urlsplit(cast.path("now")).path == f"/g/{cast.alias}/now"
