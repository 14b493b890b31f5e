"""Raising, replacing and withdrawing: by those who make demands, or in their words that a member copies (R2)."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import demands as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.state import Decision, Demand
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to, was_kept
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.demands.forms import ALL_READ, DemandForm, ReplaceForm, WithdrawForm, is_copying
from answerable.wording import demands as wording


def found_demand(opened: OpenProcess, ident: str) -> Demand:
    """Return the demand of an id in the URL. Raises Http404 alike for what is not there and what is others'."""
    try:
        demand = deeds.demand_of(opened.state, ident_of(ident))
    except ValueError:
        demand = None
    if demand is None:
        raise Http404
    return demand


def found_decision(opened: OpenProcess, ident: str) -> Decision:
    """Return the decision of the parent process of an id in the URL. Raises Http404."""
    try:
        decision = deeds.decision_of(opened.state, ident_of(ident))
    except ValueError:
        decision = None
    if decision is None:
        raise Http404
    return decision


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Raise a demand, or copy one."""
    form = DemandForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        deeds.raise_demands(opened, form.entry_id, (form.to_entry(now=now),), now=now)
        return _kept(request, opened, "demands")
    return _show(request, form, _new_page(opened))


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Give a demand new words, or copy them; the old ones stay to be seen."""
    demand = found_demand(opened, ident)
    page = _again_page(opened, demand)
    if demand.withdrawn:
        return _show(request, None, _over(opened, demand, page))
    if was_kept(request, opened, text="words"):
        return _kept(request, opened, "demand", ident=text_of(demand.demand_id))
    form = ReplaceForm(request.POST or None, opened=opened, demand=demand)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        try:
            deeds.replace_demand(opened, form.entry_id, form.to_entry(now=now), now=now)
        except AlreadyWrittenError:
            pass
        except (deeds.WithdrawnError, deeds.SameWordsError):
            form.add_error(None, _("Somebody else changed this demand meanwhile. Look at it, then go on."))
            return _show(request, form, page)
        return _kept(request, opened, "demand", ident=text_of(demand.demand_id))
    return _show(request, form, page)


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def out(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Withdraw a demand, or copy its withdrawal."""
    demand = found_demand(opened, ident)
    page = _out_page(opened, demand)
    if request.method == "POST":
        form = WithdrawForm(request.POST, opened=opened, demand=demand)
        if form.is_valid():
            now = clock.now()
            try:
                deeds.withdraw_demand(opened, form.entry_id, form.to_entry(now=now), now=now)
            except AlreadyWrittenError:
                return _kept(request, opened, "demand", ident=text_of(demand.demand_id))
            except deeds.WithdrawnError:
                return _show(request, None, _over(opened, demand, page), status=409)
            return _kept(request, opened, "demand", ident=text_of(demand.demand_id))
        return _show(request, form, page)
    if demand.withdrawn or (demand.withdrawal is not None and is_copying(opened)):
        return _show(request, None, _over(opened, demand, page))
    return _show(request, WithdrawForm(opened=opened, demand=demand), page)


def _show(request: MemberRequest, form: Any, page: FormPage, *, status: int | None = None) -> HttpResponseBase:
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="demands", page=page, form=form, status=status)


def _kept(request: MemberRequest, opened: OpenProcess, name: str, **ids: str) -> HttpResponseBase:
    """Say that it was kept, and for whom."""
    request.visit.say(wording.kept(ALL_READ, words_of(opened)))
    return pages.go(name, alias=opened.alias, **ids)


def _new_page(opened: OpenProcess) -> FormPage:
    """Return the words round the form of a new demand."""
    if not is_copying(opened):
        return FormPage(
            heading=_("Raise a demand"),
            lead=_("What do you ask of %(x)s?") % {"x": opened.state.process.person_x},
            lines=(_("The contact group passes it on word for word and tells you his answer."),),
            more=_("Whose demand, which day, which number"),
            reads=readers_sentence(opened, ALL_READ),
            actions=(Act(_("Raise this demand")),),
            afterwards=_("You can give it new words or withdraw it at any time. The old words stay to be seen."),
        )
    return FormPage(
        heading=_("Copy a demand"),
        lead=_("Copy it word for word. It counts once a second member has read it against its source."),
        lines=(_("Demands come from the support group, or from the parent process. We do not change their words."),),
        more=_("From whom, how it came, which number"),
        reads=readers_sentence(opened, ALL_READ),
        actions=(Act(_("Keep this copy")),),
        afterwards=_("You can take your own words out again for seven days."),
    )


def _again_page(opened: OpenProcess, demand: Demand) -> FormPage:
    """Return the words round the form of a newer wording."""
    words = words_of(opened)
    newest = demand.versions[-1]
    quote = Quote(
        label=_("The words that stand"),
        text=newest.text,
        pairs=((_("From"), wording.whose(demand.origin, newest.item.entry.said_on, words)),),
    )
    copying = is_copying(opened)
    heading = _("Copy new words of demand %(number)s") if copying else _("New words for demand %(number)s")
    lead = _("Copy only what they said or wrote themselves.") if copying else _("What do you ask of him instead?")
    return FormPage(
        heading=heading % {"number": demand.number},
        lead=lead,
        lines=(_("The old words stay to be seen, with what was done with them."),),
        quotes=(quote,),
        more=_("From whom, how it came, what it is about") if copying else _("Which day, what it is about"),
        reads=readers_sentence(opened, ALL_READ),
        actions=(Act(_("Keep this copy") if copying else _("Replace the words")), _back(opened, demand)),
    )


def _out_page(opened: OpenProcess, demand: Demand) -> FormPage:
    """Return the words round the form of a withdrawal."""
    copying = is_copying(opened)
    heading = _("Copy a withdrawal of demand %(number)s") if copying else _("Withdraw demand %(number)s")
    lead = _("Did they say that they no longer ask this?") if copying else _("You no longer ask this of him?")
    return FormPage(
        heading=heading % {"number": demand.number},
        lead=lead,
        lines=(_("The demand stays to be seen, folded, with what was done with it."),),
        quotes=(Quote(label=_("The words that stand"), text=demand.current.text),),
        more=_("From whom, how it came") if copying else _("Which day"),
        reads=readers_sentence(opened, ALL_READ),
        actions=(Act(_("Keep this copy") if copying else _("Withdraw this demand")), _back(opened, demand)),
    )


def _over(opened: OpenProcess, demand: Demand, page: FormPage) -> FormPage:
    """Return the page that says why there is nothing to change or withdraw any more."""
    return FormPage(
        heading=page.heading,
        lead=wording.state_line(demand, words_of(opened)),
        lines=(_("Nothing was changed now. A demand that is to be made once more is raised as a new one."),),
        quotes=page.quotes,
        actions=(Act(_("See this demand"), link_to("demand", opened, demand.demand_id)),),
    )


def _back(opened: OpenProcess, demand: Demand) -> Act:
    return Act(_("Go back"), link_to("demand", opened, demand.demand_id), plain=True)
