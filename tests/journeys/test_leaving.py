"""Leaving, new keys, and saying that somebody is out, as people do it (R21)."""

import re
from html import unescape

import pytest
from django.test import Client

from answerable.core.circles import Role
from answerable.core.entries import DutyTaken, MailboxLookedAt
from answerable.store import log
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.people import PASSPHRASE, Cast, Person, browser, found, join

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def page_of(client: Client, path: str, status: int = 200) -> str:
    """Return a page as text."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return unescape(response.content.decode())


def send(client: Client, path: str, status: object = 303, **answers: object) -> str:
    """Open a form, fill it in, send it; return where it leads, or the page that says what is missing."""
    entry = re.search(r'name="entry" value="([^"]*)"', page_of(client, path))
    assert entry
    response = client.post(path, {"entry": entry[1], **answers})
    assert response.status_code == status, unescape(response.content.decode())
    return response["Location"] if status == 303 else unescape(response.content.decode())


def today(cast: Cast) -> str:
    """Return Linden's day."""
    return cast.open(cast.ada).today.isoformat()


def test_a_dignified_exit(cast: Cast) -> None:
    """Bo hands over what Bo had to do, loses the keys at once, and the others see what goes on without Bo."""
    bo, ada = cast.bo.client(), cast.ada.client()
    assert cast.bo.account == "Bo"
    key = next(iter(_mail_duty(cast)))
    cast.write(cast.bo, DutyTaken(at=clock.now(), meant_for=(Role.CONTACT,), duty=key))
    page = page_of(bo, cast.path("out"))
    assert "Look at the mail" in page
    assert "cannot be called back" in page
    answers = {"last_on": today(cast), "handover": "The mail: Ada does it.\n\n", "told_support": "I rang them."}
    assert send(bo, cast.path("out"), passphrase=PASSPHRASE, **answers) == "/g"
    assert "You have left" in page_of(bo, "/g")
    assert bo.get(cast.path("now")).status_code == 404
    assert cast.open(cast.bo).filed == ()
    us = page_of(ada, cast.path("people"))
    assert "Bo left. The last day was" in us
    assert "Begin new keys" in us
    assert any("The mail: Ada does it." in str(filed.entry) for filed in cast.open(cast.sol).filed)
    assert ada.post(cast.path("people/again")).status_code == 303
    assert "Begin new keys" not in page_of(ada, cast.path("people"))
    assert cast.open(cast.ada).members(Role.CONTACT) == {cast.ada.user}


def _mail_duty(cast: Cast) -> list[str]:
    from answerable.core import duties

    opened = cast.open(cast.bo)
    return [one.key for one in duties.all_duties(opened.state, opened.today) if one.code is duties.Code.MAILBOX]


def test_signing_in_begins_new_keys(cast: Cast) -> None:
    """Whoever signs in next renews them, without being asked."""
    assert (cast.ada.account, cast.bo.account) == ("Ada", "Bo")
    answers = {"last_on": today(cast), "handover": "", "told_support": "by mail"}
    send(cast.bo.client(), cast.path("out"), passphrase=PASSPHRASE, **answers)
    assert browser().post("/in", {"name": "Ada", "passphrase": PASSPHRASE}).status_code == 303
    assert not cast.open(cast.ada).ledger.is_stale(cast.open(cast.ada).circle(Role.CONTACT))


def test_what_is_missing_is_said_beside_the_field_and_nobody_leaves(cast: Cast) -> None:
    """A wrong passphrase, a day to come, no word on how the support group hears of it; the lines stay."""
    bo = cast.bo.client()
    assert cast.bo.account == "Bo"
    wrong = {"last_on": "2999-01-01", "handover": "Keys of the room: Ada", "told_support": ""}
    page = send(bo, cast.path("out"), 422, passphrase=PASSPHRASE, **wrong)
    assert "Your keys go today" in page
    assert "Write how the support group hears of it" in page
    assert "Keys of the room: Ada" in page
    right = {"last_on": today(cast), "handover": "x" * 301, "told_support": "by mail"}
    assert "One line is too long" in send(bo, cast.path("out"), 422, passphrase=PASSPHRASE, **right)
    right["handover"] = ""
    assert "That passphrase does not fit" in send(bo, cast.path("out"), 422, passphrase="another one", **right)
    assert cast.open(cast.bo).roles == {Role.CONTACT}


def test_the_last_one_says_that_she_knows_what_follows(db: None) -> None:
    """Nobody can open what the group keeps after the last member has left."""
    ada = Person("Ada")
    process = found(ada)
    client = ada.client()
    assert ada.account == "Ada"
    path = f"/g/{process.alias}/out"
    answers = {
        "last_on": process.today.isoformat(),
        "handover": "",
        "told_support": "by mail",
        "passphrase": PASSPHRASE,
    }
    assert "You are the last one" in send(client, path, 422, **answers)
    assert send(client, path, last_one="on", **answers) == "/g"
    assert "You are in no group" in page_of(client, "/g")


def test_leaving_one_of_two_groups(cast: Cast) -> None:
    """R17: Bo stays in the contact group; nothing is asked that is about the other."""
    join(cast.process, cast.bo, Role.SUPERVISION, voucher=cast.uma, admitter=cast.uma, named=False)
    bo = cast.bo.client()
    assert cast.bo.account == "Bo"
    answers = {"last_on": today(cast), "handover": "", "told_support": "by mail", "scope": "supervision"}
    assert send(bo, cast.path("out"), passphrase=PASSPHRASE, **answers) == cast.path("people")
    assert cast.open(cast.bo).roles == {Role.CONTACT}


def test_a_support_member_leaves_with_nothing_to_hand_over(cast: Cast) -> None:
    """She is asked for her passphrase, and that she knows that she is the last one."""
    sol = cast.sol.client()
    assert cast.sol.account == "Sol"
    page = page_of(sol, cast.path("out"))
    assert "What goes on without you" not in page
    assert send(sol, cast.path("out"), passphrase=PASSPHRASE, last_one="on") == "/g"
    us = page_of(cast.ada.client(), cast.path("people"))
    assert "Sol has left." in us
    assert "Nobody holds the keys of this group any more" in us
    entry = MailboxLookedAt(at=clock.now(), meant_for=(Role.CONTACT,), on=cast.open(cast.ada).today)
    cast.write(cast.ada, entry, cast.open(cast.ada).state.members[cast.ada.user].named.entry)


def test_two_say_that_somebody_is_out(cast: Cast) -> None:
    """The first changes nothing; the second says who outside looked at it; then access ends."""
    cy = Person("Cy")
    join(cast.process, cy, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    ada, bo, there = cast.ada.client(), cast.bo.client(), cy.client()
    assert (cast.ada.account, cast.bo.account) == ("Ada", "Bo")
    out = cast.path(f"people/out/{text_of(cy.user)}")
    assert send(ada, out, passphrase=PASSPHRASE) == cast.path("people")
    assert there.get(cast.path("people")).status_code == 200
    assert ada.get(out).status_code == 303
    assert "Ada said that Cy is out." in page_of(bo, cast.path("people"))
    page = send(bo, out, 422, passphrase=PASSPHRASE, outside="nobody", told_support="by mail")
    assert "Write why nobody outside looked at this." in page
    answers = {"outside": "nobody", "why_nobody": "Nobody is there yet.", "told_support": "by mail"}
    assert send(bo, out, passphrase=PASSPHRASE, **answers) == cast.path("people")
    assert there.get(cast.path("people")).status_code == 404
    assert log.processes_of(cy.user) == []
    entry = cast.open(cast.sol).state.members[cy.user].left
    assert entry is not None
    assert "Nobody is there yet." in str(entry.entry.told_support)


def test_in_a_group_of_two_somebody_outside_says_the_same(cast: Cast) -> None:
    """Ada says so, Sol says so; what goes on without Bo is then written down."""
    ada, sol = cast.ada.client(), cast.sol.client()
    assert (cast.ada.account, cast.sol.account) == ("Ada", "Sol")
    out = cast.path(f"people/out/{text_of(cast.bo.user)}")
    assert "You are two" in page_of(ada, out)
    send(ada, out, passphrase=PASSPHRASE)
    assert "Ada said that Bo is out." in page_of(sol, cast.path("people"))
    send(sol, out, passphrase=PASSPHRASE)
    assert cast.open(cast.bo).roles == frozenset()
    left = cast.path(f"people/left/{text_of(cast.bo.user)}")
    assert left in page_of(ada, cast.path("people"))
    send(ada, left, last_on=today(cast), handover="The mail: Ada", told_support="They said it with us.")
    assert left not in page_of(ada, cast.path("people"))
    assert ada.get(left).status_code == 303


def test_nobody_says_it_about_herself_or_about_others_people(cast: Cast) -> None:
    """Sol cannot see supervision's members; Ada's own page leads back."""
    sol = cast.sol.client()
    assert sol.get(cast.path(f"people/out/{text_of(cast.uma.user)}")).status_code == 404
    assert cast.ada.client().get(cast.path(f"people/out/{text_of(cast.ada.user)}")).status_code == 303
    assert cast.ada.client().get(cast.path("people/out/xyz")).status_code == 404
    assert cast.out.client().get(cast.path("out")).status_code == 404


def test_a_lock_while_leaving_loses_no_line_and_carries_no_passphrase(cast: Cast) -> None:
    """After the lock the lines come along in the page; the passphrase is typed anew."""
    bo = cast.bo.client()
    assert cast.bo.account == "Bo"
    entry = re.search(r'name="entry" value="([^"]*)"', page_of(bo, cast.path("out")))
    assert entry
    answers = {"entry": entry[1], "last_on": today(cast), "handover": "The mail: Ada", "told_support": "by mail"}
    bo.post("/lock")
    locked = bo.post(cast.path("out"), {**answers, "passphrase": PASSPHRASE})
    assert locked.status_code == 403
    page = unescape(locked.content.decode())
    assert "The mail: Ada" in page
    assert PASSPHRASE not in page
    again = bo.post(cast.path("out"), {**answers, "_passphrase": PASSPHRASE})
    assert again.status_code == 422
    assert "The mail: Ada" in unescape(again.content.decode())
    assert cast.open(cast.bo).roles == {Role.CONTACT}
