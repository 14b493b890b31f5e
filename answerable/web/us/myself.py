"""Saying who one is here, and how one stands to the statement (R15, R19, R20)."""

from contextlib import suppress
from datetime import date

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import members
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.defaults.commitment import STATEMENT
from answerable.core.defaults.policy import policy_on
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, keep, show
from answerable.web.base.rules import ALL
from answerable.web.us.forms import MyselfForm, StanceForm, WelcomeForm
from answerable.web.us.page import form_page
from answerable.web.us.words import sentences, words_of

DEFAULT_MONTHS = 12


@member(*ALL, action="write", methods=READ_WRITE)
def start(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """The first page of somebody who was let in: who she is here, and the statement."""
    if opened.user_id in opened.state.members:
        return go("people-me", alias=opened.alias)
    said = sentences(words_of(opened))
    form = WelcomeForm(
        request.POST or None,
        today=opened.today,
        statement=said,
        earlier=_earlier(opened),
        initial={"shown_name": request.visit.kept.carry.get("name", ""), "until_on": _usual_end(opened)},
    )
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        named = form.named(opened.user_id, joined_on=opened.today, before=form.earlier, at=now)
        stance = form.affirmed(STATEMENT.version, opened.roles, at=now)
        with suppress(AlreadyWrittenError):
            members.come_in(opened, form.entry_id, named, stance, now=now)
        request.visit.say(_("Kept. Welcome."))
        return go("now", alias=opened.alias)
    page = form_page(
        opened,
        _("You are in. Say who you are here, and read the statement."),
        _("Save for all groups"),
        roles=tuple(Role),
        afterwards=_("How you stand to the statement is for your own group only."),
    )
    return show(request, "us/start.html", _("People"), place="people", page=page, form=form, statement=said)


def _usual_end(opened: OpenProcess) -> date:
    """Return the end of a usual term, as the group agreed it (R20)."""
    months = policy_on(opened.state.process.policies, opened.today).term_months
    return add_months(opened.today, months or DEFAULT_MONTHS)


def _earlier(opened: OpenProcess) -> tuple[tuple[str, str], ...]:
    """Return the identities that the reader could have had: of her own circles, not followed by another."""
    return tuple(
        (text_of(user), found.named.entry.shown_name)
        for user, found in opened.state.members.items()
        if user != opened.user_id and found.followed_by is None and found.roles & opened.roles
    )


@member(*ALL, action="write", methods=READ_WRITE)
def me(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Renew or shorten one's term; change the name, the hours, what one will not do."""
    found = opened.state.members.get(opened.user_id)
    if found is None:
        return go("people-start", alias=opened.alias)
    entry = found.named.entry
    initial = {
        "shown_name": entry.shown_name,
        "until_on": entry.until_on,
        "hours": entry.hours,
        "will_not": entry.will_not or "",
    }
    form = MyselfForm(request.POST or None, today=opened.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        named = form.named(opened.user_id, joined_on=found.joined_on, before=entry.before, at=clock.now())
        keep(request, opened, (form.entry_id, named), said=_("Kept. All groups see it."))
        return go("people", alias=opened.alias)
    lead = _("Who you are here, and until when.")
    page = form_page(opened, lead, _("Save for all groups"), roles=tuple(Role))
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*ALL, action="write", methods=READ_WRITE)
def stance(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """The statement again: standing behind it, or wanting to talk about it."""
    said = sentences(words_of(opened))
    found = opened.state.members.get(opened.user_id)
    now_said = found.stance.entry if found and found.stance else None
    initial = {}
    if now_said is not None:
        initial = {"stance": now_said.stance.value, "sentences": [str(one) for one in now_said.sentences]}
    form = StanceForm(request.POST or None, statement=said, initial=initial)
    if request.method == "POST" and form.is_valid():
        affirmed = form.affirmed(STATEMENT.version, opened.roles, at=clock.now())
        keep(request, opened, (form.entry_id, affirmed), said=_("Kept. Your own group sees it."))
        return go("people", alias=opened.alias)
    lead = _("What we say to each other when we begin.")
    page = form_page(opened, lead, _("Save for the group"), roles=tuple(sorted(opened.roles)))
    return show(request, "us/stance.html", _("People"), place="people", page=page, form=form, statement=said)
