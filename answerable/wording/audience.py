"""Who can read something, said beside the button and in the footer."""

from collections.abc import Iterable, Mapping

from answerable.core.circles import Role
from answerable.wording.lists import capital, joined, named
from answerable.wording.names import role, the_role
from answerable.wording.words import Words


def audience(roles: Iterable[Role], members: Mapping[Role, tuple[bytes, ...]], words: Words) -> str:
    """Return who can read it: "The contact group: Noor, Ines, Sam and Jo." or "Contact group and support group."."""
    circles = tuple(roles)
    if len(circles) == 1 and members.get(circles[0]):
        text = words.gettext("{group}: {names}.")
        return text.format(group=capital(the_role(circles[0], words)), names=named(members[circles[0]], words))
    return f"{capital(joined((role(one, words) for one in circles), words))}."


def later_readers(roles: Iterable[Role], words: Words) -> str:
    """Return for which circles that are not here something is kept (R64); nothing where there are none."""
    absent = joined((the_role(one, words) for one in roles), words)
    if not absent:
        return ""
    return words.gettext("It is kept for {groups} until they have accounts here.").format(groups=absent)


def sealed_for(roles: Iterable[Role], words: Words) -> str:
    """Return the line of the footer: for whom what is seen here is sealed."""
    groups = joined((the_role(one, words) for one in roles), words)
    return words.gettext("What you see here is sealed for {groups}.").format(groups=groups)


def you_are(name: str, roles: Iterable[Role], words: Words) -> str:
    """Return who is signed in: "You are Noor, contact group."."""
    groups = joined((role(one, words) for one in roles), words)
    return words.gettext("You are {name}, {group}.").format(name=name, group=groups)
