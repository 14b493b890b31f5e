"""Which version of a letter may be handed on: nobody by default, the newest word counts, for exactly these words."""

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from answerable.core.entries import CirculationSet, DocumentAdded, FileAdded, TakenOut
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.letters import LetterForm
from answerable.core.letters import authorised, forms_of
from answerable.core.state import Document
from tests.core.examples import ADA, BO, COPIED, SOL, SOME_ID, day
from tests.core.logbook import Log, example

TODAY, JANUARY, FEBRUARY = day(6, 1), day(1, 2), day(2, 1)
ALOUD, PRINT, MAIL = LetterForm


class Letters(Log):
    """A log with an open letter of the support group's own."""

    def letter(self, on: date = JANUARY, **more: Any) -> bytes:
        """Let Sol add a version."""
        return self.add(SOL, DocumentAdded, sort=DocumentSort.OPEN_LETTER, dated_on=on, copied=None, **more)

    def says(self, document: bytes, *forms: LetterForm, on: date = FEBRUARY, by: bytes = SOL, **more: Any) -> bytes:
        """Let somebody say in which forms it may be handed on."""
        facts = {
            "document": document,
            "text_hash": self.hash_of(document),
            "authorised_by": "Sol" if forms else None,
            "forms": forms,
            "said_on": on,
            "copied": None if by == SOL else COPIED,
        }
        return self.add(by, CirculationSet, **facts | more)

    def newest(self) -> Document | None:
        """Return the open letter that may be handed on."""
        return authorised(self.state(), DocumentSort.OPEN_LETTER, TODAY)

    def forms(self, document: bytes) -> tuple[LetterForm, ...]:
        """Return in which forms a version may be handed on."""
        return forms_of(next(one for one in self.state().documents if one.item.entry_id == document), TODAY)


def test_nothing_is_authorised_until_somebody_says_so() -> None:
    """A letter that is here is not yet one to give away (R3)."""
    log = Letters()
    letter = log.letter()
    assert log.newest() is None
    log.says(letter, ALOUD)
    found = log.newest()
    assert found is not None
    assert found.item.entry_id == letter
    assert found.is_authorised
    assert authorised(log.state(), DocumentSort.SEMI_OPEN_LETTER, TODAY) is None
    assert authorised(log.state(), DocumentSort.OPEN_LETTER, TODAY, form=PRINT) is None
    assert authorised(log.state(), DocumentSort.OPEN_LETTER, TODAY, form=ALOUD) == found


def test_the_newest_word_counts() -> None:
    """It may be wider or narrower; by its day, whenever it was written down."""
    log = Letters()
    letter = log.letter()
    log.says(letter, ALOUD, PRINT, MAIL, on=day(3, 1))
    log.says(letter, PRINT, on=day(2, 1))
    assert log.forms(letter) == (ALOUD, PRINT, MAIL)
    log.says(letter, on=day(4, 1))
    assert log.forms(letter) == ()
    assert log.newest() is None


def test_the_newest_authorised_version_is_the_one() -> None:
    """A newer version that nobody authorised does not take its place, and its own day tells which is newer."""
    log = Letters()
    newer, older = log.letter(on=day(3, 1)), log.letter(on=day(1, 1))
    log.says(older, ALOUD)
    assert log.newest().item.entry_id == older  # type: ignore[union-attr]  # there is one
    log.says(newer, PRINT)
    assert log.newest().item.entry_id == newer  # type: ignore[union-attr]  # there is one


def test_a_copied_word_adds_nothing_until_it_was_read_and_takes_away_at_once() -> None:
    """What narrows never waits; what widens is read against its source by a second member (R64)."""
    log = Letters()
    letter = log.letter()
    first = log.says(letter, ALOUD, PRINT, by=ADA)
    assert log.forms(letter) == ()
    log.read(ADA, first)
    assert log.forms(letter) == (), "who copied it is not its second reader"
    log.read(BO, first)
    assert log.forms(letter) == (ALOUD, PRINT)
    second = log.says(letter, PRINT, MAIL, on=day(3, 1), by=ADA)
    assert log.forms(letter) == (PRINT,)
    assert [item.entry_id for item in log.state().documents[0].circulation.waiting] == [second]
    log.read(BO, second)
    assert log.forms(letter) == (PRINT, MAIL)
    log.says(letter, on=day(4, 1), by=ADA)
    assert log.forms(letter) == ()
    assert log.state().documents[0].circulation.waiting == ()


def test_other_words_are_not_authorised() -> None:
    """Whoever authorised a letter authorised these words; a correction has to be authorised anew (R3)."""
    log = Letters()
    letter = log.letter()
    log.says(letter, PRINT)
    log.write(SOL, structs.replace(log.last(letter).entry, text="Other words.", corrects=letter))
    document = log.state().documents[0]
    assert not document.is_authorised
    assert len(document.circulation.said) == 1


def test_a_copy_that_was_not_read_is_not_handed_on() -> None:
    """Nor is what somebody authorised from a day on that is still to come."""
    log = Letters()
    letter = log.add(ADA, DocumentAdded, sort=DocumentSort.OPEN_LETTER)
    log.says(letter, PRINT)
    assert log.newest() is None
    log.read(BO, letter)
    assert log.newest() is not None
    log.says(letter, PRINT, on=day(7, 1))
    assert log.newest() is None


def test_where_words_were_taken_out_what_was_said_before_no_longer_counts() -> None:
    """They may have taken it back; what is said afterwards counts."""
    log = Letters()
    letter = log.letter()
    log.says(letter, PRINT)
    gone = log.says(letter, on=day(3, 1))
    said = log.last(gone).entry.meant_for
    log.add(SOL, TakenOut, entry=gone, kind="circulation-set", day=day(3, 1), why="", meant_for=said)
    log.destroy(gone)
    assert log.forms(letter) == ()
    log.says(letter, ALOUD, on=day(4, 1))
    assert log.forms(letter) == (ALOUD,)


def test_a_file_stands_with_its_letter_or_for_itself() -> None:
    """What belongs to a letter that cannot be read here is listed apart."""
    log = Letters()
    letter = log.letter()
    with_it = log.add(ADA, FileAdded, document=letter)
    alone = log.add(ADA, FileAdded, document=None)
    lost = log.add(ADA, FileAdded, document=SOME_ID)
    said = log.add(SOL, CirculationSet, document=SOME_ID)
    state = log.state()
    assert [item.entry_id for item in state.documents[0].files] == [with_it]
    assert [item.entry_id for item in state.files] == [with_it, alone, lost]
    assert [filed.entry_id for filed in state.unplaced] == [lost, said]


@pytest.mark.parametrize(
    "change",
    [{"forms": (PRINT, ALOUD)}, {"forms": (PRINT, PRINT)}, {"forms": ()}, {"authorised_by": None}],
    ids=["order", "twice", "no form", "nobody"],
)
def test_what_cannot_be_meant_is_no_entry(change: dict[str, Any]) -> None:
    """A form that nobody authorised, a name without a form, forms in any order."""
    with pytest.raises(ValueError, match=r"."):
        example(CirculationSet, **change)
