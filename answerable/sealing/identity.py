"""A user: one seed, a signing key, a hybrid key pair, and an id that is the digest of both public keys."""

from functools import cached_property

from answerable.sealing import signatures
from answerable.sealing.derivation import KEY_LENGTH, derive
from answerable.sealing.errors import AlteredError
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.public_keys import PublicKeys


class Identity:
    """What a seed of 32 bytes makes of its holder; keys are derived when first used, no text form shows one."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != KEY_LENGTH:
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
        return KemPair.of_seed(self._seed)

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
