"""Boxes beside the log: session rows, drafts, addresses, leases, padded; and keyed hashes of names."""

import hmac

from answerable.sealing.boxes import open_box, seal_box
from answerable.sealing.derivation import derive

_SMALLEST = 256


def _padded(plain: bytes) -> bytes:
    size = _SMALLEST
    while size < len(plain) + 1:
        size *= 2
    return plain + b"\x80" + b"\x00" * (size - len(plain) - 1)


def lock_box(key: bytes, label: str, plain: bytes, ad: bytes = b"") -> bytes:
    """Return plain, padded to a power of two from 256 bytes, sealed under X(key, label) and bound to ad."""
    return seal_box(derive(key, label), _padded(plain), ad)


def unlock_box(key: bytes, label: str, box: bytes, ad: bytes = b"") -> bytes:
    """Return what was locked under the same key, label and ad. Raises AlteredError for anything else."""
    padded = open_box(derive(key, label), box, ad, "box")
    return padded[: padded.rindex(b"\x80")]


def tag(key: bytes, label: str, data: bytes) -> bytes:
    """Return HMAC-SHA256 of data under X(key, label): a name that tells nothing without the key."""
    return hmac.digest(derive(key, label), data, "sha256")


def growing_tag(key: bytes, label: str) -> hmac.HMAC:
    """Return an HMAC-SHA256 under X(key, label) that takes its data piece by piece."""
    return hmac.new(derive(key, label), digestmod="sha256")
