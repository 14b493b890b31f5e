"""The tests' clock: the machine's moment at the start, and from then on only time that really passed."""

import time

_STARTED_AT = time.time() - time.monotonic()


def now() -> int:
    """Return this moment in whole seconds UTC, as if nobody had set the machine's clock since the start.

    A machine that is woken or put right in the middle of a run steps its clock by hours: every visit that a test has
    just begun would then have ended, as it should for people, and the test would fail by chance.
    """
    return int(_STARTED_AT + time.monotonic())
