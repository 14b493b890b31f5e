"""The page of the three facets over time."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base import pages
from answerable.web.base.guard import MemberRequest, member
from answerable.web.responsibility.grid import grid_page


@member(Role.CONTACT, action="read")
def over_time(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show for each check-in what was said, seen, refused or not asked; nothing is added up (R65)."""
    return pages.show(request, "responsibility/grid.html", _("Entries"), place="contacts", page=grid_page(opened))
