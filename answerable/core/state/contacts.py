"""Contact with X, as it stands: two clocks, and the messages that wait for an answer (R26)."""

from collections.abc import Callable, Iterable
from datetime import date
from types import MappingProxyType
from typing import assert_never

from answerable.core.entries import ContactAttempted, ContactReached, MeetingMissed, NoteBeside, SentSorted
from answerable.core.entries.sent import REACHING
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.shape import Contacts, OpenMessage
from answerable.core.state.standing import item_of

ContactEntry = ContactReached | ContactAttempted | MeetingMissed | NoteBeside
REACHED = "contact-reached"
ATTEMPTED = "contact-attempted"
FirstOf = Callable[[bytes], bytes]


class ContactsBuilder:
    """Gathers contacts; the clocks also count those whose words were taken out, by their day (R60)."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self.reached: list[Item[ContactReached]] = []
        self.attempts: list[Item[ContactAttempted]] = []
        self.missed: list[Item[MeetingMissed]] = []
        self.beside: dict[bytes, list[Item[NoteBeside]]] = {}

    def add(self, filed: Filed, entry: ContactEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ContactReached():
                self.reached.append(item_of(filed, entry, first, seq))
            case ContactAttempted():
                self.attempts.append(item_of(filed, entry, first, seq))
            case MeetingMissed():
                self.missed.append(item_of(filed, entry, first, seq))
            case NoteBeside():
                note = item_of(filed, entry, first, seq)
                self.beside.setdefault(self._first_of(entry.contact), []).append(note)
            case _:
                assert_never(entry)

    def freeze(self, sent: Iterable[Item[SentSorted]], empty_places: Iterable[Tombstone]) -> Contacts:
        """Return the slice; `empty_places` are the tombstones at whose place nothing stands, `sent` what he sent."""
        self.reached.sort(key=lambda item: (item.entry.on, item.seq))
        self.attempts.sort(key=lambda item: (item.entry.on, item.seq))
        self.missed.sort(key=lambda item: (item.entry.planned_on, item.seq))
        days = {REACHED: [one.entry.on for one in self.reached], ATTEMPTED: [one.entry.on for one in self.attempts]}
        for tombstone in empty_places:
            days.get(tombstone.taken.kind, []).append(tombstone.taken.day)
        met_on = max(days[REACHED], default=None)
        sent = tuple(sent)
        days[REACHED] += [item.entry.on for item in sent if item.entry.reached]
        last = max(days[REACHED], default=None)
        return Contacts(
            reached=tuple(self.reached),
            attempts=tuple(self.attempts),
            missed=tuple(self.missed),
            reached_days=tuple(sorted(days[REACHED])),
            last_reached_on=last,
            last_attempt_on=max(days[REACHED] + days[ATTEMPTED], default=None),
            attempts_since_reached=tuple(one for one in self.attempts if last is None or one.entry.on > last),
            open_messages=tuple(self._open_messages(met_on, sent)),
            beside=MappingProxyType({contact: tuple(notes) for contact, notes in self.beside.items()}),
        )

    def _open_messages(self, met_on: date | None, sent: tuple[Item[SentSorted], ...]) -> Iterable[OpenMessage]:
        """Yield the messages that ask something, with no contact since, and no answer in what he sent since."""
        rows, row_of = self._rows()
        answered_at: dict[bytes, int] = {}
        for item in sent:
            for one in item.entry.answers:
                about = self._first_of(one.about)
                if one.how in REACHING:
                    answered_at[row_of.get(about, about)] = item.seq
        for row, attempts in rows.items():
            unmet = met_on is None or max(item.entry.on for item in attempts) > met_on
            if unmet and answered_at.get(row, -1) < max(item.seq for item in attempts):
                yield _open_message(attempts)

    def _rows(self) -> tuple[dict[bytes, list[Item[ContactAttempted]]], dict[bytes, bytes]]:
        """Return the messages that ask something, each with those that gave it a new date, and the row of each."""
        rows: dict[bytes, list[Item[ContactAttempted]]] = {}
        row_of: dict[bytes, bytes] = {}
        for item in sorted(self.attempts, key=lambda item: item.seq):
            earlier = item.entry.new_date_for
            row = None if earlier is None else row_of.get(self._first_of(earlier))
            if row is None and not item.entry.asked:
                continue
            row_of[item.first_id] = row or item.first_id
            rows.setdefault(row_of[item.first_id], []).append(item)
        return rows, row_of


def _open_message(attempts: list[Item[ContactAttempted]]) -> OpenMessage:
    dates = [item.entry.answer_by_on for item in attempts if item.entry.answer_by_on is not None]
    return OpenMessage(
        attempts=tuple(attempts),
        asked=next(item.entry.asked for item in reversed(attempts) if item.entry.asked),
        on=attempts[0].entry.on,
        answer_by_on=dates[-1] if dates else None,
        new_dates=len(attempts) - 1,
    )
