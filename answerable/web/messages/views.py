"""All questions and objections that one can read."""

from django.http.response import HttpResponseBase

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base import pages, shells
from answerable.web.base.guard import MemberRequest, member
from answerable.web.messages import page as build


@member(Role.CONTACT, Role.SUPPORT, Role.SUPERVISION, action="read")
def messages(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Questions and objections, those without an answer first."""
    page = build.messages(opened)
    return pages.show(request, "messages/list.html", shells.titles()[6], place="messages", page=page)
