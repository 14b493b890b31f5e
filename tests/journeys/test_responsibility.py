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


LIST = "entries/look"


def test_taking_on_the_list_and_noting_his_word_then_a_confirmation(cast: Cast) -> None:
    """Off at first; his word is claimed and no more; somebody who has the letter makes it corroborated (content 10)."""
    client = cast.ada.client()
    assert "This list is off." in text_of_page(client.get(cast.path(LIST)))
    assert "The list of indicators not taken on" in text_of_page(cast.sol.client().get(cast.path("people/list")))
    assert cast.path("people/list/look") in client.get(cast.path("people/list")).content.decode()
    assert send(client, cast.path("people/list/look"), {"taken_on": "on", "reason": "We want to look."})["Location"]
    assert "The list of indicators: taken on" in text_of_page(cast.uma.client().get(cast.path("people/list")))
    note = f"{LIST}/9/new"
    assert cast.path(note) in client.get(cast.path(LIST)).content.decode()
    his = {"does": "does", "ground": "his-word", "text": "He says he gave it to them."}
    assert send(client, cast.path(note), his).status_code == 303
    assert send(client, cast.path(note), his).status_code == 303
    words = text_of_page(client.get(cast.path(LIST)))
    assert "hands over the letter claimed" in words
    assert "His word. his account" in words
    confirmed = {"does": "does", "ground": "confirmed", "text": "Two of the flat read it.", "with_letter": "on"}
    assert send(cast.bo.client(), cast.path(note), confirmed).status_code == 303
    words = text_of_page(client.get(cast.path(LIST)))
    assert "hands over the letter corroborated" in words
    assert "They have the letter, or her perspective in another way." in words
    assert "sustained" not in words
    assert cast.path(LIST) in client.get(cast.path(PAGE)).content.decode()
    assert send(client, cast.path("people/list/look"), {"taken_on": None}).status_code == 303
    assert "hands over the letter" not in text_of_page(client.get(cast.path(LIST)))
