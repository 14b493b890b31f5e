"""The three facets over time as tables: the newest check-in first, so many in a table as fit (R65)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct, structs

from answerable.actions.reading import OpenProcess
from answerable.core.defaults.questions import QUESTION_SET
from answerable.core.entries.demands import DemandWord, Facet
from answerable.core.over_time import Column, FacetRows, Grid, Row, grid
from answerable.web.base.copied import link_to
from answerable.web.base.rules import CONTACT
from answerable.web.base.telling import readers_sentence, words_of
from answerable.wording import days, names
from answerable.wording import over_time as wording
from answerable.wording.demands import MARK_KINDS
from answerable.wording.words import Words

COLUMNS = 4
"""So many check-ins stand side by side; older ones stand in tables of their own below."""


class Head(Struct, frozen=True):
    """A column: its day, and where the check-in is told."""

    text: str
    url: str


class Cell(Struct, frozen=True):
    """One word: how its mark is drawn, and of which day, for a card."""

    kind: str
    word: str
    label: str


class Line(Struct, frozen=True):
    """One row."""

    text: str
    url: str
    cells: tuple[Cell, ...]


class Group(Struct, frozen=True):
    """The rows of one facet; `empty` where there are none."""

    title: str
    lines: tuple[Line, ...]
    empty: str


class Table(Struct, frozen=True):
    """So many check-ins as stand side by side."""

    caption: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    span: int


class Never(Struct, frozen=True):
    """The questions of a facet that he was never asked."""

    title: str
    questions: tuple[str, ...]


class GridPage(Struct, frozen=True, kw_only=True):
    """The page: one table, older ones folded, and what was never asked."""

    lead: str
    table: Table | None
    older: tuple[Table, ...]
    older_phrase: str
    never: tuple[Never, ...]
    never_phrase: str
    back: str
    demands: str
    list_url: str
    list_link: str
    readers: str


def grid_page(opened: OpenProcess) -> GridPage:
    """Return the page as it stands."""
    words, found = words_of(opened), grid(opened.state)
    tables = tuple(_table(opened, part, words) for part in _parts(found))
    never = tuple(_never(one, words) for one in found.facets if one.never)
    count, older = sum(len(one.questions) for one in never), max(len(found.columns) - COLUMNS, 0)
    return GridPage(
        lead=_("What was asked, said, seen or refused at each contact. Nothing is added up."),
        table=tables[0] if tables else None,
        older=tables[1:],
        older_phrase=ngettext("one contact", "%(count)s contacts", older) % {"count": days.number(older, words)},
        never=never,
        never_phrase=ngettext("one question", "%(count)s questions", count) % {"count": days.number(count, words)},
        back=link_to("contacts", opened),
        demands=link_to("demands", opened),
        list_url=link_to("indicators", opened),
        list_link=_("The list of indicators") if opened.state.indicators.taken_on else "",
        readers=readers_sentence(opened, CONTACT),
    )


def _parts(found: Grid) -> list[Grid]:
    """Return the grid cut into tables, the newest check-in first."""
    places = list(range(len(found.columns)))[::-1]
    return [_picked(found, places[start : start + COLUMNS]) for start in range(0, len(places), COLUMNS)]


def _picked(found: Grid, places: list[int]) -> Grid:
    """Return the grid with these columns, in this order."""

    def picked(row: Row) -> Row:
        return structs.replace(row, words=tuple(row.words[place] for place in places))

    return Grid(
        columns=tuple(found.columns[place] for place in places),
        facets=tuple(structs.replace(one, rows=tuple(picked(row) for row in one.rows)) for one in found.facets),
    )


def _table(opened: OpenProcess, part: Grid, words: Words) -> Table:
    heads = tuple(_head(opened, one, words) for one in part.columns)
    return Table(
        caption=wording.reading(part.facets, words),
        heads=heads,
        groups=tuple(_group(opened, one, heads, words) for one in part.facets),
        span=len(heads) + 1,
    )


def _head(opened: OpenProcess, one: Column, words: Words) -> Head:
    return Head(wording.column(one, words), link_to("entry", opened, one.contact) if one.contact else "")


def _group(opened: OpenProcess, one: FacetRows, heads: tuple[Head, ...], words: Words) -> Group:
    return Group(
        title=names.facet(one.facet, words),
        lines=tuple(_line(opened, row, heads, words) for row in one.rows),
        empty="" if one.rows else _("No demand stands here, and none of the questions was asked."),
    )


def _line(opened: OpenProcess, row: Row, heads: tuple[Head, ...], words: Words) -> Line:
    cells = tuple(_cell(word, head, words) for word, head in zip(row.words, heads, strict=True))
    return Line(wording.row(row, words), link_to("demand", opened, row.entry) if row.entry else "", cells)


def _cell(word: DemandWord, head: Head, words: Words) -> Cell:
    return Cell(MARK_KINDS[word], names.demand_word(word, words), head.text)


def _never(one: FacetRows, words: Words) -> Never:
    texts = tuple(wording.question(number, QUESTION_SET.version, words) for number in one.never)
    return Never(names.facet(Facet(one.facet), words), texts)
