"""Duties towards ourselves: terms, size, newcomers, the first meetings, looking at how long we exist."""

from collections.abc import Iterator
from datetime import date

from answerable.core.calendar import Clock, add_months, weeks
from answerable.core.circles import Presence, Role
from answerable.core.duties.duty import REPLACE_WITHIN, Code, Duty, Facts, View
from answerable.core.entries import MemberLeft, MemberNamed
from answerable.core.state import Item, State

TERM_AHEAD_MONTHS = 2
MEETINGS_WITHIN_MONTHS = 2
LIFESPAN_LOOK_EVERY_MONTHS = 12
LET_IN_WITHIN = weeks(2)


def term_duties(view: View) -> Iterator[Duty]:
    """Yield the ends of terms, two months ahead; nothing renews itself, and no access ends (R20)."""
    if not view.policy.term_months:
        return
    for user in view.contact_members:
        member = view.state.members[user]
        if member.left is not None:
            continue
        until_on = member.until_on
        clock = Clock(soon_on=add_months(until_on, -TERM_AHEAD_MONTHS), due_on=until_on, last_on=until_on)
        facts = Facts(since_on=until_on, people=(user,))
        anchor = f"{user.hex()}/{until_on.isoformat()}"
        yield view.duty(Code.TERM, anchor, clock, facts=facts, subjects=(member.named.first_id,))


def came_in(state: State) -> dict[bytes, int]:
    """Return the place in the log at which each person was first named; a new identity of hers is no coming."""
    places: dict[bytes, int] = {}
    for filed in state.timeline:
        if isinstance(filed.entry, MemberNamed) and filed.entry.before is None and filed.entry.user == filed.author:
            places.setdefault(filed.author, filed.seq)
    return places


def _leavings(state: State) -> list[Item[MemberLeft]]:
    """Return who left the contact circle, in the order of the log; a lost identity is no leaving."""
    left = [
        member.left
        for member in state.members.values()
        if member.left is not None and member.followed_by is None and Role.CONTACT in member.roles
    ]
    return sorted(left, key=lambda item: item.seq)


def _without_follower(view: View) -> list[Item[MemberLeft]]:
    """Return the leavings after which nobody came; each who comes follows one who left (R21)."""
    places = came_in(view.state)
    comings = sorted(places[user] for user in view.contact_members if user in places)
    open_ones = []
    for item in _leavings(view.state):
        follower = next((place for place in comings if place > item.seq), None)
        if follower is None:
            open_ones.append(item)
        else:
            comings.remove(follower)
    return open_ones


def people_duties(view: View) -> Iterator[Duty]:
    """Yield one search for people: for the smallest size, or else for each who left without a follower (R21)."""
    missing = view.policy.minimum_members - len(view.contact_members)
    if missing > 0:
        leavings = _leavings(view.state)
        since_on = leavings[-1].entry.last_on if leavings else view.state.process.opened_on
        clock = Clock.on(since_on + REPLACE_WITHIN, ahead=REPLACE_WITHIN)
        facts = Facts(count=len(view.contact_members), missing=missing, since_on=since_on)
        yield view.duty(Code.SIZE, since_on.isoformat(), clock, facts=facts)
        return
    for item in _without_follower(view):
        clock = Clock.on(item.entry.last_on + REPLACE_WITHIN, ahead=REPLACE_WITHIN)
        facts = Facts(since_on=item.entry.last_on, people=(item.entry.user,))
        yield view.duty(Code.REPLACEMENT, item.entry.user.hex(), clock, facts=facts, subjects=(item.first_id,))


def let_in_duties(view: View) -> Iterator[Duty]:
    """Yield newcomers whom a second member has still to let in; they wait (R21)."""
    for newcomer in view.waiting:
        clock = Clock.on(newcomer.since_on + LET_IN_WITHIN, ahead=LET_IN_WITHIN)
        facts = Facts(since_on=newcomer.since_on, people=(newcomer.user,))
        yield view.duty(Code.LET_IN, newcomer.user.hex(), clock, facts=facts, roles=(newcomer.role,), waited_for=True)


def meetings_duty(view: View) -> Iterator[Duty]:
    """Yield the first meetings until what we can, cannot and will not do is written down; never a barrier (R18)."""
    process = view.state.process
    if not process.boundaries:
        due_on = add_months(process.opened_on, MEETINGS_WITHIN_MONTHS)
        clock = Clock(soon_on=process.opened_on, due_on=due_on, last_on=due_on)
        yield view.duty(Code.MEETINGS, process.opened_on.isoformat(), clock, facts=Facts(since_on=process.opened_on))


def _last_look_on(view: View) -> date:
    """Return when the group last looked at what it agreed: its opening, a policy or a list of boundaries."""
    process = view.state.process
    agreed = [view.day(item.entry.at) for item in process.policy_changes]
    bounded = [view.day(item.entry.at) for item in process.boundaries]
    return max((process.opened_on, *agreed, *bounded))


def lifespan_duty(view: View) -> Iterator[Duty]:
    """Yield the yearly look at how long this group exists and what it agreed (R22)."""
    looked_on = _last_look_on(view)
    clock = Clock.on(add_months(looked_on, LIFESPAN_LOOK_EVERY_MONTHS))
    yield view.duty(Code.LIFESPAN, looked_on.isoformat(), clock, facts=Facts(since_on=looked_on))


def supervision_duty(view: View) -> Iterator[Duty]:
    """Yield the one quiet job while nobody looks at our work: it has no day and never becomes late (R64)."""
    if view.state.process.supervision is Presence.NOT_YET:
        yield view.duty(Code.SUPERVISION, "search", None, facts=Facts())
