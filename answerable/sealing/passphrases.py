"""Key slots: a user's seed under her passphrase or recovery code; one Argon2id run gives verifier and key."""

import hmac
import threading
import unicodedata
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from nacl.pwhash.argon2id import kdf

from answerable.sealing import randomness
from answerable.sealing.boxes import open_box, seal_box
from answerable.sealing.derivation import HASH_LENGTH, KEY_LENGTH, derive, digest, extract
from answerable.sealing.errors import AlteredError, RefusedError, WrongSecretError
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import ID_LENGTH
from answerable.sealing.packing import Reader, pack
from answerable.sealing.spoken import (
    dice_passphrase,
    head_words_key,
    normalise_code,
    recovery_code,
    safety_words,
    short_root,
    shown_code,
)

__all__ = [
    "DEFAULT",
    "FLOOR",
    "KINDS",
    "Costs",
    "SlotHead",
    "costs_of",
    "dice_passphrase",
    "head_words_key",
    "kind_of",
    "normalise_code",
    "open_slot",
    "recovery_code",
    "safety_words",
    "seal_slot",
    "short_root",
    "shown_code",
    "spend",
    "user_of",
]

MIB = 1024 * 1024
ALGORITHM: Final = "argon2id13"
KINDS: Final = ("pass", "code")
MOST_PASSES = 10
SALT_LENGTH = 16

_RUNS = threading.BoundedSemaphore(2)
"""At most two runs at once: each takes its memory, and a flood of sign-ins must not take the host's."""


class Costs(NamedTuple):
    """How dear one guess is: passes over the memory, and the memory in bytes."""

    t: int
    m_bytes: int

    @property
    def allowed(self) -> bool:
        """Say whether a reader takes these: 64 MiB to 1 GiB in whole KiB, 1 to 10 passes."""
        return 1 <= self.t <= MOST_PASSES and 64 * MIB <= self.m_bytes <= 1024 * MIB and self.m_bytes % 1024 == 0


DEFAULT: Final = Costs(3, 256 * MIB)
FLOOR: Final = Costs(1, 64 * MIB)


class SlotHead(NamedTuple):
    """The clear head of a slot, bound into its box."""

    algorithm: str
    t: int
    m_bytes: int
    salt: bytes
    user: bytes
    kind: str


class _Row(NamedTuple):
    head: bytes
    verifier: bytes
    box: bytes


_head = Reader(SlotHead, "slot-form")
_row = Reader(_Row, "slot-form")


def seal_slot(
    seed: bytes,
    secret: str,
    *,
    kind: Literal["pass", "code"],
    user_id: bytes,
    pepper: bytes,
    costs: Costs = DEFAULT,
    draw: Callable[[int], bytes] = randomness.draw,
) -> bytes:
    """Return the slot row in which this secret keeps the user's seed; takes one Argon2id run.

    Raises RefusedError: "slot-costs" (no reader takes them), "slot-user" (not this seed's);
    WrongSecretError for what cannot be a code.
    """
    if not costs.allowed:
        raise RefusedError("slot-costs")
    if Identity.from_seed(seed).user_id != user_id:
        raise RefusedError("slot-user")
    head = SlotHead(ALGORITHM, costs.t, costs.m_bytes, draw(SALT_LENGTH), user_id, kind)
    root = _root(head, secret, pepper)
    packed = pack(head)
    box = seal_box(derive(root, "kek"), seed, packed, draw=draw)
    return pack(_Row(packed, digest(derive(root, "auth")), box))


def open_slot(row: bytes, secret: str, *, pepper: bytes) -> bytes:
    """Return the seed; takes one Argon2id run.

    Raises WrongSecretError when the verifier differs, AlteredError for a row that cannot have been written.
    """
    packed, verifier, box = _row.read(row)
    head = _read_head(packed)
    if len(verifier) != HASH_LENGTH:
        raise AlteredError("slot-form")
    root = _root(head, secret, pepper)
    if not hmac.compare_digest(verifier, digest(derive(root, "auth"))):  # constant time: no byte can be guessed at
        raise WrongSecretError
    seed = open_box(derive(root, "kek"), box, packed, "slot-box")
    if len(seed) != KEY_LENGTH or Identity.from_seed(seed).user_id != head.user:
        raise AlteredError("slot-user")
    return seed


def costs_of(row: bytes) -> Costs:
    """Return the costs of a slot, so that the caller can raise them at the next sign-in."""
    head = _read_head(_row.read(row).head)
    return Costs(head.t, head.m_bytes)


def kind_of(row: bytes) -> str:
    """Return "pass" or "code"."""
    return _read_head(_row.read(row).head).kind


def user_of(row: bytes) -> bytes:
    """Return the user id of a slot."""
    return _read_head(_row.read(row).head).user


def spend(costs: Costs, secret: str, *, pepper: bytes) -> None:
    """Do the same work as opening a slot, for a name nobody has: the time must not tell."""
    head = SlotHead(ALGORITHM, costs.t, costs.m_bytes, bytes(SALT_LENGTH), bytes(ID_LENGTH), "pass")
    hmac.compare_digest(bytes(HASH_LENGTH), digest(derive(_root(head, secret, pepper), "auth")))


def _read_head(packed: bytes) -> SlotHead:
    head = _head.read(packed)
    if head.algorithm != ALGORITHM or head.kind not in KINDS:
        raise AlteredError("slot-form")
    if len(head.salt) != SALT_LENGTH or len(head.user) != ID_LENGTH:
        raise AlteredError("slot-form")
    if not Costs(head.t, head.m_bytes).allowed:
        raise AlteredError("slot-costs")
    return head


def _root(head: SlotHead, secret: str, pepper: bytes) -> bytes:
    """Return the slot's root; the pepper is mixed in, so that passphrases cannot be guessed from a stolen database."""
    text = normalise_code(secret) if head.kind == "code" else unicodedata.normalize("NFC", secret)
    with _RUNS:
        root = kdf(KEY_LENGTH, text.encode(), head.salt, head.t, head.m_bytes)
    return extract(pepper, root) if head.kind == "pass" else root
