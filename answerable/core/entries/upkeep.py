"""What keeps the group's own work going: looking at the mail, taking and declining duties."""

from datetime import date

from answerable.core.entries.base import Entry, Line, Text, Words


class MailboxLookedAt(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="mailbox-looked-at/1"):
    """A member looked at the group's mail (R55)."""

    on: date


class DutyTaken(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="duty-taken/1"):
    """The author takes a duty on herself; the key is the one that `core.duties` gives it."""

    duty: Line


class DutyDeclined(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="duty-declined/1"):
    """The author does not do a duty, says why, and who was told (R25)."""

    duty: Line
    why: Words
    told: Text
