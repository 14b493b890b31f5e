"""Asides: circles of named people, found by who is in them; nobody else can tell what is in one (R23, R66, R67)."""

from collections.abc import Iterable

from answerable.actions.reading import OpenProcess
from answerable.sealing.log import Ledger


class NotHereError(Exception):
    """Somebody it names has no place in the process now, or its author is not among those it names."""


def check(ledger: Ledger, named: Iterable[bytes], *, author: bytes) -> None:
    """Raise NotHereError unless the author and everybody named is in a group of the process."""
    people = frozenset(named)
    if author not in people or not all(is_here(ledger, user) for user in people):
        raise NotHereError


def is_here(ledger: Ledger, user: bytes) -> bool:
    """Say whether somebody is in a group now; who is only in asides was shut out of it."""
    return not ledger.roles.keys().isdisjoint(ledger.circles_of(user))


def of(ledger: Ledger, named: Iterable[bytes]) -> bytes | None:
    """Return the aside whose members are exactly these people, None where there is none yet."""
    people = frozenset(named)
    for circle in reversed(ledger.circles):
        if circle not in ledger.roles and ledger.members(circle) == people:
            return circle
    return None


def still_here(opened: OpenProcess, named: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return who of these people is in a group now, and the writer: for whom a word about it is sealed today."""
    return tuple(sorted({user for user in named if is_here(opened.ledger, user)} | {opened.user_id}))
