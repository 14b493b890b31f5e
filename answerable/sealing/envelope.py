"""The inside of an entry: padding, the texts that bind keys to their place, what an author signs. Only seals."""

import hashlib
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from answerable.sealing.derivation import PREFIX, digest
from answerable.sealing.kem import seal_to
from answerable.sealing.packing import pack

ZERO_NONCE = bytes(12)
"""Safe because each AEAD key is used for one message only."""
TAG_LENGTH = 16
SMALLEST = 1024
LARGEST_POWER = 64 * 1024
KC_LABEL = b"kc"


class Inside(NamedTuple):
    """What the body holds: who says it, her signature, and the payload (an ingest leaves the first two empty)."""

    author: bytes
    sig: bytes
    payload: bytes


def padded_length(length: int) -> int:
    """Return the length to which that many bytes (the 0x80 counted) are padded: 1, 2, 4 .. 64 KiB, above it Padme."""
    if length <= LARGEST_POWER:
        return max(SMALLEST, 1 << (length - 1).bit_length())
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def pad(data: bytes) -> bytes:
    """Return data || 0x80 || 00.. of a permitted length."""
    return (data + b"\x80").ljust(padded_length(len(data) + 1), b"\0")


def key_commitment(cek: bytes) -> bytes:
    """Return kc = H("kc" || CEK): an entry cannot read differently in two circles."""
    return digest(KC_LABEL + cek)


def wrap_context(process: bytes, entry: bytes, circle: bytes, epoch: int, kc: bytes) -> bytes:
    """Return ctx, which binds a wrap to its process, entry, circle, epoch and content key."""
    return pack((process, entry, circle, epoch, kc))


def own_aead(wrap_key: bytes, context: bytes) -> ChaCha20Poly1305:
    """Return the cipher for one own wrap; its key is fresh because the context holds the entry id and kc."""
    return ChaCha20Poly1305(hashlib.blake2b(context, digest_size=32, key=wrap_key).digest())


def own_wrap(wrap_key: bytes, context: bytes, cek: bytes) -> bytes:
    """Return the content key wrapped under an epoch's W."""
    return own_aead(wrap_key, context).encrypt(ZERO_NONCE, cek, None)


def hpke_wrap(public: bytes, context: bytes, cek: bytes) -> bytes:
    """Return the content key sealed to an epoch's public key, taken from a checked log."""
    return seal_to(public, cek, entry_info(context))


def entry_info(context: bytes) -> bytes:
    """Return the HPKE info of a content key's wrap."""
    return PREFIX + b"entry" + context


def entry_message(header: bytes, author: bytes, payload: bytes) -> bytes:
    """Return what an author signs: label, place in the log, herself, the payload."""
    return PREFIX + b"entry\x00" + digest(header) + author + digest(payload)


def seal_body(cek: bytes, header: bytes, inside: Inside) -> bytes:
    """Return the body: padded, so that its length tells little, and bound to its header."""
    return ChaCha20Poly1305(cek).encrypt(ZERO_NONCE, pad(pack(inside)), header)
