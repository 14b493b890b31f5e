"""A file locked with a passphrase, in the age format that other programs open too (C7)."""

from pyrage import passphrase  # type: ignore[import-untyped]  # pyrage ships no types


def age_file(data: bytes, words: str) -> bytes:
    """Return the data locked with these words (age, scrypt): whoever has them opens it with any age program."""
    locked: bytes = passphrase.encrypt(data, words)
    return locked
