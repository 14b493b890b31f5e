"""Making and throwing away a practice process: real sealing in the same tables, flagged, without accounts."""

from collections.abc import Iterable

from django.db import transaction

from answerable.actions import host_keys, practice_story
from answerable.actions.practice_story import Made
from answerable.sealing.identity import Identity
from answerable.store import log, people

__all__ = ["Made", "make", "throw_all_away", "throw_away"]


def make(*, language: str, now: int) -> Made:
    """Make a process of a year of entries, dates relative to now, in this language."""
    return practice_story.tell(language=language, now=now)


def throw_away(seeds: Iterable[bytes]) -> None:
    """Delete the practice process in which these people sit, what they drafted, and their sessions."""
    users = {Identity.from_seed(seed).user_id for seed in seeds}
    with transaction.atomic():
        for process, is_practice in {(one, flag) for user in users for one, _alias, flag in log.processes_of(user)}:
            if is_practice:
                users |= log.seats(process)
                log.delete_process(process)
        _forget(users)


def throw_all_away() -> None:
    """At the start of the server: delete every practice process; who practised has to begin again."""
    with transaction.atomic():
        _forget(set(log.delete_practice()))


def _forget(users: set[bytes]) -> None:
    """Delete what there is of those who sat in a practice process and have a seat nowhere else.

    A process that invented people began while practising goes too: they have no passphrase, nobody could open it again.
    """
    invented = {user for user in users if people.slot_of(user, "pass") is None}
    for user in invented:
        for process, _alias, _practice in log.processes_of(user):
            if log.seats(process) <= invented:
                log.delete_process(process)
    for user in users:
        if not log.processes_of(user):
            people.drop_account(user)
            people.drop_sessions(host_keys.owner_tag(user))
