"""Inviting, vouching, letting in, giving what was meant for a group, beginning new keys."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import joining, members
from answerable.actions.joining import Invited
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.web.base import clock
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import POST, READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, show
from answerable.web.base.rules import ALL
from answerable.web.us.forms import ConfirmForm, InviteForm
from answerable.web.us.page import Act, form_page, person_words, url
from answerable.web.us.words import title_of, words_of
from answerable.wording import days


class InvitationPage(Struct, frozen=True, kw_only=True):
    """An open invitation: the link, and the code that goes another way."""

    lead: str
    link: str
    code: tuple[str, ...]
    until: str
    withdraw_url: str
    back: str


class OverPage(Struct, frozen=True, kw_only=True):
    """Something that cannot go on: what happened, what to do."""

    lead: str
    notes: tuple[str, ...]
    actions: tuple[Act, ...]
    withdraw_url: str = ""
    back: str = ""


@member(*ALL, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Invite somebody into one's own group, or open the door for another group's first member."""
    roles = joining.may_invite_into(opened)
    choices = tuple((role.value, title_of(role)) for role in roles)
    form = InviteForm(request.POST or None, roles=choices)
    if request.method == "POST" and form.is_valid():
        with suppress(AlreadyWrittenError):
            joining.invite(opened, form.entry_id, Role(form.cleaned_data["role"]), now=clock.now())
        return go("people-invitation", alias=opened.alias, ident=text_of(form.entry_id))
    page = form_page(
        opened,
        _("Whom do you want here?"),
        _("Make a link and a code"),
        roles=tuple(sorted(opened.roles)),
        notes=(
            _(
                "You get a link and a code. Give them in two different ways:"
                " for example the link by mail, the code by phone."
            ),
            _("Two of you let the person in. Until then they read nothing."),
        ),
        afterwards=_("The link is open for 14 days, for one person."),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*ALL, action="write", methods=READ_WRITE)
def invitation(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """The link and the code of an open invitation; POST withdraws it."""
    one = _invited(opened, ident)
    if request.method == "POST":
        if one is not None:
            joining.withdraw(opened, one.entry_id)
        request.visit.say(_("Withdrawn. The link no longer works."))
        return go("people", alias=opened.alias)
    if one is None:
        return _over(request, opened)
    if one.words:
        return go("people-vouch", alias=opened.alias, ident=ident)
    page = InvitationPage(
        lead=_("An invitation into: %(group)s") % {"group": title_of(one.role)},
        link=request.build_absolute_uri(reverse("invited", kwargs={"token": text_of(one.token)})),
        code=joining.shown_code(one.code),
        until=_("The link is open until %(day)s, for one person.") % {"day": days.day(one.until, words_of(opened))},
        withdraw_url=url("people-invitation", opened, one.entry_id),
        back=url("people", opened),
    )
    return show(request, "us/invitation.html", _("People"), place="people", page=page, writing=True)


def _invited(opened: OpenProcess, ident: str) -> Invited | None:
    """Return the invitation of a URL, None where it is over; what was never one is 404."""
    try:
        return joining.invitation(opened, ident_of(ident))
    except ValueError:
        raise Http404 from None
    except joining.InvitationOverError as error:
        if not error.known:
            raise Http404 from None
        return None


def _over(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """410: the invitation was used, withdrawn, or its 14 days are over."""
    page = OverPage(
        lead=_("This invitation is over."),
        notes=(_("It was used, withdrawn, or its 14 days are over. Make a new one if you still want somebody here."),),
        actions=(Act(_("Invite somebody"), url("people-new", opened)),),
        back=url("people", opened),
    )
    return show(request, "us/over.html", _("People"), place="people", page=page, status=410)


@member(*ALL, action="admit", methods=READ_WRITE)
def vouch(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Look who used the invitation, and vouch for that person: the code is compared here (sealing.md, INVITATION)."""
    one = _invited(opened, ident)
    if one is None:
        return _over(request, opened)
    if not one.words:
        return go("people-invitation", alias=opened.alias, ident=ident)
    form = ConfirmForm(request.POST or None, practice=opened.practice)
    if request.method == "POST" and form.is_confirmed(request):
        return _vouch(request, opened, one)
    page = form_page(
        opened,
        _("Somebody used the link. Is it the person you mean?"),
        _("Vouch for this person"),
        words=one.words,
        notes=(
            _("Call the person. Let them read you their six words. They must be the same as here."),
            _("The code is compared by itself. If somebody else used the link, it does not fit."),
        ),
        afterwards=_("You vouch for them in the record, for all groups to see."),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


def _vouch(request: MemberRequest, opened: OpenProcess, one: Invited) -> HttpResponseBase:
    try:
        user = joining.vouch_for(opened, one.entry_id, now=clock.now())
    except joining.CodeDoesNotFitError:
        page = OverPage(
            lead=_("The code does not fit."),
            notes=(
                _("Whoever used this link did not have your code. Nothing was written."),
                _("Withdraw this invitation and make a new one. Read the code out once more."),
            ),
            actions=(),
            withdraw_url=url("people-invitation", opened, one.entry_id),
            back=url("people", opened),
        )
        return show(request, "us/over.html", _("People"), place="people", page=page, status=409)
    except (joining.InvitationOverError, joining.AlreadyInError, AlreadyWrittenError):
        request.visit.say(_("Somebody has vouched for this person already."))
        return go("people", alias=opened.alias)
    if not opened.has_circle(one.role):
        request.visit.say(_("Vouched for. The person opens the keys of their group at the next sign-in."))
    elif opened.members(one.role) == {opened.user_id}:
        request.visit.say(_("Vouched for. You are alone here, so you also let the person in."))
        return go("people-let-in", alias=opened.alias, ident=text_of(user))
    else:
        request.visit.say(_("Vouched for. Another member now lets the person in."))
    return go("people", alias=opened.alias)


@member(*ALL, action="admit", methods=READ_WRITE)
def let_in(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Let in somebody for whom another member vouched: the group's keys are begun anew, with that person."""
    try:
        user = ident_of(ident)
    except ValueError:
        raise Http404 from None
    if user not in opened.ledger.users:
        raise Http404
    waiting = next((one for one in members.waiting(opened) if one.user == user), None)
    if waiting is None:
        request.visit.say(_("Nobody waits here any more."))
        return go("people", alias=opened.alias)
    if not waiting.may:
        request.visit.say(_("Another member lets this person in."))
        return go("people", alias=opened.alias)
    form = ConfirmForm(request.POST or None, practice=opened.practice)
    if request.method == "POST" and form.is_confirmed(request):
        with suppress(AlreadyWrittenError, members.NotWaitingError):
            members.let_in(opened, user, waiting.role, form.entry_id, now=clock.now())
        request.visit.say(_("In. The person reads all that this group has kept."))
        return go("people", alias=opened.alias)
    page = form_page(
        opened,
        _("Let this person in?"),
        _("Let in"),
        words=person_words(opened, user),
        notes=(
            _("Compare the six words with the person, by phone or face to face."),
            _("From then on they read all that this group has kept, from the beginning."),
        ),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*ALL, action="grant", methods=READ_WRITE)
def give(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Give the groups that came later what was meant for them (R64)."""
    owed = members.owed(opened)
    if not owed and request.method != "POST":
        request.visit.say(_("They have all that was meant for them."))
        return go("people", alias=opened.alias)
    form = ConfirmForm(request.POST or None, practice=opened.practice)
    if request.method == "POST" and form.is_confirmed(request):
        count = sum(members.give(opened, one.role, form.entry_id, now=clock.now()) for one in owed)
        request.visit.say(_("Given: %(count)s entries.") % {"count": count})
        return go("people", alias=opened.alias)
    page = form_page(
        opened,
        _("Give them what was meant for them."),
        _("Give it to them"),
        notes=tuple(f"{title_of(one.role)}: {_entries(len(one.entries))}" for one in owed),
        afterwards=_("Only what was written for them from the start. It cannot be taken back."),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


def _entries(count: int) -> str:
    return _("entries: %(count)s") % {"count": count}


@member(*ALL, action="write", methods=("GET", "HEAD", *POST))
def keys(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Begin new keys after somebody left."""
    if request.method == "POST":
        members.renew_keys(opened, now=clock.now())
        request.visit.say(_("New keys. Whoever left cannot open what is written from now on."))
        return go("people", alias=opened.alias)
    page = OverPage(
        lead=_("Begin new keys."),
        notes=(
            _("Somebody left this group. New keys make sure that they cannot open what you write from now on."),
            _("What they know cannot be called back."),
        ),
        actions=(Act(_("Begin new keys")),),
        back=url("people", opened),
    )
    return show(request, "us/keys.html", _("People"), place="people", page=page, writing=True)
