"""A decision in the practice year: not to act yet, with reasons, one who takes no part and one who has concerns."""

from answerable.actions import decisions as deeds
from answerable.actions import outgoing
from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.actions.reading import OpenProcess
from answerable.core.defaults.practice import decisions as words
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.text import Text
from answerable.core.entries import DecisionProposed, PositionTaken
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact, Recused, Sort, ViewTaken
from answerable.core.entries.hashes import hash_of_parts
from answerable.sealing.randomness import draw

ASKED, CLOSED = 56, 51
LOOK_AGAIN_IN = 40


def a_decision(stage: Stage) -> None:
    """Let Noor ask and three say how they stand, one by phone; Jo's concerns go with it unchanged (R24, R46)."""
    asked = stage.users(cast.NOOR, cast.INES, cast.SAM, cast.JO)
    facts = (words.GOES_THERE, words.WHO_KNOWS)
    proposal = DecisionProposed(
        **HEAD,
        question=stage.say(words.QUESTION),
        options=tuple(stage.say(one) for one in words.OPTIONS),
        facts=tuple(Fact(text=stage.say(one), source=Source.HE_SAID) for one in facts),
        protects=stage.say(words.PROTECTS),
        asked=tuple(sorted(asked)),
        recused=(Recused(user=stage.user(cast.SAM), why=stage.say(words.SAM_TAKES_NO_PART)),),
        until_on=stage.day(ASKED - 14),
        at_meeting=False,
        follows=None,
    )
    ident = stage.write(cast.NOOR, ASKED, proposal)[0]
    stage.write(cast.NOOR, ASKED, view_of(stage, ident, cast.NOOR, ViewTaken.AGREE, words.NOOR_AGREES))
    stage.write(cast.JO, 54, view_of(stage, ident, cast.JO, ViewTaken.CONCERNS, words.JO_HAS_CONCERNS))
    stage.write(cast.NOOR, 53, view_of(stage, ident, cast.INES, ViewTaken.AGREE, None, told_how=words.ON_THE_PHONE))
    closing = deeds.Closing(
        sort=Sort.NOT_TO_ACT,
        on=stage.day(CLOSED),
        decided=stage.say(words.DECIDED),
        reasons=stage.say(words.REASONS),
        protects=stage.say(words.PROTECTS),
        look_again_on=stage.day(-LOOK_AGAIN_IN),
        tell=stage.say(words.TELL),
    )
    outcome = draw(16)
    stage.do(cast.INES, CLOSED, lambda opened, now: deeds.close(opened, outcome, ident, closing, now=now))
    told = hash_of_parts(closing.tell)

    def read(opened: OpenProcess, now: int) -> OpenProcess:
        return outgoing.read(opened, outcome, told, stays=False, entry_id=draw(16), now=now)

    stage.do(cast.NOOR, CLOSED - 1, read)


def view_of(
    stage: Stage, proposal: bytes, name: str, view: ViewTaken, text: Text | None, *, told_how: Text | None = None
) -> PositionTaken:
    """Return how somebody stands to a question; `told_how`: noted by another member."""
    return PositionTaken(
        **HEAD,
        proposal=proposal,
        member=stage.user(name),
        view=view,
        text="" if text is None else stage.say(text),
        with_name=False,
        told_how=None if told_how is None else stage.say(told_how),
    )
