"""The keys of one circle epoch, and the ring of epoch keys that a member holds."""

from collections.abc import Mapping
from functools import cached_property

from answerable.sealing.derivation import KEY_LENGTH, derive
from answerable.sealing.errors import AlteredError, Finding
from answerable.sealing.identity import Identity
from answerable.sealing.kem_pair import KemPair


class EpochKeys:
    """What the seed of an epoch gives: the public key others seal to, and W, under which members wrap quickly."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != KEY_LENGTH:
            raise AlteredError("epoch-seed")
        self.seed = seed

    @classmethod
    def from_seed(cls, seed: bytes) -> "EpochKeys":
        """Return the keys of this seed (32 bytes)."""
        return cls(seed)

    @cached_property
    def _kem(self) -> KemPair:
        return KemPair.of_seed(self.seed)

    @cached_property
    def wrap_key(self) -> bytes:
        """W = X(seed, "wrap")."""
        return derive(self.seed, "wrap")

    @property
    def public_key(self) -> bytes:
        """Return the hybrid public key, which must be the one in the log."""
        return self._kem.public

    def open_hpke(self, sealed: bytes, info: bytes) -> bytes:
        """Return what was sealed to this epoch, or raise AlteredError("hpke")."""
        return self._kem.open(sealed, info)


class KeyRing:
    """An identity with the epoch keys it could unwrap, by (circle, epoch); `findings` are broken or missing wraps."""

    def __init__(
        self,
        identity: Identity,
        epochs: Mapping[tuple[bytes, int], EpochKeys],
        *,
        withheld: tuple[Finding, ...] = (),
        altered: tuple[Finding, ...] = (),
    ) -> None:
        self.identity = identity
        self.epochs = dict(epochs)
        self.withheld = withheld
        self.altered = altered

    @property
    def user_id(self) -> bytes:
        """Return whose ring it is."""
        return self.identity.user_id

    @property
    def circles(self) -> frozenset[bytes]:
        """Return the circles of which at least one epoch is held."""
        return frozenset(circle for circle, _ in self.epochs)

    def with_epoch(self, circle: bytes, epoch: int, keys: EpochKeys) -> "KeyRing":
        """Return a ring that also holds this epoch (after one opened it oneself)."""
        epochs = {**self.epochs, (circle, epoch): keys}
        return KeyRing(self.identity, epochs, withheld=self.withheld, altered=self.altered)
