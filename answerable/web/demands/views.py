"""Reading demands: all of them, and one through its versions."""

from django.http.response import HttpResponseBase

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base import pages, shells
from answerable.web.base.guard import MemberRequest, member
from answerable.web.demands import list_page, one_page
from answerable.web.demands.wordings import found_demand

EVERYBODY = (Role.CONTACT, Role.SUPPORT, Role.SUPERVISION)


@member(*EVERYBODY, action="read")
def demands(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """All demands by what they are about, where each stands and how we know (R2, R65)."""
    page = list_page.build(opened)
    return pages.show(request, "demands/list.html", shells.titles()[3], place="demands", page=page)


@member(*EVERYBODY, action="read")
def demand(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """One demand: its words, each passing on, his answers, what shows something, objections."""
    page = one_page.build(opened, found_demand(opened, ident))
    return pages.show(request, "demands/one.html", shells.titles()[2], place="demands", page=page)
