"""The list of indicators on its pages: what a form refuses, corrections, who sees it (R65, R14)."""

import pytest

from answerable.core.entries import IndicatorNoted
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

NOTE = "entries/look/1/new"
GIVEN = {"does": "does", "ground": "his-word", "text": "He says he started."}


def noted(cast: Cast) -> list[IndicatorNoted]:
    """Return the notes that stand."""
    return [item.entry for item in cast.open(cast.ada).state.indicators.notes]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"does": None}, "Say what it shows"),
        ({"ground": None}, "Say what it rests on"),
        ({"text": " "}, "Write what it was"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"on": "1900-01-01"}, "Check the year of this day."),
        ({"ground": "conduct"}, "At least two of us saw it."),
        ({"ground": "provider"}, "Say what they say of it"),
        ({"ground": "provider", "attendance": "stopped"}, "He stopped: that shows that he does not do it."),
        ({"ground": "provider", "attendance": "cured"}, "Choose one of these."),
        ({"ground": "feeling"}, "Choose one of these."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(cast: Cast, answers: dict[str, str | None], said: str) -> None:
    """A refused note answers 422 with what was typed."""
    answer = send(cast.ada.client(), cast.path(NOTE), {**GIVEN, **answers})
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    if "text" not in answers:
        assert form_on(answer, holding="text")[1]["text"] == [GIVEN["text"]]
    assert not noted(cast)


def test_what_does_not_belong_to_a_ground_falls_away(cast: Cast) -> None:
    """Ticks under another ground were not meant."""
    more = {"with_letter": "on", "may_learn": "on", "attendance": "goes-on", "by": text_of(cast.ada.user)}
    assert send(cast.ada.client(), cast.path(NOTE), {**GIVEN, **more}).status_code == 303
    (note,) = noted(cast)
    assert (note.with_letter, note.x_may_learn, note.attendance, note.by) == (False, False, None, ())


def test_conduct_names_the_two_who_saw_it_and_the_provider_says_how_it_goes(cast: Cast) -> None:
    """The entry tells both (R57: whether and since when, no more)."""
    both = [text_of(cast.ada.user), text_of(cast.bo.user)]
    client = cast.ada.client()
    assert send(client, cast.path(NOTE), {**GIVEN, "ground": "conduct", "by": both}).status_code == 303
    stopped = {**GIVEN, "ground": "provider", "attendance": "stopped", "does": "does-not"}
    assert send(client, cast.path(NOTE), stopped).status_code == 303
    conduct, provider = cast.open(cast.ada).state.indicators.notes
    words = text_of_page(client.get(cast.path(f"e/{text_of(conduct.entry_id)}")))
    assert "Ada and Bo" in words
    assert "his account" not in words
    words = text_of_page(client.get(cast.path(f"e/{text_of(provider.entry_id)}")))
    assert "It shows that he refuses or does not do it: is in perpetrator work." in words
    assert "He stopped" in words


def test_a_note_is_corrected_by_a_new_entry(cast: Cast) -> None:
    """The older words stay; his word stays his account (R14)."""
    client = cast.ada.client()
    send(client, cast.path(NOTE), GIVEN)
    (item,) = cast.open(cast.ada).state.indicators.notes
    page = client.get(cast.path(f"e/{text_of(item.entry_id)}"))
    again = cast.path(f"entries/look/{text_of(item.entry_id)}/again")
    assert again in page.content.decode()
    assert "his account" in text_of_page(page)
    assert send(client, again, {"text": "He says he starts in May."}).status_code == 303
    assert [note.text for note in noted(cast)] == ["He says he starts in May."]
    assert cast.bo.client().get(again).status_code == 200


def test_a_number_or_id_that_is_not_there_answers_404(cast: Cast) -> None:
    """Nothing is told by the answer."""
    client = cast.ada.client()
    for rest in ("entries/look/99/new", "entries/look/x/new", "entries/look/x/again", f"entries/look/{'a' * 26}/again"):
        assert client.get(cast.path(rest)).status_code == 404


def test_a_double_submit_notes_once(cast: Cast) -> None:
    """The id is drawn with the form."""
    client = cast.ada.client()
    _action, values = form_on(client.get(cast.path(NOTE)), holding="text")
    for _ in range(2):
        assert client.post(cast.path(NOTE), {**values, **GIVEN}).status_code == 303
    assert len(noted(cast)) == 1


def test_it_speaks_german(cast: Cast) -> None:
    """The list, and the form."""
    german = {"accept-language": "de"}
    client = cast.ada.client()
    send(client, cast.path("people/list/look"), {"taken_on": "on"})
    assert "übergibt den Brief" in text_of_page(client.get(cast.path("entries/look"), headers=german))
    assert "Worauf stützt es sich?" in text_of_page(client.get(cast.path(NOTE), headers=german))
