"""Leaves written from docs/sealing.md alone, also such as no honest program would write."""

import random
from typing import Any

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from tests.vectors.independent_reader import control, people
from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.log import Log
from tests.vectors.independent_reader.packing import pack
from tests.vectors.independent_reader.verify import Head, Rows

Leaf = tuple[bytes, bytes, bytes]
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


def sign(person: people.Person, message: bytes) -> bytes:
    """Her signature."""
    return crypto_sign(message, crypto_sign_seed_keypair(person.sign_seed)[1])[:64]


def hpke_seal(kem_pk: bytes, plain: bytes, info: bytes) -> bytes:
    """A box for this public key."""
    lattice = MLKEM768PublicKey.from_public_bytes(kem_pk[:1184])
    curve = X25519PublicKey.from_public_bytes(kem_pk[1184:])
    return _SUITE.encrypt(plain, hpke.MLKEM768X25519PublicKey(lattice, curve), info)


def pad(data: bytes) -> bytes:
    """Padded as section 4 says."""
    return (data + b"\x80").ljust(p.padded_length(len(data) + 1), b"\x00")


class Book:
    """A log being written, every key of it at hand."""

    def __init__(self, chance: random.Random, names: int = 4) -> None:
        self.chance = chance
        self.people = [people.Person(chance.randbytes(32)) for _ in range(names)]
        self.by_user = {person.user: person for person in self.people}
        first = chance.randbytes(16)
        self.log = Log(p.sha256(p.L + b"process" + self.people[0].user + first)[:16])
        self.circles = {role: circle for circle, role in self.log.role_circles.items()}
        self.seeds: dict[tuple[bytes, int], bytes] = {}
        self.keys: dict[bytes, bytes] = {}
        self.leaves: list[tuple[int, bytes, bytes]] = []
        self.bodies: dict[int, bytes] = {}
        self.wraps: dict[bytes, bytes] = {}
        self.take(self.user(self.people[0], self.people[0], self.circles["contact"], entry=first))
        self.take(self.epoch(self.people[0], self.circles["contact"], [self.people[0]]))

    def header(self, kind: str, audience: list[Any], kc: bytes, **changed: Any) -> bytes:
        """The next header; fields by name are put in place of the right ones."""
        fields = {"version": 1, "suite": 1, "kind": kind, "process": self.log.process, "seq": self.log.size}
        fields |= {"root": self.log.tree.roots[-1], "entry": self.chance.randbytes(16), "audience": audience, "kc": kc}
        return pack([*(fields | changed).values()])

    def control(self, author: people.Person, op: list[Any], **changed: Any) -> Leaf:
        """A signed change of the group."""
        raw = self.header("control", [], b"", **changed)
        message = p.L + b"control\x00" + p.sha256(raw) + author.user + p.sha256(pack(op))
        body = pack([author.user, sign(author, message), op])
        return raw, p.sha256(body), body

    def user(self, author: people.Person, person: people.Person, circle: bytes, **changed: Any) -> Leaf:
        """One vouches for another."""
        proof = sign(person, p.L + b"join\x00" + self.log.process + circle + person.kem.public)
        return self.control(author, ["user", person.sign_pk, person.kem.public, circle, proof], **changed)

    def epoch(
        self,
        author: people.Person,
        circle: bytes,
        members: list[people.Person],
        number: int | None = None,
        *,
        past: bool = True,
        **changed: Any,
    ) -> Leaf:
        """The next epoch of a circle."""
        number = len(self.log.epochs.get(circle, ())) if number is None else number
        seed, place = self.chance.randbytes(32), [self.log.process, circle, number]
        pair, listed, prev = people.epoch_pair(seed), [], b""
        for person in sorted(members, key=lambda one: one.user):
            info = p.L + b"member" + pack([*place, person.user])
            listed.append([person.user, self.keep(hpke_seal(person.kem.public, seed, info))])
        if number and past:
            earlier = self.seeds.get((circle, number - 1), bytes(32))
            prev = self.keep(hpke_seal(pair.public, earlier, p.L + b"prev" + pack(place)))
        self.seeds[circle, number] = seed
        return self.control(author, ["epoch", circle, number, pair.public, listed, prev], **changed)

    def keep(self, wrap: bytes) -> bytes:
        """Store a wrap, return its digest."""
        self.wraps[p.sha256(wrap)] = wrap
        return p.sha256(wrap)

    def wrap(self, entry: bytes, circle: bytes, how: str, key: bytes) -> list[Any]:
        """An audience item of the circle's newest epoch, its wrap stored."""
        number = len(self.log.epochs.get(circle, ())) - 1
        context = pack([self.log.process, entry, circle, number, p.sha256(b"kc" + key)])
        seed = self.seeds.get((circle, number), bytes(32))
        if how == "own":
            box = ChaCha20Poly1305(p.blake2b(p.derive(seed, "wrap"), context)).encrypt(bytes(12), key, b"")
        else:
            box = hpke_seal(people.epoch_pair(seed).public, key, p.L + b"entry" + context)
        return [circle, number, how, self.keep(box)]

    def entry(
        self, author: people.Person | None, circles: list[bytes], payload: bytes = b"text", **changed: Any
    ) -> Leaf:
        """An entry of hers, or an ingest where there is no author."""
        name, key = changed.pop("entry", None) or self.chance.randbytes(16), self.chance.randbytes(32)
        audience = []
        for circle in sorted(circles):
            own = author is not None and author.user in self.log.members(circle)
            audience.append(self.wrap(name, circle, "own" if own else "hpke", key))
        shown = changed.pop("audience", audience)
        raw = self.header("entry" if author else "ingest", shown, p.sha256(b"kc" + key), entry=name, **changed)
        user, signature = b"", b""
        if author:
            user = author.user
            signature = sign(author, p.L + b"entry\x00" + p.sha256(raw) + user + p.sha256(payload))
        body = ChaCha20Poly1305(key).encrypt(bytes(12), pad(pack([user, signature, payload])), raw)
        self.keys[name] = key
        return raw, p.sha256(body), body

    def grant(self, author: people.Person, entry: bytes, circle: bytes, how: str) -> Leaf:
        """A further circle may read an entry."""
        item = self.wrap(entry, circle, how, self.keys[entry])
        return self.control(author, ["grant", entry, *item])

    def take(self, leaf: Leaf) -> None:
        """Follow and store a leaf."""
        raw, body_hash, body = leaf
        seq = self.log.size
        control.follow(self.log, raw, body_hash, body)
        self.leaves.append((seq, raw, body_hash))
        self.bodies[seq] = body

    def rows(self) -> Rows:
        """All that is stored, as it should be."""
        head = Head(self.log.size, self.log.tree.roots[-1], self.log.tree.frontier)
        return Rows(list(self.leaves), dict(self.bodies), dict(self.wraps), [], head)
