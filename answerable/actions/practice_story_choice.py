"""The practice year, who may be told: a standing rule, what reaches her, a question without an answer, a no."""

from answerable.actions import outgoing
from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.practice import may_tell as said
from answerable.core.defaults.practice import people as cast
from answerable.core.entries import MayTellAsked, MayTellSet, ReachChosen
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.reach import Reach
from answerable.sealing.randomness import draw


def their_choice(stage: Stage) -> None:
    """Let the support group say who may be told, and that only short versions reach her, through Mika (R9, R13)."""
    ago = 343
    flat = Audience(scope=Scope.CATEGORY, category=Category.LIVES_WITH)
    political = Audience(scope=Scope.CATEGORY, category=Category.POLITICAL)
    stage.write(
        cast.LOU,
        ago,
        answer(stage, flat, Material.SEMI_OPEN_LETTER, MayTell.YES, ago=ago, condition=stage.say(said.FLAT_IF)),
        answer(stage, political, Material.PROCESS, MayTell.ASK, ago=ago),
        ReachChosen(**HEAD, reach=Reach.SHORT, through=cast.MIKA, said_on=stage.day(ago)),
    )


def their_words(stage: Stage) -> None:
    """Let the support group keep words that must not stand in what leaves (R12)."""
    words = tuple(stage.say(one) for one in said.PROTECTED)
    stage.do(cast.MIKA, 342, lambda opened, now: outgoing.keep_list(opened, draw(16), words, now=now))


def asked_for_a_yes(stage: Stage) -> None:
    """Ask for a yes for the reading circle; nobody answers, and it stays no (R54)."""
    circle = Audience(scope=Scope.GROUP, label=stage.say(said.READING_CIRCLE))
    why = stage.say(said.WHY_WE_ASK)
    stage.write(cast.INES, 24, MayTellAsked(**HEAD, audience=circle, material=Material.DEMANDS, why=why))


def a_no(stage: Stage) -> None:
    """Let the support group say no for the climbing group; no reason is given, none is asked (R10)."""
    climbing = Audience(scope=Scope.GROUP, label=stage.say(said.CLIMBING_GROUP))
    stage.write(cast.MIKA, 6, answer(stage, climbing, Material.PROCESS, MayTell.NO, ago=6), hour=21)


def answer(
    stage: Stage, audience: Audience, material: Material, word: MayTell, *, ago: int, condition: str = ""
) -> MayTellSet:
    """Return an answer of the support group."""
    return MayTellSet(
        **HEAD,
        audience=audience,
        material=material,
        answer=word,
        condition=condition,
        until_on=None,
        said_on=stage.day(ago),
    )
