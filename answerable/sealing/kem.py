"""Sealing to a public key: HPKE, MLKEM768-X25519 (0x647a) + HKDF-SHA256 + ChaCha20-Poly1305. Nothing here opens."""

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PublicKey, Suite

SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
MLKEM_LENGTH = 1184
PUBLIC_LENGTH = MLKEM_LENGTH + 32
_PROBE = X25519PrivateKey.from_private_bytes(bytes([8]) + bytes(30) + bytes([64]))


def is_public_key(public: bytes) -> bool:
    """Say whether one can seal to this key: ML-KEM takes it and X25519 with it is not zero (small order)."""
    if len(public) != PUBLIC_LENGTH:
        return False
    try:
        MLKEM768PublicKey.from_public_bytes(public[:MLKEM_LENGTH])
        _PROBE.exchange(X25519PublicKey.from_public_bytes(public[MLKEM_LENGTH:]))
    except ValueError:
        return False
    return True


def seal_to(public: bytes, plaintext: bytes, info: bytes) -> bytes:
    """Return enc || ct: plaintext for the holder of `public`, bound to `info`; raises ValueError for a refused key."""
    mlkem = MLKEM768PublicKey.from_public_bytes(public[:MLKEM_LENGTH])
    x25519 = X25519PublicKey.from_public_bytes(public[MLKEM_LENGTH:])
    return SUITE.encrypt(plaintext, MLKEM768X25519PublicKey(mlkem, x25519), info)
