"""The page of who may be told: one table, what was asked, what reaches her, and all that was said (R9, R10, R13)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.may_tell import copies_only
from answerable.actions.reading import OpenProcess
from answerable.core import may_tell
from answerable.core.calendar import day_of
from answerable.core.entries import AnyEntry, MayTellAsked
from answerable.core.entries.may_tell import Audience, Scope
from answerable.core.may_tell import Row
from answerable.core.state import Item
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import telling_of, words_of
from answerable.wording import days, entries, outgoing
from answerable.wording import may_tell as wording
from answerable.wording.lists import capital, sentences
from answerable.wording.words import Words


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of parts/rows.html."""

    text: str
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


class Unread(Struct, frozen=True, kw_only=True):
    """A copied yes or choice that waits for its second reader."""

    text: str
    reading: Reading


class Ask(Struct, frozen=True, kw_only=True):
    """Something that was asked and that nobody has answered."""

    text: str
    why: str
    since: str
    url: str
    link: str


class Word(Struct, frozen=True, kw_only=True):
    """One thing that was said, in the history."""

    day: str
    text: str
    url: str


class MayTellPage(Struct, frozen=True, kw_only=True):
    """What the page shows; `stop` is the sentence of the newest stop, "" where nobody said stop."""

    lead: str
    lines: tuple[str, ...]
    stop: str
    actions: tuple[Act, ...]
    table: Table | None
    unread: tuple[Unread, ...]
    asks: tuple[Ask, ...]
    sheet_url: str
    reach: str
    reach_url: str
    reach_link: str
    words: str
    words_url: str
    words_link: str
    quiet: str
    still_url: str
    history: tuple[Word, ...]
    history_phrase: str


def may_tell_page(opened: OpenProcess) -> MayTellPage:
    """Return the page as this member can see it."""
    words = words_of(opened)
    rows = may_tell.table(opened.state, opened.today)
    asks = may_tell.open_asks(opened.state)
    history = _history(opened)
    return MayTellPage(
        lead=_lead(rows, words),
        lines=_lines(opened),
        stop=stop_line(opened, words),
        actions=_actions(opened),
        table=_table(opened, rows, words) if rows else None,
        unread=_unread(opened, words),
        asks=tuple(_ask(opened, item, words) for item in asks),
        sheet_url=link_to("may-tell-sheet", opened),
        reach=wording.reach_line(opened.state.reach, words),
        reach_url=link_to("reach", opened),
        reach_link=_("Copy what she says") if copies_only(opened) else _("Say what reaches her"),
        words=outgoing.counted(opened.state.outgoing, words),
        words_url=link_to("protected", opened),
        words_link=_("See and change them") if not copies_only(opened) else _("How they are protected"),
        quiet=quiet_line(opened, words),
        still_url=link_to("may-tell-still", opened),
        history=history,
        history_phrase=str(len(history)),
    )


def _lead(rows: tuple[Row, ...], words: Words) -> str:
    """Return for how many circles of people there is a yes."""
    told = [row for row in rows if row.furthest[1].is_yes]
    if not told:
        return _("There is no yes for anybody. Nobody new is told anything.")
    text = ngettext(
        "There is a yes for one circle of people. For everybody else it is no.",
        "There is a yes for %(count)s circles of people. For everybody else it is no.",
        len(told),
    )
    return text % {"count": days.number(len(told), words)}


def _lines(opened: OpenProcess) -> tuple[str, ...]:
    """Return how the table is read; nobody but the support group fills it."""
    rule = _("What is not here is no. The answer for one person goes before that for a group, a group before a kind.")
    if copies_only(opened):
        return (_("Only the support group says who may be told. We copy its words, and ask."), rule)
    return (_("You say who may be told. You never have to give a reason, nor an answer."), rule)


def stop_line(opened: OpenProcess, words: Words) -> str:
    """Return that somebody said stop, and what has counted since."""
    stop = may_tell.newest_stop(opened.state.may_tell)
    if stop is None:
        return ""
    text = _("Stop, said on %(day)s: every yes from before is over. What was done before stays as it was.")
    return text % {"day": days.day(stop.entry.said_on, words)}


def quiet_line(opened: OpenProcess, words: Words) -> str:
    """Return the question that half a year without a word brings up; never a duty."""
    if not may_tell.is_long_quiet(opened.state, opened.today):
        return ""
    since = may_tell.last_said_on(opened.state)
    if since is None:
        return _("Nothing has been said yet about who may be told. Shall we ask the support group?")
    text = _("The last word about who may be told is of %(day)s. Does it still hold?")
    return text % {"day": days.day(since, words)}


def _actions(opened: OpenProcess) -> tuple[Act, ...]:
    new, stop = link_to("may-tell-new", opened), link_to("may-tell-stop", opened)
    if not copies_only(opened):
        return (Act(_("Say who may be told"), new), Act(_("Stop, no reason needed"), stop, plain=True))
    return (
        Act(_("Ask for a yes"), link_to("may-tell-ask", opened)),
        Act(_("Copy an answer"), new, plain=True),
        Act(_("Copy a stop"), stop, plain=True),
    )


def _table(opened: OpenProcess, rows: tuple[Row, ...], words: Words) -> Table:
    heads = (_("Whom"), _("Support group"), _("Change"))
    return Table(caption="", heads=heads, rows=tuple(_row(opened, row, heads, words) for row in rows))


def _row(opened: OpenProcess, row: Row, heads: tuple[str, ...], words: Words) -> tuple[Cell, ...]:
    """Return one circle of people: how far the yes goes, and what was said about the rest."""
    said = wording.in_cell(row.answers, words)
    kinds = {Scope.CATEGORY: _("a kind of people"), Scope.GROUP: _("a group"), Scope.PERSON: _("a person")}
    return (
        Cell(text=capital(wording.whom(row.audience, words)), note=kinds[row.audience.scope]),
        Cell(text=said.text, kind=said.kind, note=said.note, label=heads[1]),
        Cell(
            text=_("Copy anew") if copies_only(opened) else _("Say it anew"),
            url=link_to("may-tell-for", opened, row.rules[0].item.entry_id),
        ),
    )


def _unread(opened: OpenProcess, words: Words) -> tuple[Unread, ...]:
    """Return the copies that do not count yet."""
    rules = [rule for rule in opened.state.may_tell.rules if not rule.counts]
    found = [(rule.item.entry_id, wording.standing_rule(rule, words)) for rule in rules]
    found += [
        (item.entry_id, wording.reach_sentence(item.entry, words))
        for item in opened.state.reach.waiting
        if item is not opened.state.reach.current
    ]
    return tuple(Unread(text=text, reading=reading_of(opened, entry_id)) for entry_id, text in found)


def _ask(opened: OpenProcess, item: Item[MayTellAsked], words: Words) -> Ask:
    on = days.day(day_of(item.entry.at, opened.zone), words)
    return Ask(
        text=wording.may_we(item.entry.audience, item.entry.material, words),
        why=item.entry.why,
        since=_("Asked on %(day)s. Until there is a yes, it stays no.") % {"day": on},
        url=link_to("may-tell-for", opened, item.entry_id),
        link=_("Copy the answer") if copies_only(opened) else _("Answer it, or leave it"),
    )


def _history(opened: OpenProcess) -> tuple[Word, ...]:
    """Return all that was said, the newest first; what was done stays under the scope of its day (R10)."""
    known, telling = opened.state.may_tell, telling_of(opened)
    items: list[Item[AnyEntry]] = [rule.item for rule in known.rules]
    items += [*known.stops, *known.confirmed, *known.asked, *opened.state.reach.chosen]
    rows = []
    for item in sorted(items, key=lambda one: one.seq, reverse=True):
        told = entries.describe(item.entry, telling)
        on = days.day(day_of(item.entry.at, opened.zone), telling.words)
        text = sentences(told.sentence, _("Copied.") if getattr(item.entry, "copied", None) else "")
        rows.append(Word(day=on, text=text, url=link_to("entry", opened, item.entry_id)))
    return tuple(rows)


def result_line(opened: OpenProcess, audience: Audience) -> str:
    """Return what stands after a save, so that nobody has to work it out: "Reading circle: no, 12 January."."""
    words = words_of(opened)
    rows = may_tell.table(opened.state, opened.today)
    row = next(one for one in rows if may_tell.same_audience(one.audience, audience))
    said = wording.in_row(row, words)
    text = _("%(people)s: %(answer)s.") % {"people": capital(wording.whom(audience, words)), "answer": said.text}
    return sentences(text, said.note)
