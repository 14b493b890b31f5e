"""The words in which these pages speak: the reader's language, names, and what circles are called."""

from collections.abc import Iterable

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.defaults.commitment import STATEMENT, statement
from answerable.wording.words import Words, words_for


def words_of(opened: OpenProcess) -> Words:
    """Return the words in which the process is shown to whoever looks."""
    return words_for(
        opened.state,
        opened.today,
        language=get_language() or "en",
        gettext=_,
        ngettext=ngettext,
        pgettext=pgettext,
    )


def name_of(opened: OpenProcess, user: bytes) -> str:
    """Return the name somebody has here, or that she has not said one yet."""
    member = opened.state.members.get(user)
    return member.named.entry.shown_name if member else _("somebody who has not said a name yet")


def title_of(role: Role) -> str:
    """Return a circle as a heading."""
    return {
        Role.CONTACT: _("Contact group"),
        Role.SUPPORT: _("Support group"),
        Role.SUPERVISION: _("Supervision group"),
    }[role]


def the(role: Role) -> str:
    """Return a circle as the subject of a sentence."""
    return {
        Role.CONTACT: _("The contact group"),
        Role.SUPPORT: _("The support group"),
        Role.SUPERVISION: _("The supervision group"),
    }[role]


def readers(roles: Iterable[Role]) -> str:
    """Return who can read something, as one sentence."""
    return {
        frozenset({Role.CONTACT}): _("The contact group."),
        frozenset({Role.SUPPORT}): _("The support group."),
        frozenset({Role.SUPERVISION}): _("The supervision group."),
        frozenset({Role.CONTACT, Role.SUPPORT}): _("The contact group and the support group."),
        frozenset({Role.CONTACT, Role.SUPERVISION}): _("The contact group and the supervision group."),
        frozenset({Role.SUPPORT, Role.SUPERVISION}): _("The support group and the supervision group."),
        frozenset(Role): _("All groups: contact, support and supervision."),
    }[frozenset(roles)]


def sentences(words: Words, version: int = STATEMENT.version) -> tuple[str, ...]:
    """Return the commitment statement, sentence by sentence, in the words of this process (R15)."""
    found = statement(version)
    if found is None:
        return ()
    return tuple(one.in_words(words.language, words.terms).replace("X", words.person_x) for one in found.sentences)
