"""How we know something about him: the choice, who reads it because of the answer, and what is said after (R42)."""

from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.actions.record import still_allowed
from answerable.core.circles import Presence, Role, sorted_roles
from answerable.core.entries import AnyEntry
from answerable.core.entries.base import Source
from answerable.web.base.forms import Worded
from answerable.web.base.telling import readers_sentence
from answerable.wording import names
from answerable.wording.lists import sentences
from answerable.wording.words import Words


def sources(words: Words, *, without_him: bool = False) -> list[tuple[str, str]]:
    """Return how we can know; the last is taken with an explanation why we do not do that (R42)."""
    why = _(
        "We do not look people up. If it happened, say so: the supervision group reads it too, "
        "and no step rests on it alone."
    )
    found = [kind for kind in Source if not (without_him and kind is Source.HE_SAID)]
    return [(kind.value, Worded(names.source(kind, words), why if kind is Source.LOOKED_UP else "")) for kind in found]


def sourced_readers(opened: OpenProcess, roles: tuple[Role, ...]) -> str:
    """Return who can read what a form with this choice keeps: what was looked up is for supervision too (R42)."""
    readers = readers_sentence(opened, roles)
    if Role.SUPERVISION in roles:
        return readers
    if opened.state.process.supervision is Presence.HERE:
        return sentences(readers, _("If you say “We looked it up”, the supervision group reads it too."))
    return sentences(readers, _("If you say “We looked it up”, it is kept for the supervision group too."))


def readers_of_correction(opened: OpenProcess, entry: AnyEntry) -> str:
    """Return who can read a correction: those of the older words whom its kind still lets read it."""
    readers = sourced_readers if hasattr(entry, "source") else readers_sentence
    return readers(opened, sorted_roles(still_allowed(entry)))


def kept(entry: AnyEntry) -> str:
    """Return what is said after a save, true also of what was looked up."""
    if getattr(entry, "source", None) is Source.LOOKED_UP:
        return _("Kept. Sealed for those who can read it.")
    return _("Kept. Sealed for the contact group.")
