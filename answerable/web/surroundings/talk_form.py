"""A talk with people around X: offered, held or declined; what they said, what was asked of them (R36)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import structs

from answerable.core.circles import Role
from answerable.core.entries import AskAnswered, NoFurtherContact, TalkNoted
from answerable.core.entries.around import AroundKind, AskOutcome, TalkStage
from answerable.core.state import Around
from answerable.web.base import forms as base
from answerable.web.base.copied import FoldedForm
from answerable.web.surroundings import choices
from answerable.web.surroundings.final import FinalForm, Setting
from answerable.wording import names

NO_ANSWER = ""


class TalkForm(FinalForm):
    """With whom, how far it came, what they said, what they disagree with, what was asked; the rest is filled in."""

    FOLDED = ("on", "by", "may_learn")

    label = base.line(
        later("With whom?"),
        required=later("Write with whom: a group, or a short label"),
        hint=later("A group, or a short label for one person. No full names, no addresses."),
    )
    kind = base.choice(later("A group, or one person?"), (), required=later("Say whether it is a group or one person"))
    stage = base.choice(later("How far did it come?"), (), required=later("Say how far it came"))
    said = base.text(later("What did they say?"), hint=later("In a sentence. Nothing about her."), short=True)
    disagrees = base.text(later("What do they disagree with?"), hint=later("Leave it empty if nothing."), short=True)
    ask = base.text(
        later("What did you ask of them?"),
        hint=later("So that he stays accountable. “That you ask him for the letter.”"),
        short=True,
    )
    answer = forms.ChoiceField(label=later("What did they answer?"), required=False)
    answered = base.text(later("In their words"), hint=base.NOTHING_ABOUT_HER, short=True)
    on = base.day(later("When?"), required=later("Write the day"))
    by = forms.MultipleChoiceField(label=later("Who of us?"), required=False)
    may_learn = base.choice(
        later("May he learn that you talked?"), (), hint=later("Only if they have said so. He is not told otherwise.")
    )

    def __init__(self, data: Any = None, *, setting: Setting, correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        words = setting.words
        self.fields["by"].widget = forms.CheckboxSelectMultiple(attrs={"class": "inline"})
        known = dict(setting.members)
        gone = [user for user in self.initial.get("by", ()) if user not in known]
        choices.put(
            self,
            kind=choices.kinds(words),
            stage=[(stage.value, names.talk_stage(stage, words)) for stage in TalkStage],
            answer=outcomes(setting, open_too=True),
            by=[*setting.members, *((user, words.name(base.ident_of(user))) for user in gone)],
            may_learn=choices.yes_no(),
        )
        choices.inline(self, "kind", "may_learn")
        for name, value in (("on", setting.today), ("by", [setting.me]), ("may_learn", "no")):
            self.initial.setdefault(name, value)
        self.watch_final(setting.surroundings, words, correcting=correcting)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return day_past(self.cleaned_data["on"], self.setting)

    def clean(self) -> dict[str, Any]:
        """Refuse an answer to nothing."""
        answers = super().clean()
        if (answers.get("answer") or answers.get("answered")) and not answers.get("ask"):
            self.add_error("ask", _("You wrote an answer. Write what you asked of them."))
        return answers

    def to_entry(self, *, now: int) -> TalkNoted:
        """Return the talk."""
        answers = self.cleaned_data
        return TalkNoted(
            at=now,
            meant_for=(Role.CONTACT,),
            label=" ".join(answers["label"].split()),
            kind=AroundKind(answers["kind"]),
            on=answers["on"],
            stage=TalkStage(answers["stage"]),
            by=tuple(base.ident_of(user) for user in answers["by"]),
            said=answers["said"],
            disagrees=answers["disagrees"] or None,
            asked=answers["ask"] or None,
            answer=AskOutcome(answers["answer"]) if answers["answer"] else None,
            answered=answers["answered"],
            x_may_learn=answers["may_learn"] == "yes",
        )

    def to_correction(self, entry: TalkNoted, entry_id: bytes, *, now: int) -> TalkNoted:
        """Return what was corrected, pointing to the older words."""
        return structs.replace(self.to_entry(now=now), meant_for=entry.meant_for, corrects=entry_id)


class AnswerForm(FoldedForm):
    """What they answered later to what was asked of them."""

    FOLDED = ("on",)

    outcome = base.choice(later("What did they answer?"), (), required=later("Say what they answered"))
    text = base.text(later("In their words"), hint=base.NOTHING_ABOUT_HER, short=True)
    on = base.day(later("When?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        choices.put(self, outcome=outcomes(setting, open_too=False))
        self.initial.setdefault("on", setting.today)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return day_past(self.cleaned_data["on"], self.setting)

    def to_entry(self, talk: bytes, *, now: int) -> AskAnswered:
        """Return their answer."""
        answers = self.cleaned_data
        return AskAnswered(
            at=now,
            meant_for=(Role.CONTACT,),
            talk=talk,
            on=answers["on"],
            outcome=AskOutcome(answers["outcome"]),
            text=answers["text"],
        )

    def to_correction(self, entry: AskAnswered, entry_id: bytes, *, now: int) -> AskAnswered:
        """Return what was corrected, pointing to the older words."""
        new = self.to_entry(entry.talk, now=now)
        return structs.replace(new, meant_for=entry.meant_for, corrects=entry_id)


class OverForm(FoldedForm):
    """That they want no further contact; what X says about it is not this."""

    FOLDED = ("on",)

    said = base.text(later("What did they say?"), hint=later("In a sentence. Nothing about her."), short=True)
    on = base.day(later("When?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.initial.setdefault("on", setting.today)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return day_past(self.cleaned_data["on"], self.setting)

    def to_entry(self, label: str, *, now: int) -> NoFurtherContact:
        """Return that it is final."""
        answers = self.cleaned_data
        return NoFurtherContact(at=now, meant_for=(Role.CONTACT,), label=label, on=answers["on"], said=answers["said"])

    def to_correction(self, entry: NoFurtherContact, entry_id: bytes, *, now: int) -> NoFurtherContact:
        """Return what was corrected, pointing to the older words."""
        new = self.to_entry(entry.label, now=now)
        return structs.replace(new, meant_for=entry.meant_for, corrects=entry_id)


def outcomes(setting: Setting, *, open_too: bool) -> choices.Choices:
    """Return what they can have answered."""
    first = [(NO_ANSWER, names.ask_outcome(None, setting.words))] if open_too else []
    return [*first, *((kind.value, names.ask_outcome(kind, setting.words)) for kind in AskOutcome)]


def day_past(on: date, setting: Setting) -> date:
    """Return a day that is not to come. Raises ValidationError."""
    base.not_after(on, setting.today, _("The day cannot be after today"))
    base.not_long_ago(on, setting.today)
    return on


def initial_of_talk(entry: TalkNoted) -> dict[str, Any]:
    """Return what the form shows that corrects this talk."""
    return {
        "label": entry.label,
        "kind": entry.kind.value,
        "stage": entry.stage.value,
        "said": entry.said,
        "disagrees": entry.disagrees or "",
        "ask": entry.asked or "",
        "answer": entry.answer.value if entry.answer else NO_ANSWER,
        "answered": entry.answered,
        "on": entry.on,
        "by": [base.text_of(user) for user in entry.by],
        "may_learn": "yes" if entry.x_may_learn else "no",
    }


def initial_of_answer(entry: AskAnswered) -> dict[str, Any]:
    """Return what the form shows that corrects this answer."""
    return {"outcome": entry.outcome.value, "text": entry.text, "on": entry.on}


def initial_of_over(entry: NoFurtherContact) -> dict[str, Any]:
    """Return what the form shows that corrects this."""
    return {"said": entry.said, "on": entry.on}


def initial_with(one: Around) -> dict[str, Any]:
    """Return what the form shows about a talk with people who stand here."""
    kind = AroundKind.PERSON if one.is_one_person else AroundKind.GROUP
    return {"label": one.label, "kind": kind.value}
