"""Opening, looking as somebody else, and throwing away: keys lie only in the visitor's session row (entries.md)."""

from django.http import Http404
from django.http.response import HttpResponseBase

from answerable.actions import practice
from answerable.sealing.identity import Identity
from answerable.web.base import clock
from answerable.web.base.guard import POST, anyone
from answerable.web.base.pages import go
from answerable.web.base.session import Request


@anyone(action="practise", methods=POST, loopback=True)
def start(request: Request) -> HttpResponseBase:
    """Make a practice process and look round in it as its first member."""
    visit = request.visit
    if visit.user is not None:
        raise Http404
    now = clock.now()
    made = practice.make(language=visit.language, now=now)
    first = made.seats[made.first]
    visit.sign_in(Identity.from_seed(first).user_id, first, now=now)
    visit.kept.practice = dict(made.seats)
    return go("now", alias=made.alias)


@anyone(action="practise", methods=POST, loopback=True)
def seat(request: Request) -> HttpResponseBase:
    """Look as another of the invented people."""
    visit = request.visit
    seed = visit.kept.practice.get(request.POST.get("seat", ""))
    if seed is None:
        raise Http404
    visit.sign_in(Identity.from_seed(seed).user_id, seed, now=clock.now())
    return go("groups")


@anyone(action="practise", methods=POST, loopback=True)
def leave(request: Request) -> HttpResponseBase:
    """Throw the practice process away."""
    if request.visit.kept.practice:
        practice.throw_away(tuple(request.visit.kept.practice.values()))
    request.visit.end()
    return go("welcome")
