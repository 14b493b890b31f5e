"""The words of a process (C5)."""

import pytest

from answerable.core.defaults.vocabulary import Profile
from tests.filled import form_on, send
from tests.people import Cast

pytestmark = pytest.mark.django_db


def test_the_support_group_chooses_and_all_speak_so(cast: Cast) -> None:
    """Sol chooses survivor; the statement that Ada reads, and Us, use it."""
    sol = cast.sol.client()
    _action, fields = form_on(sol.get(cast.path("people/note")), holding="entry")
    assert "said_on" not in fields
    assert send(sol, cast.path("people/note"), {"english": "survivor", "german": "letter"}).status_code == 303
    item = cast.open(cast.ada).state.process.words
    assert item is not None
    assert {one.profile for one in item.entry.profiles} == {Profile.SURVIVOR, Profile.LETTER}
    ada = cast.ada.client()
    assert "survivor, person who caused harm" in ada.get(cast.path("people")).content.decode()
    assert "survivor" in ada.get(cast.path("people/read")).content.decode()


def test_a_contact_member_only_copies_them(cast: Cast) -> None:
    """Without a source nothing is kept; with one it is a copy of what the support group said."""
    ada = cast.ada.client()
    refused = send(ada, cast.path("people/note"), {"english": "person-harmed", "german": "letter"})
    assert refused.status_code == 422
    assert "Say what you copy it from" in refused.content.decode()
    assert cast.open(cast.ada).state.process.words is None
    answers = {
        "english": "person-harmed",
        "german": "letter",
        "said_on": "2026-09-01",
        "source": "a mail",
        "from_whom": "the support group",
    }
    kept = send(ada, cast.path("people/note"), answers)
    assert kept.status_code == 303
    item = cast.open(cast.bo).state.process.words
    assert item is not None
    assert item.entry.copied is not None
    assert item.entry.copied.source == "a mail"


def test_only_words_of_the_list_can_be_chosen(cast: Cast) -> None:
    """Anything else is refused beside the question."""
    answer = send(cast.sol.client(), cast.path("people/note"), {"english": "hero", "german": "letter"})
    assert answer.status_code == 422
    assert "Choose one of these" in answer.content.decode()
