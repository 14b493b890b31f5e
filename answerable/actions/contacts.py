"""Writing down a contact: one save, one transaction, whatever it holds besides (entries.md)."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, Writer, append, derived_id, write
from answerable.core import audiences
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, DemandPassedOn, NoteKept, PauseEnded, PauseTaken, SentByX, SentSorted
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import HisAnswer
from answerable.core.entries.sent import HowAnswered
from answerable.core.state import Item, State

FORM = "contact"


def keep_note(opened: OpenProcess, entry_id: bytes, note: NoteKept, *, with_supervision: bool, now: int) -> OpenProcess:
    """Append a note, for supervision too where its author says so. Raises AlreadyWrittenError."""
    also = (Role.SUPERVISION,) if with_supervision else ()
    return write(opened, lambda writer: writer.entry(entry_id, note, also=also), now=now)


def record_contact(opened: OpenProcess, entry_id: bytes, entries: Sequence[AnyEntry], *, now: int) -> OpenProcess:
    """Append a contact with what X said besides it: whom he told, what he will do, what became of agreements.

    The first entry stands under the id drawn with the form, the others under ids derived from it, so that saving
    twice writes once. The author's draft of the form goes.
    """
    named = [(derived_id(entry_id, part) if part else entry_id, entry) for part, entry in enumerate(entries)]
    try:
        opened = append(opened, *named, now=now)
    except AlreadyWrittenError:
        record.drop_draft(opened, FORM)
        raise
    record.drop_draft(opened, FORM)
    return opened


_ANSWERS = {
    HowAnswered.ANSWERED: Outcome.ANSWERED,
    HowAnswered.EVADED: Outcome.EVADED,
    HowAnswered.REFUSED: Outcome.REFUSED,
}
"""What stands beside a demand that was passed on; who answers in part has not answered it yet (R30)."""


def record_sent(opened: OpenProcess, entry_id: bytes, sent: SentByX, how: SentSorted, *, now: int) -> OpenProcess:
    """Append what he sent, what he did in it with each open question, and his answers to demands, in one act (R26).

    An answer to a demand is put beside its newest passing on, so that those who made the demand read it too (R30).
    Raises AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.entry(entry_id, sent)
        writer.entry(derived_id(entry_id, 1), structs.replace(how, sent=entry_id))
        for part, (item, answer) in enumerate(_answered_demands(writer.opened.state, how), start=2):
            again = structs.replace(item.entry, at=now, answer=answer, corrects=item.entry_id)
            rule = audiences.RULES[DemandPassedOn]
            also = frozenset(item.entry.meant_for) & rule.may_add
            writer.entry(derived_id(entry_id, part), again, also=also)

    return write(opened, build, now=now)


def _answered_demands(state: State, how: SentSorted) -> Iterator[tuple[Item[DemandPassedOn], HisAnswer]]:
    """Yield the newest passing on of each demand that he answered, evaded or refused in what he sent."""
    done = {one.about: _ANSWERS[one.how] for one in how.answers if one.how in _ANSWERS}
    for demand in state.demands:
        passings = demand.current.passings
        if passings and demand.demand_id in done:
            yield passings[-1].item, HisAnswer(outcome=done[demand.demand_id], text="")


def pause(opened: OpenProcess, entry_id: bytes, taken: PauseTaken, *, with_supervision: bool, now: int) -> OpenProcess:
    """Append a pause of ours, for supervision too where its author says so (R34). Raises AlreadyWrittenError."""
    also = (Role.SUPERVISION,) if with_supervision else ()
    return write(opened, lambda writer: writer.entry(entry_id, taken, also=also), now=now)


def end_pause(opened: OpenProcess, entry_id: bytes, ended: PauseEnded, *, of: PauseTaken, now: int) -> OpenProcess:
    """Append that we are back, for all who read the pause (R34). Raises AlreadyWrittenError."""
    also = frozenset(of.meant_for) & audiences.RULES[PauseEnded].may_add
    return write(opened, lambda writer: writer.entry(entry_id, ended, also=also), now=now)
