"""The tests' clock: noon of the day of the start, and from then on only time that really passed."""

import time

_DAY = 24 * 60 * 60
_STARTED_AT = time.time() // _DAY * _DAY + _DAY // 2 - time.monotonic()


def now() -> int:
    """Return this moment in whole seconds UTC, as if nobody had set the machine's clock since the start.

    A machine that is woken or put right in the middle of a run steps its clock by hours: every visit that a test has
    just begun would then have ended, as it should for people, and the test would fail by chance. From noon on, no test
    has midnight in the middle of it either.
    """
    return int(_STARTED_AT + time.monotonic())
