"""What shows a record beyond this machine: the sealed archive, and verify; neither needs a key."""

from collections.abc import Mapping

from answerable.actions import files
from answerable.sealing import spoken
from answerable.sealing.archive import SealedArchive
from answerable.sealing.errors import SealingError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger
from answerable.sealing.passphrases import open_slot
from answerable.sealing.verify import Head, LeafRow, Result, Rows, verify_log
from answerable.store import attachments, log, people


def stored_rows(process: bytes) -> Rows:
    """Return all rows of a process as they lie in the store. Raises store.log.NoSuchProcessError."""
    found = log.read_log(process)
    frontier = tuple(found.head.frontier[at : at + 32] for at in range(0, len(found.head.frontier), 32))
    return Rows(
        leaves=[LeafRow(*row) for row in found.leaves],
        bodies=found.bodies,
        wraps=found.wraps,
        checkpoints=[note.decode("utf-8", "replace") for note in log.read_checkpoints(process)],
        head=Head(found.head.size, found.head.root, frontier),
    )


def sealed_archive(process: bytes) -> SealedArchive:
    """Return the sealed archive of a process, with the recovery-code slots of members who agreed to that."""
    slots = people.slots_for_archive(log.seats(process))
    return SealedArchive(process, stored_rows(process), tuple(slots), attachments.Stored(process))


def identity_of_code(slots: tuple[bytes, ...], code: str) -> Identity | None:
    """Return whose recovery code this is among an archive's slots."""
    for slot in slots:
        try:
            return Identity.from_seed(open_slot(slot, spoken.normalise_code(code), pepper=b""))
        except SealingError:
            continue
    return None


def check(
    process: bytes,
    rows: Rows,
    *,
    stored: Mapping[bytes, bytes] | None = None,
    identity: Identity | None = None,
    copies: tuple[str, ...] = (),
    size: int | None = None,
    root: str = "",
) -> Result:
    """Verify rows, also against a checkpoint from outside or the (size, root) printed in an update.

    `stored` are the files that lie beside them, None where they are not judged.
    """
    older = []
    if size is not None:
        older.append((size, full_root(process, rows, size, root)))
    result = verify_log(process, rows, identity=identity, older=older, copies=copies)
    return result if stored is None else files.check(result, process, rows, stored, identity=identity)


def full_root(process: bytes, rows: Rows, size: int, text: str) -> bytes:
    """Return the root that a printed text means: 64 hexadecimal characters, or the short root of eight groups.

    A short root is compared with the log's own at that size: where it fits, that root is meant, else none (32 zeros).
    """
    plain = "".join(text.split()).replace("-", "").lower()
    try:
        root = bytes.fromhex(plain)
    except ValueError:
        root = b""
    if len(root) == 32:  # noqa: PLR2004  # a SHA-256
        return root
    own = _own_root(process, rows, size)
    fits = own is not None and spoken.short_root(own).replace(" ", "").replace("-", "").lower() == plain
    return own if own is not None and fits else bytes(32)


def _own_root(process: bytes, rows: Rows, size: int) -> bytes | None:
    ledger = Ledger.start(process)
    try:
        for seq, header, body_hash in rows.leaves[:size]:
            ledger.follow(header, body_hash, rows.bodies.get(seq))
    except SealingError:
        return None
    return ledger.root if ledger.size == size else None
