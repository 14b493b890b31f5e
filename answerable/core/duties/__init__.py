"""What is owed, by whom, by when: pure rules over the state, each with its R number."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from answerable.core.calendar import ONE_DAY, Clock, Standing
from answerable.core.circles import Role
from answerable.core.duties.around import talk_duties, who_hears_duties
from answerable.core.duties.contact import (
    agreement_duty,
    contact_duty,
    his_answer_duties,
    look_again_duty,
    mailbox_duty,
)
from answerable.core.duties.decisions import decision_duties
from answerable.core.duties.duty import Code, Duty, Facts, UpdateStage, View, Waiting
from answerable.core.duties.owed_outward import (
    answer_duties,
    pass_on_duty,
    read_copies_duty,
    read_outgoing_duty,
    tell_back_duties,
    update_duty,
)
from answerable.core.duties.people import (
    let_in_duties,
    lifespan_duty,
    meetings_duty,
    people_duties,
    supervision_duty,
    term_duties,
)
from answerable.core.duties.steps import step_duties
from answerable.core.duties.telling import circle_duties
from answerable.core.entries.upkeep import DutyDeclined
from answerable.core.state import Item, State

__all__ = [
    "Code",
    "DayAhead",
    "Declined",
    "Duty",
    "Facts",
    "UpdateStage",
    "Waiting",
    "all_duties",
    "days_ahead",
    "declined",
    "due",
    "first_three",
]

MOST_SHOWN = 3
DAYS_AHEAD = 400

_RULES = (
    contact_duty,
    his_answer_duties,
    pass_on_duty,
    answer_duties,
    decision_duties,
    circle_duties,
    step_duties,
    update_duty,
    read_copies_duty,
    read_outgoing_duty,
    tell_back_duties,
    agreement_duty,
    look_again_duty,
    let_in_duties,
    mailbox_duty,
    people_duties,
    term_duties,
    meetings_duty,
    lifespan_duty,
    who_hears_duties,
    talk_duties,
    supervision_duty,
)


class Declined(Struct, frozen=True, kw_only=True):
    """A duty that nobody does, and the newest entry that said so: why, and who was told (R25)."""

    duty: Duty
    item: Item[DutyDeclined]


class DayAhead(Struct, frozen=True, kw_only=True):
    """A coming day on which something changes for these circles; `hurry` where others wait for the day."""

    day: date
    roles: tuple[Role, ...]
    hurry: bool


def _every(state: State, today: date, waiting: tuple[Waiting, ...]) -> list[Duty]:
    """Return every duty of every circle, declined or not, the most urgent first."""
    view = View.of(state, today, waiting)
    return sorted((duty for rule in _RULES for duty in rule(view)), key=lambda duty: duty.urgency)


def _refusal(state: State, duty: Duty) -> Item[DutyDeclined] | None:
    """Return the newest refusal of a duty that nobody has; who takes it afterwards opens it again."""
    if duty.owners:
        return None
    refusals = [item for item in state.upkeep.declined if item.entry.duty == duty.key]
    return refusals[-1] if refusals else None


def all_duties(
    state: State, today: date, *, role: Role = Role.CONTACT, waiting: tuple[Waiting, ...] = ()
) -> tuple[Duty, ...]:
    """Return all that this circle owes, also what is not near yet, without what was declined."""
    return tuple(duty for duty in _every(state, today, waiting) if role in duty.roles and _refusal(state, duty) is None)


def due(state: State, today: date, *, role: Role = Role.CONTACT, waiting: tuple[Waiting, ...] = ()) -> tuple[Duty, ...]:
    """Return what is late, due, soon, or a quiet job, in this order; what is not near yet is left out (R62)."""
    near = all_duties(state, today, role=role, waiting=waiting)
    return tuple(duty for duty in near if duty.standing is not Standing.NOT_YET)


def first_three(duties: tuple[Duty, ...]) -> tuple[tuple[Duty, ...], tuple[Duty, ...]]:
    """Return the duties the first page shows, at most three, and those it folds (R62)."""
    return duties[:MOST_SHOWN], duties[MOST_SHOWN:]


def declined(state: State, today: date, *, role: Role = Role.CONTACT) -> tuple[Declined, ...]:
    """Return the duties that were declined and that nobody took since (R25)."""
    found = ((duty, _refusal(state, duty)) for duty in _every(state, today, ()) if role in duty.roles)
    return tuple(Declined(duty=duty, item=item) for duty, item in found if item is not None)


def days_ahead(
    state: State,
    until: date,
    today: date,
    *,
    waiting: tuple[Waiting, ...] = (),
    about: frozenset[bytes] | None = None,
) -> tuple[DayAhead, ...]:
    """Return every day from today to `until` (at most 400 days on) on which a duty becomes soon, due or late.

    `about` narrows this to duties about these entries: what one entry adds for circles whose other entries its author
    cannot read. A day hurries where something that others wait for becomes due or late; in a pause of ours only such
    days remind, the others do on the day after it (R34).
    """
    last = min(until, today + timedelta(days=DAYS_AHEAD))
    days: dict[date, tuple[set[Role], bool]] = {}
    for duty in _every(state, today, waiting):
        beside = about is not None and about.isdisjoint(duty.subjects)
        if duty.clock is None or beside or _refusal(state, duty) is not None:
            continue
        for day, hurries in _reminding_days(state, duty, duty.clock):
            if today <= day <= last:
                roles, hurry = days.get(day, (set(), False))
                days[day] = (roles | set(duty.roles), hurry or hurries)
    return tuple(
        DayAhead(day=day, roles=tuple(sorted(roles)), hurry=hurry) for day, (roles, hurry) in sorted(days.items())
    )


def _reminding_days(state: State, duty: Duty, clock: Clock) -> Iterator[tuple[date, bool]]:
    """Yield the days on which a duty reminds its circles, and whether others wait for that day."""
    spans = state.pauses.spans if Role.CONTACT in duty.roles else ()
    for turn in clock.turns:
        hurries = duty.waited_for and turn >= clock.due_on
        rests = next((span for span in spans if turn in span), None)
        yield (turn if rests is None or hurries else rests.until_on + ONE_DAY), hurries
