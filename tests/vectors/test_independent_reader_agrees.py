"""The second reader and the program judge alike: fresh logs, spoiled rows, guessed changes, deceits of insiders."""

import copy
import datetime as dt
import io
import random
from typing import Any

import pytest

from answerable.sealing import archive, checkpoint, joining, seal
from answerable.sealing import open as reading
from answerable.sealing import verify as program
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import NewLeaf
from answerable.sealing.log import Ledger
from tests.vectors import guessing, spoiling
from tests.vectors.forging import Book, Leaf
from tests.vectors.independent_reader import control, keeping, people
from tests.vectors.independent_reader.alarm import AlarmError
from tests.vectors.independent_reader.verify import Head, Outcome, Rows, verify


class Process:
    """A fresh log, written by the program."""

    def __init__(self, chance: random.Random) -> None:
        self.draw = chance.randbytes
        self.people = {name: Identity.from_seed(self.draw(32)) for name in ("Ada", "Bo", "Sol", "Uma")}
        founded = joining.found_process(self.people["Ada"], draw=self.draw)
        self.id, self.ledger = founded.process, Ledger.start(founded.process)
        self.rows = Rows([], {}, {}, [])
        for leaf in founded.leaves:
            self.write(leaf)

    def write(self, leaf: NewLeaf) -> bytes:
        """Store a leaf; its entry id."""
        self.ledger.follow(leaf.header, leaf.body_hash, leaf.body)
        self.rows = self.rows._replace(leaves=[*self.rows.leaves, (leaf.seq, leaf.header, leaf.body_hash)])
        self.rows.bodies[leaf.seq] = leaf.body
        self.rows.wraps.update(leaf.wrap_rows)
        return leaf.entry

    def ring(self, name: str) -> Any:
        """Her key ring."""
        return reading.key_ring(self.people[name], self.ledger, self.rows.wraps.get)

    def join(self, by: str, name: str, role: str, opener: str, members: tuple[str, ...]) -> None:
        """One is vouched for; another opens the circle's next epoch."""
        circle, code = self.ledger.circle(role), self.draw(16)
        row = joining.newcomer(self.people[name], process=self.id, circle=circle, code=code)
        newcomer = joining.read_newcomer(row, process=self.id)
        self.write(joining.vouch(self.ledger, self.ring(by), newcomer, entry=self.draw(16)))
        self.epoch(opener, role, members)

    def epoch(self, opener: str, role: str, members: tuple[str, ...]) -> None:
        """A circle's next epoch."""
        users = [self.ring(name).user_id for name in members]
        ring, circle = self.ring(opener), self.ledger.circle(role)
        self.write(joining.open_epoch(self.ledger, ring, circle, entry=self.draw(16), members=users, draw=self.draw)[0])

    def entry(self, by: str, *roles: str) -> bytes:
        """An entry of hers."""
        circles = [self.ledger.circle(role) for role in roles]
        ring, name, text = self.ring(by), self.draw(16), self.draw(len(self.rows.leaves) * 99)
        return self.write(
            seal.seal_entry(self.ledger, ring, entry=name, audience=circles, payload=text, draw=self.draw)
        )

    def note(self, *names: str) -> None:
        """A checkpoint of now."""
        size, root, day = len(self.rows.leaves), self.ledger.root, dt.date(2027, 1, 5)
        lines = [checkpoint.cosign(self.people[name], self.id, size, root, day) for name in names]
        text = checkpoint.assemble(checkpoint.note(self.id, size, root), lines)
        self.rows = self.rows._replace(checkpoints=[*self.rows.checkpoints, text])


def _process(chance: random.Random) -> Process:
    made = Process(chance)
    made.entry("Ada", "contact")
    made.join("Ada", "Bo", "contact", "Ada", ("Ada", "Bo"))
    made.join("Bo", "Sol", "support", "Sol", ("Sol",))
    made.entry("Ada", "contact", "support")
    given, ring = made.entry("Bo", "contact"), made.ring("Bo")
    key = reading.content_key(made.ledger, ring, given, made.rows.wraps.get)
    support = made.ledger.circle("support")
    made.write(seal.grant(made.ledger, ring, entry=made.draw(16), target=given, circle=support, cek=key))
    made.note("Ada", "Sol")
    gone = made.entry("Ada", "contact", "support")
    made.write(seal.shred(made.ledger, made.ring("Bo"), entry=made.draw(16), target=gone))
    facts = made.ledger.entries[gone]
    del made.rows.bodies[facts.seq]
    for item in facts.items:
        del made.rows.wraps[item.wrap]
    made.join("Ada", "Uma", "contact", "Bo", ("Ada", "Bo", "Uma"))
    made.entry("Sol", "contact", "support")
    made.write(seal.retire(made.ledger, made.ring("Bo"), entry=made.draw(16), user=made.ring("Bo").user_id))
    made.epoch("Ada", "contact", ("Ada", "Uma"))
    made.entry("Uma", "contact", "support")
    made.note("Ada", "Uma")
    head = Head(len(made.rows.leaves), made.ledger.root, list(made.ledger.frontier))
    made.rows = made.rows._replace(head=head)
    return made


FRESH = _process(random.Random(11))


def _program_rows(rows: Rows) -> program.Rows:
    leaves = [program.LeafRow(*leaf) for leaf in rows.leaves]
    head = rows.head and program.Head(rows.head.size, rows.head.root, tuple(rows.head.frontier))
    return program.Rows(leaves, rows.bodies, rows.wraps, rows.checkpoints, head)


def _both(process: bytes, rows: Rows, seed: bytes | None) -> tuple[Outcome, tuple[Any, ...]]:
    mine = verify(process, rows, people.Person(seed) if seed else None)
    theirs = program.verify_log(process, _program_rows(rows), identity=Identity.from_seed(seed) if seed else None)
    return mine, (theirs.outcome, theirs.size, theirs.root)


def _agreed(process: bytes, rows: Rows, seed: bytes | None) -> str:
    mine, theirs = _both(process, rows, seed)
    assert mine[:3] == theirs, (mine.altered, mine.withheld)
    return mine.word


def _fresh() -> Rows:
    return FRESH.rows._replace(bodies=dict(FRESH.rows.bodies), wraps=dict(FRESH.rows.wraps))


SEEDS = [None, *(person.seed for person in FRESH.people.values())]


def test_a_fresh_log_is_complete() -> None:
    """To everyone, and without keys."""
    assert {_agreed(FRESH.id, FRESH.rows, seed) for seed in SEEDS} == {"complete"}


@pytest.mark.parametrize("batch", range(5))
def test_single_bytes(batch: int) -> None:
    """Thirty logs with one byte changed are judged alike, none of them as complete."""
    for number in range(30):
        chance = random.Random(1000 * batch + number)
        rows = spoiling.change_a_byte(_fresh(), chance)
        assert _agreed(FRESH.id, rows, chance.choice(SEEDS)) != "complete"


@pytest.mark.parametrize("kind", spoiling.KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_spoiled_on_purpose(kind: spoiling.Spoil) -> None:
    """Each kind is judged alike, three times, and never as complete."""
    for number in range(3):
        chance = random.Random(number)
        rows = kind(_fresh(), chance)
        assert _agreed(FRESH.id, rows, chance.choice(SEEDS)) != "complete"


@pytest.mark.parametrize("name", guessing.DECEITS)
def test_an_insider_deceives(name: str) -> None:
    """A leaf in its right place, made against the format, is judged alike by everyone and seen by somebody."""
    book = Book(random.Random(5))
    cast = guessing.settled(book)
    header, body_hash, body = guessing.DECEITS[name](book, cast)
    rows = book.rows()
    rows = rows._replace(leaves=[*rows.leaves, (book.log.size, header, body_hash)], head=None)
    rows.bodies[book.log.size] = body
    words = [_agreed(book.log.process, rows, seed) for seed in (None, *(person.seed for person in book.people))]
    assert ("altered" not in words) == (name in guessing.OPEN)


class Pair:
    """One log, followed by both."""

    def __init__(self, seed: int) -> None:
        self.book = Book(random.Random(seed), names=5)
        self.cast = guessing.settled(self.book)
        self.ledger = Ledger.start(self.book.log.process)
        for seq, header, body_hash in self.book.leaves:
            self.ledger.follow(header, body_hash, self.book.bodies[seq])

    def follow(self, leaf: Leaf) -> str:
        """Let both follow; the code if both refuse, empty if both take it."""
        before, mine, theirs = copy.deepcopy(self.book.log), "", ""
        try:
            control.follow(self.book.log, *leaf)
        except AlarmError as alarm:
            mine, self.book.log = alarm.what, before
        try:
            self.ledger.follow(*leaf)
        except AlteredError as alarm:
            theirs = alarm.what
        log = self.book.log
        assert mine == theirs
        assert self.ledger.root == log.tree.roots[-1]
        assert all(self.ledger.members(circle) == log.members(circle) for circle in log.epochs)
        return mine


@pytest.mark.parametrize("seed", range(10))
def test_guessed_changes(seed: int) -> None:
    """Seventy changes of a group, guessed by chance: both take or refuse each, by the same rule, and count alike."""
    pair = Pair(seed)
    codes = [pair.follow(guessing.guess(pair.book)) for _ in range(70)]
    assert len(set(codes)) > 5


def test_words_that_lapse() -> None:
    """A word to retire somebody counts only while its author could say it, and only when another is said."""
    pair = Pair(0)
    book, (ada, bo, sol, contact, support) = pair.book, pair.cast
    uma, out = book.people[3:]

    def says(author: people.Person, user: people.Person) -> tuple[str, bool]:
        code = pair.follow(book.control(author, ["retire", user.user, contact]))
        return code, user.user in book.log.members(contact)

    assert pair.follow(book.user(sol, out, support)) == ""
    assert pair.follow(book.epoch(sol, support, [sol, out])) == ""
    assert says(sol, bo) == ("", True)  # of two members: anyone may say it
    assert pair.follow(book.user(ada, uma, contact)) == ""
    assert pair.follow(book.epoch(bo, contact, [ada, bo, uma])) == ""
    assert says(out, bo) == ("retire-author", True)  # of three: only members
    assert says(ada, bo) == ("", True)  # Sol's word does not count now
    assert says(uma, uma) == ("", False)  # two again: both words could be said, but nobody says one
    assert says(ada, bo) == ("retire-again", True)
    assert says(out, bo) == ("", False)


def test_a_circle_of_two() -> None:
    """Two from elsewhere do not retire anybody from it: the other member is one of those who say it."""
    pair = Pair(0)
    book, (ada, bo, sol, contact, support) = pair.book, pair.cast
    out = book.people[4]
    assert pair.follow(book.user(sol, out, support)) == ""
    assert pair.follow(book.epoch(sol, support, [sol, out])) == ""
    for author, stays in ((sol, True), (out, True), (ada, False)):
        assert pair.follow(book.control(author, ["retire", bo.user, contact])) == ""
        assert (bo.user in book.log.members(contact)) is stays


def test_checkpoints_as_copies() -> None:
    """A copy from outside counts by size and root, not by who signed it."""
    rows, notes = _fresh()._replace(checkpoints=[]), FRESH.rows.checkpoints
    stranger = notes[0].replace("/u/", "/u/0000")
    for note in (*notes, notes[0].replace("\n10\n", "\n99\n"), notes[0].replace("\n10\n", "\n9\n"), stranger, ""):
        mine = verify(FRESH.id, rows, copies=[note])
        theirs = program.verify_log(FRESH.id, _program_rows(rows), copies=[note])
        assert mine[:3] == (theirs.outcome, theirs.size, theirs.root)


def test_archives() -> None:
    """Both write the same bytes; of eighty spoiled archives both refuse the same and read the same."""
    stream = io.BytesIO()
    archive.write(
        stream,
        archive.SealedArchive(FRESH.id, _program_rows(FRESH.rows), (b"slot",), {bytes(32): b"file", b"f" * 32: b""}),
    )
    whole = stream.getvalue()
    assert keeping.write_archive(keeping.read_archive(whole)) == whole
    heads = [at for at in range(0, len(whole), 512) if whole[at + 257 : at + 262] == b"ustar"]
    for number in range(80):
        chance = random.Random(number)
        at = chance.choice(heads) + chance.randrange(512)
        spoiled = chance.choice(
            [
                whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :],
                spoiling.flip(whole, chance),
                whole[:at],
                whole[: at // 512 * 512] + whole[at // 512 * 512 + 512 :],
                whole + bytes(512),
            ]
        )
        assert _read(spoiled) == _read_by_program(spoiled)


def _read(data: bytes) -> Any:
    try:
        read = keeping.read_archive(data)
    except AlarmError as alarm:
        return alarm.what
    notes = [note.decode() for note in read.checkpoints]
    return read.process, read.leaves, read.bodies, read.wraps, notes, read.slots, read.attachments


def _read_by_program(data: bytes) -> Any:
    try:
        read = archive.read(io.BytesIO(data))
    except AlteredError as alarm:
        return alarm.what
    leaves = [(leaf.seq, leaf.header + leaf.body_hash) for leaf in read.rows.leaves]
    notes, slots = list(read.rows.checkpoints), list(read.slots)
    rows = read.rows
    return read.process, leaves, dict(rows.bodies), dict(rows.wraps), notes, slots, dict(read.attachments)
