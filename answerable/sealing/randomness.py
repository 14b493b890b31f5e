"""The one place where this room draws from the system's randomness (HPKE draws its own)."""

import os


def draw(n: int) -> bytes:
    """Return n fresh random bytes; pass another function of this shape only in tests and the practice process."""
    return os.urandom(n)
