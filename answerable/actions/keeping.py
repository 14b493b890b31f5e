"""What keeps a record beyond this machine: the sealed archive, verify, backup and restore; none needs a key."""

from collections.abc import Mapping
from hmac import compare_digest
from pathlib import Path
from typing import Any

import msgspec
from django.db import connection, transaction

from answerable.actions import files, host_keys
from answerable.sealing import host_boxes, spoken
from answerable.sealing.archive import SealedArchive
from answerable.sealing.errors import SealingError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger
from answerable.sealing.passphrases import open_slot
from answerable.sealing.verify import Head, LeafRow, Result, Rows, verify_log
from answerable.store import attachments, dump, log, people

FORMAT = "answerable-backup/1"
Tables = list[tuple[str, list[str], list[list[Any]]]]


class Backup(msgspec.Struct, frozen=True):
    """A whole installation, without its pepper.

    `pepper_check` tells whether a pepper is the one it was made under, `seal` (keyed with it) whether a byte changed.
    """

    form: str
    pepper_check: bytes
    seal: bytes
    tables: msgspec.Raw


class BadBackupError(Exception):
    """The file is no backup of ours, or damaged."""


class OtherPepperError(Exception):
    """The pepper here is not the one the backup was made under: nobody could sign in."""


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


def write_backup(path: Path) -> int:
    """Write all rows of this installation into a new file (0600); return how many."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        tables = list(dump.all_rows())
    raw = msgspec.msgpack.encode(tables)
    backup = Backup(FORMAT, _pepper_check(), _seal(raw), msgspec.Raw(raw))
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(msgspec.msgpack.encode(backup))
    return sum(len(rows) for _name, _columns, rows in tables)


def restore_backup(path: Path) -> int:
    """Lay a backup into an empty installation; return how many rows.

    Raises BadBackupError, OtherPepperError, store.dump.NotEmptyError, store.dump.UnknownTableError.
    """
    try:
        backup = msgspec.msgpack.decode(path.read_bytes(), type=Backup)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise BadBackupError from None
    if backup.form != FORMAT:
        raise BadBackupError
    if backup.pepper_check != _pepper_check():
        raise OtherPepperError
    if not compare_digest(backup.seal, _seal(bytes(backup.tables))):
        raise BadBackupError
    return dump.lay_in(msgspec.msgpack.decode(backup.tables, type=Tables))


def _seal(raw: bytes) -> bytes:
    return host_boxes.tag(host_keys.pepper(), "backup-rows", raw)


def _pepper_check() -> bytes:
    return host_boxes.tag(host_keys.pepper(), "backup", b"check")
