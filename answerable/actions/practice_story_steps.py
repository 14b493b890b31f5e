"""The practice year: he gives talks before people there know; noted, decided, and he is confronted (R38-R43)."""

from answerable.actions import decisions as deeds
from answerable.actions.practice_story_decisions import view_of
from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.practice import contacts
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.practice import steps as words
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    ContactReached,
    DecisionAbout,
    DecisionProposed,
    NonCooperationNoted,
    StepAnswered,
    StepTaken,
)
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import PlaceKind, ToldNew
from answerable.core.entries.decisions import Fact, Recused, Sort, ViewTaken
from answerable.core.entries.steps import How
from answerable.sealing.randomness import draw

NOTED, ASKED, CLOSED, CONFRONTED = 39, 38, 35, 28
ANSWER_BY, LOOK_AGAIN = 14, -32
NOTICE, CONCERN, DECISION = "notice", "talks-first", "confront"
"""The words of the story for the notice seen by chance, for what he does, and for the question about it."""


def he_talks_before_they_know(stage: Stage) -> None:
    """Note it with its two sources, ask, hear three, and decide to confront him; Sam takes no part (R38, R47)."""
    facts = (
        Fact(text=stage.say(words.TALKS_FIRST), source=Source.ORDINARY_LIFE),
        Fact(text=stage.say(words.OTHERS_DO_NOT_KNOW), source=Source.HE_SAID),
    )
    noted = NonCooperationNoted(
        **HEAD,
        on=stage.day(NOTED),
        how=How.POLITICS_WITHOUT_INFORMING,
        facts=facts,
        rests_on=(stage.ids[NOTICE],),
        label=stage.say(contacts.CIRCLE),
        concern=None,
        x_may_learn=False,
    )
    concern = stage.write(cast.JO, NOTED, noted)[0]
    stage.ids[CONCERN] = concern
    proposal = _question(stage, facts)
    asked = stage.write(cast.NOOR, ASKED, proposal)[0]
    stage.ids[DECISION] = asked
    because = DecisionAbout(**HEAD, proposal=asked, about=concern)
    stage.write(cast.NOOR, ASKED, because, view_of(stage, asked, cast.NOOR, ViewTaken.AGREE, words.NOOR_AGREES))
    stage.write(cast.JO, 36, view_of(stage, asked, cast.JO, ViewTaken.AGREE, words.JO_AGREES))
    stage.write(cast.INES, 36, view_of(stage, asked, cast.INES, ViewTaken.CONCERNS, words.INES_HAS_CONCERNS))
    closing = deeds.Closing(
        sort=Sort.ACT,
        on=stage.day(CLOSED),
        decided=stage.say(words.DECIDED),
        reasons=stage.say(words.REASONS),
        protects=stage.say(words.PROTECTS),
        look_again_on=stage.day(LOOK_AGAIN),
        tell="",
    )
    stage.do(cast.JO, CLOSED, lambda opened, now: deeds.close(opened, draw(16), asked, closing, now=now))


def _question(stage: Stage, facts: tuple[Fact, ...]) -> DecisionProposed:
    return DecisionProposed(
        **HEAD,
        question=stage.say(words.QUESTION),
        options=tuple(stage.say(one) for one in words.OPTIONS),
        facts=facts,
        protects=stage.say(words.PROTECTS),
        asked=tuple(sorted(stage.users(cast.NOOR, cast.INES, cast.SAM, cast.JO))),
        recused=(Recused(user=stage.user(cast.SAM), why=stage.say(words.SAM_STEPS_BACK)),),
        until_on=stage.day(ASKED - 14),
        at_meeting=False,
        follows=None,
    )


def confronted(stage: Stage) -> None:
    """Let Noor and Ines confront him, prepared and with a date; he evades (R39, R43)."""
    by = stage.users(cast.NOOR, cast.INES)
    talk = ContactReached(
        **HEAD,
        on=stage.day(CONFRONTED),
        medium=Medium.IN_PERSON,
        by=by,
        place=PlaceKind.PUBLIC,
        account=stage.say(words.CONFRONTED),
        made_her_topic=False,
        answers=(stage.answer(13, Outcome.EVADED, words.WHO_NOT_YET),),
        told_new=ToldNew.NOT_ASKED,
    )
    step = StepTaken(
        **HEAD,
        concern=stage.ids[CONCERN],
        step=Step.L3,
        on=stage.day(CONFRONTED),
        by=by,
        own_words=None,
        words=stage.say(words.SAID_TO_HIM),
        to=(),
        why=stage.say(words.WHY_THIS),
        why_not_milder=stage.say(words.WHY_NOT_MILDER),
        answer_by_on=stage.day(ANSWER_BY),
        look_again_on=stage.day(LOOK_AGAIN),
        decision=stage.ids[DECISION],
    )
    taken = stage.write(cast.INES, CONFRONTED, talk, step)[1]
    answered = StepAnswered(
        **HEAD,
        step=taken,
        on=stage.day(CONFRONTED),
        outcome=Outcome.EVADED,
        text=stage.say(words.WHO_NOT_YET),
        by_friends=False,
    )
    stage.write(cast.INES, CONFRONTED, answered)
