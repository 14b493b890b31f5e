"""The quiet line for whoever is named in something she may need to know soon; nobody else has it (R66)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.calendar import day_of
from answerable.web.base.forms import text_of
from answerable.web.base.telling import words_of
from answerable.web.now.links import Link
from answerable.wording import days


def named_in(opened: OpenProcess) -> tuple[Link, ...]:
    """Return a line for each note that names this member, is not hers, and that she has not said she has."""
    words, found = words_of(opened), []
    for note in opened.state.soon.notes:
        item = note.item
        if item.author == opened.user_id or any(answer.author == opened.user_id for answer in note.answers):
            continue
        text = _("%(name)s wrote something for you by name, %(day)s.") % {
            "name": words.name(item.author),
            "day": days.near_day(day_of(item.entry.at, opened.zone), words),
        }
        url = reverse("soon-note", kwargs={"alias": opened.alias, "ident": text_of(item.entry_id)})
        found.append(Link(text=text, url=url, link=_("Read it")))
    return tuple(found)
