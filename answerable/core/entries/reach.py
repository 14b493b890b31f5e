"""What reaches the person harmed, and through whom: her own choice (R13). Nothing here names her (R11)."""

from datetime import date
from enum import StrEnum

from answerable.core.entries.base import Copied, Entry, Line


class Reach(StrEnum):
    """How much reaches her, from the least on."""

    NOTHING = "nothing"
    ON_REQUEST = "on-request"
    SHORT = "short"
    EVERYTHING = "everything"


class ReachChosen(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="reach-chosen/1"):
    """What reaches her and who keeps it for her, as she told her support circle; never her name (R11, R13)."""

    reach: Reach
    through: Line | None
    said_on: date
    copied: Copied | None = None
