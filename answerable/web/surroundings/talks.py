"""Talks with people around X, what they answered, no further contact, who hears of a new demand (R35, R36)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.duties.around import who_could_hear
from answerable.web.base import clock, pages
from answerable.web.base.copied import FormPage, Quote, was_kept
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.surroundings.finding import demand_of, people_of, setting_of, talk_of
from answerable.web.surroundings.hears_form import HearsForm
from answerable.web.surroundings.talk_form import AnswerForm, OverForm, TalkForm, initial_with
from answerable.web.surroundings.views import frame, keep, posted
from answerable.wording.lists import before_stop


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def talk(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down a talk, offered, held or declined."""
    return _talking(request, opened, TalkForm(posted(request), setting=setting_of(opened)))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def talk_with(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down a talk with people who stand here."""
    about = people_of(opened, ident)
    return _talking(request, opened, TalkForm(posted(request), setting=setting_of(opened), initial=initial_with(about)))


def _talking(request: MemberRequest, opened: OpenProcess, form: TalkForm) -> HttpResponseBase:
    if form.is_bound and form.is_valid():
        return keep(request, opened, form.entry_id, form.to_entry(now=clock.now()))
    page = talk_frame(opened, form, heading=_("A talk"), lead=_("With people who know already."))
    return pages.show(request, "surroundings/talk.html", _("New entry"), place="around", form=form, page=page)


def talk_frame(opened: OpenProcess, form: TalkForm, *, heading: str, lead: str) -> FormPage:
    """Return what stands round the form about a talk; what we do not do stands above it."""
    hint = _("Listen and answer. No spying, no collecting of proof, no pressure.")
    more = _("When, who of us, whether he may learn of it")
    return frame(opened, heading=heading, lead=lead, final=form.final, more=more, hints=(hint,))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def answer(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what they answered to what was asked of them."""
    _about, found = talk_of(opened, ident)
    form = AnswerForm(posted(request), setting=setting_of(opened))
    if form.is_bound and form.is_valid():
        return keep(request, opened, form.entry_id, form.to_entry(found.item.first_id, now=clock.now()))
    page = frame(opened, heading=_("They answered"), lead=_("What they say is their account."), more=_("When"))
    quote = Quote(label=_("What you asked of them"), text=found.item.entry.asked or "")
    return _form_page(request, form, page, quote=quote if quote.text else None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def over(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that people around X want no further contact: final (R36)."""
    about = people_of(opened, ident)
    if about.no_contact is not None and not was_kept(request, opened):
        return pages.go("around-one", alias=opened.alias, ident=ident)
    form = OverForm(posted(request), setting=setting_of(opened))
    if form.is_bound and form.is_valid():
        return keep(request, opened, form.entry_id, form.to_entry(about.label, now=clock.now()))
    page = frame(
        opened,
        heading=_("No further contact"),
        lead=_("This is final: %(label)s.") % {"label": before_stop(about.label)},
        hints=(
            _(
                "Only if they said it to you themselves. What he says about them ends nothing. "
                "From then on nothing is suggested or asked about them."
            ),
        ),
        more=_("When"),
    )
    return _form_page(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def hear(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Answer once who of those who know hears of a new demand, and from whom (R35)."""
    demand = demand_of(opened, ident)
    people = who_could_hear(opened.state, demand)
    settled = opened.state.surroundings.settled.get(demand.demand_id)
    if not people or (settled is not None and not was_kept(request, opened)):
        return pages.go("around", alias=opened.alias)
    form = HearsForm(posted(request), people=people, opened=opened)
    if form.is_bound and form.is_valid():
        return keep(request, opened, form.entry_id, form.to_entry(demand.demand_id, now=clock.now()))
    page = frame(
        opened,
        heading=_("Who hears of demand %(number)s, from whom?") % {"number": demand.number},
        lead=_("It is about people who know already. Nothing is handed out by this."),
        more=_("Who first, and who supports them"),
        hints=(
            _("You answer this once. “Later” is an answer too."),
            _("Giving people more than they have needs a yes first. What happened can still be written down."),
        ),
    )
    return _form_page(request, form, page, quote=Quote(label=_("The demand"), text=demand.current.text))


def _form_page(
    request: MemberRequest, form: AnswerForm | OverForm | HearsForm, page: FormPage, *, quote: Quote | None = None
) -> HttpResponseBase:
    page = structs.replace(page, quotes=() if quote is None else (quote,))
    return pages.show(request, "base/form_page.html", _("New entry"), place="around", form=form, page=page)
