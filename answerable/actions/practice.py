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
    """Delete the practice process in which these people sit, what they drafted, and their sessions.

    A process that they began while practising goes too: nobody could ever open it again.
    """
    users = {Identity.from_seed(seed).user_id for seed in seeds}
    with transaction.atomic():
        for user in users:
            for process, _alias, is_practice in log.processes_of(user):
                seated = log.seats(process)
                if is_practice or seated <= users:
                    log.delete_process(process)
                    _forget(seated - users)
        for user in users:
            _forget_one(user)


def throw_all_away() -> None:
    """At the start of the server: delete every practice process; who practised has to begin again."""
    with transaction.atomic():
        _forget(log.delete_practice())


def _forget(users: Iterable[bytes]) -> None:
    """Delete what there is of those who sat in a practice process and have a seat nowhere else."""
    for user in users:
        if not log.processes_of(user):
            _forget_one(user)


def _forget_one(user: bytes) -> None:
    people.drop_account(user)
    people.drop_sessions(host_keys.owner_tag(user))
