"""Writing down a contact: one save, one transaction, whatever it holds besides (entries.md)."""

from collections.abc import Sequence

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, append, derived_id, write
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, NoteKept

FORM = "contact"


def keep_note(opened: OpenProcess, entry_id: bytes, note: NoteKept, *, with_supervision: bool, now: int) -> OpenProcess:
    """Append a note, for supervision too where its author says so. Raises AlreadyWrittenError."""
    also = (Role.SUPERVISION,) if with_supervision else ()
    return write(opened, lambda writer: writer.entry(entry_id, note, also=also), now=now)


def record_contact(opened: OpenProcess, entry_id: bytes, entries: Sequence[AnyEntry], *, now: int) -> OpenProcess:
    """Append a contact with what X said besides it: whom he told, what he will do, what became of agreements.

    The first entry stands under the id drawn with the form, the others under ids derived from it, so that saving
    twice writes once. The author's draft of the form goes.
    """
    named = [(derived_id(entry_id, part) if part else entry_id, entry) for part, entry in enumerate(entries)]
    try:
        opened = append(opened, *named, now=now)
    except AlreadyWrittenError:
        record.drop_draft(opened, FORM)
        raise
    record.drop_draft(opened, FORM)
    return opened
