"""The page of people, as each circle may see it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.people import Cast, Person, browser, found

pytestmark = pytest.mark.django_db

GETS = (
    "people",
    "people/me",
    "people/read",
    "people/new",
    "people/list",
    "people/sheet",
    "out",
)
CONTACT_ONLY = ("people/list/new", "people/sheet/new", "people/around")


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


@pytest.mark.parametrize("path", GETS)
def test_all_three_groups_can_open_it(cast: Cast, path: str) -> None:
    """Ada, Sol and Uma; strangers, those who left and the signed-out cannot tell that it exists."""
    for person in (cast.ada, cast.sol, cast.uma):
        page_of(person.client(), cast.path(path))
    for person in (cast.eve, cast.out):
        page_of(person.client(), cast.path(path), 404)
    page_of(browser(), cast.path(path), 302)


@pytest.mark.parametrize("path", CONTACT_ONLY)
def test_what_is_the_contact_groups_is_refused_to_others(cast: Cast, path: str) -> None:
    """They are told whose page it is."""
    assert cast.ada.client().get(cast.path(path)).status_code in {200, 303}
    for person in (cast.sol, cast.uma):
        page_of(person.client(), cast.path(path), 403)
    page_of(cast.eve.client(), cast.path(path), 404)


def test_who_sees_whom(cast: Cast) -> None:
    """Contact members see all; support and supervision their own people and the contact group's names."""
    ada, sol, uma = (page_of(person.client(), cast.path("people")) for person in (cast.ada, cast.sol, cast.uma))
    assert all(f">{name}</a>" in ada for name in ("Ada", "Bo", "Sol", "Uma"))
    assert all(f">{name}</a>" in sol for name in ("Ada", "Bo", "Sol"))
    assert ">Uma</a>" not in sol
    assert ">Sol</a>" not in uma
    page_of(cast.sol.client(), cast.path(f"people/e/{text_of(cast.uma.user)}"), 404)
    page_of(cast.sol.client(), cast.path("people/e/nonsense"), 404)


def test_hours_and_limits_stay_in_the_circle(cast: Cast) -> None:
    """R19: how many hours and what she will not do is for her own circle; nobody else compares it."""
    answers = {"shown_name": "Ada", "until_on": _in_days(cast, 300), "hours": "6", "will_not": "Meet him alone"}
    assert send(cast.ada.client(), cast.path("people/me"), **answers) == cast.path("people")
    assert "Will not do: Meet him alone" in page_of(cast.bo.client(), cast.path("people"))
    for path in ("people", f"people/e/{text_of(cast.ada.user)}"):
        page = page_of(cast.sol.client(), cast.path(path))
        assert "Meet him alone" not in page
        assert "about 6 hours" not in page


def _in_days(cast: Cast, days: int) -> str:
    return (cast.open(cast.ada).today + timedelta(days=days)).isoformat()


def test_a_term_that_ends_soon_says_so(cast: Cast) -> None:
    """R20: two months ahead; its end ends no access."""
    send(cast.bo.client(), cast.path("people/me"), shown_name="Bo", until_on=_in_days(cast, 30), will_not="")
    assert '<span class="state soon">' in page_of(cast.ada.client(), cast.path("people"))
    bo = cast.open(cast.bo).state.members[cast.bo.user]
    assert bo.named.entry.joined_on == bo.joined_on


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"shown_name": "", "until_on": "2026-12-01"}, "Write a name"),
        ({"shown_name": "Ada", "until_on": ""}, "Write until when, roughly"),
        ({"shown_name": "Ada", "until_on": "2020-01-01"}, "This day is over"),
        ({"shown_name": "Ada", "until_on": "9999-01-01"}, "Check the year"),
        ({"shown_name": "Ada", "until_on": "soon"}, "Write the day like 2026-09-30."),
        ({"shown_name": "Ada", "until_on": "2099-01-01", "hours": "many"}, "Write a whole number, 0 or more."),
        ({"shown_name": "Ada", "until_on": "2099-01-01", "hours": "-1"}, "Write a whole number, 0 or more."),
        ({"shown_name": "Ada", "until_on": "2099-01-01", "hours": "1000"}, "Write a number up to 744."),
        ({"shown_name": "A" * 301, "until_on": "2099-01-01"}, "at most 300 characters"),
        ({"shown_name": "Ada", "until_on": "2099-01-01", "will_not": "x" * 20_001}, "at most 20,000 characters"),
    ],
)
def test_a_slip_is_said_beside_the_field(cast: Cast, answers: dict[str, str], said: str) -> None:
    """And nothing is written."""
    size = cast.open(cast.ada).ledger.size
    assert said in send(cast.ada.client(), cast.path("people/me"), 422, **answers)
    assert cast.open(cast.ada).ledger.size == size


def test_a_form_sent_twice_is_kept_once(cast: Cast) -> None:
    """The back button and a double tap write one entry."""
    client, size = cast.ada.client(), cast.open(cast.ada).ledger.size
    entry = re.search(r'name="entry" value="([^"]*)"', page_of(client, cast.path("people/me")))
    assert entry
    answers = {"entry": entry[1], "shown_name": "Ada", "until_on": _in_days(cast, 90), "will_not": ""}
    for _ in range(2):
        assert client.post(cast.path("people/me"), answers).status_code == 303
    assert cast.open(cast.ada).ledger.size == size + 1


def test_the_statement_takes_both_answers(cast: Cast) -> None:
    """R15: standing behind it, or wanting to talk about sentences that one names."""
    client = cast.ada.client()
    page = send(client, cast.path("people/read"), 422, stance="talk")
    assert "Say which sentences" in page
    assert "Choose one of the two" in send(client, cast.path("people/read"), 422)
    send(client, cast.path("people/read"), stance="stands", sentences=["2"])
    assert "stands behind it" in page_of(cast.bo.client(), cast.path("people"))
    send(client, cast.path("people/read"), stance="talk", sentences=["3"])
    assert "wants to talk about sentence 3" in page_of(cast.bo.client(), cast.path("people"))
    assert send(client, cast.path("people/read"), 422, stance="talk", sentences=["99"])


def test_the_words_of_the_record_are_the_same_for_all(cast: Cast) -> None:
    """Two who opened the page at the same size compare six words."""
    words = [
        re.findall(r"<li>([a-z-]+)</li>", page_of(person.client(), cast.path("people")))
        for person in (cast.ada, cast.sol)
    ]
    assert words[0] == words[1]
    assert len(words[0]) == 6
    send(cast.ada.client(), cast.path("people/read"), stance="stands")
    assert re.findall(r"<li>([a-z-]+)</li>", page_of(cast.ada.client(), cast.path("people"))) != words[0]


def test_a_persons_words_are_the_same_for_her_and_for_others(cast: Cast) -> None:
    """They are made of her keys."""
    path = cast.path(f"people/e/{text_of(cast.bo.user)}")
    mine, others = (re.findall(r"<li>([a-z-]+)</li>", page_of(p.client(), path)) for p in (cast.bo, cast.ada))
    assert mine == others
    assert len(mine) == 6


def test_an_absent_circle_is_never_called_silent(db: None) -> None:
    """R64: how it is reached, and one quiet job for supervision; saying otherwise takes one form."""
    ada = Person("Ada")
    alias = found(ada).alias
    client = ada.client()
    page = page_of(client, f"/g/{alias}/people")
    assert "By mail and paper. We copy their words" in page
    assert page.count("Find two people to look at our work") == 1
    path = f"/g/{alias}/people/around"
    assert "Choose one of these" in send(client, path, 422, support="gone", supervision="mail")
    assert send(client, path, support="mail", supervision="mail") == f"/g/{alias}/people"
    assert "Find two people" not in page_of(client, f"/g/{alias}/people")


def test_presence_is_not_asked_where_a_group_has_keys(cast: Cast) -> None:
    """Linden's groups are all here."""
    assert cast.ada.client().get(cast.path("people/around")).status_code == 303
    sol = PresenceSet(at=clock.now(), meant_for=(Role.CONTACT,), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.sol, sol)
    assert cast.open(cast.ada).state.process.presence[Role.SUPPORT] is Presence.HERE


def test_one_who_has_not_said_who_she_is_is_asked_first(cast: Cast) -> None:
    """Her own page waits at the top; the page about her term leads there."""
    from tests.people import join

    cy = Person("Cy")
    join(cast.process, cy, Role.CONTACT, voucher=cast.ada, admitter=cast.bo, named=False)
    client = cy.client()
    assert "Say who you are here" in page_of(client, cast.path("people"))
    assert client.get(cast.path("people/me"))["Location"] == cast.path("people/start")
    assert "somebody who has not said a name yet" in page_of(cast.ada.client(), cast.path("people"))
    assert cast.ada.client().get(cast.path("people/start"))["Location"] == cast.path("people/me")


def test_markup_in_a_name_stays_text(cast: Cast) -> None:
    """What somebody types is shown as it is."""
    name = "<b>Ada</b> & \u202eod"
    send(cast.ada.client(), cast.path("people/me"), shown_name=name, until_on=_in_days(cast, 90), will_not="<script>")
    page = cast.bo.client().get(cast.path("people")).content.decode()
    assert "&lt;b&gt;Ada&lt;/b&gt;" in page
    assert "<script>" not in page


def test_the_pages_speak_german(cast: Cast) -> None:
    """Every page of this area in the other language."""
    for person in (cast.ada, cast.sol):
        client = person.client()
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
        for path in GETS:
            assert 'lang="de"' in page_of(client, cast.path(path))
