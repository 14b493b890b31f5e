"""Forms for planning to tell one circle, for confirming a plan, and for what happened (R44, R60, R63)."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import telling as deeds
from answerable.actions.reading import OpenProcess
from answerable.core import letters, telling
from answerable.core.circles import Presence, Role
from answerable.core.entries import PeopleTold, TellingPlanned
from answerable.core.entries.around import AroundKind
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Material
from answerable.core.labels import label_key
from answerable.core.state.telling import Circle, Plan
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import choice, day, ident_of, line, text, text_of, tick
from answerable.web.base.passphrases import AgainForm
from answerable.web.base.telling import words_of
from answerable.web.telling.small_forms import DayForm, by_field, fill_by
from answerable.wording import letters as letter_wording
from answerable.wording import may_tell as may_tell_wording
from answerable.wording import names

FARTHEST, REVIEW_AFTER = timedelta(days=183), timedelta(days=30)


class PlanForm(AgainForm, FoldedForm):
    """Exactly what, when, in which form; the condition of the yes is confirmed. Who speaks is filled in, and folded."""

    FOLDED = ("by", "tried")

    words = text(
        later("Exactly what is said?"),
        required=later("Write exactly what is said"),
        hint=later("As little as is enough. No names of hers, nothing that lets somebody guess who she is."),
    )
    for_on = day(later("On which day?"), required=later("Write the day"))
    by = by_field(later("Who speaks?"))
    way = choice(
        later("In which form do they get the letter?"),
        (),
        required=later("Choose a form"),
        hint=later("Only the forms in which it may be given."),
    )
    condition = tick(later("We keep to the condition of the yes"))
    tried = text(later("What of the milder steps was tried?"), short=True)

    def __init__(
        self, data: Any = None, *, opened: OpenProcess, circle: Circle, material: Material, condition: str, **kw: Any
    ) -> None:
        super().__init__(data, practice=opened.practice, **kw)
        self.opened, self.circle, self.material, self.terms = opened, circle, material, condition
        fill_by(self, opened)
        self.letter = telling.letter_of(opened.state, material, opened.today)
        self._offer_forms()
        self._as_planned_before()
        self.initial.setdefault("for_on", opened.today)
        if not condition:
            del self.fields["condition"]
        else:
            self.fields["condition"].help_text = condition
        if circle.sheet is not None:
            self.initial.setdefault("tried", circle.sheet.entry.weighing.milder)
        self.order_fields(["entry", "words", "way", "for_on", "by", "condition", "tried", "passphrase"])

    def _offer_forms(self) -> None:
        """Offer the forms in which this version may be given, none other (R3); no question where no letter is."""
        if self.letter is None:
            del self.fields["way"]
            return
        allowed, words = letters.forms_of(self.letter, self.opened.today), words_of(self.opened)
        self.fields["way"].choices = [(one.value, letter_wording.form(one, words)) for one in allowed]  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("way", allowed[0].value)

    def _as_planned_before(self) -> None:
        """Begin with the plan that waits, where it is made anew."""
        plan = self.circle.plan.item.entry if self.circle.plan else None
        if plan is None or plan.material is not self.material:
            return
        self.initial.update(words=plan.words, by=[text_of(one) for one in plan.by], tried=plan.tried)
        if plan.for_on >= self.opened.today:
            self.initial["for_on"] = plan.for_on
        if plan.form is not None:
            self.initial["way"] = plan.form.value

    def clean_for_on(self) -> date:
        """Refuse a day that is over, and one far away."""
        on: date = self.cleaned_data["for_on"]
        if not self.opened.today <= on <= self.opened.today + FARTHEST:
            raise ValidationError(_("Choose a day from today on, within half a year"))
        return on

    def clean_by(self) -> list[str]:
        """Somebody of the group speaks."""
        by: list[str] = self.cleaned_data["by"]
        if not by:
            raise ValidationError(_("Say who speaks"))
        return by

    def clean_condition(self) -> bool:
        """The condition of the yes is kept, or nobody is told."""
        if not self.cleaned_data["condition"]:
            raise ValidationError(_("The yes holds only under this condition"))
        return True

    def to_entry(self, *, now: int) -> TellingPlanned:
        """Return the plan as an entry; the version of the letter is the one that may be given today."""
        found, sheet = self.cleaned_data, self.circle.sheet
        return TellingPlanned(
            at=now,
            meant_for=(Role.CONTACT,),
            worksheet=sheet.first_id if sheet else self.circle.circle_id,
            label=self.circle.label,
            kind=self.circle.kind,
            material=self.material,
            for_on=found["for_on"],
            by=tuple(sorted(ident_of(one) for one in found["by"])),
            words=found["words"],
            document=self.letter.item.entry_id if self.letter else None,
            form=LetterForm(found["way"]) if self.letter else None,
            tried=found["tried"],
            condition=self.terms,
        )


class ConfirmForm(AgainForm, FoldedForm):
    """A second member stands behind it: the passphrase once more, nothing else."""


class ToldForm(DayForm):
    """What happened: always possible, by one member, at once (R63)."""

    FOLDED = ("by", "how", "afterwards", "review_on", "supervision")

    label = line(
        later("Whom did you tell?"),
        required=later("Name a group, or a short label"),
        hint=later("One group, or a short label for one person. No full names."),
    )
    kind = choice(later("A group, or one person?"), (), required=later("Say whether it is a group or one person"))
    material = choice(later("What were they told at most?"), (), required=later("Choose what they were told"))
    words = text(
        later("What exactly was said?"), required=later("Write what was said"), hint=later("Nothing about her.")
    )
    reactions = text(
        later("What did they say to it?"), hint=later("It is kept as their account. Nothing about her."), short=True
    )
    basis = text(
        later("On which legal basis, as you see it?"),
        hint=later("Your own note, for later. This program does not judge it: ask a lawyer where you live."),
        short=True,
    )
    by = by_field(later("Who of you was it?"))
    how = line(later("How was it told?"), hint=later("Spoken to two of them, read out, on paper."))
    afterwards = text(later("Who supports them afterwards?"), short=True)
    review_on = day(later("When do you look at it again?"))
    supervision = tick(later("The supervision group can read this too"))

    def __init__(
        self, data: Any = None, *, opened: OpenProcess, circle: Circle | None, plan: Plan | None, **kwargs: Any
    ) -> None:
        super().__init__(data, opened=opened, **kwargs)
        self.circle, self.plan = circle, plan
        self._fill()
        if circle is not None:
            del self.fields["label"], self.fields["kind"]
        if plan is not None:
            del self.fields["material"]
            self.initial.setdefault("words", plan.item.entry.words)
        if opened.state.process.supervision is Presence.NOT_YET:
            del self.fields["supervision"]
        self.initial.setdefault("review_on", self.today + REVIEW_AFTER)
        self.order_fields(["entry", "label", "kind", "on", "material", "words", "reactions", "basis", *self.FOLDED])

    def _fill(self) -> None:
        words = words_of(self.opened)
        kinds = [(one.value, names.around_kind(one, words)) for one in AroundKind]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a choice field
        materials = [(one.value, may_tell_wording.lead(one, words)) for one in Material]
        self.fields["material"].choices = materials  # type: ignore[attr-defined]  # a choice field
        fill_by(self, self.opened)

    def clean_label(self) -> str:
        """Refuse a label of which nothing is left."""
        label = " ".join(str(self.cleaned_data["label"]).split())
        if not label_key(label):
            raise forms.ValidationError(_("Name a group, or a short label"))
        return label

    def to_entry(self, *, now: int) -> PeopleTold:
        """Return what happened as an entry."""
        found, planned = self.cleaned_data, self.plan.item.entry if self.plan else None
        label = self.circle.label if self.circle else found["label"]
        sheet = self.circle.sheet if self.circle else None
        concern = sheet.entry.concern if sheet else deeds.concern_for(self.opened.state, label)
        return PeopleTold(
            at=now,
            meant_for=(Role.CONTACT, Role.SUPPORT),
            concern=concern,
            plan=self.plan.item.first_id if self.plan else None,
            label=label,
            kind=self.circle.kind if self.circle else AroundKind(found["kind"]),
            on=found["on"],
            by=tuple(sorted(ident_of(one) for one in found["by"])),
            material=planned.material if planned else Material(found["material"]),
            words=found["words"],
            document=planned.document if planned else None,
            form=found["how"],
            reactions=found["reactions"],
            basis=found["basis"],
            afterwards=found["afterwards"],
            review_on=found["review_on"],
        )


def told_initial(entry: PeopleTold) -> dict[str, Any]:
    """Return what the form shows that corrects what was told."""
    return {
        "on": entry.on,
        "material": entry.material.value,
        "words": entry.words,
        "reactions": entry.reactions,
        "basis": entry.basis,
        "by": [text_of(one) for one in entry.by],
        "how": entry.form,
        "afterwards": entry.afterwards,
        "review_on": entry.review_on,
    }
