"""The one-time link from a server's console: says when it was made, under the pepper; dies with the first account."""

from answerable.actions import host_keys
from answerable.sealing import host_boxes as boxes
from answerable.sealing.errors import AlteredError

VALID_SECONDS = 24 * 60 * 60


def make(*, now: int) -> str:
    """Return a token for /start/<token>."""
    return boxes.lock_box(host_keys.pepper(), "first-link", str(now).encode()).hex()


def fits(token: str, *, now: int) -> bool:
    """Say whether the token was made here in the last 24 hours (that nobody has an account is asked elsewhere)."""
    try:
        made_at = int(boxes.unlock_box(host_keys.pepper(), "first-link", bytes.fromhex(token)))
    except (ValueError, AlteredError):
        return False
    return 0 <= now - made_at < VALID_SECONDS
