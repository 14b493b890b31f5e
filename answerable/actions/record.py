"""Deeds on the record itself: words taken out, an alarm noted, private drafts kept and dropped."""

import json
from collections.abc import Mapping
from datetime import date

from answerable.actions import alarms
from answerable.actions.reading import OpenProcess, utc_day
from answerable.actions.writing import Writer, append, derived_id, write
from answerable.core import audiences
from answerable.core.chronicle import day_of_deed
from answerable.core.circles import Role
from answerable.core.entries import AlarmNoted, AnyEntry, Aside, AsideTakenOut, FileAdded, TakenOut, codec
from answerable.core.state import Filed
from answerable.sealing import host_boxes as boxes
from answerable.sealing import seal
from answerable.sealing.errors import AlteredError
from answerable.store import people

DRAFT_DAYS = 30


class NotYoursToTakeOutError(Exception):
    """Not her own words, older than seven days, or an entry without which the process would not stand."""


def versions_of(opened: OpenProcess, entry_id: bytes) -> tuple[Filed, ...]:
    """Return an entry with what it corrects and what corrected it, oldest first, as far as it can be read."""
    state = opened.state
    first = next((one for one, chain in state.corrected_by.items() if entry_id in chain), entry_id)
    ids = (first, *state.corrected_by.get(first, ()))
    found = (state.entries.get(one) or state.asides.get(one) for one in ids)
    return tuple(filed for filed in found if filed is not None)


def can_take_out(opened: OpenProcess, entry_id: bytes, *, now: int) -> tuple[Filed, ...]:
    """Return what of an entry and its corrections this member may take out: her own words of seven days (R11)."""
    return tuple(
        filed
        for filed in versions_of(opened, entry_id)
        if audiences.may_take_out(filed.entry, author=filed.author, user=opened.user_id, now=now)
    )


def take_out(opened: OpenProcess, target: bytes, *, entry_id: bytes, why: str, now: int) -> OpenProcess:
    """Destroy the author's words of an entry in all their versions, and say so in their place (R11, R60).

    One transaction: a signed tombstone and a `taken-out` for the same readers; bodies and all wraps, granted ones
    too, go with it. Backups keep them until they expire. Raises NotYoursToTakeOutError, AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        if writer.ledger.has(entry_id):
            return
        found = can_take_out(writer.opened, target, now=now)
        if not any(filed.entry_id == target for filed in found):
            raise NotYoursToTakeOutError
        for number, filed in enumerate(found):
            said = entry_id if number == 0 else derived_id(entry_id, 2 * number)
            take_out_one(writer, filed, said=said, leaf=derived_id(entry_id, 2 * number + 1), why=why, now=now)

    return write(opened, build, now=now)


def take_out_one(writer: Writer, filed: Filed, *, said: bytes, leaf: bytes, why: str, now: int) -> None:
    """Put the tombstone, the entry that says so, and what is destroyed into one act."""
    facts = writer.ledger.entries[filed.entry_id]
    writer.follow(seal.shred(writer.ledger, writer.ring, entry=leaf, target=filed.entry_id))
    files = [filed.entry.ciphertext_hash] if isinstance(filed.entry, FileAdded) else []
    writer.destroy(body=facts.seq, wraps=[item.wrap for item in facts.items], files=files)
    writer.entry(said, _taken_out(filed, day=day_of_deed(filed.entry, writer.opened.zone), why=why, now=now))
    writer.filed = [other for other in writer.filed if other.entry_id != filed.entry_id]


def _taken_out(filed: Filed, *, day: date, why: str, now: int) -> TakenOut | AsideTakenOut:
    """Return what says that words were taken out, for those who could read them and nobody else (R66)."""
    entry, kind = filed.entry, codec.kind_of(filed.entry)
    if isinstance(entry, Aside):
        return AsideTakenOut(at=now, meant_for=(), named=entry.named, entry=filed.entry_id, kind=kind, day=day, why=why)
    return TakenOut(at=now, meant_for=entry.meant_for, entry=filed.entry_id, kind=kind, day=day, why=why)


def correct(opened: OpenProcess, entry_id: bytes, corrected: AnyEntry, *, now: int) -> OpenProcess:
    """Append a correction for all who could read the older words, as far as its kind still allows (R11).

    Raises AlreadyWrittenError.
    """
    return write(opened, lambda writer: writer.entry(entry_id, corrected, also=still_allowed(corrected)), now=now)


def still_allowed(corrected: AnyEntry) -> frozenset[Role]:
    """Return the circles of the older words that the kind still lets read the newer ones."""
    rule = audiences.RULES[type(corrected)]
    return frozenset(corrected.meant_for) & (rule.readers | rule.may_add)


def note_alarm(opened: OpenProcess, entry_id: bytes, *, now: int) -> OpenProcess:
    """Write down that a member saw what was changed or is missing; from then on the group writes on (C2)."""
    what = alarms.findings(opened)
    entry = AlarmNoted(at=now, meant_for=tuple(sorted(Role)), what=what, on=opened.today)
    return append(opened, (entry_id, entry), now=now, though_shut=True)


Fields = Mapping[str, list[str]]


def keep_draft(opened: OpenProcess, form: str, fields: Fields, *, now: int) -> None:
    """Keep what a form holds for its author alone, for thirty days; its size says little, its name nothing."""
    plain = json.dumps(dict(fields), ensure_ascii=False).encode()
    box = boxes.lock_box(opened.identity.seed, "draft", plain, _place(opened, form))
    people.keep_draft(opened.user_id, _form_tag(opened, form), box, day=utc_day(now))


def draft_of(opened: OpenProcess, form: str) -> Fields | None:
    """Return the author's draft of a form; one that is damaged is no draft."""
    box = people.draft_of(opened.user_id, _form_tag(opened, form))
    if box is None:
        return None
    try:
        plain = boxes.unlock_box(opened.identity.seed, "draft", box, _place(opened, form))
    except AlteredError:
        return None
    fields: Fields = json.loads(plain)
    return fields


def drop_draft(opened: OpenProcess, form: str) -> None:
    """Forget the author's draft of a form."""
    people.drop_draft(opened.user_id, _form_tag(opened, form))


def _place(opened: OpenProcess, form: str) -> bytes:
    """Return what binds a draft to its form and process: it opens nowhere else."""
    return opened.process + form.encode()


def _form_tag(opened: OpenProcess, form: str) -> bytes:
    """Return what stands for a form in the store: whose key is missing cannot tell which form or process it is."""
    return boxes.tag(opened.identity.seed, "form", _place(opened, form))
