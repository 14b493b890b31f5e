"""The forms of this area: the list of indicators taken on, and a note about one of them (R65)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.indicators import PAIR, Attendance, Ground
from answerable.web.base import forms as base
from answerable.web.base.copied import FoldedForm
from answerable.wording import indicators as wording
from answerable.wording.words import Words

DOES, DOES_NOT = "does", "does-not"


class TakenOnForm(FoldedForm):
    """One tick; why stands folded."""

    FOLDED = ("reason",)

    taken_on = base.tick(
        later("We take the list of indicators on"),
        hint=later("Without the tick it is off. What was noted before stays in the record."),
    )
    reason = base.text(later("Why?"), short=True)

    def entry_of(self, *, on: date, at: int) -> IndicatorsTakenOn:
        """Return the entry of a valid form."""
        found = self.cleaned_data
        return IndicatorsTakenOn(
            at=at, meant_for=tuple(Role), on=on, taken_on=found["taken_on"], reason=found["reason"].strip() or None
        )


class Subject(Struct, frozen=True, kw_only=True):
    """The indicator that a note is about."""

    number: int
    version: int
    wording: str


class NoteForm(base.EntryForm):
    """What an indicator showed, what that rests on, what exactly, and the day."""

    does = base.choice(later("What does it show?"), (), required=later("Say what it shows"))
    ground = base.choice(later("What does it rest on?"), (), required=later("Say what it rests on"))
    by = forms.MultipleChoiceField(
        label=later("Who of us saw it"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "inline"})
    )
    with_letter = base.tick(later("They have the letter, or her perspective in another way"))
    may_learn = base.tick(later("He may learn who confirms it"), hint=later("Only if that person has said so."))
    attendance = base.choice(later("What do they say?"), ())
    text = base.text(
        later("What exactly?"),
        required=later("Write what it was"),
        margin=later("Whether and since when, no more. Nothing about her, no places, no names."),
        short=True,
    )
    on = base.day(later("Which day?"), required=later("Write the day"))

    def __init__(
        self, data: Any = None, *, words: Words, today: date, members: tuple[tuple[str, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        for name, found in (
            ("does", [(DOES, _("That he does it")), (DOES_NOT, _("That he refuses, or does not do it"))]),
            ("ground", [(one.value, wording.ground(one, words)) for one in Ground]),
            ("by", list(members)),
            ("attendance", [(one.value, wording.attendance(one, words)) for one in Attendance]),
        ):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        """Refuse a day to come, and one that must be a slip."""
        on: date = self.cleaned_data["on"]
        base.not_after(on, self.today, _("The day cannot be after today"))
        base.not_long_ago(on, self.today)
        return on

    def clean(self) -> dict[str, Any]:
        """Say what a ground still needs; it does not carry more than it has (content 10)."""
        found: dict[str, Any] = super().clean() or {}
        ground = found.get("ground")
        if ground == Ground.CONDUCT and len(found.get("by", ())) < PAIR:
            self.add_error("by", _("At least two of us saw it. If not, it is a note, and not of this list."))
        if ground == Ground.PROVIDER and "attendance" not in self.errors:
            if not found.get("attendance"):
                self.add_error("attendance", _("Say what they say of it"))
            elif found["attendance"] == Attendance.STOPPED and found.get("does") == DOES:
                self.add_error("does", _("He stopped: that shows that he does not do it."))
        return found

    def entry_of(self, subject: Subject, *, at: int) -> IndicatorNoted:
        """Return the note of a valid form; what does not belong to its ground falls away."""
        found = self.cleaned_data
        ground = Ground(found["ground"])
        confirmed = ground is Ground.CONFIRMED
        return IndicatorNoted(
            at=at,
            meant_for=(Role.CONTACT,),
            indicator=subject.number,
            list_version=subject.version,
            wording=subject.wording,
            on=found["on"],
            does=found["does"] == DOES,
            ground=ground,
            text=found["text"],
            by=tuple(base.ident_of(user) for user in found["by"]) if ground is Ground.CONDUCT else (),
            with_letter=confirmed and found["with_letter"],
            attendance=Attendance(found["attendance"]) if ground is Ground.PROVIDER else None,
            x_may_learn=confirmed and found["may_learn"],
        )


def initial_of(note: IndicatorNoted) -> dict[str, Any]:
    """Return what the form shows that corrects this note."""
    return {
        "does": DOES if note.does else DOES_NOT,
        "ground": note.ground.value,
        "by": [base.text_of(user) for user in note.by],
        "with_letter": note.with_letter,
        "may_learn": note.x_may_learn,
        "attendance": note.attendance.value if note.attendance else "",
        "text": note.text,
        "on": note.on,
    }
