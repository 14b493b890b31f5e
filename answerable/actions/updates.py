"""Deeds on updates: drafted, read by a second member, handed over under a cosigned checkpoint (R12, R53, R64, C2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.actions import record
from answerable.actions.reading import OpenProcess, folded, utc_day
from answerable.actions.writing import AlreadyWrittenError, Writer, derived_id, write
from answerable.core import drafting, gates
from answerable.core.circles import Role
from answerable.core.drafting import Draft as Facts
from answerable.core.entries import UpdateDrafted, UpdateHandedOver, UpdateRead
from answerable.core.entries.updates import HandedOver
from answerable.core.gates import Next, Reason, Shut, Why
from answerable.core.state import State
from answerable.core.state.items import Item
from answerable.core.state.shape import Draft
from answerable.sealing import checkpoint
from answerable.sealing.errors import AlteredError
from answerable.store import log

FORM = "update"
HAPPENED_ANYWAY = frozenset({Why.NOT_READ, Why.NOBODY_TO_READ, Why.NEWER_DRAFT, Why.PROTECTED_WORDS})
"""What does not stand in the way of writing down that it was handed over already (R63)."""


class NotYetError(Exception):
    """It cannot be handed over yet; nothing was written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__("not yet possible")
        self.reasons = tuple(reasons)


class OwnDraftError(Exception):
    """Nobody is the second reader of her own draft (R12)."""


class OtherWordsError(Exception):
    """The draft does not say what she had before her when she read it, or is not there."""


@dataclass(frozen=True)
class HandOver:
    """How and when a draft gets to the support circle, and whether supervision reads it too where it is here.

    `already`: it has happened, also without a second reader (R63). `reading`: the hash of the words which the member
    who hands it over has just read as the second reader.
    """

    how: HandedOver
    on: date
    supervision: bool = True
    already: bool = False
    reading: bytes | None = None


def draft_of(state: State, entry_id: bytes) -> Draft | None:
    """Return the draft at this place."""
    return next((one for one in state.updates.drafts if entry_id in (one.item.entry_id, one.item.first_id)), None)


def update_of(state: State, entry_id: bytes) -> Item[UpdateHandedOver] | None:
    """Return the update that was handed over, at this place."""
    return next((one for one in state.updates.handed_over if entry_id in (one.entry_id, one.first_id)), None)


def facts_at(opened: OpenProcess, size: int) -> Facts:
    """Return the draft from the record as long as it then was: what the words in a form were made from (R53)."""
    filed = tuple(one for one in opened.filed if one.seq < size)
    state, given = folded(filed, opened.ledger, now=opened.now)
    return drafting.draft(state if given else opened.state, opened.today)


def came_after(opened: OpenProcess, draft: Draft) -> int:
    """Return how many entries that an update would tell came after this draft."""
    now = drafting.draft(opened.state, opened.today).used
    return len(set(now) - set(draft.item.entry.used))


def can_seal(opened: OpenProcess) -> bool:
    """Whether the support circle has keys to seal to now."""
    circle = opened.circle(Role.SUPPORT)
    return opened.has_circle(Role.SUPPORT) and not opened.ledger.is_stale(circle)


def reasons_against(
    state: State, draft_id: bytes, how: HandedOver, *, can_seal: bool, already: bool = False
) -> tuple[Reason, ...]:
    """Return why a draft cannot be handed over in this way; what has happened needs no second reader (R63)."""
    gate = gates.hand_over_update(state, draft_id, how)
    found = gate.reasons if isinstance(gate, Shut) else ()
    if how is HandedOver.SEALED_HERE:
        if not can_seal and all(one.why is not Why.SUPPORT_NOT_HERE for one in found):
            found = (*found, Reason(why=Why.SUPPORT_NOT_HERE, r="R64", next=Next.OTHER_WAY))
        return found
    return tuple(one for one in found if not (already and one.why in HAPPENED_ANYWAY))


def keep_draft(opened: OpenProcess, entry_id: bytes, entry: UpdateDrafted, *, now: int) -> OpenProcess:
    """Append a draft for the second reader; the author's private one goes. Each save is a new one (R53).

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, sentences=entry.sentences)
        writer.entry(entry_id, entry)

    try:
        after = write(opened, build, now=now)
    except AlreadyWrittenError:
        record.drop_draft(opened, FORM)
        raise
    record.drop_draft(opened, FORM)
    return after


def read(opened: OpenProcess, draft_id: bytes, text_hash: bytes, *, entry_id: bytes, now: int) -> OpenProcess:
    """Append that a second member read exactly these words (R12). Saying it again writes nothing.

    Raises OwnDraftError, OtherWordsError, AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        _read(writer, draft_id, text_hash, entry_id=entry_id, now=now)

    return write(opened, build, now=now)


def _read(writer: Writer, draft_id: bytes, text_hash: bytes, *, entry_id: bytes, now: int) -> None:
    draft = draft_of(writer.opened.state, draft_id)
    if draft is None or draft.text_hash != text_hash:
        raise OtherWordsError
    if draft.item.author == writer.opened.user_id:
        raise OwnDraftError
    if any(reading.author == writer.opened.user_id for reading in draft.readings):
        return
    entry = UpdateRead(at=now, meant_for=(Role.CONTACT,), draft=draft.item.entry_id, text_hash=text_hash)
    writer.entry(entry_id, entry)


def hand_over(opened: OpenProcess, draft_id: bytes, given: HandOver, *, entry_id: bytes, now: int) -> OpenProcess:
    """Append the hand-over with the head of the log before it, and keep that head under the member's cosignature.

    All in one transaction; where `given.reading` is set, her reading of these words comes first.
    Raises NotYetError, OwnDraftError, OtherWordsError, AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        if given.reading is not None:
            _read(writer, draft_id, given.reading, entry_id=derived_id(entry_id, 1), now=now)
        state, _given = folded(tuple(writer.filed), writer.ledger, now=now)
        _hand_over(writer, state, draft_id, given, entry_id=entry_id, now=now)

    return write(opened, build, now=now)


def _hand_over(writer: Writer, state: State, draft_id: bytes, given: HandOver, *, entry_id: bytes, now: int) -> None:
    reasons = reasons_against(state, draft_id, given.how, can_seal=can_seal(writer.opened), already=given.already)
    draft = draft_of(state, draft_id)
    if reasons or draft is None:
        raise NotYetError(reasons)
    size, root = writer.ledger.size, writer.ledger.root
    entry = UpdateHandedOver(
        at=now,
        meant_for=tuple(sorted(Role)),
        draft=draft.item.entry_id,
        period=draft.item.entry.period,
        sentences=draft.item.entry.sentences,
        how=given.how,
        on=given.on,
        size=size,
        root=root,
        sections=draft.item.entry.sections,
    )
    writer.entry(entry_id, entry, without=() if given.supervision else (Role.SUPERVISION,))
    note = checkpoint.note(writer.opened.process, size, root)
    line = checkpoint.cosign(writer.opened.identity, writer.opened.process, size, root, utc_day(now))
    log.keep_checkpoint(writer.opened.process, size, checkpoint.assemble(note, [line]).encode())


def checkpoint_of(opened: OpenProcess, update: UpdateHandedOver) -> str | None:
    """Return the checkpoint that goes with an update, as text to be kept elsewhere; None where it is not here."""
    for kept in log.read_checkpoints(opened.process):
        text = kept.decode("utf-8", "replace")
        try:
            found = checkpoint.parse(text)
        except AlteredError:
            continue
        if (found.size, found.root) == (update.size, update.root):
            return text
    return None


__all__ = [
    "FORM",
    "AlreadyWrittenError",
    "HandOver",
    "NotYetError",
    "OtherWordsError",
    "OwnDraftError",
    "came_after",
    "can_seal",
    "checkpoint_of",
    "draft_of",
    "facts_at",
    "hand_over",
    "keep_draft",
    "read",
    "reasons_against",
    "update_of",
]
