"""An entry as words: a title, a sentence and its texts, for every kind there is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from answerable.core.entries import AnyEntry, Entry
from answerable.wording import (
    entries_around,
    entries_decisions,
    entries_letters,
    entries_may_tell,
    entries_of_contact,
    entries_of_indicators,
    entries_of_soon,
    entries_of_steps,
    entries_of_us,
    entries_of_x,
    entries_outgoing,
    entries_telling,
)
from answerable.wording.entry_words import EntryWords, Telling, shortened

Tell = Callable[[Any, Telling], EntryWords]

LONGEST = 200

TELLINGS: Mapping[type[Entry], Tell] = {
    **entries_of_x.TELLINGS,
    **entries_around.TELLINGS,
    **entries_of_us.TELLINGS,
    **entries_of_indicators.TELLINGS,
    **entries_may_tell.TELLINGS,
    **entries_of_soon.TELLINGS,
    **entries_of_contact.TELLINGS,
    **entries_decisions.TELLINGS,
    **entries_outgoing.TELLINGS,
    **entries_of_steps.TELLINGS,
    **entries_letters.TELLINGS,
    **entries_telling.TELLINGS,
}
"""How each kind is told; complete (a test compares it with the kinds there are)."""


def describe(entry: AnyEntry, telling: Telling) -> EntryWords:
    """Return an entry in words."""
    return TELLINGS[type(entry)](entry, telling)


def title_of(entry: AnyEntry, telling: Telling) -> str:
    """Return what an entry is called in a list."""
    return describe(entry, telling).title


def short(entry: AnyEntry, telling: Telling) -> str:
    """Return an entry as one line: its own words, or the sentence that tells it.

    His account stands in no line: there is no room for its mark (R14).
    """
    told = describe(entry, telling)
    ours = next((part.text for part in told.parts if not part.his), "")
    return f"{told.title}: {shortened(ours)}" if ours else shortened(told.sentence, LONGEST)


def named_beside(entry: AnyEntry, telling: Telling) -> str:
    """Return an entry as one line beside another that names it; it names no third itself, so no circle traps us."""
    return short(entry, replace(telling, entry=_nothing))


def _nothing(_entry_id: bytes) -> str:
    return "…"
