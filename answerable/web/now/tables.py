"""Tables of Now: demands with their words and how we know; people around X; marks for the next meeting."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import deciding, marks
from answerable.core.calendar import day_of
from answerable.core.circles import Role
from answerable.core.entries.around import FromWhom
from answerable.core.entries.demands import DemandWord
from answerable.core.marks import MarkCode
from answerable.core.state import Demand
from answerable.web.base.copied import Act, link_to
from answerable.web.base.deciding import act_about
from answerable.web.base.forms import text_of
from answerable.web.base.telling import telling_of, words_of
from answerable.wording import around as around_wording
from answerable.wording import demands as demand_wording
from answerable.wording import entries as entry_wording
from answerable.wording import marks as mark_wording
from answerable.wording import names
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital, sentences

LOOK_BACK = timedelta(days=92)
MOST_MARKS = 5
TITLE, SENTENCE = 90, 120


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of parts/rows.html."""

    text: str
    url: str = ""
    note: str = ""
    kind: str = ""
    tag: str = ""
    label: str = ""


class Table(Struct, frozen=True, kw_only=True):
    """A table of rows, or cards where there is no room."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Reminder(Struct, frozen=True, kw_only=True):
    """Something that was not as agreed, as a question for the next meeting (R63)."""

    text: str
    url: str
    link: str


def standing_demands(opened: OpenProcess) -> tuple[Demand, ...]:
    """Return the demands that count and were not withdrawn."""
    return tuple(one for one in opened.state.demands if one.counts and not one.withdrawn)


def told_of(opened: OpenProcess, demand: Demand) -> bool:
    """Say whether this member's groups can know where a demand stands.

    Supervision reads what was passed on only where it was shared: nothing shared does not mean not asked.
    """
    return bool(opened.roles & {Role.CONTACT, Role.SUPPORT}) or demand.word is not DemandWord.NOT_ASKED


def demands_table(opened: OpenProcess) -> Table:
    """Return where each demand stands and how we know (R65), as far as this member can know."""
    words = words_of(opened)
    knows = _("How we know")
    rows = []
    for one in standing_demands(opened):
        entry = one.current.item.entry
        known = demand_wording.how_we_know(one.current, words)
        facet = names.facet(entry.facet, words)
        note = f"{facet}. {demand_wording.whose(entry.origin, entry.said_on, words)}"
        url = reverse("demand", kwargs={"alias": opened.alias, "ident": text_of(one.demand_id)})
        if not told_of(opened, one):
            first = Cell(text=f"{one.number}. {shortened(one.current.text, TITLE)}", url=url, note=note)
            rows.append((first, Cell(text=""), Cell(text=_("What came of it stands in the updates."), label=knows)))
            continue
        rows.append(
            (
                Cell(text=f"{one.number}. {shortened(one.current.text, TITLE)}", url=url, note=note),
                Cell(text=names.demand_word(one.word, words), kind=demand_wording.MARK_KINDS[one.word]),
                Cell(
                    text=sentences(known.sentence, shortened(known.words, SENTENCE)),
                    tag=_("his account") if known.his and known.words else "",
                    label=knows,
                ),
            )
        )
    caption = _("“Seen” means: somebody other than %(x)s told us or showed us.") % {"x": words.person_x}
    return Table(caption=caption, heads=(_("Demand"), _("State"), knows), rows=tuple(rows))


def not_asked(opened: OpenProcess) -> int:
    """Return how many demands were not passed on yet."""
    return sum(one.word is DemandWord.NOT_ASKED and told_of(opened, one) for one in standing_demands(opened))


def around_table(opened: OpenProcess) -> Table:
    """Return who knows, as far as we know, from whom, and whether with the letter: groups by label (R29, R35)."""
    words = words_of(opened)
    rows = []
    for one in opened.state.surroundings.people:
        if one.is_one_person or not one.know:
            continue
        url = reverse("around-one", kwargs={"alias": opened.alias, "ident": text_of(one.around_id)})
        rows.append(
            (
                Cell(text=one.label, url=url),
                Cell(
                    text=around_wording.known_word(one, words),
                    kind="seen" if one.word is DemandWord.SEEN else "said",
                    note=f"{names.from_whom(one.from_whom or FromWhom.UNKNOWN, words)}.",
                ),
                Cell(text=capital(names.letter_word(one.letter, words)), label=_("Letter")),
            )
        )
    return Table(caption="", heads=(_("Who"), _("Knows, from whom"), _("Letter")), rows=tuple(rows))


def reminders(opened: OpenProcess) -> tuple[Reminder, ...]:
    """Return what was not as agreed lately, for the next meeting; never as blame."""
    return tuple(_reminders(opened))[:MOST_MARKS]


def _reminders(opened: OpenProcess) -> Iterable[Reminder]:
    telling = telling_of(opened)
    since = opened.today - LOOK_BACK
    gone = opened.state.taken_out
    for filed in reversed(opened.state.timeline):
        if filed.seq < 0 or filed.entry_id in gone or filed.entry_id in opened.state.corrected_by:
            continue
        if day_of(filed.entry.at, opened.zone) < since:
            return
        for mark in marks.marks(opened.state, filed):
            act = _act_of(opened, mark.code, filed.entry_id)
            yield Reminder(
                text=mark_wording.mark(mark.code, telling.words),
                url=act.url,
                link=act.label or entry_wording.short(filed.entry, telling),
            )


def _act_of(opened: OpenProcess, code: MarkCode, entry_id: bytes) -> Act:
    """Return where a mark leads: to deciding together where one more date needs that, else to the entry (R26)."""
    subject = deciding.subject_of(opened.state, entry_id) if code is MarkCode.SECOND_NEW_DATE else None
    return Act("", link_to("entry", opened, entry_id)) if subject is None else act_about(opened, subject)
