"""Opening, looking as somebody else, and throwing away: keys lie only in the visitor's session row (entries.md).

Nobody in practice has a passphrase, so no page of it asks for one, and Lock leads out. Leaving, Lock, Close, signing
out or in, twenty minutes of rest (`base.session`), and the next start of the server (`cli`) throw it away.
"""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

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
        return go("groups")
    now = clock.now()
    made = practice.make(language=visit.language, now=now)
    visit.kept.practice = dict(made.seats)
    _sit_down(request, made.seats[made.first])
    return go("now", alias=made.alias)


@anyone(action="practise", methods=POST, loopback=True)
def seat(request: Request) -> HttpResponseBase:
    """Look as another of the invented people."""
    seed = request.visit.kept.practice.get(request.POST.get("seat", ""))
    if seed is None:
        raise Http404
    _sit_down(request, seed)
    return go("groups")


def _sit_down(request: Request, seed: bytes) -> None:
    request.visit.sign_in(Identity.from_seed(seed).user_id, seed, now=clock.now())


@anyone(action="practise", methods=POST, loopback=True)
def leave(request: Request) -> HttpResponseBase:
    """Throw the practice process away."""
    if request.visit.kept.practice:
        said = _("The practice process is gone, with everything you wrote in it.")
        request.visit.start_over(said, now=clock.now())
    return go("welcome")
