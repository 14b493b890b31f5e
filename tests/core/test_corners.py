"""Corners of the core that pages reach too: shown here without them."""

import pytest
from msgspec import structs

from answerable.core import deciding
from answerable.core.defaults.indicators import INDICATORS_VERSION, indicator
from answerable.core.drafting import draft
from answerable.core.drafting.long import long_facts
from answerable.core.drafting.sentences import decision_facts
from answerable.core.duties.owed_outward import copies_not_read
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    DecisionProposed,
    IndicatorNoted,
    ParentDecided,
    SoonAgreed,
    UpdateHandedOver,
)
from answerable.core.entries.indicators import Attendance, Ground
from tests.core.examples import ADA, BO, COPIED, day
from tests.core.logbook import Log, example


@pytest.mark.parametrize(
    "wrong",
    [
        {"ground": Ground.CONDUCT, "by": (ADA, ADA), "attendance": None, "with_letter": False, "x_may_learn": False},
        {"ground": Ground.CONDUCT, "by": (ADA, BO), "attendance": None, "with_letter": True, "x_may_learn": False},
        {"ground": Ground.PROVIDER, "attendance": None, "with_letter": False, "x_may_learn": False},
        {
            "ground": Ground.PROVIDER,
            "attendance": Attendance.STOPPED,
            "does": True,
            "with_letter": False,
            "x_may_learn": False,
        },
    ],
)
def test_a_note_of_the_list_rests_on_no_more_than_it_has(wrong: dict[str, object]) -> None:
    """Conduct needs two, the letter somebody who confirms, a provider what became of it (R65)."""
    with pytest.raises(ValueError, match=r"\w"):
        structs.replace(example(IndicatorNoted), **wrong)


def test_an_indicator_of_another_version_is_not_known() -> None:
    """A newer list is not guessed at."""
    assert indicator(INDICATORS_VERSION + 1, 1) is None
    assert indicator(INDICATORS_VERSION, 1)


def test_an_open_question_is_not_told_as_decided() -> None:
    """The fourth sentence waits for the outcome (R24)."""
    book = Log()
    book.add(ADA, DecisionProposed)
    book.add(ADA, ParentDecided)
    state = book.state()
    assert draft(state, day(6, 1)).decisions == ()
    assert decision_facts(state) == ()


def test_what_was_answered_before_the_last_update_is_not_told_again() -> None:
    """The long version too tells what is new (R31, R53)."""
    book = Log()
    made = book.add(ADA, AgreementMade)
    book.add(ADA, AgreementAnswered, agreement=made)
    book.add(ADA, UpdateHandedOver)
    state = book.state()
    assert long_facts(state, draft(state, day(6, 1))).agreements == ()


def test_words_agreed_for_her_and_copied_wait_for_a_reader() -> None:
    """As every copy (R64, R66)."""
    book = Log()
    agreed = book.add(ADA, SoonAgreed, copied=COPIED)
    assert [entry_id for _at, entry_id, _by in copies_not_read(book.state())] == [agreed]


def test_what_the_group_answers_together_is_found_by_its_entry() -> None:
    """A message that got a new date, an agreement replaced again and again; nothing else (R26, R31)."""
    book = Log()
    first = book.add(ADA, ContactAttempted, asked="When?", new_date_for=None)
    again = book.add(ADA, ContactAttempted, asked=None, new_date_for=first)
    made = book.add(ADA, AgreementMade, replaces=None)
    for _ in range(2):
        made = book.add(ADA, AgreementMade, replaces=made)
    state = book.state()
    assert deciding.subject_of(state, again) is not None
    assert deciding.subject_of(state, made) is not None
    assert deciding.subject_of(state, b"\x00" * 16) is None
