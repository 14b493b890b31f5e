"""What a member reads: her key ring, and what her circles can open. Any failure is an alarm, and no text."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from answerable.sealing.circle_keys import EpochKeys, KeyRing
from answerable.sealing.circles import member_info, prev_info
from answerable.sealing.derivation import digest
from answerable.sealing.envelope import (
    TAG_LENGTH,
    ZERO_NONCE,
    Inside,
    entry_info,
    entry_message,
    key_commitment,
    own_aead,
    padded_length,
    wrap_context,
)
from answerable.sealing.errors import (
    AlteredError,
    Finding,
    NotInAudienceError,
    SealingError,
    ShreddedError,
    WithheldError,
)
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import INGEST, OWN, AudienceItem, EntryFacts
from answerable.sealing.log import Epoch, Ledger, Mark, check_body
from answerable.sealing.packing import Reader
from answerable.sealing.signatures import is_valid

WrapOf = Callable[[bytes], bytes | None]
"""Gives a stored wrap by its hash, None where there is none (or where it was not fetched: not of her circles)."""


class OpenedEntry(NamedTuple):
    """An entry as its author meant it; `author_circles` are hers at its seq. Of an ingest both are empty."""

    seq: int
    entry: bytes
    kind: str
    author: bytes
    author_circles: frozenset[bytes]
    payload: bytes


_inside = Reader(Inside, "inside-form")


# -- key ring ---------------------------------------------------------------------------------------------------------


def key_ring(identity: Identity, ledger: Ledger, wrap_of: WrapOf) -> KeyRing:
    """Return the epoch keys this identity can unwrap; what is broken or missing is a finding, never a crash."""
    epochs: dict[tuple[bytes, int], EpochKeys] = {}
    withheld: list[Finding] = []
    altered: list[Finding] = []
    for circle in ledger.circles:
        for epoch in reversed(ledger.epochs(circle)):
            try:
                keys = _epoch_keys(identity, ledger, epoch, epochs.get((circle, epoch.number + 1)), wrap_of)
            except AlteredError as error:
                altered.append(Finding(error.what, error.seq, circle))
            except WithheldError as error:
                withheld.append(Finding(error.what, error.seq, circle))
            else:
                if keys is not None:
                    epochs[circle, epoch.number] = keys
    return KeyRing(identity, epochs, withheld=tuple(withheld), altered=tuple(altered))


def _epoch_keys(
    identity: Identity, ledger: Ledger, epoch: Epoch, later: EpochKeys | None, wrap_of: WrapOf
) -> EpochKeys | None:
    """Open an epoch by the holder's own wrap, else by the box in the epoch after; None where neither was meant."""
    user = identity.user_id
    listed = epoch.members.get(user)
    if listed is not None:
        wrap = wrap_of(listed)
        if wrap is not None:
            info = member_info(ledger.process, epoch.circle, epoch.number, user)
            return _checked_keys(epoch, epoch.seq, wrap, listed, lambda: identity.open_hpke(wrap, info), "member-wrap")
        if ledger.is_retired(user, epoch.circle):
            return None
        raise WithheldError("member-wrap", epoch.seq)
    if later is None:
        return None
    return open_past(ledger, epoch, later, wrap_of)


def open_past(ledger: Ledger, epoch: Epoch, later: EpochKeys, wrap_of: WrapOf) -> EpochKeys | None:
    """Return an epoch's keys from the box in the one after it; None where no past was handed on."""
    after = ledger.epochs(epoch.circle)[epoch.number + 1]
    if not after.prev:
        return None
    box = wrap_of(after.prev)
    if box is None:
        raise WithheldError("prev-box", after.seq)
    info = prev_info(ledger.process, epoch.circle, after.number)
    return _checked_keys(epoch, after.seq, box, after.prev, lambda: later.open_hpke(box, info), "prev-box")


def _checked_keys(
    epoch: Epoch, seq: int, sealed: bytes, named: bytes, opened: Callable[[], bytes], what: str
) -> EpochKeys:
    """Open a wrap or box that leaf `seq` names, and check that it gives the epoch's keys."""
    if digest(sealed) != named:
        raise AlteredError("wrap-hash", seq)
    try:
        keys = EpochKeys.from_seed(opened())
    except AlteredError:
        raise AlteredError(what, seq) from None
    if keys.public_key != epoch.public_key:  # else a member could be led to seal to a key others do not hold
        raise AlteredError("epoch-key", seq)
    return keys


# -- entries ----------------------------------------------------------------------------------------------------------


def can_open(ledger: Ledger, ring: KeyRing, entry: bytes) -> bool:
    """Say whether the ring holds a key for this entry and it was not destroyed."""
    return is_openable(ring, _facts(ledger, entry))


def is_openable(ring: KeyRing, facts: EntryFacts) -> bool:
    """Say the same of an entry's facts."""
    if not facts.shredded:
        held = ring.epochs
        for item in facts.items:  # plain loops here and below: this runs once for every entry of a log
            if (item.circle, item.epoch) in held:
                return True
    return False


def content_key(ledger: Ledger, ring: KeyRing, entry: bytes, wrap_of: WrapOf) -> bytes:
    """Return the content key of an entry, to grant it to a further circle; raises as open_entry does."""
    facts = _facts(ledger, entry)
    if facts.shredded:
        raise ShreddedError(facts.seq)
    return _content_key(ledger.process, ring, facts, wrap_of)


def open_entry(
    ledger: Ledger, ring: KeyRing, entry: bytes, body: bytes | None, wrap_of: WrapOf, *, checked: Mark | None = None
) -> OpenedEntry:
    """Open one entry of a followed log; with her own mark (mark.open_mark) signatures checked before are spared.

    Raises ShreddedError, NotInAudienceError, WithheldError (body or a wrap of hers is missing), AlteredError.
    """
    facts = _facts(ledger, entry)
    seq = facts.seq
    if facts.shredded:
        if body is not None:
            raise AlteredError("shredded-body", seq)
        raise ShreddedError(seq)
    if body is None and is_openable(ring, facts):
        raise WithheldError("body", seq)
    if body is not None:
        check_body(body, facts.body_hash, seq)
    cek = _content_key(ledger.process, ring, facts, wrap_of)
    inside = _inside.read(_open_body(cek, facts, body or b""), seq)
    circles = ledger.circles_of(inside.author, seq)
    if facts.kind == INGEST:
        if inside.author or inside.sig:
            raise AlteredError("ingest-author", seq)
    else:
        _check_author(ledger, facts, inside, circles, checked)
    return OpenedEntry(seq, entry, facts.kind, inside.author, circles, inside.payload)


def open_all(
    ledger: Ledger,
    ring: KeyRing,
    entries: Iterable[bytes],
    body_of: Callable[[int], bytes | None],
    wrap_of: WrapOf,
    *,
    checked: Mark | None = None,
) -> tuple[list[OpenedEntry], list[tuple[EntryFacts, SealingError]]]:
    """Open many: what opened, and (facts, error) of what did not; not hers or shredded is left out of both."""
    opened: list[OpenedEntry] = []
    failed: list[tuple[EntryFacts, SealingError]] = []
    for entry in entries:
        facts = ledger.entries[entry]
        if is_openable(ring, facts):
            try:
                opened.append(open_entry(ledger, ring, entry, body_of(facts.seq), wrap_of, checked=checked))
            except SealingError as error:
                failed.append((facts, error))
    return opened, failed


def _check_author(
    ledger: Ledger, facts: EntryFacts, inside: Inside, circles: frozenset[bytes], checked: Mark | None
) -> None:
    """Check that "own" stands exactly where the author was a member, and her signature unless she was checked."""
    for item in facts.audience:
        if (item.how == OWN) != (item.circle in circles):
            raise AlteredError("own-circles", facts.seq)
    if checked is None or not _was_checked(checked, facts):
        message = entry_message(facts.header, inside.author, inside.payload)
        if not is_valid(ledger.users[inside.author].sign_pk, message, inside.sig):
            raise AlteredError("signature", facts.seq)


def _facts(ledger: Ledger, entry: bytes) -> EntryFacts:
    facts = ledger.entries.get(entry)
    if facts is None:
        raise AlteredError("entry-unknown")
    return facts


def _was_checked(mark: Mark, facts: EntryFacts) -> bool:
    """Say whether she could open it when she made the mark; what was granted is always checked again."""
    if facts.seq < mark.size:
        for item in facts.audience:
            if (item.circle, item.epoch) in mark.held:
                return True
    return False


def _content_key(process: bytes, ring: KeyRing, facts: EntryFacts, wrap_of: WrapOf) -> bytes:
    """Open every wrap there is a key for; each must give the key that the header commits to."""
    cek = None
    for item in facts.items:
        keys = ring.epochs.get((item.circle, item.epoch))
        wrap = wrap_of(item.wrap)
        if wrap is not None and digest(wrap) != item.wrap:
            raise AlteredError("wrap-hash", facts.seq)
        if keys is None:
            continue
        if wrap is None:
            raise WithheldError("wrap", facts.seq)
        cek = _unwrap(process, keys, facts, item, wrap)
    if cek is None:
        raise NotInAudienceError(audience=facts.circles, held=ring.circles)
    return cek


def _unwrap(process: bytes, keys: EpochKeys, facts: EntryFacts, item: AudienceItem, wrap: bytes) -> bytes:
    context = wrap_context(process, facts.entry, item.circle, item.epoch, facts.kc)
    try:
        if item.how == OWN:
            cek = own_aead(keys.wrap_key, context).decrypt(ZERO_NONCE, wrap, None)
        else:
            cek = keys.open_hpke(wrap, entry_info(context))
    except (InvalidTag, ValueError, AlteredError):
        raise AlteredError("wrap", facts.seq) from None
    if key_commitment(cek) != facts.kc:
        raise AlteredError("kc", facts.seq)
    return cek


def _open_body(cek: bytes, facts: EntryFacts, body: bytes) -> bytes:
    check_length(body, facts.seq)
    try:
        padded = ChaCha20Poly1305(cek).decrypt(ZERO_NONCE, body, facts.header)
    except (InvalidTag, ValueError):  # ValueError: a content key that is none
        raise AlteredError("body", facts.seq) from None
    data, mark, rest = padded.rpartition(b"\x80")
    if not mark or rest.strip(b"\0") or padded_length(len(data) + 1) != len(padded):
        raise AlteredError("padding", facts.seq)
    return data


def check_length(body: bytes, seq: int) -> None:
    """Check that a stored body has one of the permitted lengths."""
    length = len(body) - TAG_LENGTH
    if length <= 0 or padded_length(length) != length:
        raise AlteredError("body-length", seq)
