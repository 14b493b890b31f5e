"""Steps in words: names, what the record suggests, what an update says, what he may not learn."""

import pytest

from answerable.core import steps as core
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    ConcernMoved,
    NonCooperationNoted,
    NoticeGiven,
    PeopleTold,
    StepAnswered,
    StepTaken,
    WorksheetKept,
)
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.steps import MoveSort
from answerable.core.marks import MarkCode
from answerable.core.steps import Suggestion, Suggests
from answerable.wording import caution, decisions, entries, marks, steps
from answerable.wording.entry_words import Telling
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, SOME_ID, day
from tests.core.logbook import example
from tests.wording.speech import BOTH
from tests.wording.test_update import DE, EN, written

NBSP = "\N{NO-BREAK SPACE}"
TELLING = Telling(words=EN, entry=lambda _entry_id: "another entry")


def concern(book: Datebook) -> bytes:
    """Have Ada note that he joined a choir."""
    return book.add(ADA, NonCooperationNoted, rests_on=())


@pytest.mark.parametrize("why", list(Suggests))
@pytest.mark.parametrize("number", [None, 4])
def test_each_suggestion_is_said_as_the_record_has_it(why: Suggests, number: int | None) -> None:
    """Both languages, without a placeholder left (R38)."""
    one = Suggestion(
        why=why, rests_on=(SOME_ID,), on=day(3, 1), source=Source.ORDINARY_LIFE, number=number, label="Choir"
    )
    said = [steps.suggestion(one, words) for words in BOTH]
    assert said[0] != said[1]
    assert not any("{" in text for text in said)


def test_a_step_has_its_name_and_another_one_its_own_words() -> None:
    """What is not said yet is called another step."""
    assert steps.step(Step.L3, DE) == "Ihn gemeinsam und vorbereitet konfrontieren"
    assert steps.step(Step.OWN, EN, own="A walk") == "A walk"
    assert steps.step(Step.OWN, EN) == "Another step, in our words"


def test_the_question_names_what_it_is_about_and_no_word_of_his() -> None:
    """The circle of people, or the kind of what was noted first (R38)."""
    book = settled()
    concern(book)
    book.add(ADA, NonCooperationNoted, rests_on=(), label=None)
    choir, other = book.state().concerns
    assert decisions.question_about(choir, TELLING) == "X does not cooperate (Choir). What do we do now?"
    assert "(He joined something without informing them)" in decisions.question_about(other, TELLING)


def test_an_update_says_which_step_why_and_when_it_is_looked_at_again() -> None:
    """In sentence four, with what was answered (R39, R53)."""
    book = settled()
    assert written(book, EN).decisions == "Nothing was decided in this time."
    which = concern(book)
    step = book.add(ADA, StepTaken, concern=which)
    book.add(ADA, StepAnswered, step=step)
    assert written(book, EN).decisions == (
        f"On 9{NBSP}March we took a step: Confront him together, prepared (Choir). Our reasons: He joined without a"
        f" word to them. The answer evaded it. We look at it again on 9{NBSP}April."
    )
    book.add(ADA, StepTaken, concern=which, step=Step.L5, to=("Shared flat", "K."), look_again_on=None)
    line = written(book, DE).decisions.splitlines()[1]
    assert "Zwei Gruppen und Personen haben davon gehört." in line
    assert "Shared flat" not in line


def test_an_update_tells_a_notice_and_a_telling_that_belong_to_nothing_noted() -> None:
    """Once each, with the reasons of the group; a notice is heard by X alone, a single person has no label (R44)."""
    book = settled()
    book.add(ADA, WorksheetKept, reasons="He stalls.", look_again_on=None)
    book.add(ADA, NoticeGiven, concern=None)
    book.add(ADA, PeopleTold, concern=None, plan=None, label="K.", kind=AroundKind.PERSON, review_on=None)
    notice, told = written(book, EN).decisions.splitlines()
    given = example(NoticeGiven).on
    assert notice.startswith(f"On {given.day}{NBSP}")
    assert notice.endswith("else we may (Reading circle). Our reasons: He stalls.")
    assert "K." not in told
    assert told.endswith("One group or person heard of it.")
    which = concern(book)
    book.add(ADA, StepTaken, concern=which, step=Step.L6, to=("Choir",), look_again_on=None)
    book.add(ADA, NoticeGiven, concern=which, label="Choir")
    (line,) = (one for one in written(book, EN).decisions.splitlines() if "Choir" in one)
    assert "heard of it" not in line


@pytest.mark.parametrize(
    ("sort", "en"),
    [
        (MoveSort.DOWN, f"On 9{NBSP}April we went down to a milder step: A reminder with a date (Choir)."),
        (MoveSort.HELD, f"On 9{NBSP}April we decided to leave it as it is for now (Choir)."),
        (MoveSort.CLOSED, f"On 9{NBSP}April we closed this (Choir)."),
        (MoveSort.OPENED_AGAIN, f"On 9{NBSP}April we opened this again (Choir)."),
    ],
)
def test_an_update_says_how_it_goes_on(sort: MoveSort, en: str) -> None:
    """Down, held, closed, opened again, each with its reason (R39)."""
    book = settled()
    step = Step.L1 if sort is MoveSort.DOWN else None
    look = None if sort is MoveSort.CLOSED else day(6, 9)
    moved = book.add(ADA, ConcernMoved, concern=concern(book), sort=sort, step=step, look_again_on=look)
    said = written(book, EN).decisions
    assert said.startswith(f"{en} Our reasons: He told them.")
    assert ("We look at it again" in said) is (look is not None)
    told = entries.describe(book.last(moved).entry, TELLING)
    assert told.sentence.startswith(f"On 9{NBSP}April: ")


def test_whose_answer_it_is_is_said() -> None:
    """His own, or that of his friends (R14)."""
    his = entries.describe(example(StepAnswered), TELLING)
    theirs = entries.describe(example(StepAnswered, by_friends=True, outcome=Outcome.REFUSED), TELLING)
    assert his.sentence == f"On 9{NBSP}March, X: evaded."
    assert theirs.sentence == f"On 9{NBSP}March, his friends: refused."
    assert (his.parts[0].whose, theirs.parts[0].whose) == ("", "his friends’ account")


def test_a_step_to_people_names_them_in_the_entry() -> None:
    """For the group alone, with the exact words (R41)."""
    told = entries.describe(
        example(StepTaken, step=Step.L4, to=("Flat", "K."), decision=None, answer_by_on=None, look_again_on=None),
        TELLING,
    )
    assert ("To whom", "Flat and K.") in told.pairs
    assert [part.label for part in told.parts] == ["The exact words", "Why this step", "Why not a milder one"]


def test_he_may_not_learn_what_somebody_told_us() -> None:
    """Said at each such fact, unless they allowed it (R42)."""
    came = Fact(text="Nobody there was told.", source=Source.SOMEONE_CAME)
    said = Fact(text="He sings.", source=Source.HE_SAID)
    note = example(NonCooperationNoted, concern=SOME_ID)
    assert caution.about_note(note, came, TELLING) == "He may not learn how we know."
    assert caution.about_note(note, said, TELLING) == ""
    assert caution.about_note(example(NonCooperationNoted, x_may_learn=True), came, TELLING) == ""
    told = entries.describe(note, TELLING)
    assert ("May X learn how we know?", "no") in told.pairs
    assert [part.whose for part in told.parts if part.his] == ["", "his friends’ account"]
    plain = entries.describe(example(NonCooperationNoted, facts=(said,), label=None), TELLING)
    assert "May X learn how we know?" not in dict(plain.pairs)


def test_each_mark_has_its_words() -> None:
    """Done before something that is usual; never a refusal (R63)."""
    for mark in core.StepMark:
        assert all(marks.mark(MarkCode(mark.value), words) for words in BOTH)
