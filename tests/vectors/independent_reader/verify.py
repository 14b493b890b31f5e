"""The judgement over all rows: complete, withheld or altered (section 9)."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.vectors.independent_reader import control
from tests.vectors.independent_reader.alarm import AlarmError, MissingError, must
from tests.vectors.independent_reader.entries import NO_TRUST, Trust, check_length, key_ring, open_entry
from tests.vectors.independent_reader.keeping import check_checkpoint, read_checkpoint
from tests.vectors.independent_reader.log import Log
from tests.vectors.independent_reader.people import Person
from tests.vectors.independent_reader.primitives import sha256


class Head(NamedTuple):
    """The head row."""

    size: int
    root: bytes
    frontier: Sequence[bytes]


class Rows(NamedTuple):
    """Everything stored of one process; a leaf is (seq, header, digest of its body)."""

    leaves: Sequence[tuple[int, bytes, bytes]]
    bodies: dict[int, bytes]
    wraps: dict[bytes, bytes]
    checkpoints: Sequence[str] = ()
    head: Head | None = None


class Outcome(NamedTuple):
    """One word, how far the log stands, and the codes found."""

    word: str
    size: int
    root: bytes
    altered: list[str]
    withheld: list[str]


class _Judge:
    """Collects findings while the rows are gone through."""

    def __init__(self, process: bytes, rows: Rows, trust: Trust) -> None:
        self.log = Log(process)
        self.rows = rows
        self.trust = trust
        self.altered: list[str] = []
        self.withheld: list[str] = []

    def follow(self) -> bool:
        """Go along the leaves; whether all of them could be followed."""
        for seq, raw, body_hash in sorted(self.rows.leaves, key=lambda leaf: leaf[0]):
            if seq < self.log.size:
                self.altered.append("leaf-order")
                return False
            if seq > self.log.size:
                self.withheld.append("leaf")
                return False
            try:
                control.follow(self.log, raw, body_hash, self.rows.bodies.get(seq), trusted=self.trust.size)
            except AlarmError as alarm:
                self.altered.append(alarm.what)
                return False
            except MissingError as missing:
                self.withheld.append(missing.what)
                return False
        return True

    def head(self) -> None:
        """The head row of a log that was followed to its end."""
        head = self.rows.head
        if head is None or head.size > self.log.size:
            return
        if head._replace(frontier=list(head.frontier)) != (
            self.log.size,
            self.log.tree.roots[-1],
            self.log.tree.frontier,
        ):
            self.altered.append("head")

    def older(self, size: int, root: bytes, what: str) -> None:
        """A head known otherwise, as far as the log reaches."""
        if size < 0 or (size <= self.log.size and self.log.tree.roots[size] != root):
            self.altered.append(what)

    def checkpoints(self, copies: Sequence[str]) -> list[int]:
        """Stored notes and copies from outside; the sizes they tell of."""
        sizes = []
        for number, note in enumerate([*self.rows.checkpoints, *copies]):
            try:
                sizes.append(read_checkpoint(note).size)
                check_checkpoint(self.log, note, stored=number < len(self.rows.checkpoints))
            except AlarmError as alarm:
                self.altered.append(alarm.what)
        return sizes

    def bodies(self, end: int) -> None:
        """Every stored body, and every one that should be; no leaf was ever known from seq `end` on."""
        entries = {entry.header.seq: entry for entry in self.log.entries.values()}
        for seq, body in self.rows.bodies.items():
            if not 0 <= seq < self.log.size:
                self.altered += [] if 0 <= seq < end else ["unnamed-body"]
            elif seq in entries and entries[seq].shredded:
                self.altered.append("shredded-body")
            elif seq in entries:
                try:
                    must(fits=sha256(body) == entries[seq].body_hash, what="body-hash")
                    check_length(body)
                except AlarmError as alarm:
                    self.altered.append(alarm.what)
        missing = [seq for seq, entry in entries.items() if not entry.shredded and seq not in self.rows.bodies]
        self.withheld += ["body" for _ in missing]

    def wraps(self, *, whole: bool) -> None:
        """Every stored wrap, and every one that should be."""
        gone: set[bytes] = set()
        spare: set[bytes] = set()
        needed: dict[bytes, str] = {}
        for entry in self.log.entries.values():
            hashes = [item.wrap for item in entry.items()]
            gone.update(hashes if entry.shredded else [])
            needed.update({} if entry.shredded else dict.fromkeys(hashes, "wrap"))
        for circle, epochs in self.log.epochs.items():
            for epoch in epochs:
                needed.update({epoch.prev: "prev-box"} if epoch.prev else {})
                left = {user for user in epoch.wraps if self.log.is_retired(user, circle)}
                spare.update(epoch.wraps[user] for user in left)
                needed.update({wrap: "member-wrap" for user, wrap in epoch.wraps.items() if user not in left})
        for key, wrap in self.rows.wraps.items():
            if sha256(wrap) != key:
                self.altered.append("wrap-hash")
            elif key in gone:
                self.altered.append("shredded-wrap")
            elif whole and key not in needed and key not in spare:
                self.altered.append("unnamed-wrap")
        self.withheld += [what for wrap, what in needed.items() if wrap not in self.rows.wraps]

    def open_all(self, person: Person) -> dict[bytes, bytes]:
        """Her entries by id, as far as they open."""
        ring, alarms = key_ring(self.log, person, self.rows.wraps.get)
        self.altered += alarms
        opened = {}
        for name, entry in self.log.entries.items():
            if entry.shredded:
                continue
            body = self.rows.bodies.get(entry.header.seq)
            try:
                payload = open_entry(self.log, ring, entry, body, self.rows.wraps.get, self.trust)
            except AlarmError as alarm:
                self.altered.append(alarm.what)
            except MissingError as missing:
                self.withheld.append(missing.what)
            else:
                opened.update({} if payload is None else {name: payload})
        return opened


def verify(
    process: bytes,
    rows: Rows,
    person: Person | None = None,
    *,
    older: Sequence[tuple[int, bytes]] = (),
    copies: Sequence[str] = (),
    mark: Trust = NO_TRUST,
) -> Outcome:
    """Judge all rows of a process; as a member, also what she can open."""
    judge = _Judge(process, rows, mark)
    followed = judge.follow()
    if followed:
        judge.head()
    for size, root in older:
        judge.older(size, root, "older")
    judge.older(mark.size, mark.root, "mark-root")
    known = [size for size, _ in older] + judge.checkpoints(copies) + [mark.size, rows.head.size if rows.head else 0]
    cut = max(known) > judge.log.size
    if followed and cut:
        judge.withheld.append("leaf")
    judge.bodies(max([*known, judge.log.size, *(seq + 1 for seq, _, _ in rows.leaves)]))
    judge.wraps(whole=followed and not cut)
    if person is not None:
        judge.open_all(person)
    word = "altered" if judge.altered else "withheld" if judge.withheld else "complete"
    return Outcome(word, judge.log.size, judge.log.tree.roots[-1], judge.altered, judge.withheld)


def read_entries(process: bytes, rows: Rows, person: Person) -> dict[bytes, bytes]:
    """What she can read."""
    judge = _Judge(process, rows, NO_TRUST)
    judge.follow()
    return judge.open_all(person)
