"""The least the machine must do for each figure: floors to divide by."""

from collections.abc import Callable

import nacl.bindings
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.db import connection, transaction

from answerable.actions.reading import OpenProcess
from answerable.core.entries import codec
from answerable.core.entries.texts import leaves_of
from answerable.core.state import Filed, fold
from answerable.sealing import open as opening
from answerable.sealing.passphrases import DEFAULT
from answerable.store import log

_NONCE = bytes(12)


def bulk_reader(opened: OpenProcess) -> Callable[[], None]:
    """Return an act that reads the same rows, decrypts the same bodies with known keys, decodes and folds them.

    No header is followed, no wrap opened, no hash and no signature checked.
    """
    wraps = log.read_log(opened.process).wraps
    keys = {
        facts.seq: (opening.content_key(opened.ledger, opened.ring, entry, wraps.get), facts.header)
        for entry, facts in opened.ledger.entries.items()
    }
    places = {one.seq: one for one in opened.filed}
    payloads = {one.seq: codec.encode(one.entry) for one in opened.filed}

    def act() -> None:
        rows = log.read_log(opened.process)
        filed = []
        for seq, (key, header) in keys.items():
            ChaCha20Poly1305(key).decrypt(_NONCE, rows.bodies[seq], header)
            entry = codec.decode(payloads[seq])
            one = places[seq]
            filed.append(
                Filed(
                    entry_id=one.entry_id,
                    seq=seq,
                    author=one.author,
                    author_roles=one.author_roles,
                    entry=entry,  # type: ignore[arg-type]  # all of this version
                )
            )
        fold(filed)

    return act


def durable_insert(opened: OpenProcess) -> Callable[[], None]:
    """Return an act that signs a header and inserts one row of an entry's size in a transaction of its own."""
    body = bytes(2048)
    _pk, secret = nacl.bindings.crypto_sign_keypair()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE floor (n INTEGER PRIMARY KEY, header BLOB, body BLOB)")
    header = next(iter(opened.ledger.entries.values())).header
    count = 0

    def act() -> None:
        nonlocal count
        count += 1
        signed = nacl.bindings.crypto_sign(header, secret)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO floor VALUES (%s, %s, %s)", [count, signed, body])

    return act


def argon2() -> None:
    """Run Argon2id once at the default cost."""
    nacl.bindings.crypto_pwhash_alg(
        32,
        b"four calm rivers under old slate",
        bytes(16),
        DEFAULT.t,
        DEFAULT.m_bytes,
        nacl.bindings.crypto_pwhash_ALG_ARGON2ID13,
    )


def scan(opened: OpenProcess, word: str) -> Callable[[], None]:
    """Return an act that folds every text of the record by case alone and scans it for a word."""
    texts = [leaf for one in opened.filed for leaf in leaves_of(one.entry) if type(leaf) is str]

    def act() -> None:
        assert not [text for text in texts if word in text.casefold()]

    return act
