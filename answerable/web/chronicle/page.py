"""What the page of everything in order shows: lines by month, fifty at a time."""

from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import chronicle
from answerable.core.chronicle import Line
from answerable.core.state import Tombstone
from answerable.web.base.forms import text_of
from answerable.web.base.telling import telling_of, words_of
from answerable.web.chronicle.forms import FindForm
from answerable.wording import chronicle as wording
from answerable.wording import days, entries
from answerable.wording.chronicle import LineWords, Search
from answerable.wording.entry_words import Telling

MOST = 50


class Row(Struct, frozen=True, kw_only=True):
    """One line with the page it leads to; `foldable` where its whole words can be read in place."""

    words: LineWords
    url: str
    gone: bool
    foldable: bool


class Month(Struct, frozen=True, kw_only=True):
    """The lines of one month."""

    title: str
    rows: tuple[Row, ...]


class Turn(Struct, frozen=True, kw_only=True):
    """A way to newer or older lines: a link, or where words were posted the number of a page to post again."""

    label: str
    url: str = ""
    number: int = 0


class Apart(Struct, frozen=True, kw_only=True):
    """An entry that does not fit, listed apart."""

    text: str
    url: str


class ChroniclePage(Struct, frozen=True, kw_only=True):
    """One page of everything in order, or of what was found."""

    lead: str
    url: str
    found: bool
    empty: str
    months: tuple[Month, ...]
    turns: tuple[Turn, ...]
    apart: tuple[Apart, ...]
    carried: tuple[tuple[str, str], ...] = ()


def pages_in(count: int) -> int:
    """Return on how many pages so many lines stand."""
    return max(1, -(-count // MOST))


def whole_page(opened: OpenProcess, lines: tuple[Line, ...], number: int) -> ChroniclePage:
    """Return a page of everything."""
    phrase = ngettext("One entry that you can read.", "%(count)s entries that you can read.", len(lines))
    return ChroniclePage(
        lead=phrase % {"count": _count(len(lines))},
        url=reverse("everything", kwargs={"alias": opened.alias}),
        found=False,
        empty="" if lines else _("Nothing was written yet that you can read."),
        months=_months(opened, lines, number, None),
        turns=_turns(opened, len(lines), number, posted=False),
        apart=_apart(opened) if number == 1 else (),
    )


def found_page(opened: OpenProcess, lines: tuple[Line, ...], form: FindForm, number: int) -> ChroniclePage:
    """Return a page of what was found, the newest first."""
    search = Search(form.asked, words_of(opened))
    found = chronicle.narrow(lines, form.narrowed)
    if search.terms:
        found = tuple(line for line in found if search.finds(line))
    number = min(number, pages_in(len(found)))
    phrase = ngettext("One entry found.", "%(count)s entries found.", len(found))
    empty = _("Nothing like it is in what you can read. Try fewer words, or the beginning of a word.")
    return ChroniclePage(
        lead=phrase % {"count": _count(len(found))} if found else _("Nothing found."),
        url=reverse("everything", kwargs={"alias": opened.alias}),
        found=True,
        empty="" if found else empty,
        months=_months(opened, found, number, search),
        turns=_turns(opened, len(found), number, posted=True),
        apart=(),
        carried=tuple((name, form.data.get(name, "")) for name in form.fields),
    )


def _count(number: int) -> str:
    """Return a number in figures that can be read."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _months(opened: OpenProcess, lines: tuple[Line, ...], number: int, search: Search | None) -> tuple[Month, ...]:
    """Return the lines of one page by month; only these are told in words."""
    telling = telling_of(opened)
    shown = lines[(number - 1) * MOST : number * MOST]
    months = groupby(shown, key=lambda line: (line.on.year, line.on.month))
    return tuple(
        Month(
            title=f"{days.month(month, telling.words)} {year}",
            rows=tuple(_row(opened, line, telling, search) for line in of),
        )
        for (year, month), of in months
    )


def _row(opened: OpenProcess, line: Line, telling: Telling, search: Search | None) -> Row:
    words = wording.told(line, telling, search.terms if search else (), opened.zone)
    return Row(
        words=words,
        url=_entry_url(opened, line.what.entry_id),
        gone=isinstance(line.what, Tombstone),
        foldable=search is not None and words.whole is not None,
    )


def _entry_url(opened: OpenProcess, entry_id: bytes) -> str:
    return reverse("entry", kwargs={"alias": opened.alias, "ident": text_of(entry_id)})


def _turns(opened: OpenProcess, count: int, number: int, *, posted: bool) -> tuple[Turn, ...]:
    """Return the ways to newer and older lines, where there are any."""
    ways = [(_("Newer"), number - 1), (_("Older"), number + 1)]
    there = [(label, to) for label, to in ways if 1 <= to <= pages_in(count)]
    if posted:
        return tuple(Turn(label=label, number=to) for label, to in there)
    return tuple(Turn(label=label, url=_page_url(opened, to)) for label, to in there)


def _page_url(opened: OpenProcess, number: int) -> str:
    if number == 1:
        return reverse("everything", kwargs={"alias": opened.alias})
    return reverse("everything-older", kwargs={"alias": opened.alias, "number": str(number)})


def _apart(opened: OpenProcess) -> tuple[Apart, ...]:
    """Return what does not fit of the entries that circles read; it counts for nothing (entries.md)."""
    telling = telling_of(opened)
    return tuple(
        Apart(text=entries.short(one.filed.entry, telling), url=_entry_url(opened, one.filed.entry_id))
        for one in opened.state.does_not_fit
        if one.filed.entry_id in opened.state.entries
    )
