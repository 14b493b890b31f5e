"""The time between contacts, as days and as the table that draws itself (interface.md 4, R26)."""

from datetime import date
from math import ceil

from msgspec import Struct

from answerable.core.calendar import add_months, days_between
from answerable.core.defaults.policy import policy_on
from answerable.core.entries.base import Medium
from answerable.core.state import State
from answerable.wording import names
from answerable.wording.entry_words import Telling

SCALE = 120
HEADROOM = 1.2


class Gap(Struct, frozen=True, kw_only=True):
    """The days from one reached contact (or the opening) to the next, or to today while it runs.

    `over` counts the days past the agreed limit; `limit` is that limit in days, 0 where none was taken on.
    """

    from_on: date
    to_on: date
    runs: bool
    opening: bool
    days: int
    limit: int
    over: int
    medium: Medium | None


class PlotRow(Struct, frozen=True, kw_only=True):
    """One row of the plot: what it is, its number, how long its bar is (0-100), how it is marked."""

    label: str
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
    media = {item.entry.on: item.entry.medium for item in state.contacts.reached}
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
    mark = "late" if gap.over else "now" if gap.runs else ""
    return PlotRow(label=_label(gap, telling), number=number, width=min(100, round(gap.days * 100 / scale)), mark=mark)


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
