"""Leaving, and saying that somebody is out (R21)."""

from collections.abc import Iterable
from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import members
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import duties
from answerable.core.circles import Role
from answerable.sealing.errors import RefusedError
from answerable.web.base import clock
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, keep, show
from answerable.web.base.rules import ALL, CONTACT
from answerable.web.us import circles
from answerable.web.us.forms import LeaveForm, SayOutForm
from answerable.web.us.overview import member_of, visible_roles
from answerable.web.us.page import form_page
from answerable.web.us.words import name_of, title_of, words_of
from answerable.wording.duties import title

EVERYTHING = "all"


@member(*ALL, action="remove", methods=READ_WRITE)
def leave(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Hand over and lose the keys."""
    last = any(members.is_last_of(opened, role) for role in opened.roles)
    form = LeaveForm(
        request.POST or None,
        today=opened.today,
        scopes=_scopes(opened),
        contact=Role.CONTACT in opened.roles,
        last=last,
        practice=opened.practice,
        initial={"last_on": opened.today, "handover": "\n".join(duty_lines(opened)), "scope": EVERYTHING},
    )
    if request.method == "POST" and form.is_confirmed(request):
        roles = _chosen(form.cleaned_data.get("scope", EVERYTHING), opened.roles)
        with suppress(AlreadyWrittenError):
            members.leave(opened, form.entry_id, roles, form.handed_over(), now=clock.now())
        request.visit.say(_("You have left. Thank you for the time you gave."))
        return go("groups") if frozenset(roles) >= opened.roles else go("people", alias=opened.alias)
    page = form_page(
        opened,
        _("Leave the group."),
        _("Hand over and lose the keys"),
        roles=(Role.CONTACT, Role.SUPPORT) if Role.CONTACT in opened.roles else (),
        notes=_notes(last=last),
        afterwards=_("What you wrote stays. What you know cannot be called back."),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


def _notes(*, last: bool) -> tuple[str, ...]:
    notes = [_("You need no reason. Your keys are destroyed, and the others begin new ones without you.")]
    if last:
        notes.append(_("You are the last one with keys. Invite somebody first if this is to go on."))
    return tuple(notes)


def _scopes(opened: OpenProcess) -> tuple[tuple[str, str], ...]:
    """Return what can be left: with one circle there is nothing to choose."""
    if len(opened.roles) == 1:
        return ()
    everything = ((EVERYTHING, _("All groups of this process")),)
    return (*everything, *((role.value, title_of(role)) for role in sorted(opened.roles)))


def _chosen(scope: str, roles: frozenset[Role]) -> Iterable[Role]:
    return roles if scope == EVERYTHING else (Role(scope),)


def duty_lines(opened: OpenProcess) -> tuple[str, ...]:
    """Return the duties that the reader has taken, a line each, to hand over (R21)."""
    words = words_of(opened)
    found = duties.all_duties(opened.state, opened.today)
    return tuple(title(one, words) for one in found if opened.user_id in one.owners)


@member(*ALL, action="remove", methods=READ_WRITE)
def say_out(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say that somebody is out; it counts when a second member says so."""
    user = member_of(opened, ident)
    role = next((one for one in visible_roles(opened, user) if members.may_say_out(opened, user, one)), None)
    if role is None or opened.user_id in members.votes(opened, user, role):
        request.visit.say(
            _("You have said so already. It counts when a second one says so.")
            if role
            else _("This is not yours to say.")
        )
        return go("people", alias=opened.alias)
    said = members.votes(opened, user, role)
    final = bool(said) and role is Role.CONTACT and Role.CONTACT in opened.roles
    form = SayOutForm(request.POST or None, final=final, practice=opened.practice)
    if request.method == "POST" and form.is_confirmed(request):
        handover = form.handed_over(opened.today)
        try:
            done = members.say_out(opened, user, role, form.entry_id, handover, now=clock.now())
        except (AlreadyWrittenError, RefusedError):
            done = False
        request.visit.say(_("Out. The keys are ended.") if done else _("Said. It counts when a second one says so."))
        return go("people", alias=opened.alias)
    name = name_of(opened, user)
    page = form_page(
        opened,
        _("Say that %(name)s is out.") % {"name": name},
        _("End the access of %(name)s") % {"name": name} if said else _("Say so"),
        roles=(Role.CONTACT, Role.SUPPORT) if final else (),
        notes=_out_notes(opened, user, role),
        afterwards=_("What somebody knows cannot be called back."),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


def _out_notes(opened: OpenProcess, user: bytes, role: Role) -> tuple[str, ...]:
    notes = [_("Two members say this, and somebody outside the contact group looks at it with you. Talk first.")]
    said = members.votes(opened, user, role)
    if said:
        names = ", ".join(name_of(opened, one) for one in sorted(said))
        notes.append(_("%(names)s has said so. With you it counts.") % {"names": names})
    elif len(opened.members(role)) == 2:  # noqa: PLR2004  # a group of two
        notes.append(_("You are two. Somebody of another group has to say the same."))
    return tuple(notes)


@member(*CONTACT, action="write", methods=READ_WRITE)
def left(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that somebody left whose access has ended without an entry that says so."""
    try:
        user = ident_of(ident)
    except ValueError:
        user = b""
    if user not in circles.gone_without_words(opened):
        return go("people", alias=opened.alias)
    form = LeaveForm(
        request.POST or None,
        today=opened.today,
        scopes=(),
        contact=True,
        last=False,
        practice=True,
        initial={"last_on": opened.today},
    )
    if request.method == "POST" and form.is_valid():
        entry = members.member_left(user, form.handed_over(), now=clock.now())
        keep(request, opened, (form.entry_id, entry), said=_("Kept. The support group reads it too."))
        return go("people", alias=opened.alias)
    page = form_page(
        opened,
        _("Write down that %(name)s left.") % {"name": name_of(opened, user)},
        _("Save for both groups"),
        roles=(Role.CONTACT, Role.SUPPORT),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)
