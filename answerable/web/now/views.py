"""The first page of each group, and noting that the mail was looked at."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import MailboxLookedAt
from answerable.web.base import clock, pages
from answerable.web.base.copied import was_kept
from answerable.web.base.forms import EntryForm
from answerable.web.base.guard import POST, MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.now.others import other_now_page
from answerable.web.now.page import now_page


@member(*ALL, action="read")
def now(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what is due and how things stand, as this member's group sees it."""
    if Role.CONTACT in opened.roles:
        return pages.show(
            request, "now/now.html", _("Now"), place="now", page=now_page(opened), looked=EntryForm()["entry"]
        )
    return pages.show(request, "now/other.html", _("Now"), place="now", page=other_now_page(opened))


@member(Role.CONTACT, action="write", methods=POST)
def looked(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Note that the mail was looked at today (R55)."""
    form = EntryForm(request.POST)
    if not form.is_valid():
        return pages.go("now", alias=opened.alias)
    if was_kept(request, opened):  # nothing was typed: sent twice, also over midnight, it is one look
        return pages.go("now", alias=opened.alias)
    entry = MailboxLookedAt(at=clock.now(), meant_for=(Role.CONTACT,), on=opened.today)
    pages.keep(request, opened, (form.entry_id, entry), said=_("Noted: the mail was looked at today."))
    return pages.go("now", alias=opened.alias)
