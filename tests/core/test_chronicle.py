"""Everything in order: each place of the record once, by the day of its deed, with what stands there now."""

from datetime import date

from msgspec import structs

from answerable.core import chronicle
from answerable.core.chronicle import Line, Matter, Narrowed
from answerable.core.entries import (
    AgreementMade,
    ContactReached,
    DemandRaised,
    MailboxLookedAt,
    MayTellAsked,
    NoteKept,
    SoonNoted,
    StanceAffirmed,
    TakenOut,
    ToldByX,
)
from answerable.core.entries.codec import KINDS
from answerable.core.state import Filed, Tombstone, fold
from tests.core.examples import ADA, BO, ROLES, SOL, day
from tests.core.logbook import Log, example


def ids(found: tuple[Line, ...]) -> list[bytes]:
    """Return the entries that stand at these lines."""
    return [line.what.entry_id for line in found]


def test_every_family_has_its_matter() -> None:
    """A new family is told where it stands in the list."""
    families = {kind.__module__.rpartition(".")[2] for kind in KINDS}
    assert families <= chronicle.FAMILIES.keys()


def test_the_newest_deed_stands_first() -> None:
    """What was written late about an early day stands at that day; on one day the later entry first."""
    log = Log()
    late = log.add(ADA, ContactReached, on=day(6, 1))
    early = log.add(ADA, ContactReached, on=day(3, 1))
    second = log.add(BO, NoteKept, on=day(6, 1))
    assert ids(chronicle.lines(log.state()))[:3] == [second, late, early]


def test_an_entry_without_a_day_stands_at_the_day_it_was_written() -> None:
    """In the zone of the process."""
    log = Log()
    affirmed = log.add(ADA, StanceAffirmed)
    line = next(line for line in chronicle.lines(log.state()) if line.what.entry_id == affirmed)
    assert (line.on, line.matter, line.author) == (day(1, 5), Matter.OURS, ADA)


def test_a_correction_stands_at_the_place_of_what_it_corrects() -> None:
    """The older words are no line of their own; the newest show, with a note."""
    log = Log()
    first = log.add(ADA, ContactReached, on=day(3, 1))
    log.add(ADA, NoteKept, on=day(3, 1))
    log.add(ADA, ContactReached, on=day(3, 1), corrects=first, account="Wrong.")
    newest = log.add(ADA, ContactReached, on=day(3, 1), corrects=first, account="Right.")
    found = [line for line in chronicle.lines(log.state()) if line.on == day(3, 1)]
    assert [type(line.what.entry) for line in found if isinstance(line.what, Filed)] == [NoteKept, ContactReached]
    assert (found[1].what.entry_id, found[1].corrected) == (newest, True)


def test_taken_out_words_leave_one_tombstone_at_their_day() -> None:
    """With the kind it was; that it was taken out is no second line."""
    log = Log()
    told = log.add(ADA, ToldByX, on=day(3, 1))
    log.add(ADA, TakenOut, entry=told, kind="told-by-x", day=day(3, 1), why="")
    state = fold(log.filed, gone=log.destroy(told))
    stones = [line for line in chronicle.lines(state) if isinstance(line.what, Tombstone)]
    assert [(line.on, line.matter, line.author) for line in stones] == [(day(3, 1), Matter.AROUND, ADA)]
    standing = [line.what.entry for line in chronicle.lines(state) if isinstance(line.what, Filed)]
    assert not [entry for entry in standing if isinstance(entry, TakenOut)]


def test_one_act_of_taking_out_is_one_line() -> None:
    """Words and their correction go together and leave one tombstone; an unknown kind is ours."""
    log = Log()
    for entry_id in (b"\x31" * 16, b"\x32" * 16):
        log.add(ADA, TakenOut, entry=entry_id, kind="from-elsewhere", day=day(3, 1), why="A slip.")
    same = {one.entry_id: one for one in log.filed if isinstance(one.entry, TakenOut)}
    moment = min(one.entry.at for one in same.values())
    filed = [
        one if one.entry_id not in same else structs.replace(one, entry=structs.replace(one.entry, at=moment))
        for one in log.filed
    ]
    stones = [line for line in chronicle.lines(fold(filed)) if isinstance(line.what, Tombstone)]
    assert [line.matter for line in stones] == [Matter.OURS]


def test_what_does_not_fit_stands_apart() -> None:
    """It is in no line."""
    log = Log()
    wrong = log.write(SOL, log.last(log.add(ADA, ContactReached, on=day(3, 1))).entry)
    assert wrong not in ids(chronicle.lines(log.state()))


def test_a_correction_of_what_cannot_be_read_stands_alone() -> None:
    """Where only the correction was given to this reader; where all of a chain is gone, only the stone stays."""
    log = Log()
    unseen = log.add(ADA, NoteKept, corrects=b"\x21" * 16)
    assert unseen in ids(chronicle.lines(log.state()))
    log.add(ADA, TakenOut, entry=unseen, kind="note-kept", day=day(3, 1), why="")
    found = chronicle.lines(log.state())
    assert [line.matter for line in found if line.what.entry_id == unseen] == [Matter.CONTACT]


def test_what_is_for_named_people_stands_in_no_list() -> None:
    """Also not in that of those it names: it has a page of its own (R66)."""
    log = Log()
    before = chronicle.lines(log.state())
    noted = log.write(ADA, example(SoonNoted))
    assert noted in log.state().asides
    assert chronicle.lines(log.state()) == before


def test_the_blank_sheet_is_no_entry() -> None:
    """A circle that was given nothing reads an empty list."""
    opening = Log().filed[0]
    assert chronicle.lines(fold([Filed(opening.entry_id, -1, ADA, ROLES[ADA], opening.entry)])) == ()


def test_it_can_be_narrowed() -> None:
    """By what it is about, by label, by a year or a quarter of it."""
    log = Log()
    log.add(ADA, ToldByX, on=day(2, 1), label="Shared flat")
    log.add(ADA, ToldByX, on=day(8, 1), label="choir")
    log.add(ADA, AgreementMade, on=date(2025, 12, 31))
    log.add(SOL, DemandRaised, said_on=day(2, 3))
    log.add(ADA, MailboxLookedAt, on=day(2, 4))
    found = chronicle.lines(log.state())
    assert chronicle.labels(found) == ("choir", "Shared flat")
    assert chronicle.matters(found) == (Matter.DEMANDS, Matter.AGREEMENTS, Matter.AROUND, Matter.OURS)
    assert [span.code for span in chronicle.spans(found)] == ["2026", "2026-3", "2026-1", "2025", "2025-4"]
    winter = chronicle.spans(found)[2]
    assert (winter.from_on, winter.to_on) == (day(1, 1), day(3, 31))
    assert chronicle.narrow(found, Narrowed()) == found
    for narrowed, count in (
        (Narrowed(matter=Matter.AROUND), 2),
        (Narrowed(label="choir"), 1),
        (Narrowed(matter=Matter.AROUND, span=winter), 1),
        (Narrowed(label="choir", span=winter), 0),
    ):
        assert len(chronicle.narrow(found, narrowed)) == count


def test_who_may_be_told_is_found_by_label_too() -> None:
    """The label of those who may be told, or not, is one like any other."""
    log = Log()
    log.add(SOL, MayTellAsked)
    log.add(ADA, MayTellAsked)
    assert chronicle.labels(chronicle.lines(log.state())) == ("Reading circle",)
