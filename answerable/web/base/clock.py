"""The only clock of the pages: a moment in whole seconds UTC, and days in a zone (C6)."""

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> int:
    """Return this moment in whole seconds UTC."""
    return int(time.time())


def day_in(zone: str, moment: int) -> date:
    """Return the day of a moment in an IANA zone."""
    return datetime.fromtimestamp(moment, ZoneInfo(zone)).date()


def host_day(moment: int) -> date:
    """Return the UTC day of a moment: the coarsest time that may stand in clear."""
    return datetime.fromtimestamp(moment, UTC).date()


def clock_time(zone: str, moment: int) -> str:
    """Return a moment as hours and minutes in a zone, e.g. 20:42."""
    return datetime.fromtimestamp(moment, ZoneInfo(zone)).strftime("%H:%M")
