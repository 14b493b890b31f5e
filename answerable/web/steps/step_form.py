"""The form for a step we took: which, in which words, why this one, why not a milder one (R39-R41, R63)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core import steps
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import StepTaken
from answerable.core.entries.steps import TO_PEOPLE_WHO_KNOW, TO_X
from answerable.core.state import Concern
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import FARTHEST, Worded, ahead, choice, day, ident_of, line, past, text, text_of
from answerable.web.base.telling import members_of, words_of
from answerable.web.steps.parts import LOOK_AGAIN_MONTHS, WHY_MISSING, Choices, put
from answerable.wording import steps as wording
from answerable.wording.entry_words import shortened

HERE = (*TO_X, *TO_PEOPLE_WHO_KNOW, Step.OWN)
"""The steps that this form takes; a notice, and telling new people, ask more and have forms of their own."""

MOST_LABELS = 20


class StepForm(FoldedForm):
    """A step we took: which, in which words, why this one, why not a milder one; the rest is filled in."""

    FOLDED: Sequence[str] = ("on", "by", "look_again_on", "decision")
    TO_PEOPLE = tuple(one.value for one in TO_PEOPLE_WHO_KNOW)
    OPENING = (*TO_PEOPLE, Step.OWN.value)

    step = choice(later("What did you do?"), (), required=later("Say what you did"))
    own_words = line(
        later("In your own words"),
        hint=later("If it was outside your boundaries, it was a mistake: say so, what follows, and whom you told."),
    )
    to = forms.MultipleChoiceField(
        label=later("Whom?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=later("Only people who already know. Nothing new about her."),
    )
    to_other = line(later("Somebody else, by label"), hint=later("Several with commas between them. No full names."))
    words = text(
        later("What exactly did you say or write?"), hint=later("The exact words, or where they stand."), short=True
    )
    why = text(later("Why this step?"), required=WHY_MISSING, short=True)
    why_not_milder = text(later("Why not a milder one?"), short=True)
    answer_by_on = day(later("His answer by"), hint=later("14 days are usual. Empty, if no answer was asked for."))
    on = day(later("When?"), required=later("Write the day"))
    by = forms.MultipleChoiceField(label=later("Who of us?"), error_messages={"required": later("Say who of you")})
    look_again_on = day(later("When do you look at it again?"))
    decision = forms.ChoiceField(label=later("Which decision does it rest on?"), required=False)

    def __init__(self, data: Any = None, *, opened: OpenProcess, concern: Concern, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened, self.concern, self.today = opened, concern, opened.today
        self.said = words_of(opened)
        self.fields["by"].widget = forms.CheckboxSelectMultiple(attrs={"class": "inline"})
        here = members_of(opened, Role.CONTACT)
        gone = [ident_of(one) for one in self.initial.get("by", ()) if ident_of(one) not in here]
        decided = steps.decided_on(opened.state, concern)
        put(
            self,
            step=[(one.value, self._named(one)) for one in HERE],
            to=self._who_know(),
            by=[(text_of(one), self.said.name(one)) for one in (*here, *gone)],
            decision=[("", _("None so far")), *self._decisions()],
        )
        for name, value in (
            ("on", self.today),
            ("by", [text_of(one) for one in self._who_was_there()]),
            ("look_again_on", add_months(self.today, LOOK_AGAIN_MONTHS)),
            ("decision", text_of(decided[-1].item.first_id) if decided else ""),
        ):
            self.initial.setdefault(name, value)

    def _named(self, step: Step) -> Worded:
        example = wording.TEXTS[step].example
        when = _("For example: %(when)s") % {"when": example.in_language(self.said.language)} if example else ""
        return Worded(wording.step(step, self.said), when)

    def _who_know(self) -> Choices:
        people = self.opened.state.surroundings.people
        known = [one.label for one in people if one.know and one.no_contact is None]
        before = [one for one in self.initial.get("to", ()) if one not in known]
        return [(label, label) for label in (*known, *before)]

    def _decisions(self) -> Choices:
        found = steps.decided_on(self.opened.state, self.concern)
        return [
            (text_of(one.item.first_id), shortened(one.outcome.entry.decided))
            for one in reversed(found)
            if one.outcome is not None
        ]

    def _who_was_there(self) -> tuple[bytes, ...]:
        """Return the two who last met him, where the one who writes is one of them; else the one who writes."""
        me, reached = self.opened.user_id, self.opened.state.contacts.reached
        pair = reached[-1].entry.by if reached else ()
        return tuple(one for one in pair if one in self.opened.members(Role.CONTACT)) if me in pair else (me,)

    @property
    def people(self) -> tuple[str, ...]:
        """Return whom it reached, by label (of a valid form)."""
        found = self.cleaned_data
        more = [" ".join(one.split()) for one in found.get("to_other", "").split(",")]
        return tuple(dict.fromkeys((*found.get("to", ()), *(one for one in more if one))))

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return past(self.cleaned_data["on"], self.today)

    def clean_look_again_on(self) -> date | None:
        """Refuse a day that is over."""
        on: date | None = self.cleaned_data["look_again_on"]
        return on if on == self.initial["look_again_on"] else ahead(on, self.today)

    def clean(self) -> dict[str, Any]:
        """Ask what another step was, and who was asked or told."""
        found: dict[str, Any] = super().clean() or {}
        step = found.get("step")
        if step == Step.OWN and not found.get("own_words"):
            self.add_error("own_words", _("Write what you did, in a line"))
        if step and step != Step.OWN and found.get("own_words"):
            self.add_error("own_words", _("You chose a step of the list. Choose the last one, or empty this."))
        if step and step not in TO_PEOPLE_WHO_KNOW and self.people:
            wrong = "to_other" if found.get("to_other") else "to"
            self.add_error(wrong, _("The step that you chose goes to him alone. Choose another one, or empty this."))
        if step in TO_PEOPLE_WHO_KNOW and not self.people:
            self.add_error("to", _("Say whom you asked or told"))
        if len(self.people) > MOST_LABELS:
            self.add_error("to_other", _("At most twenty labels"))
        by_on, on = found.get("answer_by_on"), found.get("on")
        if by_on is not None and on is not None and not on <= by_on <= on + FARTHEST:
            self.add_error("answer_by_on", _("His day cannot be before the step, or years away"))
        return found

    def to_entry(self, *, now: int) -> StepTaken:
        """Return the step."""
        found = self.cleaned_data
        step = Step(found["step"])
        return StepTaken(
            at=now,
            meant_for=(Role.CONTACT,),
            concern=self.concern.concern_id,
            step=step,
            on=found["on"],
            by=tuple(ident_of(one) for one in found["by"]),
            own_words=found["own_words"] if step is Step.OWN else None,
            words=found["words"],
            to=self.people if step in TO_PEOPLE_WHO_KNOW else (),
            why=found["why"],
            why_not_milder=found["why_not_milder"],
            answer_by_on=found["answer_by_on"],
            look_again_on=found["look_again_on"],
            decision=ident_of(found["decision"]) if found["decision"] else None,
        )


def step_initial(entry: StepTaken) -> dict[str, Any]:
    """Return what the form shows that corrects this step."""
    return {
        "step": entry.step.value,
        "own_words": entry.own_words or "",
        "to": list(entry.to),
        "words": entry.words,
        "why": entry.why,
        "why_not_milder": entry.why_not_milder,
        "answer_by_on": entry.answer_by_on,
        "on": entry.on,
        "by": [text_of(one) for one in entry.by],
        "look_again_on": entry.look_again_on,
        "decision": text_of(entry.decision) if entry.decision else "",
    }
