"""When a decision can be closed: enough views, no block, more for it than not (R44, R47); what one is asked about."""

from datetime import date

from answerable.core.asking import NEW_DATES_ALONE
from answerable.core.calendar import day_of
from answerable.core.entries import DecisionProposed, WorksheetKept
from answerable.core.entries.agreements import Follows
from answerable.core.entries.decisions import Sort, Tally
from answerable.core.entries.process import Quorum
from answerable.core.gates import Gate, Next, Open, Reason, Shut, Why
from answerable.core.state import Agreement, Concern, Item, OpenMessage, State
from answerable.core.state.decisions import Decision


def views_needed(asked: int, quorum: Quorum) -> int:
    """Return how many views a decision needs, of those asked less those recused: as the group agreed, at least one."""
    return {Quorum.MORE_THAN_HALF: asked // 2 + 1, Quorum.TWO_THIRDS: -(-2 * asked // 3), Quorum.ALL: asked}[
        quorum
    ] or 1


def quorum_on(state: State, on: date, *, before: int | None = None) -> Quorum:
    """Return how many views a question needs that is opened on a day, at a place of the log (R4)."""
    begun = [
        item for item in state.process.quorums if item.entry.from_on <= on and (before is None or item.seq < before)
    ]
    newest = max(begun, key=lambda item: (item.entry.from_on, item.seq), default=None)
    return newest.entry.quorum if newest else Quorum.MORE_THAN_HALF


def quorum_of(state: State, proposal: bytes) -> Quorum:
    """Return what counted when a question was opened; what was agreed after that leaves it as it was (R4, R47).

    About telling new people it is two thirds at least, whatever was agreed (R44).
    """
    filed = state.entries.get(proposal)
    if filed is None or not isinstance(filed.entry, DecisionProposed):
        return Quorum.MORE_THAN_HALF
    entry = filed.entry
    on = entry.until_on if entry.at_meeting else day_of(entry.at, state.process.zone)
    agreed = quorum_on(state, on, before=filed.seq)
    decision = next((one for one in state.decisions if proposal in (one.item.entry_id, one.item.first_id)), None)
    if agreed is Quorum.MORE_THAN_HALF and decision is not None and is_about_telling(state, decision):
        return Quorum.TWO_THIRDS
    return agreed


def left(state: State) -> frozenset[bytes]:
    """Return who has left the group: the position stays, the vote does not."""
    return frozenset(user for user, member in state.members.items() if member.left is not None)


def has_quorum(tally: Tally, quorum: Quorum) -> bool:
    """Tell whether enough of those who were asked have said how they stand."""
    return tally.given >= views_needed(tally.asked, quorum)


def carries(tally: Tally) -> bool:
    """Tell whether more are for it than not, and nobody blocks it; a tie is no yes."""
    return not tally.block and 2 * (tally.agree + tally.concerns) > tally.given


def close_decision(state: State, decision: Decision, sort: Sort) -> Gate:
    """Tell whether an outcome can be written for an open decision; to go on talking needs nobody's yes.

    What was decided at a meeting is never asked: it has happened (R63).
    """
    if sort is Sort.TALK_ON:
        return Open()
    tally = decision.tally(left(state))
    reasons: list[Reason] = []
    quorum = quorum_of(state, decision.item.first_id)
    if not has_quorum(tally, quorum):
        missing = views_needed(tally.asked, quorum) - tally.given
        why = Why.VIEWS_MISSING if quorum is Quorum.MORE_THAN_HALF else Why.VIEWS_AS_AGREED
        if is_about_telling(state, decision):
            why = Why.VIEWS_FOR_TELLING
        waited = tuple(user for user in decision.voting(left(state)) if user not in decision.positions)
        reasons.append(Reason(why=why, r="R44", next=Next.GIVE_VIEW, people=waited, count=missing))
    if tally.block:
        reasons.append(Reason(why=Why.BLOCKED, r="R47", next=Next.TALK_ON))
    elif not reasons and not carries(tally):
        reasons.append(Reason(why=Why.NO_MAJORITY, r="R47", next=Next.TALK_ON))
    return Shut(reasons=tuple(reasons)) if reasons else Open()


Subject = OpenMessage | Agreement | Concern | Item[WorksheetKept]
"""What the group answers together: a new date, an agreement not kept, not cooperating, whether a circle is told."""


def subject_of(state: State, entry_id: bytes) -> Subject | None:
    """Return what an entry belongs to that the group answers together, if it does (R26, R31, R38).

    A message counts from the first new date on: the second one needs a decision.
    """
    for circle in state.telling.circles:
        if circle.sheet is not None and entry_id in (circle.sheet.entry_id, circle.sheet.first_id):
            return circle.sheet
    for concern in state.concerns:
        if concern.is_open and entry_id in concern.ids:
            return concern
    for message in state.contacts.open_messages:
        if message.new_dates >= NEW_DATES_ALONE and any(
            entry_id in (item.entry_id, item.first_id) for item in message.attempts
        ):
            return message
    for one in state.agreements:
        together = one.is_broken and one.follows is Follows.TOGETHER
        if entry_id in (one.item.entry_id, one.item.first_id) and (together or one.replaced_times > 1):
            return one
    return None


def subject_id(subject: Subject) -> bytes:
    """Return the entry by which a question about it is found again: the first message, agreement, note or worksheet."""
    if isinstance(subject, Concern):
        return subject.concern_id
    if isinstance(subject, Item):
        return subject.first_id
    return subject.attempts[0].first_id if isinstance(subject, OpenMessage) else subject.item.first_id


def rounds_about(state: State, about: bytes) -> tuple[Decision, ...]:
    """Return all rounds of deciding because of an entry, the oldest first."""
    found: list[Decision] = []
    for one in state.decisions:
        if one.about == about or one.item.entry.follows in {earlier.item.first_id for earlier in found}:
            found.append(one)
    return tuple(found)


def asked_about(state: State, subject: Subject) -> Decision | None:
    """Return the newest round of deciding about it, if a question was asked.

    A concern can be asked about once more when its question has been answered: new notes come, and new steps (R39).
    """
    rounds = rounds_about(state, subject_id(subject))
    newest = rounds[-1] if rounds else None
    if isinstance(subject, Concern) and newest is not None and not newest.is_open:
        return None
    return newest


def is_about_telling(state: State, decision: Decision) -> bool:
    """Whether it decides about telling new people: asked because of a worksheet, or all were named (R44, R47)."""
    if decision.named is not None:
        return True
    sheets = {item.first_id for one in state.telling.circles for item in one.sheets}
    abouts = {one.item.first_id: one for one in state.decisions}
    at: Decision | None = decision
    seen: set[bytes] = set()
    while at is not None and at.item.first_id not in seen:
        seen.add(at.item.first_id)
        if at.about in sheets:
            return True
        at = abouts.get(at.item.entry.follows or b"")
    return False
