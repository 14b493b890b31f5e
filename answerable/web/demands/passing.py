"""Passing on: the words to read out, word for word, and what he answered; several in one go (R30)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import demands as deeds
from answerable.actions.reading import OpenProcess
from answerable.core import gates
from answerable.core.circles import Role
from answerable.core.state import Demand
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, link_to
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.demands.passing_form import PassOnForm
from answerable.web.demands.wordings import found_demand
from answerable.wording import demands as wording
from answerable.wording.gates import reason, where_next

READERS = (Role.CONTACT, Role.SUPPORT)


class Warned(Struct, frozen=True):
    """Something that is not as usual with a demand, and where to go: said, never refused (R63)."""

    text: str
    url: str
    link: str


class PassOnPage(Struct, frozen=True, kw_only=True):
    """What stands round the form: `warnings` are about single demands."""

    heading: str
    lead: str
    warnings: tuple[Warned, ...]
    reads: str
    actions: tuple[Act, ...]


def waiting(opened: OpenProcess) -> tuple[Demand, ...]:
    """Return the demands that count, stand, and were not passed on in their current words."""
    return tuple(
        demand
        for demand in opened.state.demands
        if demand.counts and not demand.withdrawn and not demand.current.passings
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def all_that_wait(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Pass on all demands that wait, in one go."""
    return _pass_on(request, opened, waiting(opened), only=None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Pass on one demand, also again."""
    demand = found_demand(opened, ident)
    return _pass_on(request, opened, (demand,), only=demand)


def _pass_on(
    request: MemberRequest, opened: OpenProcess, demands: tuple[Demand, ...], *, only: Demand | None
) -> HttpResponseBase:
    form = PassOnForm(request.POST or None, opened=opened, demands=demands)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        also = (Role.SUPERVISION,) if form.cleaned_data.get("supervision") else ()
        deeds.pass_on(opened, form.entry_id, form.to_entries(now=now), also=also, now=now)
        request.visit.say(wording.kept(tuple(sorted((*READERS, *also))), words_of(opened)))
        if only is None:
            return pages.go("demands", alias=opened.alias)
        return pages.go("demand", alias=opened.alias, ident=text_of(only.demand_id))
    page = _page(opened, demands, only=only)
    shown = form if form.rows or form.is_bound else None
    title = shells.titles()[1]
    return pages.show(request, "demands/pass_on.html", title, place="demands", page=page, form=shown)


def _page(opened: OpenProcess, demands: tuple[Demand, ...], *, only: Demand | None) -> PassOnPage:
    words = words_of(opened)
    warnings = []
    for demand in demands:
        gate = gates.pass_on_demand(opened.state, demand.demand_id)
        for why in gate.reasons if isinstance(gate, gates.Shut) else ():
            copy = why.entry or demand.demand_id
            read = why.next is gates.Next.READ_COPY
            url = link_to("copy-read" if read else "demand", opened, copy)
            warnings.append(Warned(reason(why, words), url, where_next(why, words)))
    if only is not None:
        back = link_to("demand", opened, only.demand_id)
        heading, lead = _("Pass on demand %(number)s") % {"number": only.number}, _("Read it out as it stands here.")
    else:
        back = link_to("demands", opened)
        heading = _("Pass on demands")
        lead = _("Read them out as they stand here.") if demands else _("Nothing waits to be passed on.")
    actions = (Act(_("Write down that it was passed on")), Act(_("Go back"), back, plain=True))
    return PassOnPage(
        heading=heading,
        lead=lead,
        warnings=tuple(warnings),
        reads=readers_sentence(opened, READERS),
        actions=actions if demands else (Act(_("See the demands"), back),),
    )
