"""One example of every kind about what leaves."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, OutgoingRead, ProtectedHashes, ProtectedWords, TextChecked
from answerable.core.entries.base import Copied


def examples(start: int) -> tuple[AnyEntry, ...]:
    """Return one of every kind, written at this moment."""
    copied = Copied(from_="support group", said_on=date(2026, 1, 2), source="a letter", how="")
    return (
        ProtectedWords(at=start, meant_for=(Role.SUPPORT,), words=("Anna Berg", "Lindenhof")),
        ProtectedHashes(
            at=start,
            meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
            key=b"k" * 32,
            tags=(b"\x01" * 8, b"\x02" * 8),
            copied=copied,
        ),
        TextChecked(at=start, meant_for=(Role.CONTACT, Role.SUPPORT), found=2),
        OutgoingRead(at=start, meant_for=(Role.CONTACT,), entry=b"\x01" * 16, text_hash=b"\x07" * 32, stays=2),
    )
