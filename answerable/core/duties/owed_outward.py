"""Duties towards the support and supervision circles: passing on, reading copies, answering, the update."""

from collections.abc import Iterator
from datetime import date

from answerable.core import outgoing
from answerable.core.audiences import needs_second_reader
from answerable.core.calendar import SOON_AHEAD, Clock, add_months
from answerable.core.circles import Presence, Role
from answerable.core.duties.duty import ANSWER_WITHIN, UPDATE_GRACE, Code, Duty, Facts, UpdateStage, View
from answerable.core.entries import AnyEntry
from answerable.core.entries.demands import Origin
from answerable.core.going_back import to_tell
from answerable.core.state import State
from answerable.core.state.items import Item
from answerable.core.state.parent import Decision
from answerable.core.state.shape import DemandVersion


def _pass_on_by(view: View, words: DemandVersion | Decision) -> date | None:
    """Return when words are to be passed on: at the next contact, at the latest 14 days after they count."""
    if words.counts_from is None or words.passings:
        return None
    raised_on = view.day(words.counts_from)
    latest_on = raised_on + ANSWER_WITHIN
    since = words.counts_from_seq or 0
    chances = (item.entry.on for item in view.state.contacts.reached if item.seq > since and item.entry.on >= raised_on)
    return min((latest_on, *chances))


def _to_pass_on(view: View) -> Iterator[tuple[date, int, bytes]]:
    """Yield what was not passed on yet: by when, the number of a demand or 0 for a decision, and its id (R8, R30)."""
    for demand in view.state.demands:
        by_on = None if demand.withdrawn else _pass_on_by(view, demand.current)
        if by_on is not None:
            yield by_on, demand.number, demand.demand_id
    for decision in view.state.parent.decisions:
        by_on = _pass_on_by(view, decision)
        if by_on is not None:
            yield by_on, 0, decision.item.first_id


def pass_on_duty(view: View) -> Iterator[Duty]:
    """Yield the demands and decisions that were not passed on yet, as one duty by the most pressing (R8, R30)."""
    waiting = sorted(_to_pass_on(view))
    if waiting:
        numbers = tuple(sorted(number for _, number, _ in waiting if number))
        facts = Facts(count=len(waiting), numbers=numbers)
        subjects = tuple(ident for _, _, ident in waiting)
        clock = Clock.on(waiting[0][0])
        yield view.duty(Code.DEMANDS, subjects[0].hex(), clock, facts=facts, subjects=subjects, waited_for=True)


def tell_back_duties(view: View) -> Iterator[Duty]:
    """Yield for the support circle and the parent process the answers they were not told yet, each as one job (R30).

    It has no day: the next update tells the support circle anyway. Its key follows the newest answer, so that a job
    that was declined comes back with the next one.
    """
    for to in Origin:
        answers = to_tell(view.state, to)
        if answers:
            numbers = tuple(sorted({one.number for one in answers if one.number is not None}))
            facts = Facts(count=len(answers), numbers=numbers, to=to)
            subjects = tuple(one.item.first_id for one in answers)
            yield view.duty(Code.TELL_BACK, f"{to.value}/{subjects[-1].hex()}", None, facts=facts, subjects=subjects)


def copies_not_read(state: State) -> tuple[tuple[int, bytes, bytes], ...]:
    """Return copied words that no second member read against their source yet: moment, entry, who copied (R64)."""
    items: list[Item[AnyEntry]] = [document.item for document in state.documents if not document.counts]
    items.extend(item for document in state.documents for item in document.circulation.waiting)
    items.extend(decision.item for decision in state.parent.decisions if not decision.counts)
    for demand in state.demands:
        versions = [demand.current] if demand.waiting is None else [demand.current, demand.waiting]
        items.extend(version.item for version in versions if not version.counts)
        if demand.withdrawal is not None and not demand.withdrawal.counts:
            items.append(demand.withdrawal.item)
    items.extend(question.item for question in state.questions if not question.readings)
    items.extend(objection.item for objection in state.objections if not objection.readings)
    items.extend(rule.item for rule in state.may_tell.rules if not rule.counts)
    items.extend(state.reach.waiting)
    agreed = state.soon.agreed
    if agreed is not None and not agreed.read.counts:
        items.append(agreed.item)
    copies = (item for item in items if needs_second_reader(item.entry, item.author_roles))
    return tuple(sorted((item.entry.at, item.entry_id, item.author) for item in copies))


def read_copies_duty(view: View) -> Iterator[Duty]:
    """Yield the copies that a second member reads against their source; nobody is asked who is alone (R64)."""
    copies = copies_not_read(view.state)
    members = view.contact_members
    readers = tuple(user for user in members if any(user != by for _, _, by in copies))
    if len(members) > 1 and readers:
        moment, first, _ = copies[0]
        clock = Clock.on(view.day(moment) + ANSWER_WITHIN)
        facts = Facts(count=len(copies), people=readers)
        subjects = tuple(entry_id for _, entry_id, _ in copies)
        yield view.duty(Code.READ_COPIES, first.hex(), clock, facts=facts, subjects=subjects)


def read_outgoing_duty(view: View) -> Iterator[Duty]:
    """Yield the words that leave and that no second member has read: a quiet job without a day (R12)."""
    waiting = outgoing.to_read(view.state)
    members = view.contact_members
    readers = tuple(user for user in members if any(user != one.author for one in waiting))
    if len(members) > 1 and readers:
        facts = Facts(count=len(waiting), people=readers)
        subjects = tuple(one.entry_id for one in waiting)
        yield view.duty(Code.READ_OUTGOING, waiting[0].place.hex(), None, facts=facts, subjects=subjects)


def answer_duties(view: View) -> Iterator[Duty]:
    """Yield questions of the support circle and objections without an answer of ours: 14 days (R5, R47)."""
    for question in view.state.questions:
        if question.asked_by is Role.SUPPORT and not question.answers:
            yield _answer(view, Code.ANSWER_QUESTION, question.item.first_id, question.item.entry.at)
    for objection in view.state.objections:
        if not objection.answers:
            yield _answer(view, Code.ANSWER_OBJECTION, objection.item.first_id, objection.item.entry.at)


def _answer(view: View, code: Code, first_id: bytes, at: int) -> Duty:
    """Return the duty to answer something that came in at this moment."""
    came_on = view.day(at)
    clock = Clock.on(came_on + ANSWER_WITHIN)
    return view.duty(code, first_id.hex(), clock, facts=Facts(since_on=came_on), subjects=(first_id,), waited_for=True)


def update_stage(state: State) -> UpdateStage:
    """Tell whether the next update is not written, drafted, or read by a second member."""
    draft = state.updates.open_draft
    if draft is None:
        return UpdateStage.NOT_WRITTEN
    return UpdateStage.READ if draft.readings else UpdateStage.DRAFTED


def update_clock(view: View) -> Clock | None:
    """Return the clock of the next update; none where it was not taken on, or there is nobody to hand it to (R53)."""
    every = view.policy.update_every_months
    if not every or view.state.process.support is Presence.NOT_YET:
        return None
    return Clock.on(add_months(update_since_on(view.state), every), ahead=SOON_AHEAD, grace=UPDATE_GRACE)


def update_since_on(state: State) -> date:
    """Return the day from which the time since the last update counts: its hand-over, else the opening (R53)."""
    return state.updates.last_handed_over_on or state.process.opened_on


def update_duty(view: View) -> Iterator[Duty]:
    """Yield the next update to the support circle (R53)."""
    clock = update_clock(view)
    if clock is None:
        return
    since_on = update_since_on(view.state)
    draft = view.state.updates.open_draft
    author = () if draft is None else (draft.item.author,)
    facts = Facts(
        since_on=since_on, months=view.policy.update_every_months, stage=update_stage(view.state), people=author
    )
    subjects = () if draft is None else (draft.item.entry_id,)
    yield view.duty(Code.UPDATE, since_on.isoformat(), clock, facts=facts, subjects=subjects, waited_for=True)
