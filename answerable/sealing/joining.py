"""Beginning a process, inviting, vouching, and opening a circle's next epoch."""

import hmac
from collections.abc import Callable, Iterable
from typing import NamedTuple

from answerable.sealing import randomness
from answerable.sealing.circle_keys import EpochKeys, KeyRing
from answerable.sealing.circles import circle_id, join_message, member_info, prev_info, process_id
from answerable.sealing.control import EpochOp, UserOp
from answerable.sealing.derivation import HASH_LENGTH, KEY_LENGTH, PREFIX, digest
from answerable.sealing.errors import AlteredError, RefusedError
from answerable.sealing.identity import Identity
from answerable.sealing.kem import seal_to
from answerable.sealing.leaves import ID_LENGTH, NewLeaf
from answerable.sealing.log import Ledger
from answerable.sealing.packing import Reader, pack
from answerable.sealing.public_keys import PublicKeys, check_keys
from answerable.sealing.seal import seal_control
from answerable.sealing.signatures import is_valid

CODE_LENGTH = 16


class Founded(NamedTuple):
    """A new process: its id, its first two leaves, the founder's key ring, the ledger after both."""

    process: bytes
    leaves: tuple[NewLeaf, NewLeaf]
    ring: KeyRing
    ledger: Ledger


def found_process(identity: Identity, *, draw: Callable[[int], bytes] = randomness.draw) -> Founded:
    """Begin a process: the founder vouches for herself and opens the contact circle's first epoch."""
    first = draw(ID_LENGTH)
    process = process_id(identity.user_id, first)
    circle = circle_id(process, "contact")
    ledger = Ledger.start(process)
    proof = join_proof(identity, process, circle)
    user = seal_control(ledger, identity, first, UserOp(identity.sign_pk, identity.kem_pk, circle, proof))
    ledger.follow(user.header, user.body_hash, user.body)
    empty = KeyRing(identity, {})
    members = (identity.user_id,)
    epoch, keys = open_epoch(ledger, empty, circle, entry=draw(ID_LENGTH), members=members, draw=draw)
    ledger.follow(epoch.header, epoch.body_hash, epoch.body)
    return Founded(process, (user, epoch), empty.with_epoch(circle, 0, keys), ledger)


def join_proof(identity: Identity, process: bytes, circle: bytes) -> bytes:
    """Return the newcomer's signature by which the log knows that she meant this circle of this process."""
    return identity.sign(join_message(process, circle, identity.kem_pk))


def invitation_code(*, draw: Callable[[int], bytes] = randomness.draw) -> bytes:
    """Return the 16 random bytes of an invitation, sealed to the inviting circle and handed over another way."""
    return draw(CODE_LENGTH)


def invitation_mac(code: bytes, process: bytes, circle: bytes, keys: PublicKeys) -> bytes:
    """Return the tag by which a member knows that these keys came from whom she gave the code to."""
    message = PREFIX + b"invite\x00" + process + circle + keys.sign_pk + keys.kem_pk
    return hmac.digest(code, message, "sha256")


class Newcomer(NamedTuple):
    """What a newcomer leaves outside the log until someone vouches for her (14 days)."""

    sign_pk: bytes
    kem_pk: bytes
    circle: bytes
    proof: bytes
    mac: bytes

    @property
    def keys(self) -> PublicKeys:
        """Return her public keys."""
        return PublicKeys(self.sign_pk, self.kem_pk)

    @property
    def user_id(self) -> bytes:
        """Return her user id."""
        return self.keys.user_id

    def fits(self, process: bytes, code: bytes) -> bool:
        """Say, in constant time, whether she had this invitation's code."""
        return hmac.compare_digest(self.mac, invitation_mac(code, process, self.circle, self.keys))


_newcomer = Reader(Newcomer, "newcomer-form")


def newcomer(identity: Identity, *, process: bytes, circle: bytes, code: bytes) -> bytes:
    """Return the packed pending row of a newcomer who was handed this code."""
    mac = invitation_mac(code, process, circle, identity.keys)
    proof = join_proof(identity, process, circle)
    return pack(Newcomer(identity.sign_pk, identity.kem_pk, circle, proof, mac))


def read_newcomer(row: bytes, *, process: bytes) -> Newcomer:
    """Return a pending row, or raise AlteredError: not canonical, unusable keys, a proof that is not hers."""
    read = _newcomer.read(row)
    check_keys(read.keys)
    if len(read.circle) != ID_LENGTH or len(read.mac) != HASH_LENGTH:
        raise AlteredError("newcomer-form")
    if not is_valid(read.sign_pk, join_message(process, read.circle, read.kem_pk), read.proof):
        raise AlteredError("user-proof")
    return read


def vouch(ledger: Ledger, ring: KeyRing, newcomer: Newcomer, *, entry: bytes) -> NewLeaf:
    """Return the leaf by which the ring's holder vouches for a newcomer whose code she has compared (`fits`)."""
    op = UserOp(newcomer.sign_pk, newcomer.kem_pk, newcomer.circle, newcomer.proof)
    return seal_control(ledger, ring.identity, entry, op)


def open_epoch(
    ledger: Ledger,
    ring: KeyRing,
    circle: bytes,
    *,
    entry: bytes,
    members: Iterable[bytes],
    with_past: bool = True,
    draw: Callable[[int], bytes] = randomness.draw,
) -> tuple[NewLeaf, EpochKeys]:
    """Return the leaf that begins the circle's next epoch for these user ids, and its keys.

    Without `with_past`, newcomers cannot read what came before. The first epoch of a role circle is opened by its
    first member (an empty ring will do). Raises RefusedError: "epoch-..." , "no-key" (for the past).
    """
    newest = ledger.newest(circle)
    number = newest.number + 1 if newest else 0
    keys = EpochKeys.from_seed(draw(KEY_LENGTH))
    listed, wraps = [], []
    for user in sorted(set(members)):
        if user not in ledger.users:
            raise RefusedError("epoch-unknown")
        info = member_info(ledger.process, circle, number, user)
        wrap = seal_to(ledger.users[user].kem_pk, keys.seed, info)
        listed.append((user, digest(wrap)))
        wraps.append(wrap)
    prev = b""
    if newest and with_past:
        past = ring.epochs.get((circle, newest.number))
        if past is None:
            raise RefusedError("no-key")
        box = seal_to(keys.public_key, past.seed, prev_info(ledger.process, circle, number))
        prev = digest(box)
        wraps.append(box)
    op = EpochOp(circle, number, keys.public_key, tuple(listed), prev)
    return seal_control(ledger, ring.identity, entry, op, tuple(wraps)), keys
