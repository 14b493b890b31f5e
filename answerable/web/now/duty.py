"""A duty: take it, or leave it and say why and who was told (R25)."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core import duties
from answerable.core.circles import Role
from answerable.core.duties import Duty
from answerable.core.entries import DutyDeclined, DutyTaken
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.now import jobs
from answerable.web.now.page import Act
from answerable.wording import duties as wording


class LeaveForm(base.EntryForm):
    """Why nobody does it, and who was told."""

    why = base.text(later("Why do you not do it?"), required=later("Write why you do not do it"), short=True)
    told = base.text(later("Who was told?"), short=True)


def duty_of(opened: OpenProcess, ident: str) -> Duty:
    """Return the duty of an id in a URL, also one that is not near yet or was left, or answer 404."""
    owed = duties.all_duties(opened.state, opened.today, waiting=jobs.waiting(opened))
    left = (one.duty for one in duties.declined(opened.state, opened.today))
    for one in (*owed, *left):
        if jobs.ident_of_duty(opened, one) == ident:
            return one
    raise Http404


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def duty(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Take a duty or leave it; both are written down."""
    found = duty_of(opened, ident)
    form = LeaveForm(request.POST if request.method == "POST" and "take" not in request.POST else None)
    if request.method == "POST" and "take" in request.POST:
        return _take(request, opened, found)
    if form.is_bound and form.is_valid():
        entry = DutyDeclined(
            at=clock.now(),
            meant_for=(Role.CONTACT,),
            duty=found.key,
            why=form.cleaned_data["why"],
            told=form.cleaned_data["told"],
        )
        pages.keep(request, opened, (form.entry_id, entry), said=_("Noted why it is left."))
        return pages.go("now", alias=opened.alias)
    return _page(request, opened, found, form)


def _take(request: MemberRequest, opened: OpenProcess, found: Duty) -> HttpResponseBase:
    taking = base.EntryForm(request.POST)
    if taking.is_valid():
        entry = DutyTaken(at=clock.now(), meant_for=(Role.CONTACT,), duty=found.key)
        pages.keep(request, opened, (taking.entry_id, entry), said=_("It is yours now."))
    return pages.go("now", alias=opened.alias)


def _page(request: MemberRequest, opened: OpenProcess, found: Duty, form: LeaveForm) -> HttpResponseBase:
    words = words_of(opened)
    boundaries = opened.state.process.boundaries
    return pages.show(
        request,
        "now/duty.html",
        _("Now"),
        place="now",
        form=form,
        job=jobs.job(opened, found),
        why=wording.why(found, words),
        owners=wording.owners(found, words),
        is_mine=opened.user_id in found.owners,
        place_url=jobs.place_of(opened, found),
        will_not=boundaries[-1].entry.will_not if boundaries else (),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(label=_("Leave it, and keep why"), plain=True),),
    )
