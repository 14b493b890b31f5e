"""What was written is found again by kind, label and word, by those who can read it; a search leaves nothing behind."""

import re
from typing import Any

import msgspec
import pytest
from django.test import Client

from answerable.core.circles import Role
from answerable.core.entries import DemandRaised
from answerable.core.entries.demands import Facet, Origin
from answerable.web.base import clock, session
from tests.canary.places import rows
from tests.filled import send, text_of_page
from tests.people import PASSPHRASE, Cast

pytestmark = pytest.mark.django_db

ALL = (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)


def searched(client: Client, cast: Cast, **asked: str) -> str:
    """Open the page, fill in its form, and return what it then says."""
    answer = send(client, cast.path("all"), asked, holding="words")
    assert answer.status_code == 200
    return text_of_page(answer)


def count(page: str) -> int:
    """Return how many entries a page says it found."""
    found = re.search(r"(One|[0-9]+) entr(?:y|ies) found|Nothing found", page)
    assert found
    return {None: 0, "One": 1}.get(found[1]) or int(found[1] or 0)


def a_spring(cast: Cast) -> None:
    """Have Ada write down a call with an evaded answer, a missed meeting, a claim, a friend's words and a slip."""
    client = cast.ada.client()
    send(client, cast.path("new"), {"reached": "yes", "account": "He spoke of the café.", "q3_state": "evaded"})
    send(client, cast.path("new"), {"reached": "missed", "missed": "not-acceptable", "account": "He overslept."})
    told = {"reached": "yes", "told": "someone", "whom": "Shared flat", "letter": "unknown", "account": "Half an hour."}
    send(client, cast.path("new"), told)
    send(client, cast.path("note"), {"text": "His friend Müller disagrees with us.", "source": "someone-came"})


def test_it_is_found_by_kind_by_label_and_by_word(cast: Cast) -> None:
    """By Ada and by Bo, each in their own way; his account carries its tag (R14)."""
    a_spring(cast)
    for person in (cast.ada, cast.bo):
        client = person.client()
        assert "Half an hour." in text_of_page(client.get(cast.path("all")))
        assert count(searched(client, cast, matter="contact")) == 4
        assert "X did not come on" in searched(client, cast, matter="contact")
        assert "X says he told: Shared flat." in searched(client, cast, label="Shared flat")
        assert "his account" in searched(client, cast, words="CAFE")
        assert count(searched(client, cast, words="evaded")) == 1
        assert count(searched(client, cast, words="mueller disagrees")) == 1
        assert count(searched(client, cast, words='"disagrees mueller"')) == 0
        assert count(searched(client, cast, words="friend", matter="around")) == 0


@pytest.mark.django_db(transaction=True)
def test_a_taken_out_entry_is_found_by_its_place_alone(cast: Cast) -> None:
    """Its kind, its day and why; its words nowhere (R60)."""
    client = cast.ada.client()
    assert cast.ada.account
    send(client, cast.path("note"), {"text": "Something about her.", "source": "ordinary-life"})
    note = cast.open(cast.ada).state.notes[0]
    path = re.search(r"/e/[a-z2-7]{26}", client.get(cast.path("all")).content.decode())
    assert path
    send(client, cast.path(f"{path[0][1:]}/out"), {"why": "It was a slip.", "passphrase": PASSPHRASE})
    assert cast.open(cast.bo).state.taken_out.keys() == {note.entry_id}
    found = searched(cast.bo.client(), cast, matter="contact")
    assert "were taken out" in found
    assert "It was a slip." in found
    assert count(searched(cast.bo.client(), cast, words="something")) == 0
    assert count(searched(cast.bo.client(), cast, words="slip note")) == 1


def test_each_circle_finds_its_own(cast: Cast) -> None:
    """What support and supervision cannot open is neither listed, nor counted, nor offered to choose from."""
    a_spring(cast)
    demand = DemandRaised(
        at=clock.now(),
        meant_for=ALL,
        number=1,
        facet=Facet.INFORM,
        text="Tell the café.",
        said_on=cast.open(cast.sol).today,
        origin=Origin.SUPPORT,
        copied=None,
    )
    cast.write(cast.sol, demand)
    assert count(searched(cast.ada.client(), cast, words="café")) == 2
    for person in (cast.sol, cast.uma):
        client = person.client()
        page = client.get(cast.path("all")).content.decode()
        assert 'value="contact"' not in page
        assert "Shared flat" not in page
        assert "Tell the café." in searched(client, cast, words="cafe")
        assert count(searched(client, cast, words="cafe")) == 1
        for word in ("overslept", "mueller", "flat", "evaded"):
            assert count(searched(client, cast, words=word)) == 0
        listed = re.search(r"([0-9]+) entries that you can read", page)
        assert listed
        assert int(listed[1]) == len(cast.open(person).state.timeline)


def test_a_search_leaves_nothing_behind(cast: Cast, capfd: pytest.CaptureFixture[str], caplog: Any) -> None:
    """Not in the URL, the title, a header, a cookie, a row, the session, nor in the log (C1, C4)."""
    client = cast.ada.client()
    caplog.set_level(0)
    answer = send(client, cast.path("all"), {"words": "lanternfish"}, holding="words")
    page = answer.content.decode()
    assert 'value="lanternfish"' in page
    assert answer.request["PATH_INFO"] == cast.path("all")
    assert not answer.request["QUERY_STRING"]
    assert "lanternfish" not in re.sub(r'value="lanternfish"', "", page)
    assert "lanternfish" not in str(answer.headers) + str(client.cookies)
    assert answer["Cache-Control"] == "no-store"
    visit = session.load(client.cookies[session.SESSION_COOKIE].value)
    assert visit
    assert b"lanternfish" not in msgspec.msgpack.encode(visit.kept)
    assert not [name for name, value in rows() if b"lanternfish" in value]
    assert "lanternfish" not in caplog.text + "".join(capfd.readouterr())


def test_a_search_that_breaks_says_its_place_alone(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was searched for stands in the error and in the frames, and stays there."""

    def broken(*_args: object, **_kwargs: object) -> None:
        message = "lanternfish"
        raise RuntimeError(message)

    monkeypatch.setattr("answerable.core.searching.holds", broken)
    client = cast.ada.client()
    client.raise_request_exception = False
    assert send(client, cast.path("all"), {"words": "lanternfish"}, holding="words").status_code == 500
    written = "".join(capfd.readouterr())
    assert "event=failed-500 kind=RuntimeError at=wording/chronicle.py:" in written
    assert "lanternfish" not in written


def test_after_a_lock_the_search_goes_on(cast: Cast) -> None:
    """The passphrase brings it back; on the way it stands in the page alone."""
    a_spring(cast)
    client = cast.ada.client()
    assert cast.ada.account
    page = client.get(cast.path("all")).content.decode()
    who = re.search(r'name="_who" value="([^"]+)"', page)
    assert who
    client.post("/lock")
    asked = client.post(cast.path("all"), {"words": "café", "_who": who[1]})
    assert asked.status_code == 403
    assert 'value="café"' in asked.content.decode()
    found = client.post(cast.path("all"), {"words": "café", "_who": who[1], "_passphrase": PASSPHRASE})
    assert count(text_of_page(found)) == 1
