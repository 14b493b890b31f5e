"""Small locked boxes beside the log: session rows, drafts, addresses, leases; and keyed hashes of names."""

import hmac

from nacl import bindings
from nacl.exceptions import CryptoError

from answerable.sealing.derivation import derive
from answerable.sealing.errors import AlteredError
from answerable.sealing.randomness import draw

_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_SMALLEST = 256


def _padded(plain: bytes) -> bytes:
    size = _SMALLEST
    while size < len(plain) + 1:
        size *= 2
    return plain + b"\x80" + b"\x00" * (size - len(plain) - 1)


def lock_box(key: bytes, label: str, plain: bytes, ad: bytes = b"") -> bytes:
    """Return nonce24 || XChaCha20-Poly1305(X(key, label), plain padded to a power of two from 256 bytes, ad)."""
    nonce = draw(_NONCE)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(_padded(plain), ad, nonce, derive(key, label))


def unlock_box(key: bytes, label: str, box: bytes, ad: bytes = b"") -> bytes:
    """Return what was locked under the same key, label and ad. Raises AlteredError for anything else."""
    nonce, sealed = box[:_NONCE], box[_NONCE:]
    try:
        padded = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, ad, nonce, derive(key, label))
    except (CryptoError, ValueError, TypeError):
        raise AlteredError("box") from None
    return padded[: padded.rindex(b"\x80")]


def tag(key: bytes, label: str, data: bytes) -> bytes:
    """Return HMAC-SHA256 of data under X(key, label): a name that tells nothing without the key."""
    return hmac.digest(derive(key, label), data, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare two tags in constant time."""
    return hmac.compare_digest(one, other)
