"""The three facets over time: for each check-in a word, and nothing that is added up (R65, interface.md 4)."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct, structs

from answerable.core.calendar import day_of
from answerable.core.defaults.questions import QUESTION_SET, question_set, section_of
from answerable.core.entries import ContactReached
from answerable.core.entries.around import he_told, is_seen
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import ToldNew
from answerable.core.entries.demands import DemandWord, Facet
from answerable.core.state import Demand, Item, State
from answerable.core.state.around import Account
from answerable.core.state.demands import where_it_stands

WORD_OF_OUTCOME = {
    Outcome.ANSWERED: DemandWord.SAID,
    Outcome.EVADED: DemandWord.ASKED,
    Outcome.REFUSED: DemandWord.REFUSED,
}
"""What he did with a question, in the words of R65: an evaded one was asked, and has no answer."""


class About(StrEnum):
    """What a row is about."""

    DEMAND = "demand"
    QUESTION = "question"
    TOLD = "told"


class Column(Struct, frozen=True, kw_only=True):
    """A check-in, by its day and entry; the last column holds what came since, and has neither."""

    on: date | None
    contact: bytes | None


class Row(Struct, frozen=True, kw_only=True):
    """One demand or question and its word for each column, oldest first.

    `text` is the demand's wording, or the question as it was asked; `version` is that of its list.
    """

    about: About
    number: int
    text: str
    words: tuple[DemandWord, ...]
    version: int = 0
    entry: bytes | None = None


class FacetRows(Struct, frozen=True, kw_only=True):
    """The rows of one facet; `never` are the questions of today's list that he was not asked in all this time."""

    facet: Facet
    rows: tuple[Row, ...]
    never: tuple[int, ...]


class Grid(Struct, frozen=True, kw_only=True):
    """All of it; what came between two check-ins stands with the later one."""

    columns: tuple[Column, ...]
    facets: tuple[FacetRows, ...]


class _Windows:
    """Into which column a day falls."""

    def __init__(self, reached: tuple[Item[ContactReached], ...]) -> None:
        self.reached = reached
        self._days = [item.entry.on for item in reached]

    def of(self, on: date) -> int:
        """Return the first check-in that is not before this day; one past the last for what came since."""
        return bisect_left(self._days, on)

    def count(self) -> int:
        """Return how many columns there are, the last one included."""
        return len(self._days) + 1


def grid(state: State) -> Grid:
    """Return the words of each facet for every check-in, oldest first; a word never rests on a sum (R65)."""
    windows = _Windows(state.contacts.reached)
    facets = tuple(_facet(state, facet, windows) for facet in Facet)
    columns = [Column(on=item.entry.on, contact=item.entry_id) for item in windows.reached]
    if _anything_since(facets):
        columns.append(Column(on=None, contact=None))
    return Grid(
        columns=tuple(columns),
        facets=tuple(_cut(one, len(columns)) for one in facets if one.rows or one.facet is not Facet.OTHER),
    )


def _facet(state: State, facet: Facet, windows: _Windows) -> FacetRows:
    demands = [one for one in state.demands if one.facet is facet and one.counts and not one.withdrawn]
    questions = _questions(facet, windows)
    told = [_told(state, windows)] if facet is Facet.INFORM else []
    section = section_of(facet)
    asked = {row.number for row in questions if row.version == QUESTION_SET.version}
    listed = QUESTION_SET.of(section) if section else ()
    return FacetRows(
        facet=facet,
        rows=(*(_demand(one, windows) for one in demands), *told, *questions),
        never=tuple(question.number for question in listed if question.number not in asked),
    )


def _demand(demand: Demand, windows: _Windows) -> Row:
    """Return what each stretch of time showed about a demand, in whatever wording it then had."""
    passings = [passing for version in demand.versions for passing in version.passings]
    notes = [note for version in demand.versions for note in version.notes]
    words = tuple(
        where_it_stands(
            tuple(one for one in passings if windows.of(one.item.entry.on) == place),
            tuple(one for one in notes if windows.of(one.entry.on) == place),
        )[0]
        for place in range(windows.count())
    )
    number, text = demand.number, demand.current.text
    return Row(about=About.DEMAND, number=number, text=text, words=words, entry=demand.demand_id)


def _questions(facet: Facet, windows: _Windows) -> list[Row]:
    """Return a row for each question of a facet that he was asked, by the list it was asked from."""
    section = section_of(facet)
    found: dict[tuple[int, int], list[DemandWord]] = {}
    texts: dict[tuple[int, int], str] = {}
    for place, item in enumerate(windows.reached):
        for answer in item.entry.answers:
            asked = question_set(answer.set_version)
            question = asked.numbered(answer.question) if asked else None
            if question is None or question.section is not section:
                continue
            key = (answer.set_version, answer.question)
            texts[key] = answer.wording
            words = found.setdefault(key, [DemandWord.NOT_ASKED] * windows.count())
            words[place] = WORD_OF_OUTCOME[answer.outcome]
    return [
        Row(about=About.QUESTION, number=number, text=texts[version, number], words=tuple(words), version=version)
        for (version, number), words in sorted(found.items())
    ]


def _told(state: State, windows: _Windows) -> Row:
    """Return whether he told anyone: his word, and what somebody other than X said or showed (R29)."""
    words = [DemandWord.NOT_ASKED] * windows.count()
    for place, contact in enumerate(windows.reached):
        if contact.entry.told_new is not ToldNew.NOT_ASKED:
            words[place] = DemandWord.SAID
    accounts = (account for one in state.surroundings.people for account in one.accounts)
    for item in (account for account in accounts if he_told(account.entry)):
        place = _place_of(state, item, windows)
        if is_seen(item.entry):
            words[place] = DemandWord.SEEN
        elif words[place] is DemandWord.NOT_ASKED:
            words[place] = DemandWord.SAID
    return Row(about=About.TOLD, number=0, text="", words=tuple(words))


def _place_of(state: State, item: Account, windows: _Windows) -> int:
    """Return the check-in that an account was saved with, else the one of the day on which it was written down."""
    first = state.entries.get(item.first_id)
    at = (first.entry if first else item.entry).at
    for place, contact in enumerate(windows.reached):
        if contact.author == item.author and contact.entry.at == at:
            return place
    return windows.of(day_of(at, state.process.zone))


def _anything_since(facets: Iterable[FacetRows]) -> bool:
    return any(row.words[-1] is not DemandWord.NOT_ASKED for one in facets for row in one.rows)


def _cut(one: FacetRows, columns: int) -> FacetRows:
    """Return the facet without the column of what came since, where nothing did."""
    return structs.replace(one, rows=tuple(structs.replace(row, words=row.words[:columns]) for row in one.rows))
