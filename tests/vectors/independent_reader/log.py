"""The clear log: leaves one after the other, the tree over them, headers and audiences (section 4)."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tests.vectors.independent_reader.alarm import must
from tests.vectors.independent_reader.packing import unpack
from tests.vectors.independent_reader.primitives import L, sha256

_HEADER = (int, int, str, bytes, int, bytes, bytes, [(bytes, int, str, bytes)], bytes)
HEADER_LIMIT = 8192
BODY_LIMIT = 16 * 1024 * 1024
_ROLES = [
    role + behind for role in ("contact", "support", "supervision") for behind in ("", *map("/{}".format, range(2, 10)))
]


class Item(NamedTuple):
    """One circle's way to a content key."""

    circle: bytes
    epoch: int
    how: str
    wrap: bytes


class Header(NamedTuple):
    """The fields of a header, as they stand in it."""

    version: int
    suite: int
    kind: str
    process: bytes
    seq: int
    root: bytes
    entry: bytes
    audience: list[Item]
    kc: bytes


class Epoch(NamedTuple):
    """One epoch of a circle: public key, the digests of its member wraps, the digest of its prev box."""

    kem_pk: bytes
    wraps: dict[bytes, bytes]
    prev: bytes


@dataclass
class Entry:
    """An entry or ingest of the log, with what came to it later."""

    raw: bytes
    header: Header
    body_hash: bytes
    members: dict[bytes, frozenset[bytes]]
    granted: list[Item] = field(default_factory=list)
    shredded: bool = False

    def items(self) -> list[Item]:
        """Every wrap there is, granted ones too."""
        return [*self.header.audience, *self.granted]


class Tree:
    """RFC 6962, leaf by leaf."""

    def __init__(self) -> None:
        self._full: list[tuple[int, bytes]] = []
        self.roots = [sha256(b"")]

    @property
    def frontier(self) -> list[bytes]:
        """Roots of the full subtrees, largest first."""
        return [node for _, node in self._full]

    def add(self, leaf: bytes) -> None:
        """One leaf more."""
        size, node = 1, sha256(b"\x00" + leaf)
        while self._full and self._full[-1][0] == size:
            node = sha256(b"\x01" + self._full.pop()[1] + node)
            size *= 2
        self._full.append((size, node))
        root = node
        for left in reversed(self.frontier[:-1]):
            root = sha256(b"\x01" + left + root)
        self.roots.append(root)


class Log:
    """What a log says up to where it was followed."""

    def __init__(self, process: bytes) -> None:
        self.process = process
        self.tree = Tree()
        self.users: dict[bytes, tuple[bytes, bytes]] = {}
        self.epochs: dict[bytes, list[Epoch]] = {}
        self.vouchers: dict[tuple[bytes, bytes], bytes] = {}
        self.retired: set[tuple[bytes, bytes]] = set()
        self.words: dict[tuple[bytes, bytes], set[bytes]] = {}
        self.entries: dict[bytes, Entry] = {}
        self.used: set[bytes] = set()
        self.named: set[bytes] = set()
        self.role_circles = {sha256(L + b"circle" + process + role.encode())[:16]: role for role in _ROLES}

    @property
    def size(self) -> int:
        """How many leaves were followed."""
        return len(self.tree.roots) - 1

    def is_retired(self, user: bytes, circle: bytes) -> bool:
        """From the circle or everywhere."""
        return (user, circle) in self.retired or (user, b"") in self.retired

    def members(self, circle: bytes) -> frozenset[bytes]:
        """Who is a member of the circle now."""
        if circle not in self.epochs:
            return frozenset()
        return frozenset(user for user in self.epochs[circle][-1].wraps if not self.is_retired(user, circle))

    def is_member_somewhere(self, user: bytes, circles: set[bytes] | None = None) -> bool:
        """Whether she is a member of any (of these) circles."""
        return any(user in self.members(circle) for circle in (self.epochs if circles is None else circles))

    def is_newest(self, circle: bytes, epoch: int) -> bool:
        """Whether the epoch is the newest of its circle."""
        return circle in self.epochs and epoch == len(self.epochs[circle]) - 1

    def is_stale(self, circle: bytes) -> bool:
        """Whether the newest epoch still lists someone retired."""
        return any(self.is_retired(user, circle) for user in self.epochs[circle][-1].wraps)

    def read_header(self, raw: bytes) -> Header:
        """The header of the next leaf, checked by every rule of section 4."""
        must(fits=len(raw) <= HEADER_LIMIT, what="header-size")
        fields = unpack(raw, _HEADER, "header-form")
        header = Header._make([*fields[:7], [Item._make(item) for item in fields[7]], fields[8]])
        must(fits=header.version == 1, what="version")
        must(fits=header.suite == 1, what="suite")
        must(fits=header.seq == self.size, what="seq")
        must(fits=header.process == self.process, what="process")
        must(fits=header.root == self.tree.roots[-1], what="root")
        must(fits=len(header.entry) == 16, what="entry-id")
        must(fits=header.entry not in self.used, what="entry-id-used")
        must(fits=header.kind in {"control", "entry", "ingest"}, what="kind")
        if header.kind == "control":
            must(fits=not header.audience and not header.kc, what="control-audience")
        else:
            self._check_audience(header)
        return header

    def _check_audience(self, header: Header) -> None:
        circles = [item.circle for item in header.audience]
        ways = [item.how for item in header.audience]
        must(fits=1 <= len(circles) <= 16, what="audience-count")
        must(fits=circles == sorted(set(circles)), what="audience-order")
        must(fits=all(self.is_newest(item.circle, item.epoch) for item in header.audience), what="audience-epoch")
        must(fits=all(len(item.wrap) == 32 for item in header.audience), what="audience-wrap")
        must(fits=len(header.kc) == 32, what="kc")
        if header.kind == "ingest":
            must(fits=set(ways) == {"hpke"}, what="audience-how")
        else:
            must(fits=set(ways) <= {"own", "hpke"}, what="audience-how")
            must(fits=not any(map(self.is_stale, circles)), what="audience-stale")
            must(fits="own" in ways, what="audience-own")

    def name_wraps(self, digests: list[bytes]) -> None:
        """A leaf names these wraps or boxes; none of them may stand in an earlier leaf."""
        must(fits=self.named.isdisjoint(digests), what="wrap-again")
        self.named.update(digests)

    def append(self, raw: bytes, header: Header, body_hash: bytes) -> None:
        """Take a leaf whose rules were checked."""
        self.tree.add(raw + body_hash)
        self.used.add(header.entry)
        if header.kind != "control":
            members = {item.circle: self.members(item.circle) for item in header.audience}
            self.entries[header.entry] = Entry(raw, header, body_hash, members)
