"""Changes of a group guessed by chance, some of them against the rules, and entries made to deceive."""

from collections.abc import Callable
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from tests.vectors.forging import Book, Leaf, hpke_seal, pad, sign
from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.packing import pack
from tests.vectors.independent_reader.people import Person

_ROLES = ("contact", "support", "supervision/2")


def guess(book: Book) -> Leaf:
    """The next leaf: a change or an entry, about half of them refused."""
    active = [one for one in book.people if book.log.is_member_somewhere(one.user)]
    author = book.chance.choice(active if active and book.chance.random() < 0.9 else book.people)
    circles = [*(book.circles[role] for role in _ROLES), bytes(16)]
    circle = book.chance.choice([circles[0], *circles])
    kind = book.chance.choices(["user", "epoch", "entry", "grant", "shred", "retire"], [5, 6, 4, 3, 1, 4])[0]
    return _leaf(book, kind, author, circle)


def _leaf(book: Book, kind: str, author: Person, circle: bytes) -> Leaf:
    entries, other = list(book.log.entries), book.chance.choice(book.people)
    if kind == "user":
        return book.user(author, other, circle)
    if kind == "epoch":
        return _epoch(book, author, circle)
    if kind == "grant" and entries and circle in book.log.epochs:
        how = "own" if author.user in book.log.members(circle) else "hpke"
        return book.grant(author, book.chance.choice(entries), circle, book.chance.choice([how, how, "hpke"]))
    if kind == "shred" and entries:
        return book.control(author, ["shred", book.chance.choice(entries)])
    if kind == "entry":
        circles = sorted(book.log.epochs)
        some = book.chance.sample(circles, book.chance.randint(1, len(circles)))
        return book.entry(book.chance.choice([author, author, None]), some)
    other = other if other is not author else book.chance.choice(book.people)
    return book.control(author, ["retire", other.user, book.chance.choice([b"", circle, circle, circle])])


def _epoch(book: Book, author: Person, circle: bytes) -> Leaf:
    members = set(book.log.members(circle))
    if book.chance.random() < 0.7:
        members |= {user for user, where in book.log.vouchers if where == circle}
        members = {user for user in members if not book.log.is_retired(user, circle)}
    if book.chance.random() < 0.2:
        members ^= {book.chance.choice(book.people).user}
    if book.chance.random() < 0.9:
        members.add(author.user)
    listed = [book.by_user[user] for user in sorted(members)]
    return book.epoch(author, circle, listed, past=book.chance.random() < 0.8)


class Cast(NamedTuple):
    """Ada and Bo are in contact, Sol is in support."""

    ada: Person
    bo: Person
    sol: Person
    contact: bytes
    support: bytes


def settled(book: Book) -> Cast:
    """Bring the cast into the book."""
    ada, bo, sol = book.people[:3]
    cast = Cast(ada, bo, sol, book.circles["contact"], book.circles["support"])
    book.take(book.user(cast.ada, cast.bo, cast.contact))
    book.take(book.epoch(cast.ada, cast.contact, [cast.ada, cast.bo]))
    book.take(book.user(cast.bo, cast.sol, cast.support))
    book.take(book.epoch(cast.sol, cast.support, [cast.sol]))
    book.take(book.entry(cast.ada, [cast.contact], b"before"))
    return cast


def _sealed(book: Book, author: Person, **other: Any) -> Leaf:
    """An entry of one's own making: `other` says what is not as it should be."""
    name, key = book.chance.randbytes(16), other.get("key", book.chance.randbytes(32))
    hows = other.get("hows", {book.circles["contact"]: "own", book.circles["support"]: "hpke"})
    audience = other.get("audience")
    audience = audience or [book.wrap(name, circle, how, key) for circle, how in sorted(hows.items())]
    raw = book.header(other.get("kind", "entry"), audience, p.sha256(b"kc" + key), entry=name)
    user = other.get("user", author.user)
    message = p.L + b"entry\x00" + p.sha256(raw) + user + p.sha256(b"text")
    signature = other.get("signature", sign(other.get("signer", author), message))
    inner = other.get("inner", pack([user, signature, b"text"]))
    padded = other.get("pad", pad)(inner)
    body = ChaCha20Poly1305(key).encrypt(bytes(12), padded, raw) if len(key) == 32 else bytes(1040)
    return raw, p.sha256(body), body


def _epoch_with(book: Book, author: Person, seed: bytes | None, prev: bytes | None) -> Leaf:
    """The next epoch of the contact circle with a member wrap or prev box of other content."""
    circle = book.circles["contact"]
    number, pair = len(book.log.epochs[circle]), p.KemPair(p.derive(bytes(32), "kem"))
    place, listed = [book.log.process, circle, number], []
    for user in sorted(book.log.members(circle)):
        info = p.L + b"member" + pack([*place, user])
        content = bytes(32) if seed is None or user == author.user else seed
        listed.append([user, book.keep(hpke_seal(book.by_user[user].kem.public, content, info))])
    content = book.seeds[circle, number - 1] if prev is None else prev
    box = book.keep(hpke_seal(pair.public, content, p.L + b"prev" + pack(place)))
    return book.control(author, ["epoch", circle, number, pair.public, listed, box])


def _earlier_wrap(book: Book) -> bytes:
    return next(iter(book.log.entries.values())).header.audience[0].wrap


def _named(book: Book, cast: Cast, circle: bytes, epoch: int) -> Leaf:
    """An entry that names an earlier entry's wrap for its own."""
    return _sealed(book, cast.ada, audience=[[circle, epoch, "own", _earlier_wrap(book)]])


def _ingest(book: Book, cast: Cast, **other: Any) -> Leaf:
    return _sealed(book, cast.ada, kind="ingest", hows={cast.contact: "hpke", cast.support: "hpke"}, **other)


# Leaves in the right place of the log, each with one thing an insider might do; those of OPEN do no harm.
DECEITS: dict[str, Callable[[Book, Cast], Leaf]] = {
    "entry": lambda book, cast: _sealed(book, cast.ada),
    "foreign signature": lambda book, cast: _sealed(book, cast.ada, signer=cast.bo),
    "foreign author": lambda book, cast: _sealed(book, cast.ada, user=cast.bo.user),
    "author of no circle": lambda book, cast: _sealed(book, cast.sol, hows={cast.contact: "own"}),
    "own where not hers": lambda book, cast: _sealed(book, cast.ada, hows={cast.contact: "own", cast.support: "own"}),
    "hpke where hers": lambda book, cast: _sealed(book, cast.ada, hows={cast.contact: "hpke", cast.support: "own"}),
    "replayed wrap": lambda book, cast: _named(book, cast, cast.contact, 1),
    "old epoch": lambda book, cast: _named(book, cast, cast.contact, 0),
    "epoch to come": lambda book, cast: _named(book, cast, cast.contact, 2),
    "no such circle": lambda book, cast: _named(book, cast, bytes(16), 0),
    "short content key": lambda book, cast: _sealed(book, cast.ada, key=bytes(31)),
    "ingest": lambda book, cast: _ingest(book, cast, user=b"", signature=b""),
    "ingest with an author": _ingest,
    "ingest with a signature": lambda book, cast: _ingest(book, cast, user=b""),
    "no signature": lambda book, cast: _sealed(book, cast.ada, signature=b""),
    "nested inside": lambda book, cast: _sealed(book, cast.ada, inner=b"\x91" * 900 + b"\xc0"),
    "more inside": lambda book, cast: _sealed(book, cast.ada, inner=pack([cast.ada.user, bytes(64), b""]) + b"\xc0"),
    "padded too long": lambda book, cast: _sealed(book, cast.ada, pad=lambda inner: pad(inner).ljust(2048, b"\x00")),
    "padded with ones": lambda book, cast: _sealed(book, cast.ada, pad=lambda inner: pad(inner)[:-1] + b"\x01"),
    "not padded": lambda book, cast: _sealed(book, cast.ada, pad=bytes),
    "epoch": lambda book, cast: _epoch_with(book, cast.ada, None, None),
    "another seed for a member": lambda book, cast: _epoch_with(book, cast.ada, bytes([1]) * 32, None),
    "short seed for a member": lambda book, cast: _epoch_with(book, cast.ada, bytes(31), None),
    "another past": lambda book, cast: _epoch_with(book, cast.ada, None, bytes([1]) * 32),
    "no past": lambda book, cast: book.epoch(cast.ada, cast.contact, [cast.ada, cast.bo], past=False),
    "epoch twice": lambda book, cast: book.epoch(cast.ada, cast.contact, [cast.ada, cast.bo], 1),
    "member dropped": lambda book, cast: book.epoch(cast.ada, cast.contact, [cast.ada]),
    "stranger writes": lambda book, cast: book.control(book.people[3], ["retire", cast.ada.user, b""]),
}
OPEN = {"entry", "ingest", "epoch", "no past"}
