"""Entries about the record itself: words taken out, an alarm noted."""

from datetime import date

from answerable.core.entries.base import Aside, Code, Entry, EntryId, Text, Words


class TakenOut(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="taken-out/1"):
    """The words of an entry were destroyed: its kind, the day of the deed it told of, and why (R11, R60).

    The deed itself still happened: `day` keeps the clocks right.
    """

    entry: EntryId
    kind: Code
    day: date
    why: Text


class AsideTakenOut(Aside, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="aside-taken-out/1"):
    """The same of words for named people: said to them alone (R11, R66)."""

    entry: EntryId
    kind: Code
    day: date
    why: Text


class AlarmNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="alarm-noted/1"):
    """A member saw that stored entries were changed or damaged, and the group writes on knowing it (C2)."""

    what: Words
    on: date
