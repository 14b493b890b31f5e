"""What stands beside copied words on any page: who read them against their source, who can, and where (R64)."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import letters as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base.copied import link_to
from answerable.web.base.telling import words_of
from answerable.wording import demands as wording


class Reading(Struct, frozen=True):
    """One sentence about the reading of a copy, and the link to what this member can do; all empty for own words."""

    text: str = ""
    url: str = ""
    link: str = ""


class Waiting(Struct, frozen=True):
    """Words in the list of those that wait for a second reader; `url` is empty for who wrote or copied them."""

    kind: str
    text: str
    about: str
    url: str


class WaitingPage(Struct, frozen=True):
    """All words of one kind that wait for a second reader."""

    heading: str
    lead: str
    lines: tuple[Waiting, ...]


def reading_of(opened: OpenProcess, entry_id: bytes) -> Reading:
    """Return how it stands with a copy: a member reads it, whose words they are can put it right."""
    copy = deeds.copy_of(opened.state, entry_id)
    if copy is None:
        return Reading()
    words = words_of(opened)
    readers = deeds.second_readers(opened, copy)
    if copy.is_read:
        text = wording.read_by((filed.author for filed in copy.readings), words)
    else:
        text = wording.waits_for_reader(copy.author, readers, words, reader=opened.user_id)
    if deeds.puts_right(opened) and not isinstance(copy.entry, deeds.NOT_RETYPED):
        return Reading(text, link_to("copy-again", opened, entry_id), _("These are not our words: put them right"))
    if copy.is_read or Role.CONTACT not in opened.roles or opened.user_id not in readers:
        return Reading(text)
    return Reading(text, link_to("copy-read", opened, entry_id), _("Read it against its source"))
