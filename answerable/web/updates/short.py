"""The short version of an update: at most a page, marked as such, for whoever keeps it for her (R13)."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct, structs

from answerable.actions import updates as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.short_version import short_version
from answerable.web.base import pages
from answerable.web.base.copied import link_to
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.updates import letter
from answerable.web.updates.letter import Sheet
from answerable.web.updates.page import reach_line


class ShortPage(Struct, frozen=True, kw_only=True):
    """The short version and the way back to the whole update."""

    lead: str
    reach: str
    sheet: Sheet
    back: str


@member(*CONTACT_SUPPORT, action="read")
def short(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show the short version of an update that was handed over; printing the page prints it alone."""
    try:
        item = deeds.update_of(opened.state, ident_of(ident))
    except ValueError:
        item = None
    if item is None:
        raise Http404
    kept = structs.replace(item, entry=structs.replace(item.entry, sentences=short_version(item.entry.sentences)))
    sheet = letter.of_update(opened, kept)
    with letter.in_its_language(opened):
        mark = _("Short version. The whole update says more.")
    page = ShortPage(
        lead=_("Its own first sentences, at most a page. Nothing in it is worded anew."),
        reach=reach_line(opened),
        sheet=structs.replace(sheet, letter=structs.replace(sheet.letter, draft=mark, foot=())),
        back=link_to("update", opened, item.entry_id),
    )
    return pages.show(request, "updates/short.html", _("Update"), place="updates", page=page)
