"""Ed25519 by libsodium alone: OpenSSL accepts small-order keys, with which one signature fits every text."""

from nacl.bindings import crypto_sign, crypto_sign_open, crypto_sign_seed_keypair
from nacl.exceptions import CryptoError

from answerable.sealing.derivation import KEY_LENGTH

SIGNATURE_LENGTH = 64


def key_pair(seed: bytes) -> tuple[bytes, bytes]:
    """Return (public key, secret key) of a 32-byte seed."""
    public, secret = crypto_sign_seed_keypair(seed)
    return public, secret


def sign(secret: bytes, message: bytes) -> bytes:
    """Return the 64-byte signature of the message."""
    return bytes(crypto_sign(message, secret)[:SIGNATURE_LENGTH])


def is_valid(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the signature is this key's over this message; False too for keys and lengths libsodium refuses."""
    if len(signature) != SIGNATURE_LENGTH or len(public) != KEY_LENGTH:
        return False
    try:
        crypto_sign_open(signature + message, public)
    except CryptoError:
        return False
    return True
