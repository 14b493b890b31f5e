"""People around X in the practice year: who knows, talks with a friend, who hears of a demand, a last word."""

from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.practice import around, contacts
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.text import Text
from answerable.core.entries import AroundNoted, AskAnswered, NoFurtherContact, NoteKept, TalkNoted, WhoHears
from answerable.core.entries.around import AroundKind, AskOutcome, FromWhom, Hearing, Hears, Knows, TalkStage
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven, Shows


def noted(
    stage: Stage,
    label: str,
    relation: Text,
    account: Text,
    knows: Knows,
    *,
    kind: AroundKind = AroundKind.GROUP,
    source: Source = Source.HE_SAID,
    letter: LetterGiven = LetterGiven.UNKNOWN,
    demands: tuple[str, ...] = (),
    disagrees: Text | None = None,
) -> AroundNoted:
    """Return what a group or person around X knows, and how the group knows it (R35)."""
    return AroundNoted(
        **HEAD,
        label=label,
        kind=kind,
        relation=stage.say(relation),
        on=None,
        knows=knows,
        from_whom=None if knows is Knows.UNKNOWN else FromWhom.HIM,
        letter=letter,
        perspective=None,
        demands=tuple(stage.ids[word] for word in demands),
        account=stage.say(account),
        disagrees=None if disagrees is None else stage.say(disagrees),
        source=source,
        x_may_learn=False,
        confirmed_by=None,
    )


def note(stage: Stage, text: Text, source: Source, *, ago: int, shows: str | None = None) -> NoteKept:
    """Return a note with its source; `shows` is the demand of which it shows something (R42, R65)."""
    shown = None if shows is None else Shows(demand=stage.ids[shows], word=DemandWord.SEEN)
    return NoteKept(**HEAD, on=stage.day(ago), text=stage.say(text), source=source, x_may_learn=False, shows=shown)


def who_hears_of_the_circle(stage: Stage) -> WhoHears:
    """Return that he is to tell the flat of the fifth demand himself; about the workshop it is too early to say."""
    rows = (
        Hears(label=stage.say(contacts.FLAT), hearing=Hearing.HE_TELLS),
        Hears(label=stage.say(contacts.WORKSHOP), hearing=Hearing.LATER),
    )
    return WhoHears(**HEAD, demand=stage.ids["circle"], rows=rows)


def after_the_third_talk(stage: Stage) -> tuple[AroundNoted, AroundNoted]:
    """Return what he said of the flat, and of a new group of which nobody knows what it knows."""
    flat, climbing = stage.say(contacts.FLAT), stage.say(around.CLIMBING)
    return (
        noted(
            stage,
            flat,
            around.LIVES_THERE,
            around.FLAT_HEARD,
            Knows.SEMI_OPEN,
            letter=LetterGiven.YES,
            demands=("circle",),
        ),
        noted(stage, climbing, around.CLIMBS, around.CLIMBING_ACCOUNT, Knows.UNKNOWN),
    )


def a_friend_disagrees(stage: Stage) -> AroundNoted:
    """Return that a friend wrote, who disagrees."""
    return noted(
        stage,
        contacts.FRIEND,
        around.FRIEND_IS,
        around.FRIEND_WROTE,
        Knows.DEMANDS,
        kind=AroundKind.PERSON,
        source=Source.SOMEONE_CAME,
        disagrees=around.FRIEND_DISAGREES,
    )


def talk_offered(stage: Stage, *, ago: int) -> TalkNoted:
    """Return that two of us offered the friend a talk."""
    return TalkNoted(
        **HEAD,
        label=contacts.FRIEND,
        kind=AroundKind.PERSON,
        on=stage.day(ago),
        stage=TalkStage.OFFERED,
        by=stage.users(cast.NOOR, cast.INES),
        said="",
        disagrees=None,
        asked=None,
        answer=None,
        answered="",
        x_may_learn=False,
    )


def talk_held(stage: Stage, *, ago: int) -> TalkNoted:
    """Return the talk with the friend, and what was asked of K."""
    return TalkNoted(
        **HEAD,
        label=contacts.FRIEND,
        kind=AroundKind.PERSON,
        on=stage.day(ago),
        stage=TalkStage.HELD,
        by=stage.users(cast.NOOR, cast.INES),
        said=stage.say(around.FRIEND_TALK),
        disagrees=stage.say(around.FRIEND_STILL),
        asked=stage.say(around.FRIEND_ASKED),
        answer=None,
        answered="",
        x_may_learn=False,
    )


def friend_answered(stage: Stage, *, ago: int) -> AskAnswered:
    """Return what the friend answered two weeks later."""
    return AskAnswered(
        **HEAD,
        talk=stage.ids["friend-talk"],
        on=stage.day(ago),
        outcome=AskOutcome.PARTLY,
        text=stage.say(around.FRIEND_ANSWERED),
    )


def a_last_word(stage: Stage, *, ago: int) -> tuple[AroundNoted, NoFurtherContact]:
    """Return that one of those who organise the reading circle wrote, and wants no further contact: final."""
    return (
        noted(
            stage,
            around.ORGANISER,
            around.ORGANISES,
            around.ORGANISER_WROTE,
            Knows.PROCESS,
            kind=AroundKind.PERSON,
            source=Source.SOMEONE_CAME,
            letter=LetterGiven.NO,
        ),
        NoFurtherContact(**HEAD, label=around.ORGANISER, on=stage.day(ago), said=stage.say(around.ORGANISER_ENDS)),
    )
