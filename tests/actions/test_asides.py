"""Entries for named people: who reads them, what others can see, and what happens when somebody leaves (R66)."""

import pytest
from msgspec import structs

from answerable.actions import asides, keeping, members, record
from answerable.actions.members import Handover
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import append, write
from answerable.core.circles import Role
from answerable.core.entries import SoonNoted, codec
from answerable.core.entries.base import Source
from answerable.core.entries.soon import SoonSort
from answerable.sealing import seal
from answerable.sealing.randomness import draw
from answerable.sealing.verify import verify_log
from answerable.store import log, models
from answerable.web.base import clock
from tests.people import Cast, Person, join, leave

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NOTHING = Handover(clock.host_day(clock.now()), (), None)


def note(*people: Person, text: str = "He will come to the fair.") -> SoonNoted:
    """Return a note for these people alone."""
    return SoonNoted(
        at=clock.now(),
        meant_for=(),
        named=tuple(sorted(person.user for person in people)),
        sort=SoonSort.APPROACH,
        text=text,
        source=Source.ORDINARY_LIFE,
        x_may_learn=False,
        contacts=("Sol",),
    )


def texts(opened: OpenProcess) -> list[str]:
    """Return the notes that somebody reads."""
    return [one.item.entry.text for one in opened.state.soon.notes]


def aside_of(cast: Cast, *people: Person) -> bytes | None:
    """Return the aside of these people."""
    return asides.of(cast.open(cast.ada).ledger, [person.user for person in people])


def test_only_those_it_names_read_it(cast: Cast) -> None:
    """Bo shares Ada's group and Uma reads much of what Sol does: for both it is not there."""
    (written,) = cast.write(cast.ada, note(cast.ada, cast.sol))
    for person in (cast.ada, cast.sol):
        assert texts(cast.open(person)) == ["He will come to the fair."]
    for person in (cast.bo, cast.uma):
        opened = cast.open(person)
        assert texts(opened) == []
        assert written not in opened.state.asides
        assert not opened.alarmed


def test_the_same_people_have_one_aside(cast: Cast) -> None:
    """A second word between them opens no further one; other people do."""
    cast.write(cast.ada, note(cast.ada, cast.sol))
    cast.write(cast.sol, note(cast.ada, cast.sol))
    circles = set(cast.open(cast.ada).ledger.circles)
    cast.write(cast.ada, note(cast.ada))
    assert len(set(cast.open(cast.ada).ledger.circles) - circles) == 1
    assert aside_of(cast, cast.ada, cast.bo) is None


def test_what_the_named_contact_cannot_write_does_not_stand(cast: Cast) -> None:
    """A note is for the contact group to write; Sol's own is listed as one that does not fit."""
    cast.write(cast.sol, note(cast.ada, cast.sol))
    assert texts(cast.open(cast.ada)) == []
    assert len(cast.open(cast.ada).state.does_not_fit) == 1
    assert cast.open(cast.bo).state.does_not_fit == ()


def test_who_has_no_place_is_named_in_nothing(cast: Cast) -> None:
    """Eve has left, Out was never here, and nobody writes for others without herself."""
    for people in ((cast.ada, cast.eve), (cast.ada, cast.out), (cast.sol,)):
        with pytest.raises(asides.NotHereError):
            append(cast.open(cast.ada), (draw(16), note(*people)), now=clock.now())


def test_no_due_day_comes_of_it(cast: Cast) -> None:
    """The clear rows of due days stay what they were, for every circle."""
    before = sorted(models.Due.objects.values_list("circle", "day", "hurry"))
    cast.write(cast.ada, note(cast.ada, cast.sol))
    assert sorted(models.Due.objects.values_list("circle", "day", "hurry")) == before


def test_nobody_is_given_it_later(cast: Cast) -> None:
    """It is meant for no circle: nothing is owed to any."""
    cast.write(cast.ada, note(cast.ada, cast.sol))
    for person in (cast.ada, cast.sol):
        assert members.owed(cast.open(person)) == ()


def test_after_somebody_left_it_goes_on_with_new_keys(cast: Cast) -> None:
    """The next word is sealed without her, in the same aside; what came before stays readable for the others."""
    cay = Person("Cay")
    join(cast.process, cay, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    cast.write(cast.ada, note(cast.ada, cast.sol, cay, text="One."))
    circle = aside_of(cast, cast.ada, cast.sol, cay)
    assert circle is not None
    members.leave(cast.open(cay), draw(16), (Role.CONTACT,), NOTHING, now=clock.now())
    cast.write(cast.ada, note(cast.ada, cast.sol, text="Two."))
    ledger = cast.open(cast.ada).ledger
    assert len(ledger.epochs(circle)) == 2
    assert not ledger.is_stale(circle)
    assert texts(cast.open(cast.sol)) == ["One.", "Two."]
    assert texts(cast.open(cay)) == []


def test_who_was_shut_out_gets_nothing_new(cast: Cast) -> None:
    """She may still hold the aside's key; so the others take another one, and she has no place in the process."""
    cay = Person("Cay")
    join(cast.process, cay, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    written = note(cast.ada, cast.sol, cay, text="One.")
    cast.write(cast.ada, written)
    for person in (cast.ada, cast.bo):
        members.say_out(cast.open(person), cay.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    assert cay.user not in log.seats(cast.process)
    left = asides.still_here(cast.open(cast.ada), written.named)
    assert left == tuple(sorted((cast.ada.user, cast.sol.user)))
    cast.write(cast.ada, note(cast.ada, cast.sol, text="Two."))
    assert texts(cast.open(cast.sol)) == ["One.", "Two."]
    assert texts(cast.open(cay)) == ["One."]


def test_a_note_sealed_for_a_whole_circle_does_not_stand(cast: Cast) -> None:
    """A changed program that seals it wider gains it no place: nobody is shown what was not for her."""
    wide = codec.encode(note(cast.ada, cast.sol, text="Wide."))
    opened = cast.open(cast.ada)
    audience = [opened.circle(Role.CONTACT)]
    write(
        opened,
        lambda writer: writer.follow(
            seal.seal_entry(writer.ledger, writer.ring, entry=draw(16), audience=audience, payload=wide)
        ),
        now=clock.now(),
    )
    assert texts(cast.open(cast.ada)) == texts(cast.open(cast.bo)) == []


def test_it_is_corrected_for_the_same_people(cast: Cast) -> None:
    """The newer words stand at its place, in the same aside."""
    (written,) = cast.write(cast.ada, note(cast.ada, cast.sol))
    better = structs.replace(note(cast.ada, cast.sol, text="To the fair in May."), corrects=written)
    record.correct(cast.open(cast.ada), draw(16), better, now=clock.now())
    assert texts(cast.open(cast.sol)) == ["To the fair in May."]
    assert next(filed.entry_id for filed in record.versions_of(cast.open(cast.sol), written)) == written
    assert texts(cast.open(cast.bo)) == []


@pytest.mark.django_db(transaction=True)
def test_its_words_are_taken_out_and_only_those_it_named_are_told(cast: Cast) -> None:
    """Body and wraps are gone; Bo and Uma see no tombstone either."""
    (written,) = cast.write(cast.ada, note(cast.ada, cast.sol))
    facts = cast.open(cast.ada).ledger.entries[written]
    record.take_out(cast.open(cast.ada), written, entry_id=draw(16), why="too much", now=clock.now())
    assert not models.Body.objects.filter(process=cast.process, seq=facts.seq).exists()
    assert [stone.taken.why for stone in cast.open(cast.sol).state.soon.taken_out] == ["too much"]
    for person in (cast.bo, cast.uma):
        state = cast.open(person).state
        assert state.soon.taken_out == ()
        assert written not in state.taken_out


def test_the_log_verifies_for_everybody(cast: Cast) -> None:
    """Without keys, for those it names and for those it does not."""
    cast.write(cast.ada, note(cast.ada, cast.sol))
    rows = keeping.stored_rows(cast.process)
    for identity in (None, *(person.identity for person in (cast.ada, cast.bo, cast.sol, cast.uma))):
        assert verify_log(cast.process, rows, identity=identity).outcome == "complete"


def test_leaving_renews_the_aside_with_the_circle(cast: Cast) -> None:
    """Whoever signs in next begins new keys of both."""
    cast.write(cast.ada, note(cast.ada, cast.bo))
    circle = aside_of(cast, cast.ada, cast.bo)
    assert circle is not None
    leave(cast.process, cast.bo, renewer=cast.ada)
    assert cast.open(cast.ada).ledger.members(circle) == {cast.ada.user}
