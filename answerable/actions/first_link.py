"""The one-time link from a server's console: says when it was made, under the pepper; dies with the first account."""

from hmac import compare_digest

from answerable.actions import host_keys
from answerable.sealing import host_boxes as boxes

VALID_SECONDS = 24 * 60 * 60


def make(*, now: int) -> str:
    """Return a token for /start/<token>, short enough to be typed from another screen."""
    return f"{now:x}-{_proof(now)}"


def fits(token: str, *, now: int) -> bool:
    """Say whether the token was made here in the last 24 hours (that nobody has an account is asked elsewhere)."""
    when, _dash, proof = token.partition("-")
    try:
        made_at = int(when, 16)
    except ValueError:
        return False
    return compare_digest(proof.encode(), _proof(made_at).encode()) and 0 <= now - made_at < VALID_SECONDS


def _proof(made_at: int) -> str:
    return boxes.tag(host_keys.pepper(), "first-link", str(made_at).encode())[:16].hex()
