"""A user: one seed, a signing key, a hybrid key pair, and an id that is the digest of both public keys."""

from functools import cached_property
from typing import NamedTuple

from answerable.sealing import signatures
from answerable.sealing.derivation import derive, digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.kem import is_public_key
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.leaves import ID_LENGTH


class PublicKeys(NamedTuple):
    """The two public keys of a user, as the log shows them."""

    sign_pk: bytes
    kem_pk: bytes

    @property
    def user_id(self) -> bytes:
        """Return H(sign pk || kem pk)[0:16]: nobody can take an id without its keys."""
        return digest(self.sign_pk + self.kem_pk)[:ID_LENGTH]

    @property
    def words_key(self) -> bytes:
        """Return the 32 bytes from which a person's six safety words are made (passphrases.safety_words)."""
        return digest(self.sign_pk + self.kem_pk)


def check_keys(keys: PublicKeys) -> None:
    """Raise AlteredError unless both keys have their length and one can seal to the second."""
    if len(keys.sign_pk) != 32:
        raise AlteredError("sign-key")
    if not is_public_key(keys.kem_pk):
        raise AlteredError("kem-key")


class Identity:
    """What a seed of 32 bytes makes of its holder; keys are derived when first used, the seed is never shown."""

    __slots__ = ("__dict__", "_seed")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != 32:
            raise AlteredError("seed")
        self._seed = seed

    @classmethod
    def from_seed(cls, seed: bytes) -> "Identity":
        """Return the identity of this seed (32 bytes)."""
        return cls(seed)

    @property
    def seed(self) -> bytes:
        """Return the seed, to be sealed into a slot or a session row, never written elsewhere."""
        return self._seed

    @cached_property
    def _sign_pair(self) -> tuple[bytes, bytes]:
        return signatures.key_pair(derive(self._seed, "sign"))

    @cached_property
    def _kem(self) -> KemPair:
        return KemPair(self._seed)

    @property
    def sign_pk(self) -> bytes:
        """Return the Ed25519 public key."""
        return self._sign_pair[0]

    @property
    def kem_pk(self) -> bytes:
        """Return the hybrid public key (1216 bytes)."""
        return self._kem.public

    @cached_property
    def keys(self) -> PublicKeys:
        """Both public keys."""
        return PublicKeys(self.sign_pk, self.kem_pk)

    @cached_property
    def user_id(self) -> bytes:
        """The user id (16 bytes)."""
        return self.keys.user_id

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of the message; callers put a label first, so no text serves two ends."""
        return signatures.sign(self._sign_pair[1], message)

    def open_hpke(self, sealed: bytes, info: bytes) -> bytes:
        """Return what was sealed to kem_pk under info, or raise AlteredError("hpke")."""
        return self._kem.open(sealed, info)

    def own_key(self, label: str) -> bytes:
        """Return X(seed, label): "mark", "draft", "snapshot" and the like, keys nobody else has."""
        return derive(self._seed, label)

    def __repr__(self) -> str:
        """Show nothing of the seed."""
        return "Identity(...)"
