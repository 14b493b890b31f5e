"""Deeds about what leaves: the list of protected words, and readings before it goes (R12)."""

from collections.abc import Iterable

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, derived_id, write
from answerable.core import outgoing, protected
from answerable.core.circles import Presence, Role
from answerable.core.entries import OutgoingRead, ProtectedHashes, ProtectedWords, UpdateRead
from answerable.core.entries.base import Copied
from answerable.core.outgoing import Leaving
from answerable.sealing.randomness import draw


class OwnWordsError(Exception):
    """Nobody is the second reader of her own words (R12)."""


class OtherWordsError(Exception):
    """The text does not say what she had before her when she read it, or is not there."""


class NotLookedError(Exception):
    """Protected words stand in it, and she has not said that they have to stay."""


def keeps_list(opened: OpenProcess) -> bool:
    """Whether this member makes the list in own words: one of the support circle."""
    return Role.SUPPORT in opened.roles


def may_enter(opened: OpenProcess) -> bool:
    """Whether this member can enter words: for herself, or those a support circle sent that is not here (R64)."""
    return keeps_list(opened) or opened.state.process.support is not Presence.HERE


def keep_list(opened: OpenProcess, entry_id: bytes, words: Iterable[str], *, now: int) -> OpenProcess:
    """Append the support circle's list for itself, and its hashes for all, under a key drawn for it.

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """
    kept = tuple(dict.fromkeys(words))

    def build(writer: Writer) -> None:
        writer.entry(entry_id, ProtectedWords(at=now, meant_for=(Role.SUPPORT,), words=kept))
        writer.entry(derived_id(entry_id, 1), _hashed(kept, None, now=now))

    return write(opened, build, now=now)


def enter_words(opened: OpenProcess, entry_id: bytes, words: Iterable[str], copied: Copied, *, now: int) -> OpenProcess:
    """Append hashes of words that a support circle sent which is not here; the words themselves are not kept.

    Raises AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        writer.entry(entry_id, _hashed(words, copied, now=now))

    return write(opened, build, now=now)


def _hashed(words: Iterable[str], copied: Copied | None, *, now: int) -> ProtectedHashes:
    key = draw(32)
    tags = set(protected.tags_of(key, words))
    tags |= {draw(protected.TAG_BYTES) for _one in range(protected.padding_of(len(tags)))}
    return ProtectedHashes(at=now, meant_for=tuple(sorted(Role)), key=key, tags=tuple(sorted(tags)), copied=copied)


def read(opened: OpenProcess, ident: bytes, text_hash: bytes, *, stays: bool, entry_id: bytes, now: int) -> OpenProcess:
    """Append that a member read exactly these words; `stays`: she looked at the protected ones, and they have to.

    Its author only looks. Raises OwnWordsError, OtherWordsError, NotLookedError, AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        leaving = outgoing.at(writer.opened.state, ident)
        if leaving is None or leaving.text_hash != text_hash:
            raise OtherWordsError
        _refuse(leaving, writer.opened.user_id, stays=stays)
        if not leaving.is_settled_by(writer.opened.user_id):
            found = leaving.found
            entry = OutgoingRead(
                at=now, meant_for=(Role.CONTACT,), entry=leaving.entry_id, text_hash=text_hash, stays=found
            )
            writer.entry(entry_id, entry)
            _read_draft(writer, leaving, entry_id, now=now)

    return write(opened, build, now=now)


def _read_draft(writer: Writer, leaving: Leaving, entry_id: bytes, *, now: int) -> None:
    """Where it is a draft of an update, looking at it as another than its author is reading it (R53)."""
    user = writer.opened.user_id
    for draft in writer.opened.state.updates.drafts:
        new = all(reading.author != user for reading in draft.readings)
        if draft.item.entry_id == leaving.entry_id and user != leaving.author and new:
            read_it = UpdateRead(at=now, meant_for=(Role.CONTACT,), draft=leaving.entry_id, text_hash=leaving.text_hash)
            writer.entry(derived_id(entry_id, 1), read_it)


def _refuse(leaving: Leaving, user: bytes, *, stays: bool) -> None:
    if leaving.found and not stays:
        raise NotLookedError
    if not leaving.found and user == leaving.author:
        raise OwnWordsError
