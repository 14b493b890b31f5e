"""Somebody is in danger: what to do first and whom to call (R48); a page that writes nothing and sends nothing."""

from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import site_settings
from answerable.actions.reading import OpenProcess
from answerable.core.defaults import danger as defaults
from answerable.core.defaults.danger import Region
from answerable.web.base import pages
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import ALL


class Number(Struct, frozen=True, kw_only=True):
    """A number to call: who answers, and when."""

    who: str
    number: str
    when: str


class Place(Struct, frozen=True, kw_only=True):
    """The numbers of one place."""

    title: str
    numbers: tuple[Number, ...]


class DangerPage(Struct, frozen=True, kw_only=True):
    """The steps and the numbers; `own` are the lines of whoever runs this site, and stand in place of the others."""

    first: tuple[str, ...]
    afterwards: tuple[str, ...]
    own: tuple[str, ...]
    places: tuple[Place, ...]


@member(*ALL, action="read", unready=True)
def danger(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what to do when somebody is in danger now."""
    del opened
    return pages.show(request, "now/danger.html", _("Now"), place="danger", page=danger_page())


def danger_page() -> DangerPage:
    """Return the page in the reader's language."""
    language = get_language() or "en"
    own = site_settings.help_lines()
    return DangerPage(
        first=tuple(one.in_language(language) for one in defaults.FIRST),
        afterwards=tuple(one.in_language(language) for one in defaults.AFTERWARDS),
        own=own,
        places=() if own else tuple(_place(region, language) for region in defaults.regions_for(language)),
    )


def _place(region: Region, language: str) -> Place:
    titles = {
        Region.GENERAL: _("In Europe"),
        Region.UNITED_KINGDOM: _("In the United Kingdom"),
        Region.GERMANY: _("In Germany"),
    }
    numbers = (
        Number(who=one.who.in_language(language), number=one.number, when=one.when.in_language(language))
        for one in defaults.HELPLINES[region]
    )
    return Place(title=titles[region], numbers=tuple(numbers))
