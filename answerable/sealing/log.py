"""The ledger: what the clear part of a process's log says, followed leaf by leaf, every keyless rule checked."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import NamedTuple

from answerable.sealing import control, tree
from answerable.sealing.circles import circle_id, process_id
from answerable.sealing.derivation import HASH_LENGTH, digest
from answerable.sealing.errors import AlteredError, WithheldError
from answerable.sealing.groups import EVERYWHERE, Epoch, Groups, Vouch
from answerable.sealing.leaves import (
    AUDIENCE_LIMIT,
    BODY_LIMIT,
    CONTROL,
    ENTRY,
    HPKE,
    ID_LENGTH,
    INGEST,
    OWN,
    SUITE,
    VERSION,
    AudienceItem,
    EntryFacts,
    Header,
    decode_header,
)
from answerable.sealing.public_keys import PublicKeys

__all__ = ["EVERYWHERE", "Epoch", "Ledger", "Mark", "Vouch"]


class Mark(NamedTuple):
    """Up to `size` with `root`, every signature she could check with the epochs `held` was checked and good."""

    size: int
    root: bytes
    held: tuple[tuple[bytes, int], ...]


class Ledger:
    """One process as its clear log tells it; `checked` spares control signatures that a member has checked before.

    `follow` raises AlteredError or WithheldError and then has changed nothing (a mark that does not fit excepted).
    """

    def __init__(self, process: bytes, groups: Groups, checked: Mark | None) -> None:
        self.process = process
        self.checked = checked
        self.size = 0
        self._groups = groups
        self._frontier: list[bytes] = []
        self._roots: list[bytes] = [tree.EMPTY_ROOT]
        self._ids: set[bytes] = set()
        self._named: set[bytes] = set()
        self._entries: dict[bytes, EntryFacts] = {}

    @classmethod
    def start(cls, process: bytes, *, checked: Mark | None = None) -> "Ledger":
        """Return the ledger of an empty log."""
        return cls(process, Groups(process), checked)

    def copy(self) -> "Ledger":
        """Return an independent copy, to try leaves of one's own (10,000 entries: about half a millisecond)."""
        other = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict | set | list | Groups):
                setattr(other, name, value.copy())
        return other

    # -- following ------------------------------------------------------------------------------------------------

    def follow(self, header: bytes, body_hash: bytes, body: bytes | None = None) -> Header:
        """Check the next leaf and take it in; a control leaf needs its body, an entry's may stay away."""
        parsed, op = self._check(header, body_hash, body)
        seq = self.size
        if op is not None:
            control.apply(self._groups, self._entries, op, seq)
        else:
            entry = parsed.entry
            self._entries[entry] = EntryFacts(seq, entry, parsed.kind, header, body_hash, parsed.audience, parsed.kc)
        self._ids.add(parsed.entry)
        self._named.update(_named(parsed, op))
        tree.grow(self._frontier, seq, tree.leaf_hash(header + body_hash))
        self._roots.append(tree.root_of(self._frontier))
        self.size = seq + 1
        if self.checked is not None and self.size == self.checked.size and self.root != self.checked.root:
            raise AlteredError("mark-root", seq)
        return parsed

    def follow_all(self, leaves: Iterable[tuple[bytes, bytes, bytes | None]]) -> None:
        """Follow (header, body hash, body or None) in order."""
        for header, body_hash, body in leaves:
            self.follow(header, body_hash, body)

    def examine(self, header: bytes, body_hash: bytes, body: bytes | None = None) -> Header:
        """Check the next leaf as `follow` does, without taking it in."""
        return self._check(header, body_hash, body)[0]

    def _check(self, header: bytes, body_hash: bytes, body: bytes | None) -> tuple[Header, control.ControlBody | None]:
        seq = self.size
        parsed = decode_header(header, seq)
        self._check_place(parsed)
        kind = parsed.kind
        if kind == ENTRY:
            self._check_entry(parsed.audience, parsed.kc, seq)
        elif kind == INGEST:
            self._check_ingest(parsed.audience, parsed.kc, seq)
        elif kind != CONTROL:
            raise AlteredError("kind", seq)
        elif parsed.audience or parsed.kc:
            raise AlteredError("control-audience", seq)
        if len(body_hash) != HASH_LENGTH:
            raise AlteredError("body-hash", seq)
        if body is not None:
            check_body(body, body_hash, seq)
        read = self._check_control(header, parsed, body) if kind == CONTROL else None
        if not self._named.isdisjoint(_named(parsed, read)):
            # The wrap of a leaf that somebody destroys must not be what another leaf rests on.
            raise AlteredError("wrap-again", seq)
        return parsed, read

    def _check_place(self, parsed: Header) -> None:
        seq = self.size
        if parsed.v != VERSION:
            raise AlteredError("version", seq)
        if parsed.suite != SUITE:
            raise AlteredError("suite", seq)
        if parsed.seq != seq:
            raise AlteredError("seq", seq)
        if parsed.process != self.process:
            raise AlteredError("process", seq)
        if parsed.root != self._roots[-1]:
            raise AlteredError("root", seq)
        if len(parsed.entry) != ID_LENGTH:
            raise AlteredError("entry-id", seq)
        if parsed.entry in self._ids:
            raise AlteredError("entry-id-used", seq)

    def _check_entry(self, audience: Sequence[AudienceItem], kc: bytes, seq: int) -> None:
        self._check_audience(audience, kc, seq)
        own = False
        for circle, _, how, _ in audience:
            if circle in self._groups.stale:
                raise AlteredError("audience-stale", seq)
            if how == OWN:
                own = True
            elif how != HPKE:
                raise AlteredError("audience-how", seq)
        if not own:
            raise AlteredError("audience-own", seq)

    def _check_ingest(self, audience: Sequence[AudienceItem], kc: bytes, seq: int) -> None:
        self._check_audience(audience, kc, seq)
        if any(item.how != HPKE for item in audience):
            raise AlteredError("audience-how", seq)

    def _check_audience(self, audience: Sequence[AudienceItem], kc: bytes, seq: int) -> None:
        if not 1 <= len(audience) <= AUDIENCE_LIMIT:
            raise AlteredError("audience-count", seq)
        current, last = self._groups.current, b""
        for circle, epoch, _, wrap in audience:
            if circle <= last:
                raise AlteredError("audience-order", seq)
            last = circle
            if current.get(circle) != epoch:
                raise AlteredError("audience-epoch", seq)
            if len(wrap) != HASH_LENGTH:
                raise AlteredError("audience-wrap", seq)
        if len(kc) != HASH_LENGTH:
            raise AlteredError("kc", seq)

    def _check_control(self, header: bytes, parsed: Header, body: bytes | None) -> control.ControlBody:
        seq = self.size
        if body is None:
            raise WithheldError("body", seq)
        read = control.read_body(body, seq)
        op = read.op
        if seq == 0:
            self._check_founding(parsed, read)
        control.check(self._groups, self._entries, read, seq)
        if self.checked is None or seq >= self.checked.size:
            control.check_signature(self._groups, header, read, seq)
            if isinstance(op, control.UserOp):
                control.check_proof(self.process, op, seq)
        return read

    def _check_founding(self, parsed: Header, read: control.ControlBody) -> None:
        founded = process_id(read.author, parsed.entry)
        control.require(0, (isinstance(read.op, control.UserOp), "founding"), (founded == self.process, "founding"))

    # -- what it says ---------------------------------------------------------------------------------------------

    @property
    def root(self) -> bytes:
        """Return the RFC 6962 root of all leaves followed."""
        return self._roots[-1]

    @property
    def frontier(self) -> tuple[bytes, ...]:
        """Return the roots of the full subtrees, largest first."""
        return tuple(self._frontier)

    def root_at(self, size: int) -> bytes:
        """Return the root the log had at an earlier size (0 .. size)."""
        return self._roots[size]

    @property
    def entries(self) -> Mapping[bytes, EntryFacts]:
        """Return the entry and ingest leaves by entry id, in the order of the log."""
        return self._entries

    def has(self, entry: bytes) -> bool:
        """Say whether any leaf, control too, has this entry id."""
        return entry in self._ids

    @property
    def users(self) -> Mapping[bytes, PublicKeys]:
        """Return everyone ever vouched for, by user id."""
        return self._groups.users

    @property
    def roles(self) -> Mapping[bytes, str]:
        """Return the 27 role circle ids with their roles; a circle not here is an aside."""
        return self._groups.roles

    def circle(self, role: str) -> bytes:
        """Return the circle id of a role."""
        return circle_id(self.process, role)

    @property
    def retired(self) -> Mapping[tuple[bytes, bytes], int]:
        """Return (user, circle or EVERYWHERE) -> seq of the leaf that retired her."""
        return self._groups.retired

    @property
    def circles(self) -> tuple[bytes, ...]:
        """Return the circles that have an epoch, in the order of the log."""
        return tuple(self._groups.epochs)

    def epochs(self, circle: bytes) -> tuple[Epoch, ...]:
        """Return the epochs of a circle, oldest first."""
        return self._groups.epochs.get(circle, ())

    def newest(self, circle: bytes) -> Epoch | None:
        """Return the newest epoch of a circle, None where it has none."""
        return self._groups.newest(circle)

    def is_stale(self, circle: bytes) -> bool:
        """Say whether the newest epoch still lists someone retired: open a new one before writing."""
        return circle in self._groups.stale

    def is_retired(self, user: bytes, circle: bytes = EVERYWHERE, before_seq: int | None = None) -> bool:
        """Say whether the user had left this circle, or everything, before that seq."""
        return self._groups.is_retired(user, circle, before_seq)

    def members(self, circle: bytes, before_seq: int | None = None) -> frozenset[bytes]:
        """Return the members of a circle now, or before that seq."""
        return self._groups.members(circle, before_seq)

    def circles_of(self, user: bytes, before_seq: int | None = None) -> frozenset[bytes]:
        """Return the circles of which the user is a member now, or was before that seq."""
        return self._groups.circles_of(user, before_seq)

    def waiting(self, circle: bytes) -> tuple[Vouch, ...]:
        """Return who was vouched for and is not yet in an epoch, and by whom."""
        return self._groups.waiting(circle)

    def vouched_by(self, user: bytes, circle: bytes) -> bytes | None:
        """Return who vouched for the user in this circle, None where nobody did."""
        vouch = self._groups.vouches.get((user, circle))
        return vouch.by if vouch else None

    def retire_votes(self, user: bytes, circle: bytes = EVERYWHERE) -> frozenset[bytes]:
        """Return who has said that the user leaves, while it does not yet count."""
        return self._groups.votes.get((user, circle), frozenset())


def _named(parsed: Header, read: control.ControlBody | None) -> tuple[bytes, ...]:
    """Return the digests of all wraps and boxes that a leaf names."""
    return tuple(item.wrap for item in parsed.audience) if read is None else control.named_wraps(read.op)


def check_body(body: bytes, body_hash: bytes, seq: int) -> None:
    """Check a stored body against its leaf."""
    if len(body) > BODY_LIMIT:
        raise AlteredError("body-size", seq)
    if digest(body) != body_hash:
        raise AlteredError("body-hash", seq)
