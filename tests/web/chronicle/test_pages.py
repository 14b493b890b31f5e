"""Pages of everything in order: fifty at a time, links that go back, refusals, what does not fit."""

import re
from datetime import timedelta

import pytest
from msgspec import structs

from answerable.core.audiences import RULES, Rule
from answerable.core.circles import Role
from answerable.core.entries import Entry, NoteKept
from answerable.core.entries.base import Source
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db


def notes(cast: Cast, number: int) -> None:
    """Have Ada write so many notes, one a day."""
    today = cast.open(cast.ada).today
    entries = (
        NoteKept(
            at=clock.now(),
            meant_for=(Role.CONTACT,),
            on=today - timedelta(days=one),
            text=f"Pebble {one}.",
            source=Source.ORDINARY_LIFE,
            x_may_learn=False,
            shows=None,
        )
        for one in range(number)
    )
    cast.write(cast.ada, *entries)


def test_pages_of_fifty_lead_to_each_other(cast: Cast) -> None:
    """Unsearched they are links with a number; a number that is none answers 404."""
    notes(cast, 120)
    client = cast.ada.client()
    newest, older = client.get(cast.path("all")), client.get(cast.path("all/2"))
    assert newest.content.decode().count("<li class=") == older.content.decode().count("<li class=") == 50
    assert f'href="{cast.path("all/2")}"' in newest.content.decode()
    assert f'href="{cast.path("all")}">Newer' in older.content.decode()
    assert f'href="{cast.path("all/3")}">Older' in older.content.decode()
    assert "Older" not in text_of_page(client.get(cast.path("all/3")))
    for wrong in ("0", "1", "4", "02", "-1", "²", "x", "9" * 40):
        assert client.get(cast.path(f"all/{wrong}")).status_code == 404


def test_pages_of_what_was_found_are_posted(cast: Cast) -> None:
    """What was asked for goes along in the form; a page beyond the last shows the last."""
    notes(cast, 70)
    client = cast.ada.client()
    first = send(client, cast.path("all"), {"words": "pebble"}, holding="words")
    assert "70 entries found." in text_of_page(first)
    second = post(client, cast.path("all"), first, {"page": "2"}, holding="words")
    page = second.content.decode()
    assert page.count("<mark>Pebble</mark>") == 20
    assert form_on(second, holding="words")[1]["words"] == ["pebble"]
    assert 'name="page" value="1"' in page
    for number in ("9", "0", "x"):
        assert client.post(cast.path("all"), {"words": "pebble", "page": number}).status_code == 200


def test_what_was_found_can_be_read_in_place(cast: Cast) -> None:
    """A way back over posted words is the browser's question; so nobody has to leave the page."""
    notes(cast, 1)
    client = cast.ada.client()
    found = send(client, cast.path("all"), {"words": "pebble"}, holding="words").content.decode()
    assert "Read it here" in found
    assert "How we know" in found
    assert '">Its own page</a>' in found
    assert "Read it here" not in client.get(cast.path("all")).content.decode()
    assert f'<a class="btn plain" href="{cast.path("all")}">Everything again' in found


def test_nothing_asked_shows_everything(cast: Cast) -> None:
    """An empty form, and quotes alone."""
    client = cast.ada.client()
    everything = len(cast.open(cast.ada).state.timeline)
    for words in ("", '""'):
        page = send(client, cast.path("all"), {"words": words}, holding="words")
        assert f"{everything} entries found." in text_of_page(page)


def test_nothing_found_says_what_to_try(cast: Cast) -> None:
    """Plainly, with the words still in the box."""
    answer = send(cast.ada.client(), cast.path("all"), {"words": "<b>nobody</b>"}, holding="words")
    assert "Nothing found." in text_of_page(answer)
    assert "Try fewer words" in text_of_page(answer)
    assert form_on(answer, holding="words")[1]["words"] == ["<b>nobody</b>"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"words": "a" * 301}, "This line is too long"),
        ({"matter": "nothing"}, "This is not in the list any more"),
        ({"span": "1999-1"}, "This is not in the list any more"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_it(cast: Cast, asked: dict[str, str], said: str) -> None:
    """422, and nothing typed is lost."""
    answer = cast.ada.client().post(cast.path("all"), {"words": "kept", **asked})
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert form_on(answer, holding="words")[1]["words"] == [asked.get("words", "kept")]
    assert "<title>Error: Entries" in answer.content.decode()


def test_time_can_be_chosen(cast: Cast) -> None:
    """A year or a quarter of it, as far as there are entries."""
    client = cast.ada.client()
    page = client.get(cast.path("all")).content.decode()
    year = cast.open(cast.ada).today.year
    assert f'<option value="{year}">{year}</option>' in page
    found = send(client, cast.path("all"), {"span": f"{year}"}, holding="words")
    assert f'<option value="{year}" selected>' in found.content.decode()
    assert "<details open>" in found.content.decode()


def test_pages_lead_to_it_and_entries_lead_back(cast: Cast) -> None:
    """Now of every circle, Contact, the menu, and the page of an entry."""
    notes(cast, 1)
    there = f'href="{cast.path("all")}"'
    for person in (cast.ada, cast.sol, cast.uma):
        assert there in person.client().get(cast.path("now")).content.decode()
    ident = text_of(cast.open(cast.ada).state.notes[0].entry_id)
    for rest in ("entries", f"e/{ident}"):
        main = cast.ada.client().get(cast.path(rest)).content.decode().partition("<main")[2]
        assert there in main


def test_a_page_to_read_locks_by_itself(cast: Cast) -> None:
    """The search box is no text that would be lost."""
    client = cast.ada.client()
    assert "/locked" in client.get(cast.path("all"))["Refresh"]
    assert "/locked" in client.post(cast.path("all"), {"words": "a"})["Refresh"]


def test_what_does_not_fit_is_listed_apart(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts for nothing and is in no search."""
    notes(cast, 1)
    monkeypatch.setattr("answerable.core.state.standing.may_make", lambda *_args, **_kwargs: False)
    monkeypatch.setattr("answerable.core.state.standing.RULES", _nobody_writes_notes())
    page = text_of_page(cast.ada.client().get(cast.path("all")))
    assert "Does not fit: 1" in page
    assert "count for nothing" in page
    found = text_of_page(cast.ada.client().post(cast.path("all"), {"words": "pebble"}))
    assert "Nothing found." in found
    assert re.search("Note: Pebble", page)


def _nobody_writes_notes() -> dict[type[Entry], Rule]:
    return {**RULES, NoteKept: structs.replace(RULES[NoteKept], by=frozenset())}
