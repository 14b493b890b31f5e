"""Refusals, errors, ids of others, other groups: the pages about contact."""

import pytest
from django.test import Client

from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

PATHS = ("entries", "new", "sheet", "note", "came", "rest")


@pytest.mark.parametrize("rest", PATHS)
def test_other_groups_are_told_whose_page_it_is(cast: Cast, rest: str) -> None:
    """Support and supervision never see kinds that only the contact group reads."""
    for person in (cast.sol, cast.uma):
        assert person.client().get(cast.path(rest)).status_code == 403


@pytest.mark.parametrize("rest", PATHS)
def test_outsiders_find_nothing(cast: Cast, rest: str) -> None:
    """Who is in another process, has left, or is not signed in cannot tell that it exists."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


def written(cast: Cast) -> bytes:
    """Have Ada write a contact, and return its id."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "account": "His words."})
    return cast.open(cast.ada).state.contacts.reached[0].entry_id


@pytest.mark.parametrize("end", ["", "/again", "/out", "/answer", "/instead", "/own", "/later"])
def test_ids_that_do_not_exist_answer_404(cast: Cast, end: str) -> None:
    """No shape of an id makes a difference."""
    client = cast.ada.client()
    for ident in ("a" * 26, "A" * 26, "x", "0" * 26, text_of(bytes(16)), text_of(b"\xff" * 16)):
        assert client.get(cast.path(f"e/{ident}{end}")).status_code == 404


def test_entries_of_other_circles_answer_404(cast: Cast) -> None:
    """What support cannot open is not there for it; the id of another process neither."""
    ident = text_of(written(cast))
    assert cast.ada.client().get(cast.path(f"e/{ident}")).status_code == 200
    for person in (cast.sol, cast.uma, cast.out, cast.eve):
        assert person.client().get(cast.path(f"e/{ident}")).status_code == 404
    assert cast.out.client().get(f"/g/{cast.others}/e/{ident}").status_code == 404


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"on": "2999-01-01"}, "The contact cannot be after today"),
        ({"on": "soon"}, "Write the day like 2026-09-30."),
        ({"on": "1800-01-01"}, "Check the year of this day."),
        ({"on": ""}, "Write the day"),
        ({"by": []}, "Say who of you"),
        ({"account": "x" * 20_001}, "This text is too long: at most 20,000 characters. Nothing was cut off."),
        ({"told": "someone"}, "Write whom he told: a group, or a short label"),
        ({"whom": "Choir"}, "You wrote whom he told."),
        ({"plan_by": "2026-01-01"}, "Write what he will do by then"),
        ({"asked": "When?"}, "You wrote what you asked."),
        ({"reached": "tried", "q1_state": "answered"}, "He answered a question of the list."),
        ({"medium": "drum"}, ""),
        ({"entry": "x"}, "This form is not complete. Open the page again."),
    ],
)
def test_what_does_not_fit_is_said_next_to_it(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Refused with a sentence, nothing kept, nothing lost."""
    answer = send(cast.ada.client(), cast.path("new"), {"reached": "yes", "plan": "", **answers})
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert not cast.open(cast.ada).state.contacts.reached


def test_markup_is_shown_as_text(cast: Cast) -> None:
    """Whatever is typed stays words, also in the other writing direction."""
    client = cast.ada.client()
    send(client, cast.path("new"), {"reached": "yes", "account": "<script>alert(1)</script> שלום #set page()"})
    page = client.get(cast.path("entries")).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "שלום" in page


def test_a_text_without_a_state_is_an_answer(cast: Cast) -> None:
    """Who writes what he said need not choose "answered" as well."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "q7": "Choir, workshop."})
    answer = cast.open(cast.ada).state.contacts.reached[0].entry.answers[0]
    assert (answer.question, answer.outcome, answer.text) == (7, "answered", "Choir, workshop.")
    assert answer.wording.startswith("Which groups")


def test_a_kind_of_place_counts_only_for_a_meeting(cast: Cast) -> None:
    """A call has no place (R27)."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "medium": "call", "place": "public"})
    assert cast.open(cast.ada).state.contacts.reached[0].entry.place is None


def german(client: Client) -> Client:
    """Return the client with German chosen."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    return client


@pytest.mark.parametrize("rest", PATHS)
def test_titles_are_neutral_in_both_languages(cast: Cast, rest: str) -> None:
    """No title tells what this is about (C4)."""
    for client in (cast.ada.client(), german(cast.ada.client())):
        page = client.get(cast.path(rest)).content.decode()
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert title.partition(" – ")[0] in {"New entry", "Entries", "Neuer Eintrag", "Einträge"}


def test_empty_states_say_what_will_be_here(cast: Cast) -> None:
    """Before the first contact the list says so and names the one next act."""
    page = text_of_page(cast.ada.client().get(cast.path("entries")))
    assert "No contact yet." in page
    assert "Write down a contact" in page
