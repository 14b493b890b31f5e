"""The time between contacts, as days and as the table that draws itself (interface.md 4, R26)."""

from datetime import date
from math import ceil

from msgspec import Struct

from answerable.core.calendar import ONE_DAY, Clock, Standing, add_months, days_between
from answerable.core.defaults.policy import policy_on
from answerable.core.duties.duty import CONTACT_GRACE
from answerable.core.entries.base import Medium
from answerable.core.state import State
from answerable.wording import lists, names
from answerable.wording.entry_words import Telling

SCALE = 120
HEADROOM = 1.2


class Gap(Struct, frozen=True, kw_only=True):
    """The days from one reached contact (or the opening) to the next, or to today while it runs.

    `over` counts the days past the agreed limit; `limit` is that limit in days, 0 where none was taken on. `clock` is
    that of the contact that ended it, or will; `paused` counts its days on which we paused (R34).
    """

    from_on: date
    to_on: date
    runs: bool
    opening: bool
    days: int
    limit: int
    over: int
    paused: int
    clock: Clock | None
    medium: Medium | None

    @property
    def standing(self) -> Standing:
        """How the contact stood when the gap ended, or stands today."""
        return Standing.NO_DATE if self.clock is None else self.clock.standing(self.to_on)


class PlotRow(Struct, frozen=True, kw_only=True):
    """One row of the plot: what it is, what is to be said of it, its number, how long its bar is (0-100), its mark."""

    label: str
    note: str
    number: str
    width: int
    mark: str


class Plot(Struct, frozen=True, kw_only=True):
    """A table that is its own drawing."""

    caption: str
    heads: tuple[str, str, str]
    limit: int
    rows: tuple[PlotRow, ...]


def gaps(state: State, today: date) -> tuple[Gap, ...]:
    """Return the gaps between reached contacts, newest first; the newest runs to today."""
    opened_on = state.process.opened_on
    reached = sorted({day for day in state.contacts.reached_days if day <= today})
    earlier = bool(reached) and reached[0] <= opened_on
    days = reached if earlier else [opened_on, *reached]
    media = {one.sorted.entry.on: one.sorted.entry.medium for one in state.sent if one.sorted.entry.reached}
    media |= {item.entry.on: item.entry.medium for item in state.contacts.reached}
    ends = [*days[1:], today]
    found = []
    for number, (from_on, to_on) in enumerate(zip(days, ends, strict=True)):
        agreed = to_on >= opened_on  # before we began nothing was agreed
        months = policy_on(state.process.policies, to_on).contact_every_months if agreed else 0
        due_on = add_months(from_on, months)
        runs = number == len(days) - 1
        found.append(
            Gap(
                from_on=from_on,
                to_on=to_on,
                runs=runs,
                opening=number == 0 and not earlier,
                days=days_between(from_on, to_on),
                limit=days_between(from_on, due_on) if months else 0,
                over=max(0, days_between(due_on, to_on)) if months else 0,
                paused=sum(span.days_in(from_on + ONE_DAY, to_on) for span in state.pauses.spans),
                clock=Clock.on(due_on, grace=CONTACT_GRACE).resting(state.pauses.spans) if months else None,
                medium=None if runs else media.get(to_on),
            )
        )
    return tuple(reversed(found))


def plot(state: State, today: date, telling: Telling, *, most: int = 0) -> Plot:
    """Return the gaps as a table; `most` rows, or all of them."""
    _ = telling.gettext
    found = gaps(state, today)
    limit = found[0].limit
    scale = max(SCALE, ceil(limit * HEADROOM))
    rows = tuple(_row(gap, scale, telling) for gap in (found[:most] if most else found))
    drawn = _("Days between contacts. The upright line is the agreed limit; a striped bar went past it.")
    plain = _("Days between contacts. No limit was agreed.")
    return Plot(
        caption=drawn if limit else plain,
        heads=(_("From, to"), _("Days"), _("Drawn")),
        limit=round(limit * 100 / scale),
        rows=rows,
    )


def _row(gap: Gap, scale: int, telling: Telling) -> PlotRow:
    """Return one gap as a row: running hollow, past the limit striped."""
    _ = telling.gettext
    past = _("%(days)s, %(over)s over") % {"days": gap.days, "over": gap.over}
    number = past if gap.over else str(gap.days)
    if gap.runs:
        number = _("%(number)s, running") % {"number": number}
    width = min(100, round(gap.days * 100 / scale))
    return PlotRow(label=_label(gap, telling), note=_note(gap, telling), number=number, width=width, mark=_mark(gap))


def _mark(gap: Gap) -> str:
    """Return how a bar is drawn: striped past the limit, dotted where we paused and it is not late."""
    if gap.paused and gap.standing is not Standing.LATE:
        return "paused"
    return "late" if gap.over else "now" if gap.runs else ""


def _note(gap: Gap, telling: Telling) -> str:
    """Return in words what the drawing shows: soon, due, late, and the days on which we paused (R26, R34)."""
    return lists.sentences(_standing(gap, telling), _paused(gap, telling))


def _standing(gap: Gap, telling: Telling) -> str:
    _ = telling.gettext
    if gap.clock is None or gap.standing is Standing.NOT_YET:
        return ""
    if gap.standing is Standing.LATE:
        return _("Late since %(day)s.") % {"day": telling.day(gap.clock.became_late_on)}
    if not gap.runs:
        return ""
    text = _("Due since %(day)s.") if gap.standing is Standing.DUE else _("Soon: due by %(day)s.")
    return text % {"day": telling.day(gap.clock.due_on)}


def _paused(gap: Gap, telling: Telling) -> str:
    if not gap.paused:
        return ""
    words = telling.words
    text = words.ngettext("%(days)s day of it paused by us.", "%(days)s days of it paused by us.", gap.paused)
    return text % {"days": gap.paused}


def _label(gap: Gap, telling: Telling) -> str:
    """Return from when to when, and how he was reached."""
    _ = telling.gettext
    start = telling.day(gap.from_on)
    if gap.opening:
        start = _("%(day)s (our beginning)") % {"day": start}
    if gap.runs:
        return _("%(start)s to today") % {"start": start}
    span = _("%(start)s to %(end)s") % {"start": start, "end": telling.day(gap.to_on)}
    return f"{span}, {names.by_medium(gap.medium, telling.words)}" if gap.medium else span
