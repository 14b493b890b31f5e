"""The circles of a process as tables: who, until when, how many hours, what they will not do, how they stand."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.actions.asides import is_here
from answerable.actions.reading import OpenProcess
from answerable.core.calendar import Clock, Standing, add_months
from answerable.core.circles import Presence, Role
from answerable.core.entries.members import Stance
from answerable.core.state import Member
from answerable.sealing.log import EVERYWHERE
from answerable.web.base.forms import text_of
from answerable.web.us.words import name_of, title_of
from answerable.wording import days, lists
from answerable.wording.words import Words

AHEAD_MONTHS = 2
KINDS = {Standing.SOON: "soon", Standing.DUE: "due", Standing.LATE: "late"}


class Cell(NamedTuple):
    """One cell of parts/rows.html."""

    text: str
    url: str = ""
    note: str = ""
    kind: str = ""
    tag: str = ""
    label: str = ""


class Table(NamedTuple):
    """A table of parts/rows.html."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Circle(NamedTuple):
    """One circle: its people, or how it is reached."""

    title: str
    phrase: str
    table: Table | None
    sentence: str
    url: str
    link: str


def of(opened: OpenProcess, words: Words) -> tuple[Circle, ...]:
    """Return the circles that this member may see: contact members all, others their own and the contact group."""
    shown = [role for role in Role if Role.CONTACT in opened.roles or role in {*opened.roles, Role.CONTACT}]
    return tuple(_circle(opened, role, words) for role in shown)


def _circle(opened: OpenProcess, role: Role, words: Words) -> Circle:
    users = sorted(opened.members(role), key=lambda user: (name_of(opened, user).casefold(), user))
    change = reverse("people-here", kwargs={"alias": opened.alias}) if _may_change(opened, role) else ""
    if not users:
        return Circle(title_of(role), "", None, reached(opened, role), change, _("Change") if change else "")
    inside = role in opened.roles
    heads = (_("Name"), _("Until"), _("Hours a month"), _("How they stand to the statement"))
    rows = tuple(_row(opened, user, role, words, inside=inside) for user in users)
    phrase = ngettext("one person", "%(count)s people", len(users)) % {"count": days.number(len(users), words)}
    sentence = _("Only this group sees how its members stand to the statement.") if inside else ""
    return Circle(title_of(role), phrase, Table("", heads if inside else heads[:2], rows), sentence, "", "")


def _may_change(opened: OpenProcess, role: Role) -> bool:
    return Role.CONTACT in opened.roles and role is not Role.CONTACT and not opened.has_circle(role)


def reached(opened: OpenProcess, role: Role) -> str:
    """Return how a circle that has no people here is reached; none is ever called silent (R64)."""
    if opened.has_circle(role):
        return _("Nobody holds the keys of this group any more. What it kept stays closed.")
    return {
        Presence.HERE: _("They will have accounts of their own. Nobody has come in yet."),
        Presence.MAIL: _("By mail and paper. We copy their words, and hand over what is for them."),
        Presence.NOT_YET: _("Not yet."),
    }[opened.state.process.presence[role]]


def _row(opened: OpenProcess, user: bytes, role: Role, words: Words, *, inside: bool) -> tuple[Cell, ...]:
    member = opened.state.members.get(user)
    link = reverse("person", kwargs={"alias": opened.alias, "ident": text_of(user)})
    name = Cell(name_of(opened, user), link, note=_note(opened, user, role, member, words))
    if member is None:
        return (name, Cell("–"), Cell("–"), Cell("–")) if inside else (name, Cell("–"))
    until = _until(member.until_on, opened.today, words)
    if not inside:
        return name, until
    return name, until, _hours(member), stance_cell(member)


def _note(opened: OpenProcess, user: bytes, role: Role, member: Member | None, words: Words) -> str:
    """Return the line below a name: yourself, another circle (R17), since when, what she will not do (R19)."""
    parts = []
    if user == opened.user_id:
        parts.append(_("That is you."))
    parts += also_in(opened, user, role, words)
    if member is not None:
        parts.append(_("Here since %(day)s.") % {"day": days.day(member.joined_on, words)})
        will_not = member.named.entry.will_not
        if will_not and role in opened.roles:
            parts.append(_("Will not do: %(what)s") % {"what": " ".join(will_not.split())})
    return " ".join(parts)


def also_in(opened: OpenProcess, user: bytes, role: Role, words: Words) -> list[str]:
    """Return a sentence where somebody is in a second circle: all circles see it (R17)."""
    others = [one for one in Role if one is not role and user in opened.members(one)]
    if not others:
        return []
    groups = lists.joined((title_of(one) for one in others), words)
    return [_("Also in: %(groups)s.") % {"groups": groups}]


def _until(until_on: date, today: date, words: Words) -> Cell:
    """Return the end of a term; its end ends no access (R20)."""
    clock = Clock(soon_on=add_months(until_on, -AHEAD_MONTHS), due_on=until_on, last_on=until_on)
    standing = clock.standing(today)
    label = _("Until")
    return Cell(days.day(until_on, words), kind=KINDS.get(standing, ""), label=label)


def _hours(member: Member) -> Cell:
    hours, label = member.named.entry.hours, _("Hours a month")
    if hours is None:
        return Cell(_("not said"), label=label)
    return Cell(ngettext("about %(count)s hour", "about %(count)s hours", hours) % {"count": hours}, label=label)


def stance_cell(member: Member) -> Cell:
    """Return how somebody stands to the commitment statement (R15)."""
    label = _("How they stand to the statement")
    if member.stance is None:
        return Cell(_("has not said yet"), label=label)
    entry = member.stance.entry
    if entry.stance is Stance.STANDS:
        return Cell(_("stands behind it"), label=label)
    numbers = ", ".join(str(one) for one in entry.sentences)
    said = ngettext(
        "wants to talk about sentence %(numbers)s", "wants to talk about sentences %(numbers)s", len(entry.sentences)
    )
    return Cell(said % {"numbers": numbers}, label=label)


def earlier(opened: OpenProcess, words: Words) -> tuple[str, ...]:
    """Return who was here before, a sentence each, as far as this member may see it."""
    found = []
    for user, member in opened.state.members.items():
        if not has_gone(opened, user):
            continue
        name = member.named.entry.shown_name
        if member.followed_by is not None:
            found.append(_("%(name)s has new keys. The ones before are ended.") % {"name": name})
        elif member.left is not None:
            day = days.day(member.left.entry.last_on, words)
            found.append(_("%(name)s left. The last day was %(day)s.") % {"name": name, "day": day})
        else:
            found.append(_("%(name)s has left.") % {"name": name})
    return tuple(found)


def has_gone(opened: OpenProcess, user: bytes) -> bool:
    """Say whether somebody was in a circle and is in none now."""
    ledger = opened.ledger
    gone = any(who == user for who, _circle in ledger.retired) or ledger.is_retired(user, EVERYWHERE)
    return gone and not is_here(ledger, user)


def gone_without_words(opened: OpenProcess) -> tuple[bytes, ...]:
    """Return who was a contact member, has no access any more, and of whom no entry says so."""
    return tuple(
        user
        for user, member in opened.state.members.items()
        if Role.CONTACT in member.roles
        and opened.ledger.is_retired(user, opened.circle(Role.CONTACT))
        and user not in opened.members(Role.CONTACT)
        and member.left is None
    )
