"""Opening what was sealed to a public key: the key pair derived from a seed."""

import hashlib
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

from answerable.sealing.derivation import derive
from answerable.sealing.errors import AlteredError
from answerable.sealing.kem import SUITE


class KemPair:
    """The hybrid key pair of a 32-byte secret: SHAKE256(secret, 96) is ML-KEM's d || z, then X25519's scalar."""

    def __init__(self, secret: bytes) -> None:
        raw = hashlib.shake_256(secret).digest(96)
        self._mlkem = MLKEM768PrivateKey.from_seed_bytes(raw[:64])
        self._x25519 = X25519PrivateKey.from_private_bytes(raw[64:])

    @classmethod
    def of_seed(cls, seed: bytes) -> "KemPair":
        """Return the pair of a user's or an epoch's seed: its secret is X(seed, "kem")."""
        return cls(derive(seed, "kem"))

    @cached_property
    def public(self) -> bytes:
        """The public key: ML-KEM-768 (1184 bytes) || X25519 (32), the order of age's post-quantum recipients."""
        return self._mlkem.public_key().public_bytes_raw() + self._x25519.public_key().public_bytes_raw()

    @cached_property
    def _private(self) -> MLKEM768X25519PrivateKey:
        return MLKEM768X25519PrivateKey(self._mlkem, self._x25519)

    def open(self, sealed: bytes, info: bytes) -> bytes:
        """Return what was sealed to this key under this info, or raise AlteredError("hpke")."""
        try:
            return SUITE.decrypt(sealed, self._private, info)
        except (ValueError, InvalidTag):
            raise AlteredError("hpke") from None
