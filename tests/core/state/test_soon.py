"""Something she may need to know soon, folded (R66)."""

from msgspec import structs

from answerable.core.entries import (
    AsideTakenOut,
    NoteKept,
    SoonAgreed,
    SoonAnswered,
    SoonHandedOn,
    SoonNoted,
    TakenOut,
)
from answerable.core.entries.base import Source
from answerable.core.marks import MarkCode, marks
from answerable.core.state import Misfit
from tests.core.examples import ADA, BO, COPIED, SOL, UMA, day
from tests.core.logbook import Log, example

NAMED = (ADA, SOL)


def misfits(log: Log) -> list[Misfit]:
    """Return why entries of the log do not fit, in order."""
    return [one.why for one in log.state().does_not_fit]


def test_a_note_with_what_became_of_it() -> None:
    """How it reached her contacts outside the software, and who has it, stand beside it."""
    log = Log()
    first = log.add(ADA, SoonNoted)
    other = log.add(ADA, SoonNoted, text="Another one.")
    log.add(ADA, SoonHandedOn, note=first, on=day(3, 1))
    log.add(SOL, SoonAnswered, note=first)
    log.add(SOL, SoonAnswered, note=b"\x09" * 16)
    one, two = log.state().soon.notes
    assert (one.item.entry_id, two.item.entry_id) == (first, other)
    assert [item.entry.on for item in one.handed_on] == [day(3, 1)]
    assert [item.author for item in one.answers] == [SOL]
    assert (two.handed_on, two.answers) == ((), ())


def test_it_stands_apart_from_all_other_entries() -> None:
    """The timeline has none of it, nor the entries that pages find by their id."""
    log = Log()
    note = log.add(ADA, SoonNoted)
    state = log.state()
    assert note in state.asides
    assert note not in state.entries
    assert note not in {one.entry_id for one in state.timeline}


def test_a_corrected_note_stands_at_its_place() -> None:
    """Only its author corrects it, and what refers to the first words stays beside the new ones."""
    log = Log()
    note = log.add(ADA, SoonNoted)
    log.add(SOL, SoonAnswered, note=note)
    log.add(ADA, SoonNoted, text="Put right.", corrects=note)
    log.add(BO, SoonNoted, named=(ADA, BO, SOL), text="Not hers.", corrects=note)
    (one,) = log.state().soon.notes
    assert one.item.entry.text == "Put right."
    assert len(one.answers) == 1
    assert misfits(log) == [Misfit.OTHERS_WORDS]


def test_what_others_could_open_does_not_stand() -> None:
    """Sealed for a circle, or for somebody it does not name; nor may an ordinary entry hide in an aside."""
    log = Log()
    for listed in (None, frozenset({ADA, SOL, UMA})):
        log.write(ADA, example(SoonNoted))
        log.filed[-1] = structs.replace(log.filed[-1], listed=listed)
    log.add(ADA, NoteKept, shows=None)
    log.filed[-1] = structs.replace(log.filed[-1], listed=frozenset(NAMED))
    assert misfits(log) == [Misfit.AUDIENCE] * 3
    assert log.state().soon.notes == ()
    assert log.state().notes == ()


def test_fewer_than_named_is_no_misfit() -> None:
    """Who lost her place since then is not listed any more; what was written stays."""
    log = Log()
    log.write(ADA, example(SoonNoted))
    log.filed[-1] = structs.replace(log.filed[-1], listed=frozenset({ADA}))
    assert len(log.state().soon.notes) == 1


def test_its_words_are_taken_out_by_their_author_among_the_same_people() -> None:
    """An ordinary taking out cannot reach it, nor one by another; an aside's cannot reach ordinary entries."""
    log = Log()
    note = log.add(ADA, SoonNoted)
    ordinary = log.add(ADA, NoteKept, shows=None)
    log.add(BO, TakenOut, entry=note)
    log.add(SOL, AsideTakenOut, entry=note)
    log.add(ADA, AsideTakenOut, entry=ordinary)
    assert misfits(log) == [Misfit.OTHER_KIND, Misfit.OTHERS_WORDS, Misfit.OTHER_KIND]
    assert len(log.state().soon.notes) == 1
    log.add(ADA, AsideTakenOut, entry=note)
    state = log.state()
    assert state.soon.notes == ()
    assert [stone.entry_id for stone in state.soon.taken_out] == [note]
    assert note not in state.taken_out


def test_what_is_agreed_is_the_newest_and_a_copy_waits_for_its_reader() -> None:
    """The support circle says to whom it goes, or members copy it (R64)."""
    log = Log()
    assert log.state().soon.agreed is None
    copy = log.add(ADA, SoonAgreed, copied=COPIED)
    agreed = log.state().soon.agreed
    assert agreed is not None
    assert not agreed.read.counts
    log.read(BO, copy)
    agreed = log.state().soon.agreed
    assert agreed is not None
    assert agreed.read.counts
    log.add(SOL, SoonAgreed, directly=True)
    agreed = log.state().soon.agreed
    assert agreed is not None
    assert (agreed.item.entry.directly, agreed.read.counts) == (True, True)


def test_what_was_looked_up_is_marked() -> None:
    """Also among named people (R42)."""
    log = Log()
    note = log.add(ADA, SoonNoted, source=Source.LOOKED_UP)
    assert [mark.code for mark in marks(log.state(), log.last(note))] == [MarkCode.LOOKED_UP]
