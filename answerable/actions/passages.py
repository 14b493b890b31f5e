"""Passages about her: destroyed in all versions of an entry; a copy without them stands in its place (R11)."""

from msgspec import structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, derived_id, write
from answerable.core import passages
from answerable.core.state import Filed


class NothingToMarkError(Exception):
    """The entry is not there, or its words are kept word for word, or another circle's."""


def standing(opened: OpenProcess, target: bytes) -> Filed | None:
    """Return the words at the place of an entry out of which this member may take passages, or None."""
    unfit = {one.filed.entry_id for one in opened.state.does_not_fit}
    left = [
        filed
        for filed in record.versions_of(opened, target)
        if filed.entry_id not in opened.state.taken_out and filed.entry_id not in unfit
    ]
    if not left or not passages.may_mark(left[-1].entry, author_roles=left[-1].author_roles, by=opened.roles):
        return None
    return left[-1]


def take_out(
    opened: OpenProcess,
    target: bytes,
    marked: frozenset[tuple[int, int]],
    *,
    entry_id: bytes,
    mark: str,
    why: str,
    now: int,
) -> OpenProcess:
    """Put a copy without the marked pieces in the place of an entry, and destroy all versions it had (R11, R60).

    The copy corrects the first of them, the only one by which others refer to it. One transaction.
    Raises NothingToMarkError, AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        newest = standing(writer.opened, target)
        if newest is None:
            raise NothingToMarkError
        old = [
            filed
            for filed in record.versions_of(writer.opened, target)
            if filed.entry_id not in writer.opened.state.taken_out and not filed.author_roles.isdisjoint(opened.roles)
        ]
        first = next(
            (one for one, chain in writer.opened.state.corrected_by.items() if newest.entry_id in chain),
            newest.entry_id,
        )
        copy = structs.replace(passages.without(newest.entry, marked, mark=mark), at=now, corrects=first)
        writer.entry(entry_id, copy, also=record.still_allowed(copy))
        for number, filed in enumerate(old):
            said, leaf = (derived_id(entry_id, 2 * number + place) for place in (1, 2))
            record.take_out_one(writer, filed, said=said, leaf=leaf, why=why, now=now)

    return write(opened, build, now=now)
