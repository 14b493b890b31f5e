"""The list of decisions, and the page of one: for the group with its views, for others with reasons and outcome."""

from django.http import Http404
from django.http.response import HttpResponseBase

from answerable.actions import decisions as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.state.decisions import Decision
from answerable.web.base import pages, shells
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.decisions import page as build


def found_decision(opened: OpenProcess, ident: str) -> Decision:
    """Return the decision of an id in the URL. Raises Http404 alike for what is not there and what is others'."""
    try:
        decision = deeds.decision_of(opened.state, ident_of(ident))
    except ValueError:
        decision = None
    if decision is None:
        raise Http404
    return decision


@member(*ALL, action="read")
def decisions(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what is to be decided, what is looked at again, and what was decided."""
    page = build.decisions(opened)
    return pages.show(request, "decisions/list.html", shells.titles()[3], place="decisions", page=page)


@member(*ALL, action="read")
def decision(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show one decision."""
    page = build.decision(opened, found_decision(opened, ident))
    return pages.show(request, "decisions/one.html", shells.titles()[2], place="decisions", page=page)
