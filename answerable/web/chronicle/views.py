"""Everything in order: the newest page, older ones by their number, and what is searched for, by POST alone (C1, C4).

A search is answered at once, without a redirect: nothing of it is kept on the server until the next page, and the form
still holds it. A way back over posted words is a question of the browser's; so what was found can be read in place.
"""

import re

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core import chronicle
from answerable.web.base import pages
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.base.telling import words_of
from answerable.web.chronicle.forms import FindForm
from answerable.web.chronicle.page import ChroniclePage, found_page, pages_in, whole_page

NUMBER = re.compile("[1-9][0-9]{0,5}")


@member(*ALL, action="read", methods=READ_WRITE)
def everything(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show the newest entries that this member can read, or what she searches for in them."""
    lines = chronicle.lines(opened.state)
    form = FindForm(request.POST if request.method == "POST" else None, found=lines, words=words_of(opened))
    if not form.is_bound or not form.is_valid():
        return _page(request, whole_page(opened, lines, 1), form)
    number = request.POST.get("page", "1")
    return _page(request, found_page(opened, lines, form, _number(number) or 1), form)


@member(*ALL, action="read")
def older(request: MemberRequest, opened: OpenProcess, number: str) -> HttpResponseBase:
    """Show an older page of everything; a number that is none answers 404."""
    lines = chronicle.lines(opened.state)
    page = _number(number)
    if not 1 < page <= pages_in(len(lines)):
        raise Http404
    return _page(request, whole_page(opened, lines, page), FindForm(found=lines, words=words_of(opened)))


def _number(text: str) -> int:
    """Return the number of a page as our own pages write it; 0 for all else."""
    return int(text) if NUMBER.fullmatch(text) else 0


def _page(request: MemberRequest, page: ChroniclePage, form: FindForm) -> HttpResponseBase:
    refused = form if form.errors else None
    return pages.show(
        request, "chronicle/list.html", _("Entries"), place="everything", page=page, form=refused, find=form
    )
