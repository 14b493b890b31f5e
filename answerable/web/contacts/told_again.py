"""Forms that correct what was heard, told and decided; what others stood to or voted on stays as it was (R11, R24).

A question that was asked, how each stood and what came of it are not put right here: others answered them. A question
is taken up once more instead, and a newer view counts in the place of the older.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as later
from msgspec import structs

from answerable.core.entries import (
    AnswersReported,
    DecisionConfirmed,
    DecisionQuestioned,
    DecisionReached,
    ParentHeard,
)
from answerable.web.base import forms as base
from answerable.web.contacts.forms import Setting

WHY_MISSING = later("Write why. People you answer to want to be able to follow or question it.")


class OnceMore(base.EntryForm):
    """A form that knows today."""

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting


class DayForm(OnceMore):
    """The day on which something was heard, told or asked."""

    on = base.day(later("When?"), required=later("Write the day"))

    def clean_on(self) -> date:
        """Refuse a day that is still to come."""
        return base.past(self.cleaned_data["on"], self.setting.today)


class HeardAgainForm(DayForm):
    """That we heard from the parent process, once more (R8)."""

    text = base.text(later("What was it about?"), short=True)

    def to_entry(self, entry: ParentHeard) -> ParentHeard:
        """Return it with what was corrected."""
        return structs.replace(entry, on=self.cleaned_data["on"], text=self.cleaned_data["text"])


class ReportedAgainForm(DayForm):
    """How and when they were told what he answered, once more; which answers stays (R30)."""

    how = base.line(later("How did you tell them?"), required=later("Say how you told them"))

    def to_entry(self, entry: AnswersReported) -> AnswersReported:
        """Return it with what was corrected."""
        return structs.replace(entry, on=self.cleaned_data["on"], how=self.cleaned_data["how"])


class QuestionedAgainForm(DayForm):
    """What people concerned asked, and what was said, once more (R47)."""

    by = base.line(later("Who asks?"), required=later("Say who asks"))
    question = base.text(later("What do they ask?"), required=later("Write what they ask"), short=True)
    answer = base.text(later("What did you say?"), short=True)

    def to_entry(self, entry: DecisionQuestioned) -> DecisionQuestioned:
        """Return it with what was corrected."""
        return structs.replace(entry, **{name: self.cleaned_data[name] for name in ("on", "by", "question", "answer")})


class StaysAgainForm(OnceMore):
    """Why a decision stays, once more (R46)."""

    why = base.text(later("Why does it stay?"), required=WHY_MISSING, short=True)

    def to_entry(self, entry: DecisionConfirmed) -> DecisionConfirmed:
        """Return it with what was corrected."""
        return structs.replace(entry, why=self.cleaned_data["why"])


class OutcomeAgainForm(OnceMore):
    """The reasons of a decision, once more; what was decided, how many stood how, and dissent stay (R24, R47)."""

    reasons = base.text(later("Why?"), required=WHY_MISSING)
    protects = base.text(later("Whom does it protect?"), required=later("Say whom it protects"), short=True)
    tell = base.text(later("Reasons we can tell"), short=True)

    def to_entry(self, entry: DecisionReached) -> DecisionReached:
        """Return it with what was corrected."""
        return structs.replace(entry, **{name: self.cleaned_data[name] for name in ("reasons", "protects", "tell")})


def initial_of(
    entry: ParentHeard | AnswersReported | DecisionQuestioned | DecisionConfirmed | DecisionReached,
) -> dict[str, Any]:
    """Return what such a form shows at first: the words that stand."""
    return structs.asdict(entry)
