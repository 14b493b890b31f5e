"""How pages tell things: the reader's words in this process, what another entry says in a line, who can read."""

from django.utils.translation import get_language, gettext, ngettext, pgettext
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.wording import audience, entries
from answerable.wording.entry_words import Telling
from answerable.wording.words import Words, words_for


def words_of(opened: OpenProcess) -> Words:
    """Return the words of whoever looks."""
    return words_for(
        opened.state,
        opened.today,
        language=get_language() or "en",
        gettext=gettext,
        ngettext=ngettext,
        pgettext=pgettext,
    )


def telling_of(opened: OpenProcess) -> Telling:
    """Return how to tell entries of this process to whoever looks."""

    def entry(entry_id: bytes) -> str:
        filed = opened.state.entries.get(entry_id)
        return entries.named_beside(filed.entry, telling) if filed else _("an entry that is not here")

    telling = Telling(words=words_of(opened), entry=entry)
    return telling


def members_of(opened: OpenProcess, role: Role) -> tuple[bytes, ...]:
    """Return who is in a circle now, by name."""
    words = words_of(opened)
    return tuple(sorted(opened.members(role), key=lambda user: (words.name(user).casefold(), user)))


def readers_sentence(opened: OpenProcess, roles: tuple[Role, ...]) -> str:
    """Return who can read something, and for whom it is kept: "The contact group: Ada and Bo." (R64)."""
    words = words_of(opened)
    process = opened.state.process
    states = {Role.SUPPORT: process.support, Role.SUPERVISION: process.supervision}
    absent = [role for role in roles if states.get(role, Presence.HERE) is not Presence.HERE]
    here = [role for role in roles if role not in absent]
    members = {role: members_of(opened, role) for role in here}
    later = audience.later_readers(absent, words)
    return " ".join(part for part in (audience.audience(here, members, words), later) if part)
