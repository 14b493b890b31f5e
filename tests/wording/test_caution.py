"""What he may not learn stands on every line that prepares to speak with him (R42)."""

import pytest

from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AroundNoted,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    NoteKept,
    TalkNoted,
    ToldByX,
    WhoHears,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.around import Hearing, Hears
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven, Shows
from answerable.wording import contacts
from answerable.wording.entry_words import Telling
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, SOL, day
from tests.wording.speech import english

TODAY = day(4, 20)
CARE = "He may not learn how we know."


def careful(book: Datebook) -> dict[str, str]:
    """Return what he may not learn, by the kind of line of the next contact's list."""
    telling = Telling(words=english(TODAY), entry=lambda _entry_id: "…")
    lines = contacts.agenda(book.state(), TODAY, telling)
    assert all(line.whole.endswith(line.care) for line in lines)
    return {line.kind: line.care for line in lines}


def note(book: Datebook, demand: bytes, *, source: Source = Source.SOMEONE_CAME, may: bool = False) -> None:
    """Have Ada write down what somebody came to tell us about a demand."""
    shows = Shows(demand=demand, word=DemandWord.REFUSED)
    book.add(ADA, NoteKept, on=day(4, 1), source=source, x_may_learn=may, shows=shows)


@pytest.mark.parametrize(
    ("source", "may", "care"),
    [
        (Source.SOMEONE_CAME, False, CARE),
        (Source.SOMEONE_CAME, True, ""),
        (Source.ORDINARY_LIFE, False, ""),
    ],
)
def test_a_demand_about_which_somebody_came_is_asked_about_with_care(source: Source, may: bool, care: str) -> None:
    """Before it is passed on, and when he is asked about a newer wording."""
    book = settled()
    demand = book.add(SOL, DemandRaised, number=2)
    note(book, demand, source=source, may=may)
    assert careful(book)["demand"] == care
    newer = book.add(SOL, DemandReplaced, replaces=demand, number=2)
    book.add(ADA, DemandPassedOn, demand=newer, text_hash=book.hash_of(newer), answer=None, on=day(4, 10))
    assert careful(book)["asked"] == care


@pytest.mark.parametrize(("source", "care"), [(Source.SOMEONE_CAME, CARE), (Source.HE_SAID, "")])
def test_an_agreement_about_which_somebody_came_is_asked_about_with_care(source: Source, care: str) -> None:
    """Nobody was asked there whether he may learn it, so he may not."""
    book = settled()
    made = book.add(ADA, AgreementMade, on=day(2, 1), by_on=day(3, 1), replaces=None)
    assert careful(book)["agreement"] == ""
    book.add(ADA, AgreementAnswered, agreement=made, on=day(4, 1), kept=Kept.NOT_KEPT, source=source)
    assert careful(book)["follows"] == care


def test_people_who_came_to_us_are_asked_about_with_care() -> None:
    """Also those who talked with us and did not say that he may learn it, and where he was to tell of a demand."""
    book = settled()
    book.add(ADA, ToldByX, label="Choir", letter=LetterGiven.UNKNOWN)
    assert careful(book)["letter"] == ""
    book.add(ADA, TalkNoted, label="The choir", x_may_learn=False)
    assert careful(book)["letter"] == CARE
    demand = book.add(SOL, DemandRaised, number=2)
    book.add(ADA, WhoHears, demand=demand, rows=(Hears(label="choir", hearing=Hearing.HE_TELLS),))
    assert careful(book)["hearing"] == CARE
    book.add(ADA, ToldByX, label="Choir", letter=LetterGiven.UNKNOWN)
    assert careful(book)["hearing"] == CARE
    book.add(ADA, AroundNoted, label="Choir", demands=(), source=Source.SOMEONE_CAME, x_may_learn=True)
    assert careful(book)["hearing"] == ""
