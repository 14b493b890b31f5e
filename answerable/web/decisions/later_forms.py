"""Forms for what comes after a decision: a later look, and what people concerned asked (R46, R47)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.decisions import EVERYBODY
from answerable.actions.reading import OpenProcess
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.entries import DecisionConfirmed, DecisionQuestioned
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import ahead, day, line, not_after, not_long_ago, text, tick
from answerable.web.decisions.forms import LOOK_AGAIN_MONTHS, REASONS_MISSING, look_again


class StaysForm(FoldedForm):
    """A decision was looked at again and stays."""

    why = text(later("Why does it stay?"), required=REASONS_MISSING, short=True)
    look_again_on = look_again()

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = opened.today
        self.initial.setdefault("look_again_on", add_months(opened.today, LOOK_AGAIN_MONTHS))

    def clean_look_again_on(self) -> date | None:
        """Refuse a day that is over."""
        return ahead(self.cleaned_data["look_again_on"], self.today)

    def to_entry(self, outcome: bytes, *, now: int) -> DecisionConfirmed:
        """Return the look as an entry."""
        found = self.cleaned_data
        return DecisionConfirmed(
            at=now,
            meant_for=EVERYBODY,
            decision=outcome,
            on=self.today,
            why=found["why"],
            look_again_on=found["look_again_on"],
        )


class QuestionedForm(FoldedForm):
    """People concerned were told reasons and asked about them (R47)."""

    FOLDED: Sequence[str] = ("on", "supervision")

    by = line(later("Who asks?"), required=later("Say who asks"), hint=later("A group, or a person by label."))
    question = text(later("What do they ask?"), required=later("Write what they ask"), short=True)
    answer = text(later("What did you say?"), short=True)
    on = day(later("When?"), required=later("Write the day"))
    supervision = tick(later("The supervision group can read this too"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = opened.today
        self.initial.setdefault("on", opened.today)

    def clean_on(self) -> date:
        """Refuse a day that is still to come, and one that must be a slip."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("This day cannot be after today"))
        not_long_ago(on, self.today)
        return on

    def to_entry(self, outcome: bytes, *, now: int) -> DecisionQuestioned:
        """Return the question as an entry."""
        found = self.cleaned_data
        return DecisionQuestioned(
            at=now,
            meant_for=(Role.CONTACT,),
            decision=outcome,
            on=found["on"],
            by=found["by"],
            question=found["question"],
            answer=found["answer"],
        )
