"""Deeds on copied words: read against their source by a second member, or copied again (R64)."""

from collections.abc import Iterator

import msgspec

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core.audiences import needs_second_reader
from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    CirculationSet,
    DocumentAdded,
    MayTellSet,
    ReachChosen,
    ReadAgainstSource,
    SoonAgreed,
    WordsChosen,
)
from answerable.core.entries.hashes import Copiable, text_hash
from answerable.core.entries.may_tell import MayTell
from answerable.core.state import Filed, Item, State

NOT_RETYPED = (WordsChosen, MayTellSet, ReachChosen, SoonAgreed, CirculationSet)
"""Copies that are choices, not sentences: they are put right on their own page."""


class NoSuchCopyError(Exception):
    """There is no copy under this id, or it was copied again since."""


class OwnCopyError(Exception):
    """Who copied the words cannot be their second reader."""


class SameWordsError(Exception):
    """The copy was sent again without a change."""


class Copy(msgspec.Struct, frozen=True):
    """Words of another circle in a member's copy, as they stand now, and who read them against their source."""

    entry_id: bytes
    author: bytes
    seq: int
    entry: Copiable
    wording: bytes
    readings: tuple[Filed, ...]

    @property
    def is_read(self) -> bool:
        """Whether a second member read exactly these words against their source."""
        return bool(self.readings)


def copies(state: State) -> tuple[Copy, ...]:
    """Return all copies that stand, in the order of the log: letters, demands, questions, what was agreed."""
    found = [
        Copy(
            entry_id=item.entry_id,
            author=item.author,
            seq=item.seq,
            entry=item.entry,
            wording=text_hash(item.entry),
            readings=_readings(state, item),
        )
        for item in _items(state)
        if isinstance(item.entry, Copiable) and needs_second_reader(item.entry, item.author_roles)
    ]
    return tuple(sorted(found, key=lambda copy: copy.seq))


def copy_of(state: State, entry_id: bytes) -> Copy | None:
    """Return the copy that stands under this id."""
    return next((copy for copy in copies(state) if copy.entry_id == entry_id), None)


def newest_copy(state: State, entry_id: bytes) -> Copy | None:
    """Return the copy that took the place of this one, or None."""
    for first, later in state.corrected_by.items():
        if entry_id in (first, *later):
            return next((copy for copy in copies(state) if copy.entry_id in later), None)
    return None


def waiting_copies(state: State) -> tuple[Copy, ...]:
    """Return the copies nobody read against their source yet; older wordings and withdrawn demands wait for nobody."""
    over = {
        version.item.entry_id
        for demand in state.demands
        for version in demand.versions
        if demand.withdrawn or version not in (demand.current, demand.waiting)
    }
    for document in state.documents:
        said = document.circulation
        over |= {item.entry_id for item in said.said if item not in said.waiting}
    return tuple(copy for copy in copies(state) if not copy.is_read and copy.entry_id not in over)


def second_readers(opened: OpenProcess, copy: Copy) -> tuple[bytes, ...]:
    """Return who of the contact circle can read a copy against its source: everybody but who copied it."""
    return tuple(sorted(opened.members(Role.CONTACT) - {copy.author}))


def _items(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield everything that stands and can be a copy."""
    for document in state.documents:
        yield document.item
        yield from (item for item in document.circulation.said if item.entry.forms)
    yield from (decision.item for decision in state.parent.decisions)
    for demand in state.demands:
        yield from (version.item for version in demand.versions)
        if demand.withdrawal is not None:
            yield demand.withdrawal.item
    for question in state.questions:
        yield question.item
        yield from question.answers
    yield from (objection.item for objection in state.objections)
    yield from (rule.item for rule in state.may_tell.rules if rule.item.entry.answer is MayTell.YES)
    yield from state.reach.chosen
    if state.soon.agreed is not None:
        yield state.soon.agreed.item


def _readings(state: State, item: Item[AnyEntry]) -> tuple[Filed, ...]:
    """Return who read exactly these words; a reading counts only from somebody else than who copied them."""
    assert isinstance(item.entry, Copiable)  # noqa: S101  # copies() asked that before
    wording = text_hash(item.entry)
    return tuple(
        filed
        for filed in state.timeline
        if isinstance(filed.entry, ReadAgainstSource)
        and filed.entry.entry in (item.entry_id, item.first_id)
        and filed.entry.text_hash == wording
        and filed.author != item.author
    )


def read_against_source(opened: OpenProcess, entry_id: bytes, target: bytes, *, now: int) -> OpenProcess:
    """Append that this member read a copy against its source, in exactly the words that stand (R64).

    Raises AlreadyWrittenError, NoSuchCopyError, OwnCopyError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        copy = copy_of(writer.opened.state, target)
        if copy is None:
            raise NoSuchCopyError
        if copy.author == opened.user_id:
            raise OwnCopyError
        writer.entry(entry_id, ReadAgainstSource(at=now, meant_for=(), entry=target, text_hash=copy.wording))

    return write(opened, build, now=now)


def copy_again(opened: OpenProcess, entry_id: bytes, target: bytes, text: str, *, now: int) -> OpenProcess:
    """Append a better copy in the place of one that is not word for word; it waits for its second reader anew.

    Whose words they are puts them right in own words: then nothing is copied any more, and it counts at once (R64).
    Raises AlreadyWrittenError, NoSuchCopyError, SameWordsError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, text=text)
        copy = copy_of(writer.opened.state, target)
        if copy is None or isinstance(copy.entry, NOT_RETYPED):
            raise NoSuchCopyError
        if copy.entry.text.splitlines() == text.splitlines():
            raise SameWordsError
        copied = None if puts_right(opened) else copy.entry.copied
        writer.entry(entry_id, msgspec.structs.replace(copy.entry, at=now, corrects=target, text=text, copied=copied))

    return write(opened, build, now=now)


def puts_right(opened: OpenProcess) -> bool:
    """Whether this member speaks as those whose words were copied."""
    return Role.SUPPORT in opened.roles and Role.CONTACT not in opened.roles


def document_of(state: State, entry_id: bytes) -> Item[DocumentAdded] | None:
    """Return the document that stands at the place of this entry."""
    ids = {entry_id, *(first for first, later in state.corrected_by.items() if entry_id in later)}
    return next((one.item for one in state.documents if ids & {one.item.entry_id, one.item.first_id}), None)
