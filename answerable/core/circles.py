"""The three circles of a process and whether each is here (R64)."""

from enum import StrEnum


class Role(StrEnum):
    """A circle of a process, by what it is there for."""

    CONTACT = "contact"
    SUPPORT = "support"
    SUPERVISION = "supervision"


class Presence(StrEnum):
    """Whether a circle has accounts here, is reached by mail and paper, or does not exist yet (R64)."""

    HERE = "here"
    MAIL = "mail"
    NOT_YET = "not-yet"


def sorted_roles(roles: frozenset[Role]) -> tuple[Role, ...]:
    """Return the roles in the one order in which an entry may list them."""
    return tuple(sorted(roles))
