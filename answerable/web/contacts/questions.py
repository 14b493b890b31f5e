"""The long list inside a form: for each question a state and a box; what is empty was not asked (R28)."""

from typing import Any

from django import forms

from answerable.core.defaults.questions import QUESTION_SET, Question, Section
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Answer
from answerable.web.base import forms as base
from answerable.web.contacts import choices
from answerable.wording.words import Words


class QuestionFields(forms.Form):
    """Adds the eighteen questions, in the language of the reader, as pairs of fields."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wordings = {one.number: one.text.in_language(words.language) for one in QUESTION_SET.questions}
        states = choices.outcomes(words)
        for number, wording in self.wordings.items():
            label = f"{number}. {wording}"
            self.fields[f"q{number}_state"] = choices.state(label, states, box=f"q{number}")
            self.fields[f"q{number}"] = base.text(label, short=True)

    def plain_boxes(self) -> None:
        """Give the fields that were added what the base gives to all others."""
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")
            field.widget.attrs.pop("maxlength", None)

    def answered(self) -> tuple[Answer, ...]:
        """Return what he did with each question that was asked; a text without a state is an answer."""
        found = []
        for question in QUESTION_SET.questions:
            state = self.cleaned_data.get(f"q{question.number}_state", "")
            text = self.cleaned_data.get(f"q{question.number}", "")
            if state or text:
                found.append(self._answer(question, state, text))
        return tuple(found)

    def _answer(self, question: Question, state: str, text: str) -> Answer:
        return Answer(
            question=question.number,
            set_version=QUESTION_SET.version,
            wording=self.wordings[question.number],
            outcome=Outcome(state) if state else Outcome.ANSWERED,
            text=text,
        )

    def asks(self, section: Section) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return (state, box) of each question of a part."""
        return [(self[f"q{one.number}_state"], self[f"q{one.number}"]) for one in QUESTION_SET.of(section)]


def initial_of(answers: tuple[Answer, ...]) -> dict[str, str]:
    """Return what a form shows that corrects these answers."""
    shown: dict[str, str] = {}
    for answer in answers:
        shown[f"q{answer.question}_state"] = answer.outcome.value
        shown[f"q{answer.question}"] = answer.text
    return shown
