"""The practice year, waiting and resting: a pause of ours, a second note about a talk, two mails of his (R26, R34)."""

from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.practice import waiting as said
from answerable.core.entries import NoteBeside, PauseEnded, PauseTaken, SentByX, SentSorted
from answerable.core.entries.base import Medium

THIRD_TALK = "third-talk"
"""The word of the story for the contact that two wrote about."""


def a_pause(stage: Stage) -> None:
    """Pause for two weeks after a meeting that fell through because of us, and be back two days early (R34)."""
    taken = PauseTaken(**HEAD, from_on=stage.day(74), until_on=stage.day(60), text=stage.say(said.WE_PAUSE))
    pause = stage.write(cast.INES, 73, taken)[0]
    stage.write(cast.SAM, 62, PauseEnded(**HEAD, pause=pause, on=stage.day(62)))


def a_second_note(stage: Stage) -> None:
    """Let Noor write about the talk that Sam wrote down: she saw it another way (R28)."""
    heard, saw = stage.say(said.NOOR_HEARD), stage.say(said.NOOR_SAW)
    stage.write(cast.NOOR, 56, NoteBeside(**HEAD, contact=stage.ids[THIRD_TALK], account=heard, text=saw))


def two_mails(stage: Stage) -> None:
    """Read two mails of his together: they are about something else, and move nothing (R26)."""
    came = SentByX(
        **HEAD,
        from_on=stage.day(23),
        on=stage.day(21),
        medium=Medium.MAIL,
        messages=2,
        account=stage.say(said.TWO_MAILS),
        made_her_topic=False,
    )
    sent = stage.write(cast.JO, 20, came)[0]
    stage.write(cast.JO, 20, SentSorted(**HEAD, sent=sent, on=stage.day(21), medium=Medium.MAIL, answers=()))
