"""Records of any length to measure with: founded by one member, filled with contacts and notes."""

from datetime import timedelta

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import append
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, ContactReached, NoteKept
from answerable.core.entries.base import Medium, Source
from answerable.sealing.randomness import draw
from tests.people import Person, found

_BATCH = 500
_WORDS = "He says that he is still on the list and will write to them after the summer. "


def entry(opened: OpenProcess, number: int) -> AnyEntry:
    """Return the n-th invented entry: a contact or a note of about 700 characters."""
    text = _WORDS * 9
    if number % 4:
        return NoteKept(
            at=opened.now,
            meant_for=(Role.CONTACT,),
            on=opened.today,
            text=text,
            source=Source.HE_SAID,
            x_may_learn=False,
            shows=None,
        )
    return ContactReached(
        at=opened.now,
        meant_for=(Role.CONTACT,),
        on=opened.today - timedelta(days=number % 900),
        medium=Medium.CALL,
        by=(opened.user_id,),
        place=None,
        account=text,
        made_her_topic=False,
        answers=(),
    )


def filled(person: Person, entries: int) -> OpenProcess:
    """Return a process of this person's with so many entries."""
    opened = found(person)
    for start in range(len(opened.filed), entries, _BATCH):
        end = min(entries, start + _BATCH)
        batch = [(draw(16), entry(opened, number)) for number in range(start, end)]
        opened = append(opened, *batch, now=opened.now)
    return opened
