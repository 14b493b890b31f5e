"""Passages about her: what can be ticked, and what is left (R11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.entries import AnyEntry, ContactReached, DemandPassedOn, DemandRaised, MailboxLookedAt, NoteKept
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import HisAnswer
from answerable.core.passages import LONGEST, may_mark, pieces, texts_of, without
from tests.core.examples import CONTACT, EXAMPLES, SUPPORT
from tests.core.logbook import example

MARK = "[gone]"


def none_of(*marked: tuple[int, int]) -> frozenset[tuple[int, int]]:
    """Return ticks."""
    return frozenset(marked)


def test_a_text_comes_in_sentences_and_lines() -> None:
    """A dot, a question and a line end a piece; quotes stay with their sentence."""
    text = "He came late. “She is fine.” He asked: why?\nShe wrote to him\n\nWe stopped."
    assert pieces(text) == (
        "He came late. ",
        "“She is fine.” ",
        "He asked: why?\n",
        "She wrote to him\n\n",
        "We stopped.",
    )


@given(st.text(max_size=200))
def test_the_pieces_together_are_the_text(text: str) -> None:
    """Nothing gets lost in between."""
    assert "".join(pieces(text)) == text


def test_ticked_pieces_leave_one_mark_each_run() -> None:
    """Pieces beside each other leave one mark; the rest stays as it was, with its line breaks."""
    note = example(NoteKept, text="One. Two. Three.\nFour.")
    assert texts_of(note) == ("One. Two. Three.\nFour.",)
    assert texts_of(without(note, none_of((0, 1), (0, 2)), mark=MARK)) == ("One. [gone]\nFour.",)
    assert texts_of(without(note, none_of((0, 0), (0, 3)), mark=MARK)) == ("[gone] Two. Three.\n[gone]",)


def test_texts_inside_are_found_too() -> None:
    """The account of a contact and each answer; the wording that was asked is ours, and can be ticked as well."""
    contact = example(ContactReached)
    assert texts_of(contact) == (
        "He says he is on a waiting list.",
        "Which stage?",
        "Waiting list.",
        "Name one.",
    )
    changed = without(contact, none_of((2, 0)), mark=MARK)
    assert isinstance(changed, ContactReached)
    assert [answer.text for answer in changed.answers] == [MARK, ""]
    assert changed.answers[0].wording == "Which stage?"


def test_an_answer_that_may_be_missing_is_found() -> None:
    """His answer to a demand is one text, none where he gave none."""
    answered = example(DemandPassedOn, answer=HisAnswer(outcome=Outcome.EVADED, text="She knows."))
    assert texts_of(answered) == ("She knows.",)
    assert texts_of(example(DemandPassedOn)) == ()


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: type(entry).__name__)
def test_without_ticks_nothing_changes(entry: AnyEntry) -> None:
    """Every kind goes through unharmed."""
    assert without(entry, none_of(), mark=MARK) == entry


def test_a_mark_never_makes_a_text_too_long() -> None:
    """Where many short pieces are ticked in a full text, a shorter mark is left."""
    note = example(NoteKept, text="a. b.\n" * (LONGEST // 6))
    ticked = frozenset((0, place) for place in range(0, len(pieces(note.text)), 2))
    (left,) = texts_of(without(note, ticked, mark="[about her, removed]"))
    assert len(left) <= LONGEST
    assert left.startswith("… b.\n")


def test_whose_words_can_be_ticked() -> None:
    """Any member of the author's circle; never a demand, nor what the process rests on."""
    assert may_mark(example(NoteKept), author_roles=CONTACT, by=CONTACT)
    assert not may_mark(example(NoteKept), author_roles=CONTACT, by=SUPPORT)
    assert not may_mark(example(DemandRaised), author_roles=SUPPORT, by=SUPPORT)
    assert not may_mark(example(MailboxLookedAt), author_roles=CONTACT, by=CONTACT)
