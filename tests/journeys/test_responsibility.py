"""Is he taking responsibility? Over time in words, from what was written down (R65)."""

import re

import pytest

from answerable.web.responsibility.grid import COLUMNS
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

PAGE = "entries/list"


def call(cast: Cast) -> None:
    """Write down a call in which he evaded one question, refused another, and says that he told his flat."""
    answers = {
        "reached": "yes",
        "medium": "call",
        "account": "He is busy.",
        "told": "someone",
        "whom": "Shared flat",
        "letter": "yes",
        "q3_state": "evaded",
        "q5_state": "refused",
    }
    assert send(cast.ada.client(), cast.path("new"), answers).status_code == 303


def test_the_grid_after_a_call_with_an_evaded_answer_and_a_confirmed_claim(cast: Cast) -> None:
    """From Contact to the table: evaded is asked, his claim is said, and seen once somebody else confirms it."""
    client = cast.ada.client()
    assert "No contact yet." in text_of_page(client.get(cast.path(PAGE)))
    call(cast)
    assert cast.path(PAGE) in client.get(cast.path("entries")).content.decode()
    words = text_of_page(client.get(cast.path(PAGE)))
    assert "Nothing here was seen by anybody but X. Refused under: Reflect." in words
    assert re.search(r"is the release signed\? asked Name a behaviour [^.]* without excuses. refused", words)
    assert "Has he told anyone? said" in words
    account = re.search(
        r'href="(/g/[a-z2-7]+/around/[a-z2-7]{26}/new)"', client.get(cast.path("around")).content.decode()
    )
    assert account
    seen = {"source": "someone-came", "letter": "yes", "confirmed_by": "One of them"}
    assert send(client, account[1], seen).status_code == 303
    page = client.get(cast.path(PAGE))
    words = text_of_page(page)
    assert "Seen, and not only said, under: Inform. Refused under: Reflect." in words
    assert "Has he told anyone? seen" in words
    assert not re.search(r"\d+ ?%|average|total|score", words)
    assert "his account" not in words


def test_many_contacts_stand_in_tables_below_each_other(cast: Cast) -> None:
    """The newest first; older ones folded, so that a phone and a sheet of paper hold it."""
    for _ in range(COLUMNS + 1):
        send(cast.ada.client(), cast.path("new"), {"reached": "yes", "told": "nobody"})
    page = cast.bo.client().get(cast.path(PAGE)).content.decode()
    assert page.count('class="plot grid"') == 2
    assert page.count('data-label="') == COLUMNS + 1


def test_it_speaks_german(cast: Cast) -> None:
    """The same words as everywhere."""
    call(cast)
    words = text_of_page(cast.ada.client().get(cast.path(PAGE), headers={"accept-language": "de"}))
    assert "Hat er es jemandem gesagt?" in words
    assert "Verweigert bei: Reflektieren." in words


def test_other_groups_do_not_see_it(cast: Cast) -> None:
    """It rests on entries of the contact group alone."""
    for person in (cast.sol, cast.uma):
        assert cast.path(PAGE) not in person.client().get(cast.path("list")).content.decode()
        assert person.client().get(cast.path(PAGE)).status_code == 403
