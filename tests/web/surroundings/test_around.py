"""People around X: whom he told, outside a contact; confirmed by others; never found out (R29, R42)."""

import re

import pytest

from answerable.core.entries import ToldByX
from answerable.core.entries.demands import DemandWord
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db


def told(cast: Cast, **answers: str) -> None:
    """Have Ada write down whom he told."""
    given = {"label": "Bike workshop", "source": "he-said", "account": "He told them in spring.", **answers}
    assert send(cast.ada.client(), cast.path("around/new"), given).status_code == 303


def test_the_empty_table_says_whom_to_ask(cast: Cast) -> None:
    """Nobody is listed yet: ask him first."""
    page = text_of_page(cast.ada.client().get(cast.path("around")))
    assert "Nobody around X is listed yet. Ask him first whom he has told." in page


def test_what_he_says_is_said_until_somebody_confirms_it(cast: Cast) -> None:
    """His account stays beside the confirmation; unknown about the letter is a full answer."""
    told(cast)
    page = text_of_page(cast.bo.client().get(cast.path("around")))
    assert "said" in page
    assert "his account" in page
    assert "we do not know" in page
    assert "nobody yet" in page
    confirm = re.search(
        r'href="(/g/[a-z2-7]+/around/[a-z2-7]{26}/new)"',
        cast.bo.client().get(cast.path("around")).content.decode(),
    )
    assert confirm
    shown = cast.bo.client().get(confirm[1])
    assert "he-said" not in shown.content.decode()
    seen = {"source": "someone-came", "letter": "yes", "confirmed_by": "R."}
    assert send(cast.bo.client(), confirm[1], seen).status_code == 303
    found = cast.open(cast.ada).state.told[0]
    assert (found.word, len(found.accounts), found.newest.entry.confirmed_by) == (DemandWord.SEEN, 2, "R.")
    assert "R." in text_of_page(cast.bo.client().get(cast.path("around")))


def test_a_correction_stands_in_its_place(cast: Cast) -> None:
    """A slip of the pen is corrected by a new entry."""
    told(cast)
    ident = re.search(r"/e/([a-z2-7]{26})", cast.ada.client().get(cast.path("around")).content.decode())
    assert ident
    path = cast.path(f"around/{ident[1]}/again")
    assert form_on(cast.ada.client().get(path), holding="label")[1]["label"] == ["Bike workshop"]
    assert send(cast.ada.client(), path, {"label": "Bicycle workshop"}).status_code == 303
    assert [one.label for one in cast.open(cast.ada).state.told] == ["Bicycle workshop"]
    assert "Older words" in text_of_page(cast.ada.client().get(cast.path(f"e/{ident[1]}")))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"label": ""}, "Write whom: a group, or a short label"),
        ({"source": ""}, "Say how you know it"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"label": "x" * 301}, "This line is too long: at most 300 characters."),
        ({"account": "x" * 20_001}, "This text is too long"),
    ],
)
def test_what_is_missing_is_said(cast: Cast, answers: dict[str, str], said: str) -> None:
    """Refused with a sentence next to it; nothing is kept."""
    given = {"label": "Choir", "source": "he-said", **answers}
    answer = send(cast.ada.client(), cast.path("around/new"), given)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert not cast.open(cast.ada).state.told


def test_who_came_to_us_decides_whether_he_learns_it(cast: Cast) -> None:
    """The default is no; from any other source there is nobody to allow it (R42)."""
    told(cast, source="someone-came", may_learn="yes")
    told(cast, source="he-said", may_learn="yes", label="Choir")
    entries = [filed.entry for filed in cast.open(cast.ada).filed if isinstance(filed.entry, ToldByX)]
    assert [entry.x_may_learn for entry in entries] == [True, False]


@pytest.mark.parametrize("rest", ["around", "around/new"])
def test_others_do_not_see_it(cast: Cast, rest: str) -> None:
    """Only the contact group reads whom he told."""
    for person in (cast.sol, cast.uma):
        assert person.client().get(cast.path(rest)).status_code == 403
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


@pytest.mark.parametrize("end", ["new", "again"])
def test_ids_of_nothing_answer_404(cast: Cast, end: str) -> None:
    """Also ids of other kinds of entries."""
    other = cast.open(cast.ada).filed[0].entry_id
    from answerable.web.base.forms import text_of

    for ident in ("a" * 26, "x", text_of(other)):
        assert cast.ada.client().get(cast.path(f"around/{ident}/{end}")).status_code == 404
