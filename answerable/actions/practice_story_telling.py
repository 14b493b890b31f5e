"""The practice year: whether the climbing group needs to know; after the support group's no, not now (R45, R46)."""

from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults import worksheet
from answerable.core.defaults.practice import around
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.practice import telling as words
from answerable.core.entries import WorksheetKept
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.may_tell import Category
from answerable.core.entries.telling import Criterion, Judged, SheetOutcome, Weighing

ASKED, LOOK_AGAIN = 5, -54


def not_now(stage: Stage) -> None:
    """Let Jo keep the worksheet: trust and power apart, his turn first, and the day of the next look."""
    sheet = WorksheetKept(
        **HEAD,
        concern=None,
        label=stage.say(around.CLIMBING),
        kind=AroundKind.GROUP,
        categories=(Category.OTHER_GROUPS,),
        list_version=worksheet.LIST_VERSION,
        on=stage.day(ASKED),
        trust=Criterion(answer=Judged.UNKNOWN, why=stage.say(words.TRUST_WHY), ticked=("a1",)),
        power=Criterion(answer=Judged.NO, why=stage.say(words.POWER_WHY)),
        facts=(
            Fact(text=stage.say(words.FACT), source=Source.HE_SAID),
            Fact(text=stage.say(words.SOMEBODY_WROTE), source=Source.SOMEONE_CAME),
        ),
        accounts="",
        x_may_learn=False,
        turn=stage.say(words.TURN),
        confronted_on=None,
        weighing=Weighing(),
        material=None,
        least=stage.say(words.LEAST),
        sequence="",
        outcome=SheetOutcome.NOT_NOW,
        reasons=stage.say(words.REASONS),
        he_tells_by_on=None,
        look_again_on=stage.day(LOOK_AGAIN),
    )
    stage.write(cast.JO, ASKED, sheet, hour=12)
