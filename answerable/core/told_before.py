"""What was not there when people were told by us, or named in a notice: shown beside the deed, never refused (R63)."""

from collections.abc import Iterable

from answerable.core import may_tell
from answerable.core.calendar import day_of
from answerable.core.entries import AnyEntry, NoticeGiven, PeopleTold, ProcessOpened
from answerable.core.entries.around import AroundKind
from answerable.core.entries.may_tell import Material
from answerable.core.may_tell import Verdict, Whom
from answerable.core.state import Filed, Item, State, fold
from answerable.core.telling import Asks, Stands, answer_for, conditions, no_no, second


def as_of(state: State, seq: int) -> State:
    """Return what stood at a place of the log: what was done keeps the scope of its day (R10).

    Before the process was opened nothing stood but that there is one.
    """
    gone = {entry_id: stone.seq for entry_id, stone in state.taken_out.items()}
    stood = (filed for filed in state.timeline if filed.seq < seq or isinstance(filed.entry, ProcessOpened))
    return fold(stood, gone=gone)


def not_there(state: State, filed: Filed, told: PeopleTold) -> frozenset[Asks]:
    """Return what was not there when people were told, as far as this reader can see; shown, never refused (R63).

    It has to be missing on the day itself and in the record as it stood when this was written down: a stop that came
    in between, or a yes that was copied in between, takes nothing away.
    """
    zone = state.process.zone
    seq = written_first(filed, state.telling.told)
    later = (one.seq for one in state.timeline if day_of(one.entry.at, zone) > told.on)
    places = {seq, min(seq, next(later, seq))}
    return frozenset.intersection(*(_lacking(as_of(state, place), told) for place in sorted(places)))


def written_first(filed: Filed, items: Iterable[Item[AnyEntry]]) -> int:
    """Return the place at which a deed was written down first: to correct its words takes no mark away."""
    return next((item.seq for item in items if item.entry_id == filed.entry_id), filed.seq)


def named_against_no(state: State, filed: Filed, notice: NoticeGiven) -> bool:
    """Whether a notice named people for whom a no, or a stop, stood when it was written down (R44)."""
    notices = (one.item for circle in state.telling.circles for one in circle.notices)
    at = as_of(state, written_first(filed, notices))
    circle = at.telling.labelled(notice.label)
    if circle is not None:
        return no_no(at, circle, notice.on).stands is not Stands.MET
    found = may_tell.answer(at, _either(notice.label, notice.kind), Material.PROCESS, notice.on)
    return found.verdict in (Verdict.NO, Verdict.STOPPED)


def _either(label: str, kind: AroundKind) -> Whom:
    return Whom(person=label) if kind is AroundKind.PERSON else Whom(group=label)


def _lacking(state: State, told: PeopleTold) -> frozenset[Asks]:
    circle = state.telling.labelled(told.label)
    if circle is None:
        found = may_tell.answer(state, _either(told.label, told.kind), told.material, told.on)
        return frozenset() if found.is_yes else frozenset({Asks.YES})
    plans = (one for one in circle.plans if told.plan in (one.item.entry_id, one.item.first_id))
    plan = next(plans, None)
    if plan is None:
        return frozenset() if answer_for(state, circle, told.material, told.on).is_yes else frozenset({Asks.YES})
    asked = (*conditions(state, circle, told.material, told.on, plan=plan.item.entry), second(state, plan))
    return frozenset(one.asks for one in asked if one.stands is not Stands.MET)
