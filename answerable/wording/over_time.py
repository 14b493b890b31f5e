"""The three facets over time in words: what a row is called, and the reading of the table in a sentence (R65)."""

from collections.abc import Sequence

from answerable.core.defaults.questions import question_set
from answerable.core.entries.demands import DemandWord
from answerable.core.over_time import About, Column, FacetRows, Row
from answerable.wording import names
from answerable.wording.days import day
from answerable.wording.entry_words import shortened
from answerable.wording.lists import joined, sentences
from answerable.wording.words import Words

LONGEST_DEMAND = 110


def row(one: Row, words: Words) -> str:
    """Return what a row is about: a demand with its number, a question, or whom he told."""
    if one.about is About.DEMAND:
        return f"{one.number}. {shortened(one.text, LONGEST_DEMAND)}"
    if one.about is About.TOLD:
        return words.gettext("Has he told anyone?")
    return question(one.number, one.version, words) or one.text


def question(number: int, version: int, words: Words) -> str:
    """Return a question in the reader's language; nothing for a list that this program does not know."""
    asked = question_set(version)
    found = asked.numbered(number) if asked else None
    return found.text.in_language(words.language) if found else ""


def column(one: Column, words: Words) -> str:
    """Return the day of a check-in, or that a column holds what came since."""
    return words.gettext("Since then") if one.on is None else day(one.on, words)


def reading(facets: Sequence[FacetRows], words: Words) -> str:
    """Return what the table says, without a number: where something was seen, where he refused (R65)."""
    seen = _under(facets, DemandWord.SEEN, words)
    refused = _under(facets, DemandWord.REFUSED, words)
    if seen:
        first = words.gettext("Seen, and not only said, under: {facets}.").format(facets=seen)
    else:
        first = words.gettext("Nothing here was seen by anybody but {x}.").format(x=words.person_x)
    second = words.gettext("Refused under: {facets}.").format(facets=refused) if refused else ""
    return sentences(first, second, words.gettext("All else is his word, or he has not answered, or was not asked."))


def _under(facets: Sequence[FacetRows], word: DemandWord, words: Words) -> str:
    found = [names.facet(one.facet, words) for one in facets if any(word in row.words for row in one.rows)]
    return joined(found, words) if found else ""
