"""Checkpoints, marks and the sealed archive (sections 7, 8 and 11)."""

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.alarm import AlarmError, must
from tests.vectors.independent_reader.entries import Trust
from tests.vectors.independent_reader.log import BODY_LIMIT, Log
from tests.vectors.independent_reader.packing import unpack
from tests.vectors.independent_reader.people import Person

_NOTE = re.compile(
    "(answerable/p/([0-9a-f]{32})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n"
    "((?:— answerable/u/[0-9a-f]{32} [A-Za-z0-9+/]{102}==\n)+)"
)
_DAY = 86400
_YEAR_10000 = 253402300800
_NUMBER = 10**16
_BLOCK = 512


class Checkpoint(NamedTuple):
    """A note, read and not yet judged."""

    text: str
    process: bytes
    size: int
    root: bytes
    lines: list[tuple[str, bytes]]


def _base64(text: str) -> bytes:
    data = base64.b64decode(text)
    must(fits=base64.b64encode(data).decode() == text, what="checkpoint-form")
    return data


def read_checkpoint(note: str) -> Checkpoint:
    """The parts of a note, read strictly."""
    found = _NOTE.fullmatch(note)
    if found is None:
        raise AlarmError("checkpoint-form")
    text, process, size, root, lines = found.groups()
    pairs = [line.split(" ")[1:] for line in lines.splitlines()]
    signatures = [(name, _base64(signature)) for name, signature in pairs]
    names, stamps = [name for name, _ in pairs], [int.from_bytes(blob[4:12], "big") for _, blob in signatures]
    must(fits=len(names) == len(set(names)), what="checkpoint-twice")
    must(fits=all(stamp % _DAY == 0 and stamp < _YEAR_10000 for stamp in stamps), what="checkpoint-time")
    return Checkpoint(text, bytes.fromhex(process), int(size), _base64(root), signatures)


def check_checkpoint(log: Log, note: str, *, stored: bool) -> None:
    """An alarm where a note contradicts the log; of a copy from outside, size and root count."""
    checkpoint = read_checkpoint(note)
    must(fits=checkpoint.process == log.process, what="checkpoint-origin")
    beyond = checkpoint.size > log.size
    must(fits=beyond or checkpoint.root == log.tree.roots[checkpoint.size], what="checkpoint-root")
    for name, blob in checkpoint.lines if stored else []:
        _check_line(log, checkpoint.text, name, blob, beyond=beyond)


def _check_line(log: Log, text: str, name: str, blob: bytes, *, beyond: bool) -> None:
    key_id, stamp, signature = blob[:4], int.from_bytes(blob[4:12], "big"), blob[12:]
    user = bytes.fromhex(name.rpartition("/")[2])
    if beyond and user not in log.users:
        return
    must(fits=user in log.users, what="checkpoint-line")
    public = log.users[user][0]
    must(fits=key_id == p.sha256(name.encode() + b"\x0a\x04" + public)[:4], what="checkpoint-line")
    must(fits=p.signed(public, signature, f"cosignature/v1\ntime {stamp}\n{text}".encode()), what="checkpoint-line")


def open_mark(person: Person, process: bytes, box: bytes) -> Trust:
    """What she had checked already."""
    inner = p.xchacha_open(p.derive(person.seed, "mark"), box, process, "mark")
    size, root, pairs = unpack(inner, (int, bytes, [(bytes, int)]), "mark-form")
    held = [(circle, epoch) for circle, epoch in pairs]
    must(fits=size >= 0 and len(root) == 32, what="mark-form")
    return Trust(size, root, frozenset(held))


class Archive(NamedTuple):
    """The rows in an archive."""

    process: bytes
    leaves: list[tuple[int, bytes]]
    bodies: dict[int, bytes]
    wraps: dict[bytes, bytes]
    checkpoints: list[bytes]
    slots: list[bytes]
    attachments: dict[bytes, bytes]


def _member(name: str, content: bytes) -> bytes:
    head = name.encode().ljust(100, b"\x00") + b"0000600\x00" + 2 * b"0000000\x00"
    head += b"%011o\x00" % len(content) + b"00000000000\x00"
    rest = (b"0" + bytes(100) + b"ustar\x0000").ljust(_BLOCK - 156, b"\x00")
    total = sum(head) + 8 * ord(" ") + sum(rest)
    return head + b"%06o\x00 " % total + rest + content + bytes(-len(content) % _BLOCK)


def write_archive(archive: Archive) -> bytes:
    """The bytes that these rows give."""
    files = [("format", b"answerable/1/archive\n"), ("process", archive.process)]
    files += [(f"leaves/{seq}", leaf) for seq, leaf in archive.leaves]
    files += [(f"bodies/{seq}", body) for seq, body in sorted(archive.bodies.items())]
    files += [(f"wraps/{key.hex()}", wrap) for key, wrap in sorted(archive.wraps.items())]
    files += [(f"checkpoints/{number}", note) for number, note in enumerate(archive.checkpoints)]
    files += [(f"slots/{number}", slot) for number, slot in enumerate(archive.slots)]
    files += [(f"attachments/{key.hex()}", stored) for key, stored in sorted(archive.attachments.items())]
    return b"".join(_member(name, content) for name, content in files) + bytes(2 * _BLOCK)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while data[at : at + 1].strip(b"\x00"):
        name, size = data[at : at + 100].rstrip(b"\x00").decode(), int(data[at + 124 : at + 135], 8)
        limit = 2 * BODY_LIMIT if name.startswith("attachments/") else BODY_LIMIT
        must(fits=0 <= size <= limit, what="archive-form")
        at += _BLOCK
        yield name, data[at : at + size]
        at += size + -size % _BLOCK


def read_archive(data: bytes) -> Archive:
    """The rows; whatever does not give the same bytes again is refused."""
    archive = Archive(b"", [], {}, {}, [], [], {})
    try:
        for name, content in _members(data):
            folder, _, part = name.partition("/")
            if folder == "process":
                archive = archive._replace(process=content)
            elif folder == "leaves":
                archive.leaves.append((int(part), content))
            elif folder == "bodies":
                archive.bodies[int(part)] = content
            elif folder in {"wraps", "attachments"}:
                getattr(archive, folder)[bytes.fromhex(part)] = content
            elif folder in {"checkpoints", "slots"}:
                getattr(archive, folder).append(content)
        for note in archive.checkpoints:
            note.decode()
    except ValueError:
        raise AlarmError("archive-form") from None
    seqs = [seq for seq, _ in archive.leaves] + list(archive.bodies)
    sound = len(archive.process) == 16 and all(0 <= seq < _NUMBER for seq in seqs)
    sound = sound and all(len(key) == 32 for key in (*archive.wraps, *archive.attachments))
    must(fits=sound and write_archive(archive) == data, what="archive-form")
    return archive
