"""Changes of the group: the five operations of a control leaf and the rules each must keep, checked without keys."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple, assert_never

import msgspec

from answerable.sealing.circles import join_message
from answerable.sealing.derivation import HASH_LENGTH, PREFIX, digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.groups import EVERYWHERE, Epoch, Groups, Vouch
from answerable.sealing.kem import is_public_key
from answerable.sealing.leaves import HPKE, ID_LENGTH, INGEST, OWN, AudienceItem, EntryFacts, Grant
from answerable.sealing.packing import Reader, pack
from answerable.sealing.public_keys import PublicKeys, check_keys
from answerable.sealing.signatures import is_valid

TWO = 2


class UserOp(msgspec.Struct, frozen=True, array_like=True, tag="user"):
    """The author vouches for the holder of these keys; `proof` is by the new key."""

    sign_pk: bytes
    kem_pk: bytes
    circle: bytes
    proof: bytes


class EpochOp(msgspec.Struct, frozen=True, array_like=True, tag="epoch"):
    """The author begins an epoch: (user id, H(member wrap)) sorted by id; H(prev box) or empty."""

    circle: bytes
    epoch: int
    public_key: bytes
    members: tuple[tuple[bytes, bytes], ...]
    prev: bytes


class GrantOp(msgspec.Struct, frozen=True, array_like=True, tag="grant"):
    """The author lets a further circle read an entry."""

    entry: bytes
    circle: bytes
    epoch: int
    how: str
    wrap: bytes


class ShredOp(msgspec.Struct, frozen=True, array_like=True, tag="shred"):
    """The author has an entry's body and wraps destroyed."""

    entry: bytes


class RetireOp(msgspec.Struct, frozen=True, array_like=True, tag="retire"):
    """The author says that a user leaves a circle, or everything (empty)."""

    user: bytes
    circle: bytes


Op = UserOp | EpochOp | GrantOp | ShredOp | RetireOp


class ControlBody(NamedTuple):
    """The clear body of a control leaf."""

    author: bytes
    sig: bytes
    op: Op

    @property
    def packed(self) -> bytes:
        """Return the canonical bytes."""
        return pack(self)


_body = Reader(ControlBody, "control-form")


def read_body(body: bytes, seq: int) -> ControlBody:
    """Return the body, or raise AlteredError("control-form")."""
    return _body.read(body, seq)


def control_message(header: bytes, author: bytes, op: Op) -> bytes:
    """Return what the author of a control leaf signs: label, place in the log, herself, the change."""
    return PREFIX + b"control\x00" + digest(header) + author + digest(pack(op))


def require(seq: int, *rules: tuple[bool, str]) -> None:
    """Raise AlteredError with the code of the first rule that does not hold."""
    for holds, what in rules:
        if not holds:
            raise AlteredError(what, seq)


def check_signature(groups: Groups, header: bytes, body: ControlBody, seq: int) -> None:
    """Check the author's signature; of leaf 0 by the key it brings."""
    op = body.op
    sign_pk = op.sign_pk if seq == 0 and isinstance(op, UserOp) else groups.users[body.author].sign_pk
    require(seq, (is_valid(sign_pk, control_message(header, body.author, op), body.sig), "control-signature"))


def check_proof(process: bytes, op: UserOp, seq: int) -> None:
    """Check that the newcomer holds the key she is vouched for with, and means this circle of this process."""
    message = join_message(process, op.circle, op.kem_pk)
    require(seq, (is_valid(op.sign_pk, message, op.proof), "user-proof"))


def check(groups: Groups, entries: Mapping[bytes, EntryFacts], body: ControlBody, seq: int) -> None:
    """Check every rule of the operation but signatures; raises AlteredError(code)."""
    author, op = body.author, body.op
    if seq > 0:
        known = author in groups.users and not groups.is_retired(author)
        require(seq, (known, "control-author"))
    match op:
        case UserOp():
            _check_user(groups, author, op, seq)
        case EpochOp():
            _check_epoch(groups, author, op, seq)
        case GrantOp():
            _check_grant(groups, entries, author, op, seq)
        case ShredOp():
            _check_shred(groups, entries, author, op, seq)
        case RetireOp():
            _check_retire(groups, author, op, seq)
        case _:
            assert_never(op)


def _check_user(groups: Groups, author: bytes, op: UserOp, seq: int) -> None:
    keys = PublicKeys(op.sign_pk, op.kem_pk)
    check_keys(keys, seq)
    user, circle = keys.user_id, op.circle
    if seq == 0:
        require(seq, (author == user, "user-voucher"), (groups.roles.get(circle) == "contact", "user-circle"))
        return
    if circle in groups.epochs:
        may = author in groups.members(circle)
    else:
        require(seq, (circle in groups.roles, "user-circle"))
        may = not groups.roles.keys().isdisjoint(groups.circles_of(author))
    require(
        seq,
        (may, "user-voucher"),
        ((user, circle) not in groups.vouches, "user-again"),
        (not groups.is_retired(user, circle), "user-retired"),
    )


def _check_epoch(groups: Groups, author: bytes, op: EpochOp, seq: int) -> None:
    circle = op.circle
    users = [user for user, _ in op.members]
    newest = groups.newest(circle)
    require(
        seq,
        (len(circle) == ID_LENGTH, "epoch-circle"),
        (op.epoch == (newest.number + 1 if newest else 0), "epoch-number"),
        (is_public_key(op.public_key), "epoch-key"),
        (bool(users) and all(a < b for a, b in pairwise(users)), "epoch-list"),
        (all(len(wrap) == HASH_LENGTH for _, wrap in op.members), "epoch-wrap"),
        (all(user in groups.users for user in users), "epoch-unknown"),
        (not any(groups.is_retired(user, circle) for user in users), "epoch-retired"),
        (author in users, "epoch-author"),
        (circle not in groups.roles or all((user, circle) in groups.vouches for user in users), "epoch-vouch"),
    )
    if newest is None:
        may = circle in groups.roles or bool(groups.circles_of(author))
        require(seq, (may, "epoch-author"), (op.prev == b"", "epoch-prev"))
    else:
        _check_next_epoch(groups, author, op, seq)


def _check_next_epoch(groups: Groups, author: bytes, op: EpochOp, seq: int) -> None:
    before = groups.members(op.circle)
    users = {user for user, _ in op.members}
    vouches = [groups.vouches.get((user, op.circle)) for user in users - before]
    by_another = all(vouch is not None and vouch.by != author for vouch in vouches)
    require(
        seq,
        (author in before, "epoch-author"),
        (len(op.prev) in {0, HASH_LENGTH}, "epoch-prev"),
        (before <= users, "epoch-dropped"),  # nobody is left out in silence
        (len(before) < TWO or by_another, "epoch-alone"),  # nobody is let in by one alone
    )


def _check_grant(groups: Groups, entries: Mapping[bytes, EntryFacts], author: bytes, op: GrantOp, seq: int) -> None:
    facts = _target(entries, op.entry, "grant-target", seq)
    circles = groups.circles_of(author)
    place = (op.circle, op.epoch)
    require(
        seq,
        (not circles.isdisjoint(facts.circles), "grant-author"),
        (groups.current.get(op.circle) == op.epoch and op.circle not in groups.stale, "grant-epoch"),
        (op.how == (OWN if op.circle in circles else HPKE), "grant-how"),
        (len(op.wrap) == HASH_LENGTH, "grant-wrap"),
        (all((item.circle, item.epoch) != place for item in facts.items), "grant-again"),
    )


def _check_shred(groups: Groups, entries: Mapping[bytes, EntryFacts], author: bytes, op: ShredOp, seq: int) -> None:
    facts = _target(entries, op.entry, "shred-target", seq)
    may = {item.circle for item in facts.audience if facts.kind == INGEST or item.how == OWN}
    require(seq, (not may.isdisjoint(groups.circles_of(author)), "shred-author"))


def _target(entries: Mapping[bytes, EntryFacts], entry: bytes, what: str, seq: int) -> EntryFacts:
    facts = entries.get(entry)
    if facts is None or facts.shredded:
        raise AlteredError(what, seq)
    return facts


def _check_retire(groups: Groups, author: bytes, op: RetireOp, seq: int) -> None:
    user, circle = op.user, op.circle
    there = circle == EVERYWHERE or (user, circle) in groups.vouches or user in groups.members(circle)
    votes = groups.votes.get((user, circle), frozenset())
    may = author == user or any(author in _voters(groups, user, shared) for shared in _scopes(groups, user, circle))
    require(
        seq,
        (user in groups.users and there, "retire-target"),
        (not groups.is_retired(user, circle), "retire-again"),
        (may, "retire-author"),
        (author not in votes, "retire-again"),
    )


def _scopes(groups: Groups, user: bytes, circle: bytes) -> frozenset[bytes]:
    """Return the circles whose members can have the user retired: this one, or for everywhere any role circle of hers.

    An aside with her is opened by anybody without her word: it gives nobody a say over her place in the others.
    """
    return groups.circles_of(user) & {circle} if circle else groups.role_circles_of(user)


def _voters(groups: Groups, user: bytes, circle: bytes) -> frozenset[bytes]:
    """Return who may say that she leaves this circle of hers: the others in it; of two, also any role's member."""
    others = groups.members(circle) - {user}
    if len(others) == 1:
        return others | {other for other in groups.users if other != user and groups.role_circles_of(other)}
    return others


def takes_effect(groups: Groups, author: bytes, op: RetireOp) -> bool:
    """Say whether this retirement counts at once: she says it herself, or a second entitled member says the same."""
    if author == op.user:
        return True
    votes = groups.votes.get((op.user, op.circle), frozenset()) | {author}
    for circle in _scopes(groups, op.user, op.circle):
        counted = votes & _voters(groups, op.user, circle)
        if len(counted) >= TWO and not counted.isdisjoint(groups.members(circle)):
            return True
    return False


def named_wraps(op: Op) -> tuple[bytes, ...]:
    """Return the digests of the wraps and of the box that an operation names."""
    match op:
        case EpochOp():
            return (*(wrap for _, wrap in op.members), *((op.prev,) if op.prev else ()))
        case GrantOp():
            return (op.wrap,)
        case _:
            return ()


def apply(groups: Groups, entries: dict[bytes, EntryFacts], body: ControlBody, seq: int) -> None:
    """Carry out a checked operation."""
    author, op = body.author, body.op
    match op:
        case UserOp():
            keys = PublicKeys(op.sign_pk, op.kem_pk)
            groups.enter(keys, Vouch(keys.user_id, op.circle, author, seq))
        case EpochOp():
            groups.turn(Epoch(op.circle, op.epoch, seq, author, op.public_key, dict(op.members), op.prev))
        case GrantOp():
            item = AudienceItem(op.circle, op.epoch, op.how, op.wrap)
            facts = entries[op.entry]
            entries[op.entry] = facts._replace(grants=(*facts.grants, Grant(seq, item)))
        case ShredOp():
            entries[op.entry] = entries[op.entry]._replace(shredded=True)
        case RetireOp():
            if takes_effect(groups, author, op):
                groups.retire(op.user, op.circle, seq)
            else:
                place = (op.user, op.circle)
                groups.votes[place] = groups.votes.get(place, frozenset()) | {author}
        case _:
            assert_never(op)
