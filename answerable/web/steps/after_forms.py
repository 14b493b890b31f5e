"""Forms for what comes after a step: what was answered, and how it goes on (R14, R39)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import ConcernMoved, StepAnswered
from answerable.core.entries.base import Outcome
from answerable.core.entries.steps import MoveSort
from answerable.core.state import Concern, TakenStep
from answerable.core.state.steps import RANKED, rank
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import NOTHING_ABOUT_HER, Worded, ahead, choice, day, past, text
from answerable.web.base.telling import words_of
from answerable.web.steps.parts import LOOK_AGAIN_MONTHS, WHY_MISSING, put
from answerable.wording import names
from answerable.wording import steps as wording
from answerable.wording.lists import capital


class AnswerForm(FoldedForm):
    """What was answered to a step: the account of X, or of his friends."""

    FOLDED: Sequence[str] = ("who", "on")

    outcome = choice(later("What came back?"), (), required=later("Say what came back"))
    said = text(later("What was said, in a sentence or two?"), hint=NOTHING_ABOUT_HER, short=True)
    who = choice(later("Who answered?"), (), required=later("Say who answered"))
    on = day(later("When?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, step: TakenStep, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today, self.step = opened.today, step
        said = words_of(opened)
        put(
            self,
            outcome=[(one.value, capital(names.outcome(one, said))) for one in Outcome],
            who=[("him", said.person_x), ("friends", _("People around him"))],
        )
        self.fields["who"].widget.attrs["class"] = "inline"
        self.initial.setdefault("who", "friends" if step.item.entry.to else "him")
        self.initial.setdefault("on", opened.today)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return past(self.cleaned_data["on"], self.today)

    def to_entry(self, *, now: int) -> StepAnswered:
        """Return the answer."""
        found = self.cleaned_data
        return StepAnswered(
            at=now,
            meant_for=(Role.CONTACT,),
            step=self.step.item.first_id,
            on=found["on"],
            outcome=Outcome(found["outcome"]),
            text=found["said"],
            by_friends=found["who"] == "friends",
        )


def answer_initial(entry: StepAnswered) -> dict[str, Any]:
    """Return what the form shows that corrects this answer."""
    return {
        "outcome": entry.outcome.value,
        "said": entry.text,
        "who": "friends" if entry.by_friends else "him",
        "on": entry.on,
    }


class MoveForm(FoldedForm):
    """How it goes on: it stays for now, goes down to a milder step, is closed; or is opened again (`opening`)."""

    FOLDED: Sequence[str] = ("on",)

    sort = choice(later("How does it go on?"), (), required=later("Say how it goes on"))
    step = forms.ChoiceField(label=later("If it goes down: to which step?"), required=False)
    why = text(later("Why?"), required=WHY_MISSING, short=True)
    look_again_on = day(later("When do you look at it again?"), hint=later("Not needed for what is closed."))
    on = day(later("When did you decide it?"), required=later("Write the day"))

    def __init__(
        self, data: Any = None, *, opened: OpenProcess, concern: Concern, opening: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.today, self.concern, self.opening = opened.today, concern, opening
        said = words_of(opened)
        milder = RANKED[: max(rank(concern.highest), 0)] if concern.highest is not None else ()
        known = self.initial.get("step")
        steps_down = [one for one in RANKED if one in milder or one.value == known]
        sorts = {
            MoveSort.HELD: Worded(_("It stays as it is for now"), ""),
            MoveSort.DOWN: Worded(_("A step down"), _("For example when an agreement is kept.")),
            MoveSort.CLOSED: Worded(_("It is closed"), _("It can be opened again.")),
        }
        if not steps_down:
            del sorts[MoveSort.DOWN], self.fields["step"]
        else:
            put(self, step=[(one.value, wording.step(one, said)) for one in reversed(steps_down)])
        if opening:
            del self.fields["sort"]
            self.fields.pop("step", None)
        else:
            put(self, sort=[(sort.value, label) for sort, label in sorts.items()])
        self.initial.setdefault("look_again_on", add_months(opened.today, LOOK_AGAIN_MONTHS))
        self.initial.setdefault("on", opened.today)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return past(self.cleaned_data["on"], self.today)

    def clean_look_again_on(self) -> date | None:
        """Refuse a day that is over."""
        on: date | None = self.cleaned_data["look_again_on"]
        return on if on == self.initial["look_again_on"] else ahead(on, self.today)

    def to_entry(self, *, now: int) -> ConcernMoved:
        """Return how it goes on."""
        found = self.cleaned_data
        sort = MoveSort.OPENED_AGAIN if self.opening else MoveSort(found["sort"])
        return ConcernMoved(
            at=now,
            meant_for=(Role.CONTACT,),
            concern=self.concern.concern_id,
            on=found["on"],
            sort=sort,
            step=Step(found["step"]) if sort is MoveSort.DOWN else None,
            why=found["why"],
            look_again_on=None if sort is MoveSort.CLOSED else found["look_again_on"],
        )


def move_initial(entry: ConcernMoved) -> dict[str, Any]:
    """Return what the form shows that corrects this."""
    return {
        "sort": entry.sort.value,
        "step": entry.step.value if entry.step else "",
        "why": entry.why,
        "look_again_on": entry.look_again_on,
        "on": entry.on,
    }
