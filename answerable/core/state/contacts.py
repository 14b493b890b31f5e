"""Contact with X, as it stands: two clocks, and the messages that wait for an answer (R26)."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import assert_never

from answerable.core.entries import ContactAttempted, ContactReached, MeetingMissed
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.shape import Contacts, OpenMessage
from answerable.core.state.standing import item_of

ContactEntry = ContactReached | ContactAttempted | MeetingMissed
REACHED = "contact-reached"
ATTEMPTED = "contact-attempted"


class ContactsBuilder:
    """Gathers contacts; the clocks also count those whose words were taken out, by their day (R60)."""

    def __init__(self) -> None:
        self.reached: list[Item[ContactReached]] = []
        self.attempts: list[Item[ContactAttempted]] = []
        self.missed: list[Item[MeetingMissed]] = []

    def add(self, filed: Filed, entry: ContactEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ContactReached():
                self.reached.append(item_of(filed, entry, first, seq))
            case ContactAttempted():
                self.attempts.append(item_of(filed, entry, first, seq))
            case MeetingMissed():
                self.missed.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, first_of: Callable[[bytes], bytes], empty_places: Iterable[Tombstone]) -> Contacts:
        """Return the slice; `empty_places` are the tombstones at whose place nothing stands."""
        self.reached.sort(key=lambda item: (item.entry.on, item.seq))
        self.attempts.sort(key=lambda item: (item.entry.on, item.seq))
        self.missed.sort(key=lambda item: (item.entry.planned_on, item.seq))
        days = {REACHED: [one.entry.on for one in self.reached], ATTEMPTED: [one.entry.on for one in self.attempts]}
        for tombstone in empty_places:
            days.get(tombstone.taken.kind, []).append(tombstone.taken.day)
        last = max(days[REACHED], default=None)
        return Contacts(
            reached=tuple(self.reached),
            attempts=tuple(self.attempts),
            missed=tuple(self.missed),
            reached_days=tuple(sorted(days[REACHED])),
            last_reached_on=last,
            last_attempt_on=max(days[REACHED] + days[ATTEMPTED], default=None),
            attempts_since_reached=tuple(one for one in self.attempts if last is None or one.entry.on > last),
            open_messages=tuple(self._open_messages(first_of, last)),
        )

    def _open_messages(self, first_of: Callable[[bytes], bytes], last: date | None) -> Iterable[OpenMessage]:
        """Yield the messages that ask something, with no contact reached since they were last sent."""
        rows: dict[bytes, list[Item[ContactAttempted]]] = {}
        row_of: dict[bytes, bytes] = {}
        for item in sorted(self.attempts, key=lambda item: item.seq):
            earlier = item.entry.new_date_for
            row = None if earlier is None else row_of.get(first_of(earlier))
            if row is None and not item.entry.asked:
                continue
            row_of[item.first_id] = row or item.first_id
            rows.setdefault(row_of[item.first_id], []).append(item)
        for attempts in rows.values():
            if last is None or max(item.entry.on for item in attempts) > last:
                yield _open_message(attempts)


def _open_message(attempts: list[Item[ContactAttempted]]) -> OpenMessage:
    dates = [item.entry.answer_by_on for item in attempts if item.entry.answer_by_on is not None]
    return OpenMessage(
        attempts=tuple(attempts),
        asked=next(item.entry.asked for item in reversed(attempts) if item.entry.asked),
        on=attempts[0].entry.on,
        answer_by_on=dates[-1] if dates else None,
        new_dates=len(attempts) - 1,
    )
