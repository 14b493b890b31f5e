"""The facets over time: a word for each check-in, and nothing that is added up (R65)."""

from answerable.core.entries import ContactReached, DemandPassedOn, DemandRaised, NoteKept, ToldByX
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.contacts import Answer, ToldNew
from answerable.core.entries.demands import DemandWord, Facet, HisAnswer
from answerable.core.entries.surroundings import Shows
from answerable.core.over_time import About, FacetRows, Row, grid
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, SOL, day

NOT_ASKED, ASKED, SAID, SEEN, REFUSED = DemandWord


def reached(
    book: Datebook, month: int, *outcomes: tuple[int, Outcome], version: int = 1, told_new: ToldNew = ToldNew.NOT_ASKED
) -> None:
    """Have Ada reach him on the tenth of a month, with these answers to questions of the list."""
    book.today = day(month, 10)
    answers = tuple(
        Answer(question=number, set_version=version, wording=f"Question {number}", outcome=outcome, text="")
        for number, outcome in outcomes
    )
    book.add(ADA, ContactReached, on=book.today, answers=answers, told_new=told_new)


def facet_of(book: Datebook, facet: Facet) -> FacetRows:
    """Return the rows of a facet."""
    return next(one for one in grid(book.state()).facets if one.facet is facet)


def told_row(book: Datebook) -> Row:
    """Return the row of whom he told."""
    return next(row for row in facet_of(book, Facet.INFORM).rows if row.about is About.TOLD)


def test_an_evaded_question_was_asked_and_has_no_answer() -> None:
    """Answered is said, refused is refused, and what was not asked is not asked (R28, R65)."""
    book = settled()
    reached(book, 2, (3, Outcome.EVADED), (5, Outcome.REFUSED))
    reached(book, 4, (3, Outcome.ANSWERED))
    found = facet_of(book, Facet.REFLECT)
    assert [(row.number, row.text, row.words) for row in found.rows] == [
        (3, "Question 3", (ASKED, SAID)),
        (5, "Question 5", (REFUSED, NOT_ASKED)),
    ]
    assert found.never == (4, 6)


def test_a_question_of_a_list_nobody_knows_has_no_row() -> None:
    """Under which facet it would stand cannot be told."""
    book = settled()
    reached(book, 2, (3, Outcome.ANSWERED), version=99)
    reached(book, 3, (99, Outcome.ANSWERED))
    assert not facet_of(book, Facet.REFLECT).rows


def test_what_came_between_stands_with_the_later_contact() -> None:
    """And what came since the last one in a column of its own, which is there only then."""
    book = settled()
    demand = book.add(SOL, DemandRaised, number=1, facet=Facet.INFORM)
    reached(book, 2)
    refused = HisAnswer(outcome=Outcome.REFUSED, text="")
    book.add(ADA, DemandPassedOn, demand=demand, text_hash=book.hash_of(demand), on=day(2, 20), answer=refused)
    reached(book, 4)
    first = grid(book.state())
    assert [column.on for column in first.columns] == [day(2, 10), day(4, 10)]
    assert facet_of(book, Facet.INFORM).rows[0].words == (NOT_ASKED, REFUSED)
    shown = Shows(demand=demand, word=SEEN)
    book.add(BO, NoteKept, on=day(4, 20), source=Source.ORDINARY_LIFE, x_may_learn=False, shows=shown)
    second = grid(book.state())
    assert (second.columns[-1].on, second.columns[-1].contact) == (None, None)
    row = facet_of(book, Facet.INFORM).rows[0]
    assert (row.about, row.number, row.words, row.entry) == (About.DEMAND, 1, (NOT_ASKED, REFUSED, SEEN), demand)


def test_whom_he_told_is_said_until_somebody_else_confirms_it() -> None:
    """His account stands with the contact at which he gave it; a confirmation with the time in which it came (R29)."""
    book = settled()
    reached(book, 2, told_new=ToldNew.SOMEONE)
    his = {"source": Source.HE_SAID, "x_may_learn": False, "confirmed_by": None}
    book.add(ADA, ToldByX, label="Shared flat", **his)
    reached(book, 4, told_new=ToldNew.NOBODY)
    assert told_row(book).words == (SAID, SAID)
    book.today = day(4, 20)
    book.add(BO, ToldByX, label="Shared flat", source=Source.PARENT_OR_SUPPORT, x_may_learn=False)
    assert told_row(book).words == (SAID, SAID, SEEN)
    book.add(BO, ToldByX, label="Choir", **his)
    assert told_row(book).words == (SAID, SAID, SEEN)


def test_an_account_outside_a_contact_stands_where_it_was_written_down() -> None:
    """Also one of his own that nobody confirmed."""
    book = settled()
    reached(book, 2)
    book.today = day(3, 1)
    book.add(ADA, ToldByX, label="Choir", source=Source.HE_SAID, x_may_learn=False, confirmed_by=None)
    assert told_row(book).words == (NOT_ASKED, SAID)


def test_without_a_contact_there_is_no_column() -> None:
    """The three facets stand all the same; "other" only with a demand of its own."""
    book = settled()
    empty = grid(book.state())
    assert empty.columns == ()
    assert [one.facet for one in empty.facets] == [Facet.REFLECT, Facet.INFORM, Facet.STAY_ACCOUNTABLE]
    book.add(SOL, DemandRaised, number=9, facet=Facet.OTHER)
    other = facet_of(book, Facet.OTHER)
    assert ([row.number for row in other.rows], other.never) == ([9], ())
