"""Appending: once, in order, all or nothing, and never over an alarm that nobody noted."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection, connections

from answerable.actions import alarms
from answerable.actions.reading import open_process
from answerable.actions.writing import (
    AlreadyWrittenError,
    StandsOtherwiseError,
    Writer,
    WritingShutError,
    append,
    write,
)
from answerable.core.circles import Role
from answerable.core.entries import AlarmNoted, DemandRaised, MailboxLookedAt, NoteKept, codec
from answerable.core.entries.base import Source
from answerable.core.entries.demands import Facet, Origin
from answerable.sealing import seal
from answerable.sealing.randomness import draw
from answerable.store import calendar, log, models
from answerable.web.base import clock
from tests.people import Cast, Person, found

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def note(text: str, now: int) -> NoteKept:
    """Return a note."""
    return NoteKept(
        at=now,
        meant_for=(Role.CONTACT,),
        on=date(2026, 9, 1),
        text=text,
        source=Source.HE_SAID,
        x_may_learn=False,
        shows=None,
    )


def test_an_entry_is_read_by_its_circle_and_by_nobody_else(cast: Cast) -> None:
    """Bo reads Ada's note; for Sol, Uma and Eve it stays closed."""
    (written,) = cast.write(cast.ada, note("He came late.", clock.now()))
    assert written in cast.open(cast.bo).state.entries
    for person in (cast.sol, cast.uma, cast.eve):
        assert written not in cast.open(person).state.entries
    assert cast.open(cast.sol).not_openable == cast.open(cast.uma).not_openable > 0


def test_the_same_form_twice_writes_once(cast: Cast) -> None:
    """The id was drawn with the form: the second time nothing is written."""
    now = clock.now()
    entry_id = draw(16)
    append(cast.open(cast.ada), (entry_id, note("Once.", now)), now=now)
    size = log.read_head(cast.process).size
    with pytest.raises(AlreadyWrittenError):
        append(cast.open(cast.ada), (entry_id, note("Once.", now)), now=now)
    assert log.read_head(cast.process).size == size


def test_the_same_form_with_other_words_says_that_the_first_stand(cast: Cast) -> None:
    """After "back" it may say more or something else: nothing is written, and it is not taken for a double click."""
    now = clock.now()
    first, second = draw(16), draw(16)
    append(cast.open(cast.ada), (first, note("Once.", now)), now=now)
    size = log.read_head(cast.process).size
    for entries in (((first, note("Twice.", now)),), ((first, note("Once.", now)), (second, note("More.", now)))):
        with pytest.raises(StandsOtherwiseError) as caught:
            append(cast.open(cast.ada), *entries, now=now)
        assert caught.value.entry_id == first
    assert log.read_head(cast.process).size == size


def test_a_writer_who_saw_an_older_log_writes_after_the_newer_one(cast: Cast) -> None:
    """Two pages open, two saves: both stand, in the order in which they came."""
    now = clock.now()
    stale = cast.open(cast.ada)
    cast.write(cast.bo, note("First.", now))
    append(stale, (draw(16), note("Second.", now)), now=now)
    texts = [one.entry.text for one in cast.open(cast.bo).state.notes]
    assert texts == ["First.", "Second."]


def test_all_of_a_save_or_nothing(cast: Cast) -> None:
    """Where the second leaf of a save is refused, the first is not kept either."""
    now = clock.now()
    head = log.read_head(cast.process)
    same = draw(16)
    with pytest.raises(StandsOtherwiseError):
        append(cast.open(cast.ada), (same, note("One.", now)), (same, note("Two.", now)), now=now)
    assert log.read_head(cast.process) == head


@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_leave_no_gap_and_lose_nothing() -> None:
    """Eight threads append to one process: every entry is there once, and the log is whole."""
    ada = Person("Ada")
    process = found(ada).process
    failed: list[BaseException] = []

    def write_five(number: int) -> None:
        try:
            for part in range(5):
                now = clock.now()
                opened = open_process(ada.identity, process, now=now)
                append(opened, (draw(16), note(f"{number}-{part}", now)), now=now)
        except BaseException as error:  # noqa: BLE001  # a thread's failure must reach the test
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write_five, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failed == []
    opened = open_process(ada.identity, process, now=clock.now())
    assert not opened.alarmed
    texts = sorted(one.entry.text for one in opened.state.notes)
    assert texts == sorted(f"{number}-{part}" for number in range(8) for part in range(5))
    assert [row.seq for row in log.read_log(process).leaves] == list(range(opened.ledger.size))


def test_the_plan_of_due_days_is_written_with_the_entry(cast: Cast) -> None:
    """Nobody has to be online: the days on which something becomes soon, due or late stand in the store."""
    now = clock.now()
    cast.write(cast.ada, MailboxLookedAt(at=now, meant_for=(Role.CONTACT,), on=cast.open(cast.ada).today))
    mine = cast.open(cast.ada).circle(Role.CONTACT)
    days = [day for process, circle, day, _hurry in calendar.all_days() if (process, circle) == (cast.process, mine)]
    assert days
    assert max(days) <= cast.open(cast.ada).today.replace(year=cast.open(cast.ada).today.year + 2)


def test_another_circle_is_reminded_of_what_it_owes(cast: Cast) -> None:
    """Sol raises a demand: the contact group's plan gets its day, and keeps the days that Sol cannot know."""
    contact = cast.open(cast.ada).circle(Role.CONTACT)
    now, today = clock.now(), cast.open(cast.ada).today
    cast.write(cast.ada, MailboxLookedAt(at=now, meant_for=(Role.CONTACT,), on=today))

    def plan() -> set[tuple[date, bool]]:
        return {(day, hurry) for process, circle, day, hurry in calendar.all_days() if circle == contact}

    before = plan()
    demand = DemandRaised(
        at=now,
        meant_for=(Role.CONTACT,),
        number=1,
        facet=Facet.INFORM,
        text="Tell the people you live with.",
        said_on=today,
        origin=Origin.SUPPORT,
    )
    cast.write(cast.sol, demand)
    assert plan() > before
    assert (today + timedelta(days=14), True) in plan()


def test_reading_writes_nothing(cast: Cast) -> None:
    """Opening a process leaves every table as it was."""
    before = [table.objects.count() for table in (models.Due, models.Leaf, models.Mark, models.Body)]
    cast.open(cast.ada)
    assert [table.objects.count() for table in (models.Due, models.Leaf, models.Mark, models.Body)] == before


def change_body(cast: Cast, written: bytes) -> None:
    """Change one byte of an entry's body in the database."""
    seq = cast.open(cast.ada).ledger.entries[written].seq
    row = models.Body.objects.filter(process=cast.process, seq=seq)
    body = bytes(row.values_list("body", flat=True)[0])
    row.update(body=body[:40] + bytes([body[40] ^ 1]) + body[41:])


def test_a_changed_row_is_an_alarm_and_its_text_is_not_shown(cast: Cast) -> None:
    """Whoever changes one byte is found out; all else is still read."""
    (written, other) = cast.write(cast.ada, note("Changed.", clock.now()), note("Whole.", clock.now()))
    change_body(cast, written)
    opened = cast.open(cast.bo)
    assert opened.altered
    assert written not in opened.state.entries
    assert other in opened.state.entries


def test_writing_is_shut_until_the_alarm_is_noted(cast: Cast) -> None:
    """Then it opens; the next alarm shuts it again."""
    now = clock.now()
    first, second = cast.write(cast.ada, note("One.", now), note("Two.", now))
    change_body(cast, first)
    with pytest.raises(WritingShutError):
        append(cast.open(cast.bo), (draw(16), note("Three.", now)), now=now)
    opened = cast.open(cast.bo)
    noted = AlarmNoted(at=now, meant_for=(Role.CONTACT,), what=alarms.findings(opened), on=opened.today)
    append(opened, (draw(16), noted), now=now, though_shut=True)
    append(cast.open(cast.ada), (draw(16), note("Three.", now)), now=now)
    change_body(cast, second)
    with pytest.raises(WritingShutError):
        append(cast.open(cast.bo), (draw(16), note("Four.", now)), now=now)


def test_nothing_can_be_put_after_a_damaged_leaf(cast: Cast) -> None:
    """A changed header breaks the log there: not even noting the alarm writes on."""
    now = clock.now()
    row = models.Leaf.objects.filter(process=cast.process, seq=3)
    header = bytes(row.values_list("header", flat=True)[0])
    row.update(header=header[:-1] + bytes([header[-1] ^ 1]))
    with pytest.raises(WritingShutError):
        append(cast.open(cast.bo), (draw(16), note("Three.", now)), now=now, though_shut=True)


def test_an_older_program_shows_the_rest_and_writes_nothing(cast: Cast) -> None:
    """An entry of a newer kind is named, the rest is folded, and nobody writes."""
    now = clock.now()
    opened = cast.open(cast.ada)
    payload = codec.encode(note("Newer.", now)).replace(b"note-kept/1", b"note-kept/2")

    def newer(writer: Writer) -> None:
        here = [writer.ledger.circle(Role.CONTACT)]
        writer.follow(seal.seal_entry(writer.ledger, writer.ring, entry=draw(16), audience=here, payload=payload))

    write(opened, newer, now=now)
    reopened = cast.open(cast.bo)
    assert reopened.newer == {"note-kept/2"}
    assert not reopened.alarmed
    assert reopened.state.process.codename == "Linden"
    with pytest.raises(WritingShutError) as refused:
        append(reopened, (draw(16), note("Older.", now)), now=now)
    assert refused.value.newer


def test_the_mark_spares_work_and_can_vanish(cast: Cast) -> None:
    """After many entries a mark is kept; a damaged one is ignored and everything is checked again."""
    now = clock.now()
    cast.write(cast.ada, *(note(str(number), now) for number in range(40)))
    assert cast.open(cast.ada).checked > 0
    models.Mark.objects.update(box=b"damaged")
    opened = cast.open(cast.ada)
    assert opened.checked == 0
    assert not opened.alarmed


def test_a_log_shorter_than_what_she_has_seen_is_an_alarm(cast: Cast) -> None:
    """Whoever cuts the log and its head back is found out by her mark, and nothing is spared from checking."""
    now = clock.now()
    cast.write(cast.ada, *(note(str(number), now) for number in range(40)))
    opened = cast.open(cast.ada)
    assert opened.checked > 0
    size = opened.checked - 10
    models.Leaf.objects.filter(process=cast.process, seq__gte=size).delete()
    models.Body.objects.filter(process=cast.process, seq__gte=size).delete()
    models.Head.objects.filter(process=cast.process).update(size=size, root=opened.ledger.root_at(size))
    cut = cast.open(cast.ada)
    assert [finding.what for finding in cut.withheld] == ["mark"]
    assert cut.checked == 0
    with pytest.raises(WritingShutError):
        append(cut, (draw(16), note("On top.", now)), now=now)


def test_the_database_is_the_one_that_was_asked_for(database_engine: str) -> None:
    """This file runs on SQLite, and once more on PostgreSQL."""
    assert connection.vendor == database_engine
