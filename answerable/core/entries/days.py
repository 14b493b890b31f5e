"""The day of a deed: it cannot lie after today, and it is what a taking out keeps (R60)."""

from datetime import date

from answerable.core.entries.base import Entry

_DAY_FIELDS = ("on", "said_on", "dated_on", "planned_on", "opened_on")


def happened_on(entry: Entry) -> date | None:
    """Return the day on which what the entry tells of happened, None where only the moment of writing counts."""
    for name in _DAY_FIELDS:
        day = getattr(entry, name, None)
        if isinstance(day, date):
            return day
    return None
