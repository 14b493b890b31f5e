"""Drafts and taking out, as deeds: where they refuse, and what they leave in the store."""

import pytest

from answerable.actions import record
from answerable.core.circles import Role
from answerable.core.entries import MailboxLookedAt, NoteKept
from answerable.core.entries.base import Source
from answerable.sealing.randomness import draw
from answerable.store import models
from answerable.web.base import clock
from tests.people import Cast

pytestmark = pytest.mark.django_db
EIGHT_DAYS = 8 * 24 * 60 * 60


def note(now: int, text: str = "A note.") -> NoteKept:
    """Return a note of the contact group."""
    return NoteKept(
        at=now,
        meant_for=(Role.CONTACT,),
        on=clock.host_day(now),
        text=text,
        source=Source.ORDINARY_LIFE,
        x_may_learn=False,
        shows=None,
    )


def test_after_seven_days_words_stay(cast: Cast) -> None:
    """What was written longer ago is corrected, not taken out (R11)."""
    now = clock.now()
    (entry_id,) = cast.write(cast.ada, note(now))
    opened = cast.open(cast.ada, now=now + EIGHT_DAYS)
    with pytest.raises(record.NotYoursToTakeOutError):
        record.take_out(opened, entry_id, entry_id=draw(16), why="", now=now + EIGHT_DAYS)


def test_what_the_process_rests_on_is_not_taken_out(cast: Cast) -> None:
    """A look at the mail has no words of its own."""
    now = clock.now()
    (entry_id,) = cast.write(cast.ada, MailboxLookedAt(at=now, meant_for=(Role.CONTACT,), on=clock.host_day(now)))
    with pytest.raises(record.NotYoursToTakeOutError):
        record.take_out(cast.open(cast.ada), entry_id, entry_id=draw(16), why="", now=now)


@pytest.mark.django_db(transaction=True)
def test_body_and_wraps_of_what_is_taken_out_are_gone(cast: Cast) -> None:
    """Nothing of it is left in the rows; taking out twice is one taking out."""
    now = clock.now()
    (entry_id,) = cast.write(cast.ada, note(now))
    facts = cast.open(cast.ada).ledger.entries[entry_id]
    out_id = draw(16)
    record.take_out(cast.open(cast.ada), entry_id, entry_id=out_id, why="wrong", now=now)
    record.take_out(cast.open(cast.ada), entry_id, entry_id=out_id, why="wrong", now=now)
    assert not models.Body.objects.filter(process=cast.process, seq=facts.seq).exists()
    assert not models.Wrap.objects.filter(process=cast.process, digest__in=[item.wrap for item in facts.items]).exists()
    stone = cast.open(cast.bo).state.taken_out[entry_id]
    assert (stone.taken.kind, stone.taken.why, stone.taken.meant_for) == ("note-kept", "wrong", (Role.CONTACT,))


def test_a_draft_opens_in_its_place_only(cast: Cast) -> None:
    """The box of one form or one member opens nowhere else; a damaged one is no draft."""
    opened = cast.open(cast.ada)
    record.keep_draft(opened, "contact", {"account": ["words"]}, now=clock.now())
    assert record.draft_of(opened, "contact") == {"account": ["words"]}
    assert record.draft_of(opened, "update") is None
    assert record.draft_of(cast.open(cast.bo), "contact") is None
    models.Draft.objects.update(box=b"\x00" * 400)
    assert record.draft_of(opened, "contact") is None


def test_drafts_of_like_length_look_alike(cast: Cast) -> None:
    """The size of a draft says little."""
    sizes = set()
    for text in ("a", "a" * 100):
        record.keep_draft(cast.open(cast.ada), "contact", {"account": [text]}, now=clock.now())
        sizes.add(len(bytes(models.Draft.objects.get().box)))
    assert len(sizes) == 1
