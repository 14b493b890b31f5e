"""The list of updates, and the page of one: a draft for the contact group, a letter for all who got it."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import updates as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.state.shape import Draft
from answerable.web.base import pages
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.updates.handing_over import show_draft
from answerable.web.updates.listing import list_page
from answerable.web.updates.page import update_page


@member(*ALL, action="read")
def updates(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what was handed over, when the next one is due, and for the contact group its draft."""
    return pages.show(request, "updates/list.html", _("Update"), place="updates", page=list_page(opened))


@member(*ALL, action="read")
def update(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show a letter; a draft that was handed over leads to what was handed over."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    item = deeds.update_of(opened.state, entry_id)
    if item is not None:
        return pages.show(request, "updates/letter.html", _("Update"), place="updates", page=update_page(opened, item))
    draft = draft_here(opened, entry_id)
    if draft.handed_over:
        return pages.go("update", alias=opened.alias, ident=text_of(draft.handed_over[-1].entry_id))
    return show_draft(request, opened, draft)


def draft_here(opened: OpenProcess, entry_id: bytes) -> Draft:
    """Return a draft that this member can read; what does not exist and what is another's answer alike (404)."""
    draft = deeds.draft_of(opened.state, entry_id)
    if draft is None or Role.CONTACT not in opened.roles:
        raise Http404
    return draft
