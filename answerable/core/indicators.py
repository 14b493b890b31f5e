"""What the record allows to be said of each indicator: one word, by what the notes rest on (R65, content 10).

Nothing is summed over indicators, averaged or forecast, and no word comes from time that merely passed.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.calendar import add_months
from answerable.core.defaults.indicators import INDICATORS_VERSION, listed
from answerable.core.defaults.text import Text
from answerable.core.entries import IndicatorNoted
from answerable.core.entries.demands import Facet
from answerable.core.entries.indicators import Ground
from answerable.core.state import Item, State

SUSTAINED_MONTHS = 12
SUSTAINED_CONTACTS = 4

Note = Item[IndicatorNoted]


class Level(StrEnum):
    """The words of the list; elsewhere *claimed* is said and *corroborated* is seen."""

    NOT_ASKED = "not-asked"
    NONE = "refused-or-none"
    CLAIMED = "claimed"
    PARTLY = "partly-corroborated"
    CORROBORATED = "corroborated"
    SUSTAINED = "sustained"
    REGRESSED = "regressed"


class Standing(Struct, frozen=True, kw_only=True):
    """One indicator: its word, and the notes it rests on, oldest first."""

    facet: Facet
    number: int
    text: Text
    level: Level
    rests_on: tuple[Note, ...]


def standings(state: State) -> tuple[Standing, ...]:
    """Return the word of every indicator of the list, in its order."""
    found = []
    for facet, number, text in listed():
        notes = [note for note in state.indicators.notes if is_about(note, number)]
        level, rests_on = stands(facet, notes, state.contacts.reached_days)
        found.append(Standing(facet=facet, number=number, text=text, level=level, rests_on=rests_on))
    return tuple(found)


def is_about(note: Note, number: int) -> bool:
    """Tell whether a note is about this indicator of today's list."""
    return (note.entry.indicator, note.entry.list_version) == (number, INDICATORS_VERSION)


def stands(facet: Facet, notes: Sequence[Note], contact_days: Sequence[date]) -> tuple[Level, tuple[Note, ...]]:
    """Return the word that these notes about one indicator allow, and those it rests on.

    `notes` are in the order of their days. What shows that he does not do it ends what was shown before; his own word
    does not undo it.
    """
    was_corroborated, against = False, None
    run: list[Note] = []
    for note in notes:
        if note.entry.does:
            run.append(note)
            continue
        was_corroborated = was_corroborated or weight(facet, run) is Level.CORROBORATED
        against, run = note, []
    level = weight(facet, run)
    if against is not None and level in (Level.NOT_ASKED, Level.CLAIMED) and was_corroborated:
        return Level.REGRESSED, (against, *run)
    if against is not None and level is Level.NOT_ASKED:
        return Level.NONE, (against,)
    if level is Level.CORROBORATED and _is_sustained(facet, run, contact_days):
        return Level.SUSTAINED, tuple(run)
    return level, tuple(run)


def weight(facet: Facet, notes: Iterable[Note]) -> Level:
    """Return how far notes carry that all show that he does it: the evidence rule, and nothing besides.

    His word alone is claimed; a paper of his alone never more than partly. *Reflect* needs who offers the work, or
    somebody's confirmation and how he acts towards us; *inform* needs somebody who got the letter or her perspective;
    *stay accountable* needs one ground that does not come from him.
    """
    entries = [note.entry for note in notes]
    grounds = {entry.ground for entry in entries}
    if not grounds:
        return Level.NOT_ASKED
    if grounds == {Ground.HIS_WORD}:
        return Level.CLAIMED
    enough = {
        Facet.REFLECT: Ground.PROVIDER in grounds or {Ground.CONFIRMED, Ground.CONDUCT} <= grounds,
        Facet.INFORM: any(entry.with_letter for entry in entries),
        Facet.STAY_ACCOUNTABLE: any(_is_outside(entry) for entry in entries),
    }
    return Level.CORROBORATED if enough[facet] else Level.PARTLY


def _is_outside(entry: IndicatorNoted) -> bool:
    """Tell whether a note rests on something that does not come from him."""
    return entry.ground not in (Ground.HIS_WORD, Ground.HIS_PAPER)


def _is_sustained(facet: Facet, run: Sequence[Note], contact_days: Sequence[date]) -> bool:
    """Tell whether it was corroborated over a year and four contacts, up to the last note that others carry."""
    place = next(place for place in range(len(run)) if weight(facet, run[: place + 1]) is Level.CORROBORATED)
    first = run[place].entry.on
    last = max(note.entry.on for note in run[place:] if _is_outside(note.entry))
    contacts = [on for on in contact_days if first <= on <= last]
    return last >= add_months(first, SUSTAINED_MONTHS) and len(contacts) >= SUSTAINED_CONTACTS
