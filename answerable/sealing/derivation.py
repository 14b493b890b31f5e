"""Digests and derived keys: H(x), X(k, l) and the label prefix of docs/sealing.md."""

import hashlib
import hmac

PREFIX = b"answerable/1/"
KEY_LENGTH = 32
HASH_LENGTH = 32


def digest(data: bytes) -> bytes:
    """Return H(data) = SHA-256."""
    return hashlib.sha256(data).digest()


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """Return HKDF-Expand-SHA256(key, info, length) (RFC 5869); length is at most 255 * 32."""
    out = block = b""
    counter = 1
    while len(out) < length:
        block = hmac.digest(key, block + info + bytes([counter]), "sha256")
        out += block
        counter += 1
    return out[:length]


def extract(salt: bytes, ikm: bytes) -> bytes:
    """Return HKDF-Extract-SHA256(salt, ikm) (RFC 5869)."""
    return hmac.digest(salt, ikm, "sha256")


def derive(key: bytes, label: str) -> bytes:
    """Return X(key, label): 32 bytes that tell nothing about each other or about the key."""
    return expand(key, PREFIX + label.encode("ascii"), KEY_LENGTH)
