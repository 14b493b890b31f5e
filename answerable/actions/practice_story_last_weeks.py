"""The practice year, its last weeks: mail, a notice seen by chance, a friend who disagrees, two who wrote."""

from answerable.actions import practice_story_around as around
from answerable.actions.practice_story_around import note
from answerable.actions.practice_story_stage import HEAD, Stage, duty_key
from answerable.actions.practice_story_steps import NOTICE
from answerable.core.defaults.practice import between_us, contacts, demands
from answerable.core.defaults.practice import people as cast
from answerable.core.duties import Code
from answerable.core.entries import AnswersReported, DutyDeclined, LookedAgain, MailboxLookedAt, QuestionAsked
from answerable.core.entries.base import Source
from answerable.core.entries.demands import Origin


def since_then(stage: Stage) -> None:
    """Look at the mail, tell the other town, note what was seen by chance, and that a friend disagrees."""
    mailbox = duty_key(stage, cast.SAM, Code.MAILBOX, ago=48)
    declined = DutyDeclined(**HEAD, duty=mailbox, why=stage.say(cast.SAM_DECLINES), told=stage.say(cast.SAM_TOLD))
    stage.write(cast.SAM, 48, declined)
    how, text = stage.say(demands.PARENT_TOLD), stage.say(contacts.LOOKED_AGAIN)
    answered = (stage.ids["assembly-answer"],)
    reported = AnswersReported(**HEAD, to=Origin.PARENT_PROCESS, passings=answered, on=stage.day(47), how=how)
    looked = LookedAgain(**HEAD, changes=(stage.ids["climbs"],), on=stage.day(47), text=text)
    stage.write(cast.JO, 47, MailboxLookedAt(**HEAD, on=stage.day(47)), reported, looked)
    seen = note(stage, contacts.SAW_NOTICE, Source.ORDINARY_LIFE, ago=40)
    stage.ids[NOTICE] = stage.write(cast.JO, 40, seen, around.a_friend_disagrees(stage))[0]


def a_friend_talks(stage: Stage) -> None:
    """Offer the friend a talk and hold it; Noor stays another year; ask what waits for nobody."""
    renewed = stage.named(cast.NOOR, ago=33, until=-378, hours=6, will_not=cast.NOOR_WILL_NOT)
    stage.write(cast.NOOR, 33, renewed, around.talk_offered(stage, ago=34))
    question = QuestionAsked(**HEAD, text=stage.say(between_us.OPEN_QUESTION))
    stage.ids["friend-talk"] = stage.write(cast.INES, 30, question, around.talk_held(stage, ago=31))[1]


def two_wrote(stage: Stage) -> None:
    """Look at the mail: somebody asks who we are, somebody else wants no further contact."""
    stage.write(
        cast.JO,
        26,
        MailboxLookedAt(**HEAD, on=stage.day(26)),
        note(stage, contacts.SOMEONE_CAME, Source.SOMEONE_CAME, ago=26),
        *around.a_last_word(stage, ago=27),
    )
