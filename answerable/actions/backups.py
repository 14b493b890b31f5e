"""Backups: all rows of an installation in one file, sealed as they are, a batch at a time; and back."""

import os
from collections.abc import Iterator
from hmac import compare_digest
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from answerable.actions import host_keys
from answerable.sealing import host_boxes
from answerable.store import dump

FORMAT: Final = b"answerable-backup/2\n"
_HASH: Final = 32
_HEAD: Final = len(FORMAT) + _HASH
_LENGTH: Final = 4
_PIECE: Final = 1024 * 1024


class BadBackupError(Exception):
    """The file is no backup of ours, or damaged."""


class OtherPepperError(Exception):
    """The pepper here is not the one the backup was made under: nobody could sign in."""


def write_backup(path: Path) -> int:
    """Write all rows of this installation into a new file (0600); return how many.

    The file: its format; whether a pepper is the one it was made under; each batch of rows behind its length; and a
    seal keyed with the pepper, which tells at `restore` whether a byte changed. What could not be written whole is
    taken away again.
    """
    with path.open("xb") as file:
        path.chmod(0o600)
        try:
            count = _write_rows(file)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise
    return count


def _write_rows(file: BinaryIO) -> int:
    seal = host_boxes.growing_tag(host_keys.pepper(), "backup-rows")
    count = 0
    with dump.one_moment():
        for piece, rows in _pieces():
            file.write(piece)
            seal.update(piece)
            count += rows
    file.write(seal.digest())
    return count


def _pieces() -> Iterator[tuple[bytes, int]]:
    """Yield the bytes of a backup in their order, each with how many rows it holds."""
    yield FORMAT + _pepper_check(), 0
    for batch in dump.all_rows():
        plain = msgspec.msgpack.encode(batch)
        yield len(plain).to_bytes(_LENGTH, "big") + plain, len(batch[2])


def restore_backup(path: Path) -> int:
    """Lay a backup into an empty installation; return how many rows.

    Raises BadBackupError, OtherPepperError, store.dump.NotEmptyError, store.dump.UnknownTableError.
    """
    with path.open("rb") as file:
        end = os.fstat(file.fileno()).st_size - _HASH
        _check(file, end)
        return dump.lay_in(_batches(file, end))


def _check(file: BinaryIO, end: int) -> None:
    """Go through the whole file before a row is laid in; leave it at its first batch."""
    head = file.read(_HEAD)
    if not head.startswith(FORMAT) or end < _HEAD:
        raise BadBackupError
    if head[len(FORMAT) :] != _pepper_check():
        raise OtherPepperError
    seal = host_boxes.growing_tag(host_keys.pepper(), "backup-rows")
    seal.update(head)
    while piece := file.read(min(_PIECE, end - file.tell())):
        seal.update(piece)
    if not compare_digest(file.read(), seal.digest()):
        raise BadBackupError
    file.seek(_HEAD)


def _batches(file: BinaryIO, end: int) -> Iterator[dump.Batch]:
    while file.tell() < end:
        plain = file.read(int.from_bytes(file.read(_LENGTH), "big"))
        yield msgspec.msgpack.decode(plain, type=dump.Batch)


def _pepper_check() -> bytes:
    return host_boxes.tag(host_keys.pepper(), "backup", b"check")
