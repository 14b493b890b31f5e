"""A process kept in memory: what a store would keep, and who wrote it, for tests of this room."""

import hashlib
import random
from collections.abc import Callable, Iterable

from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.control import ControlBody, Op, control_message
from answerable.sealing.derivation import digest
from answerable.sealing.envelope import Inside, entry_message, seal_body
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.joining import Newcomer, found_process, newcomer, open_epoch, read_newcomer, vouch
from answerable.sealing.leaves import CONTROL, AudienceItem, Header, NewLeaf, encode_header
from answerable.sealing.log import EVERYWHERE, Ledger
from answerable.sealing.open import OpenedEntry, content_key, key_ring, open_entry
from answerable.sealing.seal import grant, retire, seal_entry, shred, wraps_of_retired
from answerable.sealing.verify import Head, LeafRow, Rows

CODE = b"sixteen bytes ok"


def seeded(label: str) -> Callable[[int], bytes]:
    """Return a draw that gives the same bytes for the same label."""
    return random.Random(hashlib.sha256(label.encode()).digest()).randbytes


def person(name: str) -> Identity:
    """Return the identity of one of the cast."""
    return Identity.from_seed(digest(name.encode()))


class Book:
    """One process with its rows; `people` by name."""

    def __init__(self, founder: str = "Ada", *, label: str = "book") -> None:
        self.draw = seeded(label)
        self.people = {founder: person(founder)}
        founded = found_process(self.people[founder], draw=self.draw)
        self.process = founded.process
        self.ledger = Ledger.start(founded.process)
        self.leaves: list[LeafRow] = []
        self.bodies: dict[int, bytes] = {}
        self.wraps: dict[bytes, bytes] = {}
        self.checkpoints: list[str] = []
        for leaf in founded.leaves:
            self.write(leaf)

    # -- what a store does ----------------------------------------------------------------------------------------

    def write(self, leaf: NewLeaf) -> NewLeaf:
        """Append a leaf with its rows, and carry out what it destroys."""
        self.ledger.follow(leaf.header, leaf.body_hash, leaf.body)
        self.leaves.append(LeafRow(leaf.seq, leaf.header, leaf.body_hash))
        self.bodies[leaf.seq] = leaf.body
        self.wraps.update(leaf.wrap_rows)
        for facts in self.ledger.entries.values():
            if facts.shredded:
                self.bodies.pop(facts.seq, None)
                for item in facts.items:
                    self.wraps.pop(item.wrap, None)
        return leaf

    @property
    def head(self) -> Head:
        """Return the head row."""
        return Head(self.ledger.size, self.ledger.root, self.ledger.frontier)

    @property
    def rows(self) -> Rows:
        """Return everything stored, as copies that a test may spoil."""
        return Rows(list(self.leaves), dict(self.bodies), dict(self.wraps), list(self.checkpoints), self.head)

    # -- who ------------------------------------------------------------------------------------------------------

    def identity(self, name: str) -> Identity:
        """Return a member of the cast, made when first named."""
        return self.people.setdefault(name, person(name))

    def id(self, name: str) -> bytes:
        """Return a user id."""
        return self.identity(name).user_id

    def circle(self, role: str) -> bytes:
        """Return a role circle's id."""
        return self.ledger.circle(role)

    def ring(self, name: str) -> KeyRing:
        """Return the key ring that this person can unwrap from the rows."""
        return key_ring(self.identity(name), self.ledger, self.wraps.get)

    # -- deeds ----------------------------------------------------------------------------------------------------

    def pending(self, name: str, role: str = "contact") -> Newcomer:
        """Return what a newcomer leaves outside the log."""
        row = newcomer(self.identity(name), process=self.process, circle=self.circle(role), code=CODE)
        return read_newcomer(row, process=self.process)

    def vouch(self, by: str, name: str, role: str = "contact") -> NewLeaf:
        """Have `by` vouch for `name`."""
        return self.write(vouch(self.ledger, self.ring(by), self.pending(name, role), entry=self.draw(16)))

    def epoch(
        self, by: str, role: str = "contact", add: Iterable[str] = (), *, circle: bytes = b"", with_past: bool = True
    ) -> NewLeaf:
        """Have `by` open the next epoch for all members and these newcomers."""
        circle = circle or self.circle(role)
        members = self.ledger.members(circle) | {self.id(name) for name in add}
        leaf, _ = open_epoch(
            self.ledger,
            self.ring(by),
            circle,
            entry=self.draw(16),
            members=members,
            with_past=with_past,
            draw=self.draw,
        )
        return self.write(leaf)

    def say(self, by: str, text: str, *roles: str) -> NewLeaf:
        """Have `by` write an entry for these role circles."""
        audience = [self.circle(role) for role in roles or ("contact",)]
        return self.write(
            seal_entry(
                self.ledger,
                self.ring(by),
                entry=self.draw(16),
                audience=audience,
                payload=text.encode(),
                draw=self.draw,
            )
        )

    def grant(self, by: str, leaf: NewLeaf, role: str) -> NewLeaf:
        """Have `by` let a further circle read an entry."""
        ring = self.ring(by)
        cek = content_key(self.ledger, ring, leaf.entry, self.wraps.get)
        return self.write(
            grant(self.ledger, ring, entry=self.draw(16), target=leaf.entry, circle=self.circle(role), cek=cek)
        )

    def shred(self, by: str, leaf: NewLeaf) -> NewLeaf:
        """Have `by` destroy an entry."""
        return self.write(shred(self.ledger, self.ring(by), entry=self.draw(16), target=leaf.entry))

    def retire(self, by: str, name: str, role: str = "") -> NewLeaf:
        """Have `by` say that `name` leaves a circle, or everything; wraps of the gone are deleted."""
        circle = self.circle(role) if role else EVERYWHERE
        leaf = retire(self.ledger, self.ring(by), entry=self.draw(16), user=self.id(name), circle=circle)
        self.write(leaf)
        for wrap in wraps_of_retired(self.ledger, self.id(name)):
            self.wraps.pop(wrap, None)
        return leaf

    def read(self, name: str, leaf: NewLeaf) -> OpenedEntry:
        """Open an entry as this person."""
        return open_entry(self.ledger, self.ring(name), leaf.entry, self.bodies.get(leaf.seq), self.wraps.get)

    # -- what only a forger does ----------------------------------------------------------------------------------

    def forged_header(self, **changes: object) -> bytes:
        """Return the header of a control leaf that would fit next, with these fields changed."""
        ledger = self.ledger
        header = Header(1, 1, CONTROL, self.process, ledger.size, ledger.root, self.draw(16), (), b"")
        return encode_header(header._replace(**changes))  # type: ignore[arg-type]  # a forger keeps no types

    def forged_op(self, by: str, op: Op, header: bytes = b"") -> NewLeaf:
        """Return a control leaf, well signed by `by`, that no rule was asked about."""
        header = header or self.forged_header()
        identity = self.identity(by)
        sig = identity.sign(control_message(header, identity.user_id, op))
        body = ControlBody(identity.user_id, sig, op).packed
        return NewLeaf(self.ledger.size, b"", header, body, digest(body), ())

    def refusal(self, leaf: NewLeaf) -> str:
        """Return the code with which the ledger refuses a leaf; "" if it takes it."""
        try:
            self.ledger.examine(leaf.header, leaf.body_hash, leaf.body)
        except AlteredError as error:
            return error.what
        return ""

    def forged_entry(
        self,
        cek: bytes,
        items: tuple[tuple[AudienceItem, bytes], ...],
        *,
        kc: bytes,
        kind: str = "entry",
        entry: bytes = b"",
        inside: Callable[[bytes], bytes | Inside],
    ) -> NewLeaf:
        """Write an entry of one's own making; `inside` gets the header and gives the inside or the padded bytes."""
        audience = tuple(item for item, _ in items)
        header = self.forged_header(kind=kind, audience=audience, kc=kc, entry=entry or self.draw(16))
        made = inside(header)
        body = seal_body(cek, header, made) if isinstance(made, Inside) else raw_body(cek, header, made)
        seq = self.ledger.size
        wraps = tuple(wrap for _, wrap in items)
        return self.write(NewLeaf(seq, self.entry_of(header), header, body, digest(body), wraps))

    @staticmethod
    def entry_of(header: bytes) -> bytes:
        """Return the entry id of a header."""
        from answerable.sealing.leaves import decode_header

        return decode_header(header).entry


def raw_body(cek: bytes, header: bytes, padded: bytes) -> bytes:
    """Return a body of exactly these padded bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(cek).encrypt(bytes(12), padded, header)


def signed(identity: Identity, header: bytes, payload: bytes) -> Inside:
    """Return the inside of an entry as its author would make it."""
    return Inside(identity.user_id, identity.sign(entry_message(header, identity.user_id, payload)), payload)


def small_book() -> Book:
    """Return a process with two circles, a shared entry, a grant, an erasure, a leaving and a cosigned head."""
    from datetime import date

    from answerable.sealing.checkpoint import assemble, cosign, note

    book = Book()
    book.say("Ada", "first")
    book.vouch("Ada", "Bo")
    book.epoch("Ada", add=["Bo"])
    book.vouch("Bo", "Sol", "support")
    book.epoch("Sol", "support", ["Sol"])
    book.say("Bo", "for both", "contact", "support")
    mine = book.say("Ada", "for us")
    book.grant("Bo", mine, "support")
    gone = book.say("Bo", "soon gone", "contact", "support")
    book.shred("Bo", gone)
    head = (book.process, book.ledger.size, book.ledger.root)
    lines = [cosign(book.identity(name), *head, date(2026, 11, 22)) for name in ("Ada", "Sol")]
    book.checkpoints.append(assemble(note(*head), lines))
    book.retire("Bo", "Bo")
    book.epoch("Ada")
    book.say("Ada", "after Bo", "contact", "support")
    return book
