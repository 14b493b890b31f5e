"""Reading letters: all of them, and one."""

from django.http.response import HttpResponseBase

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base import pages, shells
from answerable.web.base.guard import MemberRequest, member
from answerable.web.letters import page as build
from answerable.web.letters.copying import found_letter


@member(Role.CONTACT, Role.SUPPORT, action="read")
def letters(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """All documents by kind, the newest version of each first (R3)."""
    page = build.letters(opened)
    return pages.show(request, "letters/list.html", shells.titles()[3], place="letters", page=page)


@member(Role.CONTACT, Role.SUPPORT, action="read")
def letter(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """One document: its words, its day, who copied it and who read it."""
    page = build.letter(opened, found_letter(opened, ident))
    return pages.show(request, "letters/one.html", shells.titles()[2], place="letters", page=page)
