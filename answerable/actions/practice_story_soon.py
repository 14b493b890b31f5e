"""A scene of the practice process that only three of its people can read: something she may need to know soon (R66)."""

from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.circles import Role
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.practice import soon as words
from answerable.core.entries import SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.core.entries.base import Source
from answerable.core.entries.soon import AgreedWords, SoonContact, SoonSort, Way


def to_whom_it_goes(stage: Stage) -> None:
    """Let the support group say to whom such a thing goes, in which words."""
    agreed = SoonAgreed(
        at=0,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        contacts=(SoonContact(label=cast.LOU, user=stage.user(cast.LOU)),),
        way=Way.CALL,
        words=(AgreedWords(sort=SoonSort.THREAT, text=stage.say(words.AGREED_THREAT)),),
        directly=False,
    )
    stage.write(cast.LOU, 204, agreed)


def heard_at_the_workshop(stage: Stage) -> None:
    """Let Ines write down what she heard, call Lou the same evening, and read that Lou has it."""
    named = tuple(sorted(stage.users(cast.INES, cast.NOOR, cast.LOU)))
    apart = {**HEAD, "meant_for": (), "named": named}
    heard = SoonNoted(
        **apart,
        sort=SoonSort.APPROACH,
        text=stage.say(words.HEARD),
        source=Source.SOMEONE_CAME,
        x_may_learn=False,
        contacts=(cast.LOU,),
    )
    (note,) = stage.write(cast.INES, 6, heard, hour=22)
    called = SoonHandedOn(
        **apart, note=note, contact=cast.LOU, on=stage.day(6), way=Way.CALL, by=stage.users(cast.INES)
    )
    stage.write(cast.INES, 6, called, hour=23)
    stage.write(cast.LOU, 5, SoonAnswered(**apart, note=note, text=stage.say(words.HAS_IT)), hour=9)
