"""What was done before all that is asked was there is kept and marked; it keeps the scope of its day (R63)."""

from datetime import timedelta

from answerable.core import marks, outgoing
from answerable.core.entries import DecisionReached, MayTellStopped, OutgoingRead, PeopleTold
from answerable.core.entries.around import AroundKind
from answerable.core.entries.decisions import Tally
from answerable.core.entries.may_tell import Audience, Material, MayTell, Scope
from answerable.core.marks import MarkCode
from answerable.core.state import fold
from answerable.core.telling import Asks
from tests.core.datebook import protect
from tests.core.examples import ADA, BO, SOL, SUPPORT, day
from tests.core.telling_book import CIRCLE, TellingBook, planned, ready

LONG = "There is a process about him, and the people at Lindenhof know of it. Ask him about it."
FEW = Tally(asked=3, agree=1, concerns=0, stand_aside=0, block=0)


def codes(book: TellingBook, entry_id: bytes) -> list[MarkCode]:
    """Return the marks of an entry, as the contact circle reads it."""
    state = book.book.state()
    return [one.code for one in marks.marks(state, state.entries[entry_id])]


def test_what_was_done_as_planned_carries_no_mark() -> None:
    """Nor does it get one by what is said afterwards: it keeps the scope of its day (R10)."""
    book = planned()
    book.book.today = day(3, 20)
    told = book.book.add(ADA, PeopleTold, plan=book.planned)
    assert codes(book, told) == []
    book.say(MayTell.NO, said_on=day(4, 1))
    book.keep_sheet(on=day(3, 5))
    assert codes(book, told) == []


def test_a_stop_between_the_deed_and_its_note_takes_nothing_away() -> None:
    """It was done on its day, and written down later."""
    book = planned()
    book.book.today = day(3, 22)
    book.book.add(SOL, MayTellStopped, said_on=day(3, 22), copied=None)
    told = book.book.add(ADA, PeopleTold, plan=book.planned, on=day(3, 20))
    assert codes(book, told) == []


def test_what_was_told_out_of_turn_is_marked() -> None:
    """With whom nothing was planned: by whoever did it, with or without a yes (R63)."""
    book = ready()
    told = book.book.add(ADA, PeopleTold, plan=None, on=day(5, 1))
    assert codes(book, told) == [MarkCode.TOLD_OUT_OF_TURN]
    friend = book.book.add(ADA, PeopleTold, plan=None, label="K.", kind=AroundKind.PERSON, on=day(5, 1))
    assert codes(book, friend) == [MarkCode.TOLD_OUT_OF_TURN, MarkCode.TOLD_BEFORE_YES]
    book.say(audience=Audience(scope=Scope.GROUP, label="Choir"))
    choir = book.book.add(ADA, PeopleTold, plan=None, label="Choir", on=day(5, 1))
    assert codes(book, choir) == [MarkCode.TOLD_OUT_OF_TURN]
    more = book.book.add(ADA, PeopleTold, plan=None, material=Material.OPEN_LETTER, on=day(5, 1))
    assert codes(book, more) == [MarkCode.TOLD_OUT_OF_TURN, MarkCode.TOLD_BEFORE_YES]


def test_who_was_told_before_the_process_began_was_told_out_of_turn() -> None:
    """Nothing stood then that could have been asked; it can be written down like all that happened (R63)."""
    book = ready()
    told = book.book.add(ADA, PeopleTold, plan=None, on=book.book.state().process.opened_on - timedelta(days=3))
    assert codes(book, told) == [MarkCode.TOLD_OUT_OF_TURN, MarkCode.TOLD_BEFORE_YES]


def test_what_was_missing_is_named_one_by_one() -> None:
    """A plan that nobody else stood behind, before its day, without a decision."""
    book = ready(without=[Asks.DECIDED, Asks.YES, Asks.MANDATE])
    book.plan()
    told = book.book.add(ADA, PeopleTold, plan=book.planned, on=day(3, 5))
    assert codes(book, told) == [
        MarkCode.TOLD_BEFORE_MANDATE,
        MarkCode.TOLD_BEFORE_NOTICE,
        MarkCode.TOLD_BEFORE_YES,
        MarkCode.TOLD_BEFORE_DECIDED,
        MarkCode.TOLD_BEFORE_SUPERVISION,
        MarkCode.TOLD_BEFORE_SECOND,
    ]
    state = book.book.state()
    theirs = [one for one in state.timeline if SUPPORT & set(one.entry.meant_for)]
    assert told in {one.entry_id for one in theirs}


def test_a_notice_that_named_them_against_a_no_is_marked() -> None:
    """It was given; it stands with its mark."""
    book = ready(without=[Asks.YES, Asks.NOTICE])
    assert codes(book, book.give_notice()) == []
    book.say(MayTell.NO)
    assert codes(book, book.give_notice()) == [MarkCode.NOTICE_AGAINST_NO]
    bare = ready(without=list(Asks))
    assert codes(bare, bare.give_notice()) == []
    bare = ready(without=list(Asks))
    bare.say(MayTell.NO)
    assert codes(bare, bare.give_notice()) == [MarkCode.NOTICE_AGAINST_NO]


def test_an_outcome_about_telling_is_marked_where_few_were_heard() -> None:
    """Two thirds, not more than half (R44)."""
    book = ready(without=[Asks.DECIDED])
    book.decide(tally=FEW)
    outcome = next(one for one in book.book.filed if isinstance(one.entry, DecisionReached))
    assert codes(book, outcome.entry_id) == [MarkCode.FEW_VIEWS]
    assert CIRCLE.label == book.circle.label


def test_who_was_told_before_he_was_confronted_is_marked() -> None:
    """He comes first, also where there was a plan (R43)."""
    book = ready(without=[Asks.WORKSHEET, Asks.DECIDED])
    book.keep_sheet(confronted_on=None)
    book.plan()
    told = book.book.add(ADA, PeopleTold, plan=book.planned, on=day(5, 1))
    assert MarkCode.NOT_CONFRONTED in codes(book, told)


def test_protected_words_that_nobody_looked_at_are_marked() -> None:
    """In the words of a plan they are looked at there; other words could not be. Who sees no plan cannot tell (R12)."""
    book = planned(words=LONG)
    protect(book.book, "Lindenhof")
    book.book.today = day(6, 1)

    def told(**fields: object) -> bytes:
        return book.book.add(ADA, PeopleTold, plan=book.planned, on=day(6, 1), **fields)

    unseen, other = told(words=LONG), told(words=f"{LONG} He sings.")
    alone = book.book.add(ADA, PeopleTold, plan=None, on=day(6, 1), words=LONG)
    for member in (ADA, BO):
        leaving = outgoing.of_plan(book.book.state(), book.newest_plan())
        book.book.add(member, OutgoingRead, entry=book.planned, text_hash=leaving.text_hash, stays=1)
    looked = told(words=LONG)
    found = [MarkCode.TOLD_BEFORE_WORDS in codes(book, one) for one in (unseen, other, alone, looked)]
    assert found == [True, True, True, False]
    state = fold(filed for filed in book.book.filed if filed.entry_id != book.planned)
    marked = [one.code for one in marks.marks(state, state.entries[unseen])]
    assert MarkCode.TOLD_BEFORE_WORDS not in marked


def test_to_correct_what_was_written_takes_no_mark_away() -> None:
    """Neither what came afterwards, nor other words, make good what was not there on its day (R63)."""
    book = ready()
    book.plan(words=LONG)
    protect(book.book, "Lindenhof")
    book.book.today = day(6, 1)
    said = {"plan": book.planned, "on": day(6, 1), "words": LONG}
    told = book.book.add(ADA, PeopleTold, **said)
    before = [MarkCode.TOLD_BEFORE_SECOND, MarkCode.TOLD_BEFORE_WORDS]
    assert codes(book, told) == before
    leaving = outgoing.of_plan(book.book.state(), book.newest_plan())
    for member in (ADA, BO):
        book.book.add(member, OutgoingRead, entry=book.planned, text_hash=leaving.text_hash, stays=1)
    book.confirm()
    again = book.book.add(ADA, PeopleTold, corrects=told, reactions="They were quiet.", **said)
    assert codes(book, again) == before
    notice = book.give_notice()
    book.say(MayTell.NO)
    assert codes(book, book.give_notice(corrects=notice)) == []
