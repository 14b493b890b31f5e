"""The shape of a leaf: header, audience and what a new leaf consists of before it is written."""

from typing import Final, NamedTuple

from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.packing import Reader, pack

VERSION: Final = 1
SUITE: Final = 1
CONTROL: Final = "control"
ENTRY: Final = "entry"
INGEST: Final = "ingest"
OWN: Final = "own"
HPKE: Final = "hpke"
HEADER_LIMIT: Final = 8 * 1024
BODY_LIMIT: Final = 16 * 1024 * 1024
AUDIENCE_LIMIT: Final = 16
ID_LENGTH: Final = 16


class AudienceItem(NamedTuple):
    """One circle that can read an entry: its epoch, how the key is wrapped ("own" | "hpke"), the wrap's hash."""

    circle: bytes
    epoch: int
    how: str
    wrap: bytes


class Header(NamedTuple):
    """The clear part of a leaf; `root` is the tree's root before this leaf, so authors sign the history they saw."""

    v: int
    suite: int
    kind: str
    process: bytes
    seq: int
    root: bytes
    entry: bytes
    audience: tuple[AudienceItem, ...]
    kc: bytes


_header = Reader(Header, "header-form")


def encode_header(header: Header) -> bytes:
    """Return the canonical bytes of a header."""
    return pack(header)


def decode_header(data: bytes, seq: int | None = None) -> Header:
    """Return the header, or raise AlteredError: over 8 KiB, not canonical, other types or field count."""
    if len(data) > HEADER_LIMIT:
        raise AlteredError("header-size", seq)
    return _header.read(data, seq)


_CONTROL_START: Final = pack((VERSION, SUITE, CONTROL))[1:]


def is_control(header: bytes) -> bool:
    """Say whether a header claims to be a control leaf's, by its first bytes alone; `Ledger.follow` then checks it."""
    return header[1:].startswith(_CONTROL_START)


class NewLeaf(NamedTuple):
    """A leaf ready to be written in one transaction: the row, its body and its wraps (stored under their hashes)."""

    seq: int
    entry: bytes
    header: bytes
    body: bytes
    body_hash: bytes
    wraps: tuple[bytes, ...]

    @property
    def wrap_rows(self) -> tuple[tuple[bytes, bytes], ...]:
        """Return (H(wrap), wrap) of each wrap."""
        return tuple((digest(wrap), wrap) for wrap in self.wraps)


class Grant(NamedTuple):
    """An audience item added later by the control leaf `seq`."""

    seq: int
    item: AudienceItem


class EntryFacts(NamedTuple):
    """What the clear log says of an entry or ingest leaf; header is the followed bytes, body_hash the leaf's."""

    seq: int
    entry: bytes
    kind: str
    header: bytes
    body_hash: bytes
    audience: tuple[AudienceItem, ...]
    kc: bytes
    grants: tuple[Grant, ...] = ()
    shredded: bool = False

    @property
    def items(self) -> tuple[AudienceItem, ...]:
        """Return the audience with what was granted later."""
        return self.audience + tuple(grant.item for grant in self.grants) if self.grants else self.audience

    @property
    def circles(self) -> frozenset[bytes]:
        """Return the circles that have the entry, granted ones too."""
        return frozenset(item.circle for item in self.items)
