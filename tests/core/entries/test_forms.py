"""What an entry refuses to be, whatever the page that made it."""

from collections.abc import Callable

import pytest

from answerable.core.circles import Role
from answerable.core.entries import (
    ChangeNoted,
    ContactReached,
    Entry,
    NoteKept,
    PresenceSet,
    StanceAffirmed,
    ToldByX,
)
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import Answer
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.members import Stance
from answerable.core.entries.surroundings import Shows
from answerable.core.entries.updates import Period
from tests.core.examples import SOME_ID, day
from tests.core.logbook import example

ANSWER = Answer(question=1, set_version=1, wording="When?", outcome=Outcome.EVADED, text="")


def shows(word: DemandWord) -> Shows:
    """Return what a note can show about some demand."""
    return Shows(demand=SOME_ID, word=word)


@pytest.mark.parametrize(
    "make",
    [
        lambda: example(PresenceSet, role=Role.CONTACT),
        lambda: example(StanceAffirmed, stance=Stance.STANDS, sentences=(1,)),
        lambda: example(ContactReached, medium=Medium.CALL),
        lambda: example(ContactReached, answers=(ANSWER, ANSWER)),
        lambda: example(ToldByX, x_may_learn=True),
        lambda: example(ChangeNoted, x_may_learn=True),
        lambda: example(NoteKept, source=Source.ORDINARY_LIFE),
        lambda: example(NoteKept, shows=shows(DemandWord.ASKED)),
        lambda: example(NoteKept, shows=shows(DemandWord.NOT_ASKED)),
        lambda: example(NoteKept, source=Source.HE_SAID, x_may_learn=False),
        lambda: example(NoteKept, shows=shows(DemandWord.SAID)),
        lambda: Period(from_on=day(2, 2), to_on=day(2, 1)),
    ],
    ids=[
        "the contact circle is always here",
        "who stands behind it names no sentence",
        "a call has no place",
        "a question is answered once",
        "X cannot be allowed to learn from himself",
        "nor what he does next",
        "only who came to us allows that X learns it",
        "a note does not ask",
        "a note does not leave unasked",
        "seen needs a source other than X",
        "said is his own word",
        "a period ends after it begins",
    ],
)
def test_a_form_that_makes_no_sense_is_refused(make: Callable[[], Entry | Period]) -> None:
    """Such an entry cannot be made."""
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_forms_at_the_edge_are_accepted() -> None:
    """One day is a period; a meeting needs no place; his word can be "said" or "refused"."""
    assert Period(from_on=day(2, 2), to_on=day(2, 2)).to_on == day(2, 2)
    assert example(ContactReached, place=None).place is None
    assert example(StanceAffirmed, stance=Stance.STANDS, sentences=()).sentences == ()
    for word in (DemandWord.SAID, DemandWord.REFUSED):
        note = example(NoteKept, source=Source.HE_SAID, x_may_learn=False, shows=shows(word))
        assert note.shows == shows(word)
    assert example(NoteKept, source=Source.HE_SAID, x_may_learn=False, shows=None).shows is None
