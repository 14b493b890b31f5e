"""Passing on: the words to read out, word for word, and what he answered; several in one go (R8, R30)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import demands as deeds
from answerable.actions.reading import OpenProcess
from answerable.core import gates
from answerable.core.circles import Role
from answerable.core.state import Decision, Demand
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, link_to
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.demands.passing_form import Passable, PassOnForm, of_decision, of_demand
from answerable.web.demands.wordings import found_decision, found_demand
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


def decisions_waiting(opened: OpenProcess) -> tuple[Decision, ...]:
    """Return the decisions of the parent process that count and were not passed on (R8)."""
    return tuple(one for one in opened.state.parent.decisions if one.counts and not one.passings)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def all_that_wait(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Pass on all demands and decisions that wait, in one go."""
    demands, decisions = waiting(opened), decisions_waiting(opened)
    about = (*(of_demand(one, one.current) for one in demands), *(of_decision(one) for one in decisions))
    round_it = Round(
        heading=_("Pass on demands"),
        lead=_("Read them out as they stand here.") if about else _("Nothing waits to be passed on."),
        warnings=(),
        name="demands",
        ident=None,
    )
    return _pass_on(request, opened, about, round_it)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Pass on one demand, also again."""
    demand = found_demand(opened, ident)
    round_it = Round(
        heading=_("Pass on demand %(number)s") % {"number": demand.number},
        lead=_("Read it out as it stands here."),
        warnings=_warnings(opened, gates.pass_on_demand(opened.state, demand.demand_id), demand.demand_id),
        name="demand",
        ident=demand.demand_id,
    )
    return _pass_on(request, opened, (of_demand(demand, demand.current),), round_it)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def decision(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Pass on one decision of the parent process, also again (R8)."""
    found = found_decision(opened, ident)
    first = found.item.first_id
    round_it = Round(
        heading=_("Pass on a decision of the parent process"),
        lead=_("Read it out as it stands here."),
        warnings=_warnings(opened, gates.pass_on_decision(opened.state, first), first),
        name="parent-decision",
        ident=first,
    )
    return _pass_on(request, opened, (of_decision(found),), round_it)


class Round(Struct, frozen=True, kw_only=True):
    """What stands round a form for passing on, and the page it comes from and goes back to."""

    heading: str
    lead: str
    warnings: tuple[Warned, ...]
    name: str
    ident: bytes | None


def _pass_on(
    request: MemberRequest, opened: OpenProcess, about: tuple[Passable, ...], round_it: Round
) -> HttpResponseBase:
    form = PassOnForm(request.POST or None, opened=opened, about=about)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        also = (Role.SUPERVISION,) if form.cleaned_data.get("supervision") else ()
        deeds.pass_on(opened, form.entry_id, form.to_entries(now=now), also=also, now=now)
        request.visit.say(wording.kept(tuple(sorted((*READERS, *also))), words_of(opened)))
        ids = {} if round_it.ident is None else {"ident": text_of(round_it.ident)}
        return pages.go(round_it.name, alias=opened.alias, **ids)
    back = link_to(round_it.name, opened, round_it.ident)
    actions = (Act(_("Write down that it was passed on")), Act(_("Go back"), back, plain=True))
    page = PassOnPage(
        heading=round_it.heading,
        lead=round_it.lead,
        warnings=round_it.warnings,
        reads=readers_sentence(opened, READERS),
        actions=actions if about else (Act(_("See the demands"), back),),
    )
    shown = form if form.rows or form.is_bound else None
    title = shells.titles()[1]
    return pages.show(request, "demands/pass_on.html", title, place="demands", page=page, form=shown)


def _warnings(opened: OpenProcess, gate: gates.Gate, about: bytes) -> tuple[Warned, ...]:
    """Return what is to be looked at before these words are passed on: said, never refused (R63)."""
    words = words_of(opened)
    found = []
    for why in gate.reasons if isinstance(gate, gates.Shut) else ():
        read = why.next is gates.Next.READ_COPY
        url = link_to("copy-read" if read else "demand", opened, why.entry or about)
        found.append(Warned(reason(why, words), url, where_next(why, words)))
    return tuple(found)
