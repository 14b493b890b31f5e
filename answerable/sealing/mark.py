"""A member's own note of how far she has checked signatures, sealed so that nobody else can write one."""

from collections.abc import Callable

from answerable.sealing import randomness
from answerable.sealing.boxes import open_box, seal_box
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.derivation import HASH_LENGTH
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger, Mark
from answerable.sealing.packing import Reader, pack

LABEL = "mark"


_mark = Reader(Mark, "mark-form")


def seal_mark(ring: KeyRing, ledger: Ledger, *, draw: Callable[[int], bytes] = randomness.draw) -> bytes:
    """Return the sealed mark; only after every entry this ring opens was opened without an alarm."""
    mark = Mark(ledger.size, ledger.root, tuple(sorted(ring.epochs)))
    return seal_box(ring.identity.own_key(LABEL), pack(mark), ledger.process, draw=draw)


def open_mark(identity: Identity, process: bytes, box: bytes) -> Mark:
    """Return her mark, or raise AlteredError("mark" | "mark-form")."""
    mark = _mark.read(open_box(identity.own_key(LABEL), box, process, "mark"))
    if mark.size < 0 or len(mark.root) != HASH_LENGTH:
        raise AlteredError("mark-form")
    return mark
