"""A scene of the practice year: the group takes the list of indicators on, and notes what each word rests on (R65)."""

from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.indicators import INDICATORS_VERSION, listed
from answerable.core.defaults.practice import indicators as words
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.text import Text
from answerable.core.entries import IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.indicators import Ground

PROGRAMME, LETTER, COMES = 1, 9, 14
DAYS_AGO = 50


def taking_the_list_on(stage: Stage) -> None:
    """Let Ines take the list on after the third talk: his word stays claimed, what others carry stands beside it."""
    reason = stage.say(words.WHY)
    taken_on = IndicatorsTakenOn(**HEAD, on=stage.day(DAYS_AGO), taken_on=True, reason=reason)
    met = stage.users(cast.NOOR, cast.SAM)
    stage.write(
        cast.INES,
        DAYS_AGO,
        taken_on,
        noted(stage, PROGRAMME, Ground.HIS_WORD, words.WAITING_LIST, ago=58),
        noted(stage, LETTER, Ground.CONFIRMED, words.FLAT_HAS_IT, ago=130, with_letter=True),
        noted(stage, COMES, Ground.CONDUCT, words.CAME, ago=58, by=met),
    )


def noted(
    stage: Stage,
    number: int,
    ground: Ground,
    text: Text,
    *,
    ago: int,
    by: tuple[bytes, ...] = (),
    with_letter: bool = False,
) -> IndicatorNoted:
    """Return a note that shows that he does it."""
    (name,) = (text for _facet, place, text in listed() if place == number)
    return IndicatorNoted(
        **HEAD,
        indicator=number,
        list_version=INDICATORS_VERSION,
        wording=stage.say(name),
        on=stage.day(ago),
        does=True,
        ground=ground,
        text=stage.say(text),
        by=by,
        with_letter=with_letter,
        attendance=None,
        x_may_learn=False,
    )
