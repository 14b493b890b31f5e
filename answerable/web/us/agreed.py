"""What we agreed, our boundaries, and how other groups are reached (R4, R22, R25, R64)."""

from collections.abc import Iterable
from datetime import date

from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.policies import presences_to
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import derived_id
from answerable.core.circles import Role
from answerable.core.deciding import quorum_on
from answerable.core.defaults.boundaries import WE_DO_NOT
from answerable.core.defaults.policy import Policy, policy_on
from answerable.core.entries import BoundarySet, PolicySet, QuorumSet
from answerable.core.entries.process import PolicyChange
from answerable.core.state import Item
from answerable.web.base import clock
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, keep, show
from answerable.web.base.rules import ALL, CONTACT
from answerable.web.us.agreed_forms import AgreedForm, LimitsForm, PresenceForm, QuorumForm
from answerable.web.us.page import Act, form_page, url
from answerable.web.us.words import name_of, words_of
from answerable.wording import days
from answerable.wording.decisions import quorum
from answerable.wording.words import Words


class Change(Struct, frozen=True, kw_only=True):
    """One change of what was agreed."""

    on: str
    by: str
    lines: tuple[str, ...]
    reason: str


class AgreedPage(Struct, frozen=True, kw_only=True):
    """What counts now, and how it came to be."""

    lead: str
    pairs: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    actions: tuple[Act, ...]
    back: str


class Version(Struct, frozen=True, kw_only=True):
    """One version of our boundaries."""

    on: str
    by: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


class LimitsPage(Struct, frozen=True, kw_only=True):
    """What we can, cannot and will not do, and earlier versions."""

    lead: str
    newest: Version | None
    earlier: tuple[Version, ...]
    actions: tuple[Act, ...]
    back: str


def labels() -> dict[str, str]:
    """Return what each number of the policy is about."""
    return {
        "contact_every_months": _("Contact with X"),
        "update_every_months": _("Update to the support group"),
        "mailbox_every_days": _("Looking at the mail"),
        "answer_within_days": _("Days he has to answer"),
        "term_months": _("How long a term lasts"),
        "minimum_members": _("People in the contact group, at least"),
        "mail_kept_months": _("Mail from outside is kept"),
        "contact_texts_kept_months": _("Texts of contacts are kept"),
        "labels_kept_months": _("Labels of people are kept"),
    }


def amount(name: str, value: int) -> str:
    """Return a number of the policy with its unit; 0 is "not taken on" (R62)."""
    if value == 0:
        return _("not taken on")
    words = {
        "contact_every_months": _("every %(count)s months"),
        "update_every_months": _("every %(count)s months"),
        "mailbox_every_days": _("every %(count)s days"),
        "answer_within_days": _("%(count)s days"),
        "minimum_members": "%(count)s",
    }
    return words.get(name, _("%(count)s months")) % {"count": value}


def _values(policy: Policy | PolicyChange) -> Iterable[tuple[str, str]]:
    names = labels()
    for name in Policy.__struct_fields__:
        value = getattr(policy, name)
        if value is not None:
            yield names[name], amount(name, value)


def _soon(opened: OpenProcess) -> Act:
    """Return where it is said to whom something she may need to know soon goes (R66)."""
    return Act(_("To whom it goes when she may need to know soon"), url("soon-agreed", opened), plain=True)


@member(*ALL, action="read")
def agreed(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """What counts now, from which day, and why it was changed."""
    words = words_of(opened)
    pairs = tuple((label.replace("X", words.person_x), text) for label, text in _values(_policy(opened)))
    mine = Role.CONTACT in opened.roles
    actions = (
        Act(_("Change it, or say that we looked at it"), url("agreed-new", opened)),
        Act(_("Change how many a decision needs"), url("quorum-new", opened), plain=True),
        Act(_("Take the list of indicators on, or put it down"), url("indicators-agreed", opened), plain=True),
    )
    page = AgreedPage(
        lead=_("What we agreed. It stays until we change it, with a reason."),
        pairs=(
            *pairs,
            (_("For a decision, the views of"), quorum(quorum_on(opened.state, opened.today), words)),
            (_("The list of indicators"), taken_on(is_on=opened.state.indicators.taken_on)),
        ),
        changes=_changes(opened, words),
        actions=(*(actions if mine else ()), *((_soon(opened),) if mine or Role.SUPPORT in opened.roles else ())),
        back=url("people", opened),
    )
    return show(request, "us/agreed.html", _("People"), place="people", page=page)


def taken_on(*, is_on: bool) -> str:
    """Return whether the list of indicators is on (R65)."""
    return _("taken on") if is_on else _("not taken on")


def _lines(entry: PolicySet | QuorumSet, words: Words) -> tuple[str, ...]:
    if isinstance(entry, QuorumSet):
        return (f"{_('For a decision, the views of')}: {quorum(entry.quorum, words)}",)
    lines = tuple(f"{label}: {text}" for label, text in _values(entry.change))
    return lines or (_("Looked at, nothing changed."),)


def _changes(opened: OpenProcess, words: Words) -> tuple[Change, ...]:
    """Return what was changed, newest first: the numbers, and the list of indicators."""
    process = opened.state.process
    agreed_anew: tuple[Item[PolicySet] | Item[QuorumSet], ...] = (*process.policy_changes, *process.quorums)
    found = [
        (
            item.seq,
            Change(
                on=_("From %(day)s") % {"day": days.day(item.entry.from_on, words)},
                by=name_of(opened, item.author),
                lines=_lines(item.entry, words),
                reason=item.entry.reason or "",
            ),
        )
        for item in agreed_anew
    ]
    for one in opened.state.indicators.changes:
        change = Change(
            on=_("From %(day)s") % {"day": days.day(one.entry.on, words)},
            by=name_of(opened, one.author),
            lines=(f"{_('The list of indicators')}: {taken_on(is_on=one.entry.taken_on)}",),
            reason=one.entry.reason or "",
        )
        found.append((one.seq, change))
    return tuple(change for _seq, change in sorted(found, key=lambda one: one[0], reverse=True))


def _policy(opened: OpenProcess) -> Policy:
    return policy_on(opened.state.process.policies, opened.today)


@member(*CONTACT, action="write", methods=READ_WRITE)
def agreed_new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Agree on other numbers, with a reason that stands in the next update (R4)."""
    form = AgreedForm(request.POST or None, policy=_policy(opened), today=opened.today)
    if request.method == "POST" and form.is_valid():
        keep(request, opened, (form.entry_id, form.entry_of(at=clock.now())), said=_("Kept. All groups see it."))
        return go("agreed", alias=opened.alias)
    page = form_page(
        opened,
        _("What do we agree on?"),
        _("Save for all groups"),
        roles=tuple(Role),
        notes=(_("Write 0 for what you do not take on: nothing of it is ever due."),),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*CONTACT, action="write", methods=READ_WRITE)
def quorum_new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Agree on how many views a decision needs, with a reason that stands in the next update (R4, R47)."""
    now = quorum_on(opened.state, opened.today)
    form = QuorumForm(request.POST or None, said=words_of(opened), now=now, today=opened.today)
    if request.method == "POST" and form.is_valid():
        keep(request, opened, (form.entry_id, form.entry_of(at=clock.now())), said=_("Kept. All groups see it."))
        return go("agreed", alias=opened.alias)
    page = form_page(
        opened,
        _("How many does a decision need?"),
        _("Save for all groups"),
        roles=tuple(Role),
        notes=(_("Questions that are open already stay as they were. A block still blocks."),),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*ALL, action="read")
def limits(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """What we can, cannot and will not do, version by version (R25)."""
    words = words_of(opened)
    versions = [
        _version(item.entry, name_of(opened, item.author), days.day(_day(opened, item.entry.at), words))
        for item in reversed(opened.state.process.boundaries)
    ]
    mine = Role.CONTACT in opened.roles
    empty = _("Not written down yet. You talk about it at your first meetings.")
    page = LimitsPage(
        lead=_("What we can, cannot and will not do.") if versions else empty,
        newest=versions[0] if versions else None,
        earlier=tuple(versions[1:]),
        actions=(Act(_("Write a new version"), url("limits-new", opened)),) if mine else (),
        back=url("people", opened),
    )
    return show(request, "us/limits.html", _("People"), place="people", page=page)


def _day(opened: OpenProcess, at: int) -> date:
    """Return the process's day of a moment."""
    return clock.day_in(opened.zone, at)


def _version(entry: BoundarySet, by: str, on: str) -> Version:
    lists = ((_("We can"), entry.can), (_("We cannot"), entry.cannot), (_("We will not"), entry.will_not))
    return Version(on=on, by=by, lists=tuple((title, lines) for title, lines in lists if lines))


@member(*CONTACT, action="write", methods=READ_WRITE)
def limits_new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """A new version of the whole list; the first one begins with what such groups usually do not do."""
    versions = opened.state.process.boundaries
    initial = {"will_not": "\n".join(one.in_language(get_language() or "en") for one in WE_DO_NOT)}
    if versions:
        newest = versions[-1].entry
        initial = {name: "\n".join(getattr(newest, name)) for name in ("can", "cannot", "will_not")}
    form = LimitsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        keep(request, opened, (form.entry_id, form.entry_of(at=clock.now())), said=_("Kept. All groups see it."))
        return go("limits", alias=opened.alias)
    page = form_page(
        opened,
        _("What can we, what can we not, what will we not do?"),
        _("Save for all groups"),
        roles=tuple(Role),
        notes=(_("This list takes the place of the one before. Earlier ones stay to be seen."),),
    )
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)


@member(*CONTACT, action="write", methods=READ_WRITE)
def here(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """How the groups that have no keys here are reached (R64)."""
    open_roles = tuple(role for role in (Role.SUPPORT, Role.SUPERVISION) if not opened.has_circle(role))
    if not open_roles:
        request.visit.say(_("Both groups are here."))
        return go("people", alias=opened.alias)
    presence = opened.state.process.presence
    initial = {role.value: presence[role].value for role in open_roles}
    form = PresenceForm(request.POST or None, open_roles=open_roles, initial=initial)
    if request.method == "POST" and form.is_valid():
        entries = presences_to(opened.state, form.chosen(), at=clock.now())
        drawn = [
            (derived_id(form.entry_id, place) if place else form.entry_id, one) for place, one in enumerate(entries)
        ]
        keep(request, opened, *drawn, said=_("Kept. All groups see it."))
        return go("people", alias=opened.alias)
    page = form_page(opened, _("How do you reach the other groups?"), _("Save for all groups"), roles=tuple(Role))
    return show(request, "us/form.html", _("People"), place="people", page=page, form=form)
