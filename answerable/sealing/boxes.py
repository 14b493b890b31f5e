"""Boxes under a key of one's own: nonce24 || XChaCha20-Poly1305, for slots, marks, drafts and session rows."""

from collections.abc import Callable

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from answerable.sealing import randomness
from answerable.sealing.errors import AlteredError

NONCE_LENGTH = 24


def seal_box(key: bytes, plaintext: bytes, ad: bytes, *, draw: Callable[[int], bytes] = randomness.draw) -> bytes:
    """Return nonce || ciphertext; the nonce is random and long enough to be drawn for every message."""
    nonce = draw(NONCE_LENGTH)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, ad, nonce, key)


def open_box(key: bytes, box: bytes, ad: bytes, what: str) -> bytes:
    """Return the plaintext, or raise AlteredError(what)."""
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(box[NONCE_LENGTH:], ad, box[:NONCE_LENGTH], key)
    except (CryptoError, ValueError):
        raise AlteredError(what) from None
