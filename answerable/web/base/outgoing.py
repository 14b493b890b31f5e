"""What stands beside words that leave: how many of them are protected, who read them, where it is done (R12)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core import outgoing, protected
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.core.passages import texts_of
from answerable.web.base.copied import link_to
from answerable.web.base.copies import Reading
from answerable.web.base.telling import words_of
from answerable.wording import outgoing as wording


def words_found(opened: OpenProcess, text: str) -> str:
    """Return how many protected words a text that leaves holds, as a sentence; "" for none, and for a few words."""
    return wording.holds(protected.found(opened.state, text), words_of(opened))


def hint(opened: OpenProcess, *entries: AnyEntry) -> str:
    """Return the same about own notes of the contact circle, which do not leave: a quiet word, nothing to do."""
    if Role.CONTACT not in opened.roles or not opened.state.outgoing.lists:
        return ""
    return words_found(opened, "\n".join(_texts(entries)))


def _texts(entries: Iterable[AnyEntry]) -> Iterable[str]:
    return (text for entry in entries if entry.meant_for == (Role.CONTACT,) for text in texts_of(entry))


def reading_of(opened: OpenProcess, entry_id: bytes) -> Reading:
    """Return who of the contact circle has read the text that leaves in this entry, and the link where one reads it."""
    leaving = outgoing.at(opened.state, entry_id) if Role.CONTACT in opened.roles else None
    if leaving is None:
        return Reading()
    text = wording.read_by(leaving, words_of(opened), zone=opened.zone)
    if leaving.found:
        text = f"{text} {wording.holds(leaving.found, words_of(opened))}"
    if leaving.is_settled_by(opened.user_id):
        return Reading(text)
    return Reading(text, link_to("outgoing-one", opened, leaving.entry_id), _("Read these words"))
