"""Making and throwing away a practice process: real sealing in the same tables, flagged, without accounts."""

from collections.abc import Mapping
from typing import NamedTuple

from answerable.actions import practice_story
from answerable.sealing.identity import Identity
from answerable.store import log, people


class Made(NamedTuple):
    """A practice process: its alias, the seeds by invented name, and whose view comes first."""

    alias: str
    seats: Mapping[str, bytes]
    first: str


def make(*, language: str, now: int) -> Made:
    """Make a process of about forty entries over a year, dates relative to now, in this language."""
    return practice_story.tell(language=language, now=now)


def throw_away(seeds: tuple[bytes, ...]) -> None:
    """Delete the rows of the practice process in which these people sit, and what they drafted."""
    users = [Identity.from_seed(seed).user_id for seed in seeds]
    for user in users:
        for process, _alias, is_practice in log.processes_of(user):
            if is_practice:
                log.delete_process(process)
    for user in users:
        people.drop_account(user)
