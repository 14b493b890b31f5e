"""The public side of a user: two keys, and an id that is their digest."""

from typing import NamedTuple

from answerable.sealing.derivation import KEY_LENGTH, digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.kem import is_public_key
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


def check_keys(keys: PublicKeys, seq: int | None = None) -> None:
    """Raise AlteredError unless the first key has its length and one can seal to the second."""
    if len(keys.sign_pk) != KEY_LENGTH:
        raise AlteredError("sign-key", seq)
    if not is_public_key(keys.kem_pk):
        raise AlteredError("kem-key", seq)
