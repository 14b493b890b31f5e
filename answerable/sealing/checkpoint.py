"""Checkpoints in C2SP tlog-checkpoint form, cosigned (cosignature/v1) by members, to be kept outside the server."""

import base64
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger
from answerable.sealing.public_keys import PublicKeys
from answerable.sealing.signatures import is_valid

TYPE = b"\x04"
KEY_ID_LENGTH = 4
TIME_LENGTH = 8
DAY = 86400
_EPOCH = date(1970, 1, 1)
_NOTE = re.compile(r"answerable/p/([0-9a-f]{32})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n")
_LINE = re.compile(r"\u2014 answerable/u/([0-9a-f]{32}) ([A-Za-z0-9+/]{102}==)")


class Cosignature(NamedTuple):
    """One line: who had seen this head, on which day, and what she signed."""

    user: bytes
    on: date
    key_id: bytes
    sig: bytes


class Checkpoint(NamedTuple):
    """A head as somebody kept it; `note` is the text above the lines."""

    process: bytes
    size: int
    root: bytes
    note: str
    lines: tuple[Cosignature, ...]


def note(process: bytes, size: int, root: bytes) -> str:
    """Return the note text: origin, size, root, each on a line of its own."""
    return f"answerable/p/{process.hex()}\n{size}\n{_base64(root)}\n"


def cosign(identity: Identity, process: bytes, size: int, root: bytes, on: date) -> str:
    """Return the identity's line for this head; the moment signed is 00:00 UTC of the day, no finer."""
    seconds = (on - _EPOCH).days * DAY
    sig = identity.sign(_message(note(process, size, root), seconds))
    signed = key_id(_name(identity.user_id), identity.sign_pk) + seconds.to_bytes(TIME_LENGTH, "big") + sig
    return f"\u2014 {_name(identity.user_id)} {_base64(signed)}"


def assemble(text: str, lines: Iterable[str]) -> str:
    """Return the signed note: text, an empty line, the lines."""
    return text + "\n" + "".join(f"{line}\n" for line in lines)


def parse(text: str) -> Checkpoint:
    """Return a checkpoint in its one accepted form, or raise AlteredError; signatures are not looked at."""
    above, gap, below = text.partition("\n\n")
    found = _NOTE.fullmatch(above + "\n")
    if not found or not gap or not below.endswith("\n"):
        raise AlteredError("checkpoint-form")
    process, size, root = found.groups()
    lines = tuple(_parse_line(line) for line in below[:-1].split("\n"))
    if len({line.user for line in lines}) != len(lines):
        raise AlteredError("checkpoint-twice")
    return Checkpoint(bytes.fromhex(process), int(size), _decoded(root), above + "\n", lines)


def check(text: str, ledger: Ledger) -> Checkpoint:
    """Return a stored checkpoint of this log; every line must be a known user's and verify (stricter than C2SP).

    Raises AlteredError; "checkpoint-root" when the log had another root at that size. A size beyond the log's is
    returned as it is, with lines of users who may have come later: the caller says "withheld".
    """
    read = parse(text)
    if read.process != ledger.process:
        raise AlteredError("checkpoint-origin")
    for line in read.lines:
        may_come = read.size > ledger.size and line.user not in ledger.users
        if not may_come and not is_signed(read, line, ledger.users):
            raise AlteredError("checkpoint-line")
    if read.size <= ledger.size and ledger.root_at(read.size) != read.root:
        raise AlteredError("checkpoint-root")
    return read


def is_signed(checkpoint: Checkpoint, line: Cosignature, users: Mapping[bytes, PublicKeys]) -> bool:
    """Say whether a line is that user's: of a copy from outside, lines only tell who had seen it."""
    keys = users.get(line.user)
    if keys is None or line.key_id != key_id(_name(line.user), keys.sign_pk):
        return False
    seconds = (line.on - _EPOCH).days * DAY
    return is_valid(keys.sign_pk, _message(checkpoint.note, seconds), line.sig)


def _parse_line(line: str) -> Cosignature:
    found = _LINE.fullmatch(line)
    if not found:
        raise AlteredError("checkpoint-form")
    signed = _decoded(found[2])
    key_id, rest = signed[:KEY_ID_LENGTH], signed[KEY_ID_LENGTH:]
    seconds = int.from_bytes(rest[:TIME_LENGTH], "big")
    if seconds % DAY:
        raise AlteredError("checkpoint-time")
    try:
        on = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    except OverflowError:
        raise AlteredError("checkpoint-time") from None
    return Cosignature(bytes.fromhex(found[1]), on, key_id, rest[TIME_LENGTH:])


def _decoded(text: str) -> bytes:
    """Decode base64; a text whose spare bits are not zero is refused."""
    data = base64.b64decode(text, validate=True)  # the pattern has seen to alphabet and length
    if _base64(data) != text:
        raise AlteredError("checkpoint-form")
    return data


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _name(user: bytes) -> str:
    return f"answerable/u/{user.hex()}"


def key_id(name: str, sign_pk: bytes) -> bytes:
    """Return the C2SP key id: it ties a key's name, its type and the key together."""
    return digest(name.encode("ascii") + b"\n" + TYPE + sign_pk)[:KEY_ID_LENGTH]


def _message(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode("ascii")
