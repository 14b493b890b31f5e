"""One example of every kind that stands beside a letter: who may receive it, a file."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, CirculationSet, FileAdded
from answerable.core.entries.base import Copied
from answerable.core.entries.letters import Details, LetterForm


def examples(start: int, copied: Copied, some_id: bytes) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds."""
    both = (Role.CONTACT, Role.SUPPORT)
    return (
        CirculationSet(
            at=start,
            meant_for=both,
            document=some_id,
            text_hash=b"\x07" * 32,
            authorised_by="Mika, for the support group",
            forms=(LetterForm.READ_ALOUD, LetterForm.PRINT),
            to_whom="The people he lives with.",
            said_on=date(2026, 1, 12),
            copied=copied,
        ),
        FileAdded(
            at=start,
            meant_for=both,
            document=some_id,
            name="scan of the letter.pdf",
            media_type="application/pdf",
            size=48_213,
            details=Details.REMOVED,
            key=b"\x08" * 32,
            ciphertext_hash=b"\x09" * 32,
        ),
    )
