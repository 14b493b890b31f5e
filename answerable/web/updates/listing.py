"""The list of updates: when the next one is due, the draft that lies open, what was handed over."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.duties.duty import View
from answerable.core.duties.owed_outward import update_clock, update_duty
from answerable.core.entries import UpdateHandedOver
from answerable.core.state.items import Item
from answerable.core.state.shape import Draft
from answerable.web.base.copied import Act, link_to
from answerable.web.base.telling import words_of
from answerable.web.updates.page import draft_line, marks_of, reach_line
from answerable.wording import days, duties, lists, names
from answerable.wording.words import Words


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of parts/rows.html."""

    text: str = ""
    url: str = ""
    note: str = ""
    kind: str = ""
    tag: str = ""
    label: str = ""


class Table(Struct, frozen=True, kw_only=True):
    """A table of parts/rows.html."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ListPage(Struct, frozen=True, kw_only=True):
    """All updates, when the next one is due, and the draft that lies open."""

    lead: str
    next: str
    draft: str
    reach: str
    acts: tuple[Act, ...]
    table: Table | None
    empty: str


def list_page(opened: OpenProcess) -> ListPage:
    """Return the updates that this member can read; a draft is for the contact group alone."""
    words, ours = words_of(opened), Role.CONTACT in opened.roles
    found = opened.state.updates.handed_over
    draft = opened.state.updates.open_draft if ours else None
    return ListPage(
        lead=_("One page, six points, and nothing that asks the support group to answer.")
        if ours
        else _("What the contact group writes about its work, every three months or so."),
        next=_next_for_us(opened, words) if ours else _next_for_others(opened, words),
        draft=draft_line(opened, draft, words) if draft else "",
        reach=reach_line(opened),
        acts=_list_acts(opened, draft) if ours else (),
        table=_table(opened, found, words) if found else None,
        empty="" if found else _("No update yet. What is handed over stands here, the newest first."),
    )


def _next_for_us(opened: OpenProcess, words: Words) -> str:
    """Return when the next one is due: late is said, as everywhere."""
    view = View.of(opened.state, opened.today)
    clock, duty = update_clock(view), next(update_duty(view), None)
    if clock is None or duty is None:
        return _(
            "No rhythm of updates is agreed, or there is nobody to hand one to yet. You can write one at any time."
        )
    if opened.today < clock.due_on:
        return _("The next one is due by %(day)s.") % {"day": days.day(clock.due_on, words)}
    return duties.why(duty, words)


def _next_for_others(opened: OpenProcess, words: Words) -> str:
    """Return when the contact group owes its next one; the support group owes nothing, not even an answer."""
    clock = update_clock(View.of(opened.state, opened.today))
    parts = []
    if clock is not None:
        text = (
            _("The next one was due on %(day)s.")
            if clock.due_on < opened.today
            else _("The next one is due by %(day)s.")
        )
        parts.append(text % {"day": days.day(clock.due_on, words)})
    if Role.SUPPORT in opened.roles:
        parts.append(_("You never have to answer."))
    return lists.sentences(*parts)


def _list_acts(opened: OpenProcess, draft: Draft | None) -> tuple[Act, ...]:
    over_time = Act(label=_("Over time"), url=link_to("over-time", opened), plain=True)
    if draft is None:
        return (Act(label=_("Write the update"), url=link_to("update-new", opened)), over_time)
    label = _("Open the draft") if draft.readings or draft.item.author == opened.user_id else _("Read the draft")
    return (
        Act(label=label, url=link_to("update", opened, draft.item.entry_id)),
        Act(label=_("Change the words"), url=link_to("update-new", opened), plain=True),
        over_time,
    )


def _table(opened: OpenProcess, found: tuple[Item[UpdateHandedOver], ...], words: Words) -> Table:
    heads = (_("Update"), _("Handed over"), _("How"))
    return Table(caption="", heads=heads, rows=tuple(_row(opened, item, heads, words) for item in reversed(found)))


def _row(opened: OpenProcess, item: Item[UpdateHandedOver], heads: tuple[str, ...], words: Words) -> tuple[Cell, ...]:
    entry = item.entry
    return (
        Cell(
            text=days.span(entry.period.from_on, entry.period.to_on, words),
            url=link_to("update", opened, item.entry_id),
            note=" ".join(marks_of(opened, item, words)),
        ),
        Cell(
            text=_("%(day)s, by %(name)s") % {"day": days.day(entry.on, words), "name": words.name(item.author)},
            label=heads[1],
        ),
        Cell(text=names.handed_over(entry.how, words), label=heads[2]),
    )
