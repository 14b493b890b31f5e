"""The practice process: a year of invented people, told by the same deeds with which real ones write."""

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from answerable.actions import practice_story_first_half as first_half
from answerable.actions import practice_story_second_half as second_half
from answerable.actions.practice_story_stage import Stage
from answerable.core.defaults.practice import people as cast
from answerable.store import log


class Made(NamedTuple):
    """A practice process: its alias, the seeds by invented name, and whose view comes first."""

    alias: str
    seats: Mapping[str, bytes]
    first: str


def tell(*, language: str, now: int) -> Made:
    """Write the whole year into the store, in one transaction; nobody has an account or a passphrase."""
    stage = Stage(language=language, zone=settings.TIME_ZONE, now=now)
    with transaction.atomic():
        for scene in (*first_half.SCENES, *second_half.SCENES):
            scene(stage)
    return Made(log.alias_of_process(stage.process), stage.seats, cast.NOOR)
