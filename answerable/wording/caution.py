"""What he may not learn, said wherever the group prepares to speak with him (R42)."""

from answerable.core.entries import NonCooperationNoted
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.core.state import Agreement, Around, Demand
from answerable.wording.entry_words import Telling


def about_people(one: Around, telling: Telling) -> str:
    """Return that he may not learn how we know of these people; "" where he may."""
    return _caution(telling) if one.he_may_not_learn else ""


def about_demand(one: Demand, telling: Telling) -> str:
    """Return it where a note about this demand came from somebody who does not want him to learn it."""
    notes = (note.entry for version in one.versions for note in version.notes)
    secret = any(note.source is Source.SOMEONE_CAME and not note.x_may_learn for note in notes)
    return _caution(telling) if secret else ""


def about_agreement(one: Agreement, telling: Telling) -> str:
    """Return it where somebody came to us about this agreement; nobody is asked there whether he may learn it."""
    secret = any(item.entry.source is Source.SOMEONE_CAME for item in one.answers)
    return _caution(telling) if secret else ""


def about_note(one: NonCooperationNoted, fact: Fact, telling: Telling) -> str:
    """Return it for a fact of a note that somebody told us who does not want him to learn it."""
    return _caution(telling) if fact.source is Source.SOMEONE_CAME and not one.x_may_learn else ""


def _caution(telling: Telling) -> str:
    return telling.gettext("He may not learn how we know.")
