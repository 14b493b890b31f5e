"""The sealed archive: one tar of all that is stored of a process, made without keys, one form for the same rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Final

from answerable.sealing.attachments import STORED_LIMIT
from answerable.sealing.derivation import HASH_LENGTH
from answerable.sealing.errors import AlteredError
from answerable.sealing.leaves import BODY_LIMIT, ID_LENGTH
from answerable.sealing.verify import LeafRow, Rows

FORMAT: Final = b"answerable/1/archive\n"
BLOCK: Final = 512
_PIECE: Final = 1024 * 1024
_NAME = re.compile(rb"[a-z]+(?:/[0-9a-f]+)?")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}")
_HEX_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class SealedArchive:
    """A process's rows, the recovery-code slots of those who agreed, the attachments by the hash they are stored under.

    The server's own head row stays behind. `attachments` is asked for one after another: it may read each when asked.
    """

    process: bytes
    rows: Rows
    slots: tuple[bytes, ...] = ()
    attachments: Mapping[bytes, bytes] = field(default_factory=dict)


def write(stream: BinaryIO, archive: SealedArchive) -> None:
    """Write the archive to the stream; nothing in it tells when, where or by whom it was made."""
    stream.writelines(pieces(archive))


def pieces(archive: SealedArchive) -> Iterator[bytes]:
    """Yield the bytes of the archive, an attachment at a time: who sends them on never holds all of them."""
    for name, data in _members(archive):
        yield _tar_header(name.encode("ascii"), len(data))
        yield data
        yield bytes(-len(data) % BLOCK)
    yield bytes(2 * BLOCK)


def read(stream: BinaryIO) -> SealedArchive:
    """Return what was written, or raise AlteredError("archive-form") for any other bytes than `write` gives.

    Whether it is complete and unaltered as a log is for verify.verify_log to say. Attachments stay in the stream, which
    can be sought in and stays open: each is read when it is asked for, so that no more than one is in memory.
    """
    files: list[tuple[str, bytes]] = []
    attachments: dict[bytes, tuple[int, int]] = {}
    names = []
    for name, place, size in _files(stream):
        names.append(name)
        if name.startswith("attachments/"):
            attachments[_digest_in(name)] = (place, size)
        else:
            files.append((name, _content(stream, place, size)))
    archive = replace(_archive(files), attachments=_InStream(stream, attachments))
    if list(_names(archive)) != names:
        raise AlteredError("archive-form")
    return archive


class _InStream(Mapping[bytes, bytes]):
    """Attachments where they lie in an archive, each read when it is asked for."""

    def __init__(self, stream: BinaryIO, places: Mapping[bytes, tuple[int, int]]) -> None:
        self._stream = stream
        self._places = places

    def __getitem__(self, key: bytes) -> bytes:
        """Return what is stored of an attachment."""
        return _content(self._stream, *self._places[key])

    def __iter__(self) -> Iterator[bytes]:
        """Yield the hashes."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)


def _members(archive: SealedArchive) -> Iterator[tuple[str, bytes]]:
    """Yield every file in its order; a seq or count in decimal, a hash in hexadecimal."""
    yield from _rows(archive)
    for key in sorted(archive.attachments):
        yield f"attachments/{key.hex()}", archive.attachments[key]


def _names(archive: SealedArchive) -> Iterator[str]:
    """Yield the name of every file in its order; no attachment is read for it."""
    yield from (name for name, _data in _rows(archive))
    yield from (f"attachments/{key.hex()}" for key in sorted(archive.attachments))


def _rows(archive: SealedArchive) -> Iterator[tuple[str, bytes]]:
    """Yield every file but the attachments."""
    rows = archive.rows
    yield "format", FORMAT
    yield "process", archive.process
    for seq, header, body_hash in rows.leaves:
        yield f"leaves/{seq}", header + body_hash
    for seq, body in sorted(rows.bodies.items()):
        yield f"bodies/{seq}", body
    for key, wrap in sorted(rows.wraps.items()):
        yield f"wraps/{key.hex()}", wrap
    for count, text in enumerate(rows.checkpoints):
        yield f"checkpoints/{count}", text.encode()
    for count, slot in enumerate(archive.slots):
        yield f"slots/{count}", slot


def _archive(files: list[tuple[str, bytes]]) -> SealedArchive:
    """Sort the files into rows; a name that has no place is refused."""
    form, process = (dict(files[:2]).get(name, b"") for name in ("format", "process"))
    if form != FORMAT or len(process) != ID_LENGTH:
        raise AlteredError("archive-form")
    leaves: list[LeafRow] = []
    bodies: dict[int, bytes] = {}
    wraps: dict[bytes, bytes] = {}
    checkpoints: list[str] = []
    slots: list[bytes] = []
    for name, data in files[2:]:
        kind, _, place = name.partition("/")
        if not (_HEX_HASH if kind == "wraps" else _NUMBER).fullmatch(place):
            raise AlteredError("archive-form")
        match kind:
            case "leaves":
                leaves.append(LeafRow(int(place), data[:-HASH_LENGTH], data[-HASH_LENGTH:]))
            case "bodies":
                bodies[int(place)] = data
            case "wraps":
                wraps[bytes.fromhex(place)] = data
            case "checkpoints":
                checkpoints.append(_text(data))
            case "slots":
                slots.append(data)
            case _:
                raise AlteredError("archive-form")
    return SealedArchive(process, Rows(leaves, bodies, wraps, checkpoints), tuple(slots))


def _digest_in(name: str) -> bytes:
    place = name.removeprefix("attachments/")
    if not _HEX_HASH.fullmatch(place):
        raise AlteredError("archive-form")
    return bytes.fromhex(place)


def _content(stream: BinaryIO, place: int, size: int) -> bytes:
    stream.seek(place)
    return stream.read(size)


def _files(stream: BinaryIO) -> Iterator[tuple[str, int, int]]:
    """Yield name, place and size of each file up to the two empty blocks that end a tar; nothing may come after them.

    All bytes are gone through, a piece at a time; who asks for a file's content may seek away and need not come back.
    """
    while (block := stream.read(BLOCK)) != bytes(BLOCK):
        name = block[:100].rstrip(b"\0")
        digits = block[124:135]
        if not _NAME.fullmatch(name) or not digits.isdigit() or not set(digits) <= set(b"01234567"):
            raise AlteredError("archive-form")
        size = int(digits, 8)
        limit = STORED_LIMIT if name.startswith(b"attachments/") else BODY_LIMIT
        if size > limit or block != _tar_header(name, size):
            raise AlteredError("archive-form")
        place, end = stream.tell(), -size % BLOCK
        _pass_over(stream, size)
        if stream.read(end) != bytes(end):
            raise AlteredError("archive-form")
        yield name.decode("ascii"), place, size
        stream.seek(place + size + end)
    if stream.read(BLOCK + 1) != bytes(BLOCK):
        raise AlteredError("archive-form")


def _pass_over(stream: BinaryIO, size: int) -> None:
    """Read so many bytes and keep none of them."""
    while size:
        piece = stream.read(min(size, _PIECE))
        if not piece:
            raise AlteredError("archive-form")
        size -= len(piece)


def _tar_header(name: bytes, size: int) -> bytes:
    """Return the POSIX ustar header of a plain file: mode 0600, owner 0, time 0, no names."""
    fields = (
        name.ljust(100, b"\0")
        + b"0000600\x000000000\x000000000\x00"
        + b"%011o\x0000000000000\x00        0" % size
        + bytes(100)
        + b"ustar\x0000"
    ).ljust(BLOCK, b"\0")
    return fields[:148] + b"%06o\x00 " % sum(fields) + fields[156:]


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise AlteredError("archive-form") from None
