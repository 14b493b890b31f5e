"""Who may be told, on the first pages: a change is seen, a question can be left, anyone can note a stop (R9, R10)."""

from datetime import timedelta

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import may_tell
from answerable.core.circles import Role
from answerable.core.state.may_tell import TellRule
from answerable.web.base.copied import link_to
from answerable.web.base.telling import words_of
from answerable.wording import days
from answerable.wording import may_tell as wording

SEEN_FOR = timedelta(days=14)
MOST_CHANGES = 2


class Line(Struct, frozen=True, kw_only=True):
    """A sentence with the place it leads to."""

    text: str
    url: str
    link: str


def changes(opened: OpenProcess) -> tuple[Line, ...]:
    """Return what was said about who may be told in the last two weeks, the newest; a stop before all else."""
    words = words_of(opened)
    found = may_tell.changes_since(opened.state, opened.today - SEEN_FOR)
    stops = [one for one in found if not isinstance(one, TellRule)]
    rules = [one for one in found if isinstance(one, TellRule)]
    texts = [
        _("Stop, said on %(day)s. Nobody new is told anything.") % {"day": days.day(one.entry.said_on, words)}
        for one in stops[:1]
    ]
    texts += [f"{wording.standing_rule(one, words)}." for one in rules]
    url = link_to("may-tell", opened)
    return tuple(Line(text=text, url=url, link=_("Who may be told")) for text in texts[:MOST_CHANGES])


def asked(opened: OpenProcess) -> tuple[Line, ...]:
    """Return what the contact group asks a yes for; it can be left, and then it stays no (R54)."""
    words = words_of(opened)
    return tuple(
        Line(
            text=wording.may_we(item.entry.audience, item.entry.material, words),
            url=link_to("may-tell-for", opened, item.entry_id),
            link=_("Answer it, or leave it"),
        )
        for item in may_tell.open_asks(opened.state)
    )


def long_quiet(opened: OpenProcess) -> tuple[str, ...]:
    """Return the quiet question of half a year without a word, for the contact group alone (content 6)."""
    if Role.CONTACT not in opened.roles or not may_tell.is_long_quiet(opened.state, opened.today):
        return ()
    since = may_tell.last_said_on(opened.state)
    if since is None:
        return (_("Nothing has been said yet about who may be told. Shall we ask the support group?"),)
    text = _("Who may be told: the last word is of %(day)s. Shall we ask the support group whether it still holds?")
    return (text % {"day": days.day(since, words_of(opened))},)


def reach(opened: OpenProcess) -> Line:
    """Return what reaches her, for those who keep it for her (R13)."""
    text = wording.reach_line(opened.state.reach, words_of(opened))
    return Line(text=text, url=link_to("reach", opened), link=_("Change it"))


def stopping(opened: OpenProcess) -> Line:
    """Return where somebody whom she told to stop writes it down (R10)."""
    return Line(text=_("Somebody said stop?"), url=link_to("may-tell-stop", opened), link=_("Write it down"))
