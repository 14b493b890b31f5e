"""The page of people, and one person's page."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import members
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.pages import show
from answerable.web.base.rules import ALL
from answerable.web.us import circles
from answerable.web.us.page import Act, people_page, person_words, url
from answerable.web.us.words import name_of, title_of, words_of
from answerable.wording import days
from answerable.wording.words import Words


class PersonPage(Struct, frozen=True, kw_only=True):
    """What one sees of a member: facts in pairs, and the six words of her keys."""

    name: str
    lead: str
    pairs: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    actions: tuple[Act, ...]
    back: str


@member(*ALL, action="read")
def people(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Who is here, who comes and goes, what to compare, what we agreed."""
    return show(request, "us/people.html", _("People"), place="people", page=people_page(opened))


@member(*ALL, action="read")
def person(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """One member, with the words to compare (and for oneself what others compare)."""
    user = member_of(opened, ident)
    page = person_page(opened, user, words_of(opened))
    return show(request, "us/person.html", _("People"), place="people", page=page)


def member_of(opened: OpenProcess, ident: str) -> bytes:
    """Return the user of a URL, if this member may see her; else it is 404."""
    try:
        user = ident_of(ident)
    except ValueError:
        raise Http404 from None
    if not visible_roles(opened, user):
        raise Http404
    return user


def visible_roles(opened: OpenProcess, user: bytes) -> tuple[Role, ...]:
    """Return the circles of somebody that this member may see her in."""
    shown = tuple(Role) if Role.CONTACT in opened.roles else (*sorted(opened.roles), Role.CONTACT)
    return tuple(role for role in Role if role in shown and user in opened.members(role))


def person_page(opened: OpenProcess, user: bytes, words: Words) -> PersonPage:
    """Return the page of a member."""
    roles = visible_roles(opened, user)
    found = opened.state.members.get(user)
    pairs = [(_("Group"), ", ".join(title_of(role) for role in roles))]
    pairs += [(_("Also"), sentence) for sentence in circles.also_in(opened, user, roles[0], words)[: len(roles) == 1]]
    if found is not None:
        pairs.append((_("Here since"), days.day(found.joined_on, words)))
        pairs.append((_("Until"), days.day(found.until_on, words)))
        if opened.roles.intersection(roles):
            hours = found.named.entry.hours
            pairs.append((_("Hours a month"), _("not said") if hours is None else str(hours)))
            pairs.append((_("Will not do"), found.named.entry.will_not or _("nothing said")))
            pairs.append((_("The statement"), circles.stance_cell(found).text))
    lead = _("Read your six words to each other. They must be the same on both sides.")
    if user == opened.user_id:
        lead = _("These are your six words. Others compare them when they let you in.")
    return PersonPage(
        name=name_of(opened, user),
        lead=lead,
        pairs=tuple(pairs),
        words=person_words(opened, user),
        actions=_acts(opened, user, roles),
        back=url("people", opened),
    )


def _acts(opened: OpenProcess, user: bytes, roles: tuple[Role, ...]) -> tuple[Act, ...]:
    if user == opened.user_id:
        return (
            Act(_("Change what I said about me"), url("people-me", opened), plain=True),
            Act(_("The statement"), url("people-stance", opened), plain=True),
            Act(_("Leave the group"), url("leave-group", opened), plain=True),
        )
    if any(members.may_say_out(opened, user, role) for role in roles):
        return (Act(_("Say that this person is out"), url("people-out", opened, user), plain=True),)
    return ()
