"""Checking a whole process from its stored rows: complete, withheld or altered; without keys, or as a member."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from answerable.sealing import checkpoint
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, Finding, NotInAudienceError, ShreddedError, WithheldError
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import CONTROL, EntryFacts, decode_header
from answerable.sealing.log import Epoch, Ledger, check_body
from answerable.sealing.open import check_length, key_ring, open_entry, open_past


class Head(NamedTuple):
    """The head row: what the writer last noted."""

    size: int
    root: bytes
    frontier: tuple[bytes, ...]


class LeafRow(NamedTuple):
    """One leaf as it is stored."""

    seq: int
    header: bytes
    body_hash: bytes


@dataclass(frozen=True)
class Rows:
    """Everything stored of one process; wraps by the hash they are stored under. An archive has no head row."""

    leaves: Sequence[LeafRow]
    bodies: Mapping[int, bytes]
    wraps: Mapping[bytes, bytes]
    checkpoints: Sequence[str] = ()
    head: Head | None = None


class Result(NamedTuple):
    """What was found: "altered" wins over "withheld"; complete always means complete up to `size` with `root`.

    `opened` and `sealed` count the entries that a member could open and those of other circles; 0 without keys.
    """

    size: int
    root: bytes
    withheld: tuple[Finding, ...]
    altered: tuple[Finding, ...]
    opened: int = 0
    sealed: int = 0

    @property
    def outcome(self) -> Literal["complete", "withheld", "altered"]:
        """Return the one word."""
        if self.altered:
            return "altered"
        return "withheld" if self.withheld else "complete"


@dataclass
class _Found:
    """Findings as they come; `longest` is the size the log is known to have had, where it was not followed so far."""

    withheld: list[Finding] = field(default_factory=list)
    altered: list[Finding] = field(default_factory=list)
    longest: int = 0
    opened: int = 0
    sealed: int = 0

    def note(self, error: AlteredError | WithheldError, ref: bytes = b"") -> None:
        kind = self.altered if isinstance(error, AlteredError) else self.withheld
        kind.append(Finding(error.what, error.seq, ref))


def verify_log(
    process: bytes,
    rows: Rows,
    *,
    identity: Identity | None = None,
    older: Iterable[tuple[int, bytes]] = (),
    copies: Iterable[str] = (),
) -> Result:
    """Check the rows of a process; with `identity` as that member; against older (size, root) and checkpoint texts.

    Of `copies`, checkpoints kept outside, (size, root) counts alone. Nothing stored makes this raise.
    """
    found = _Found()
    ledger = _follow(process, rows, found)
    _check_head(ledger, rows.head, found)
    for text in rows.checkpoints:
        _check_stored(ledger, text, found)
    for size, root in older:
        _check_older(ledger, size, root, "older", found)
    for text in copies:
        _check_copy(ledger, text, found)
    _check_bodies(ledger, rows, found)
    _check_wraps(ledger, rows.wraps, found)
    if identity is not None:
        _check_as_member(ledger, rows, identity, found)
    withheld, altered = (tuple(dict.fromkeys(kind)) for kind in (found.withheld, found.altered))
    return Result(ledger.size, ledger.root, withheld, altered, found.opened, found.sealed)


def _follow(process: bytes, rows: Rows, found: _Found) -> Ledger:
    """Follow the log as far as it goes; what comes after a broken leaf cannot be judged."""
    ledger = Ledger.start(process)
    for seq, header, body_hash in rows.leaves:
        try:
            if seq != ledger.size:
                raise WithheldError("leaf", ledger.size) if seq > ledger.size else AlteredError("leaf-order", seq)
            is_control = decode_header(header, seq).kind == CONTROL
            ledger.follow(header, body_hash, rows.bodies.get(seq) if is_control else None)
        except (AlteredError, WithheldError) as error:
            found.note(error)
            found.longest = max(row.seq for row in rows.leaves) + 1
            break
    return ledger


def _check_head(ledger: Ledger, head: Head | None, found: _Found) -> None:
    if head is None:
        return
    if head.size > ledger.size:
        _cut_short(ledger, head.size, found)
    elif not found.longest and head != Head(ledger.size, ledger.root, ledger.frontier):
        found.note(AlteredError("head", ledger.size))


def _check_bodies(ledger: Ledger, rows: Rows, found: _Found) -> None:
    """Check every stored body of an entry; those of control leaves were checked while following."""
    for facts in ledger.entries.values():
        try:
            _check_entry_body(facts, rows.bodies.get(facts.seq))
        except (AlteredError, WithheldError) as error:
            found.note(error, facts.entry)
    for seq in rows.bodies:
        if not 0 <= seq < max(found.longest, ledger.size):
            found.note(AlteredError("unnamed-body", seq))


def _check_entry_body(facts: EntryFacts, body: bytes | None) -> None:
    if facts.shredded:
        if body is not None:
            raise AlteredError("shredded-body", facts.seq)
    elif body is None:
        raise WithheldError("body", facts.seq)
    else:
        check_body(body, facts.body_hash, facts.seq)
        check_length(body, facts.seq)


def _check_wraps(ledger: Ledger, wraps: Mapping[bytes, bytes], found: _Found) -> None:
    """Check every stored wrap's digest, that the log names it, and that none it needs is missing."""
    named: set[bytes] = set()
    for facts in ledger.entries.values():
        named.update(_entry_wraps(facts, wraps, found))
    for circle in ledger.circles:
        for epoch in ledger.epochs(circle):
            named.update(_epoch_wraps(ledger, epoch, wraps, found))
    for key, wrap in wraps.items():
        if digest(wrap) != key:
            found.note(AlteredError("wrap-hash"), key)
        elif key not in named and found.longest <= ledger.size:  # a log cut short names fewer than there are
            found.note(AlteredError("unnamed-wrap"), key)


def _entry_wraps(facts: EntryFacts, wraps: Mapping[bytes, bytes], found: _Found) -> Iterable[bytes]:
    for item in facts.items:
        if facts.shredded and item.wrap in wraps:
            found.note(AlteredError("shredded-wrap", facts.seq), item.wrap)
        elif not facts.shredded and item.wrap not in wraps:
            found.note(WithheldError("wrap", facts.seq), item.wrap)
        yield item.wrap


def _epoch_wraps(ledger: Ledger, epoch: Epoch, wraps: Mapping[bytes, bytes], found: _Found) -> Iterable[bytes]:
    for user, wrap in epoch.members.items():
        if wrap not in wraps and not ledger.is_retired(user, epoch.circle):  # who is absent later was retired first
            found.note(WithheldError("member-wrap", epoch.seq), wrap)
        yield wrap
    if epoch.prev:
        if epoch.prev not in wraps:
            found.note(WithheldError("prev-box", epoch.seq), epoch.prev)
        yield epoch.prev


def _check_stored(ledger: Ledger, text: str, found: _Found) -> None:
    """Check a checkpoint kept beside the log: strictly, every line."""
    try:
        stored = checkpoint.check(text, ledger)
    except AlteredError as error:
        found.note(error)
    else:
        _check_older(ledger, stored.size, stored.root, "checkpoint-root", found)


def _check_copy(ledger: Ledger, text: str, found: _Found) -> None:
    """Check a checkpoint kept elsewhere, which counts by its size and root alone."""
    try:
        copy = checkpoint.parse(text)
    except AlteredError as error:
        found.note(error)
        return
    if copy.process != ledger.process:
        found.note(AlteredError("checkpoint-origin"))
    else:
        _check_older(ledger, copy.size, copy.root, "checkpoint-root", found)


def _check_older(ledger: Ledger, size: int, root: bytes, what: str, found: _Found) -> None:
    """Compare with a head somebody saw: a shorter log withholds, another root was rewritten."""
    if size > ledger.size:
        _cut_short(ledger, size, found)
    elif size < 0 or ledger.root_at(size) != root:
        found.note(AlteredError(what, size))


def _cut_short(ledger: Ledger, size: int, found: _Found) -> None:
    """Note that the log was longer, unless it is known already why it could not be followed."""
    if not found.longest:
        found.note(WithheldError("leaf", ledger.size))
    found.longest = max(found.longest, size)


def _check_as_member(ledger: Ledger, rows: Rows, identity: Identity, found: _Found) -> None:
    """Open all that this member should be able to open."""
    ring = key_ring(identity, ledger, rows.wraps.get)
    found.withheld += ring.withheld
    found.altered += ring.altered
    _check_past(ledger, ring, rows.wraps, found)
    for facts in ledger.entries.values():
        try:
            open_entry(ledger, ring, facts.entry, rows.bodies.get(facts.seq), rows.wraps.get)
        except ShreddedError:
            continue
        except NotInAudienceError:
            found.sealed += 1
        except (AlteredError, WithheldError) as error:
            found.note(error, facts.entry)
        else:
            found.opened += 1


def _check_past(ledger: Ledger, ring: KeyRing, wraps: Mapping[bytes, bytes], found: _Found) -> None:
    """Open every box that hands on an earlier epoch, also where she does not need it: newcomers do."""
    for circle, number in sorted(ring.epochs):
        if number > 0:
            earlier = ledger.epochs(circle)[number - 1]
            try:
                open_past(ledger, earlier, ring.epochs[circle, number], wraps.get)
            except (AlteredError, WithheldError) as error:
                found.note(error, circle)
