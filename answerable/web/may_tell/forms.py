"""Forms about who may be told: few fields, in own words or copied from those of the support group (R9, R64)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.may_tell import copies_only
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role, sorted_roles
from answerable.core.entries import MayTellAsked, MayTellConfirmed, MayTellSet, MayTellStopped, ReachChosen
from answerable.core.entries.around import AroundKind
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.reach import Reach
from answerable.core.labels import label_key
from answerable.web.base.copied import CopiedForm, FoldedForm
from answerable.web.base.forms import choice, day, line, text, tick
from answerable.web.base.telling import words_of
from answerable.wording import may_tell as wording
from answerable.wording.words import Words

BETWEEN = sorted_roles(frozenset({Role.CONTACT, Role.SUPPORT}))
EVERYBODY = tuple(sorted(Role))


def whom_choices(words: Words) -> list[Any]:
    """Return whom an answer can be for: the kinds of people, then one group or person."""
    kinds = [(one.value, wording.category(one, words)) for one in Category]
    named = [(one.value, wording.scope(one, words)) for one in (Scope.GROUP, Scope.PERSON)]
    return [("", _("Choose")), (_("A kind of people"), kinds), (_("By name or label"), named)]


def material_choices(words: Words) -> list[tuple[str, str]]:
    """Return what may be told, from the least on."""
    return [(one.value, wording.lead(one, words)) for one in Material]


class AboutForm(FoldedForm):
    """Whom and what a question or an answer is about."""

    whom = forms.ChoiceField(
        label=later("Who is it about?"),
        error_messages={"required": later("Choose who it is about"), "invalid_choice": later("Choose one of these.")},
    )
    label = line(
        later("Which group or person?"),
        hint=later("As all of you call it: the name of a group, or a short label for one person. No full names."),
    )
    material = choice(
        later("What would they be told?"),
        (),
        required=later("Choose what they would be told"),
        margin=later("A yes covers what is less, a no what is more."),
    )

    def fill_about(self, words: Words) -> None:
        """Put in what can be chosen."""
        self.fields["whom"].choices = whom_choices(words)  # type: ignore[attr-defined]  # a choice field
        self.fields["material"].choices = material_choices(words)  # type: ignore[attr-defined]  # a choice field

    @property
    def asked(self) -> list[forms.BoundField]:
        """Return the questions that stand open; the label stands inside the first of them."""
        return [field for field in super().asked if field.name not in ("whom", "label")]

    def clean_label(self) -> str:
        """Refuse a group or person without a label, and a kind of people with one: it would be told too widely."""
        label = " ".join(str(self.cleaned_data["label"]).split())
        whom = self.cleaned_data.get("whom")
        named = whom in (Scope.GROUP, Scope.PERSON)
        if named and not label_key(label):
            raise ValidationError(_("Write which group or person"))
        if label and whom and not named:
            raise ValidationError(_("You chose a kind of people. Choose one group or person, or empty this."))
        return label

    def audience(self) -> Audience:
        """Return whom it is about (of a valid form)."""
        whom, label = self.cleaned_data["whom"], self.cleaned_data["label"]
        if label:
            return Audience(scope=Scope(whom), label=label)
        return Audience(scope=Scope.CATEGORY, category=Category(whom))


def about_initial(audience: Audience, material: Material) -> dict[str, Any]:
    """Return what a form shows that is about these people and this."""
    whom = audience.category or audience.scope
    return {"whom": whom.value, "label": audience.label or "", "material": material.value}


def asking_for(opened: OpenProcess, ident: bytes) -> dict[str, Any] | None:
    """Return what a question for a yes begins with: people by label, and the least that would be enough for them."""
    state = opened.state
    circle = state.telling.found(ident)
    around = next((one for one in state.surroundings.people if ident in one.ids), None)
    if circle is None and around is not None:
        circle = state.telling.labelled(around.label)
    if circle is not None:
        person, label = circle.kind is AroundKind.PERSON, circle.label
        material = (circle.sheet.entry.material if circle.sheet else None) or Material.PROCESS
    elif around is not None:
        person, label, material = around.is_one_person, around.label, Material.PROCESS
    else:
        return None
    return about_initial(Audience(scope=Scope.PERSON if person else Scope.GROUP, label=label), material)


class AnswerForm(AboutForm, CopiedForm):
    """The support group's answer: three questions; until when, under which condition, folded."""

    FOLDED: Sequence[str] = ("condition", "until_on", "supervision", "from_whom", "how")
    field_order = (
        "whom",
        "label",
        "material",
        "answer",
        "said_on",
        "source",
        "condition",
        "until_on",
        "supervision",
        "from_whom",
        "how",
    )

    answer = choice(later("May they be told?"), (), required=later("Choose an answer"))
    condition = text(later("Under which condition?"), hint=later("For a yes, if there is one."), short=True)
    until_on = day(later("Until when?"), hint=later("For a yes: its last day. Empty: until something else is said."))
    supervision = tick(later("The supervision group can read this too"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        words = words_of(opened)
        is_copy = copies_only(opened)
        super().__init__(data, today=opened.today, is_copy=is_copy, from_whom=_("Support group"), **kwargs)
        self.fill_about(words)
        answers = [(one.value, wording.choice(one, words)) for one in MayTell]
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("said_on", opened.today)
        if is_copy:
            self.initial.setdefault("source", _("A mail"))
        else:
            self.FOLDED = ("condition", "until_on", "said_on", "supervision")
        if opened.state.process.supervision is Presence.NOT_YET:
            del self.fields["supervision"]

    def clean(self) -> dict[str, Any]:
        """Refuse an end where it would bring an older yes back, and one that lies before its beginning."""
        found = super().clean() or self.cleaned_data
        until_on, said_on = found.get("until_on"), found.get("said_on")
        if until_on and found.get("answer") and found["answer"] != MayTell.YES:
            self.add_error("until_on", _("Only a yes can end on a day. Everything else holds until there is a yes."))
        elif until_on and said_on and until_on < said_on:
            self.add_error("until_on", _("The last day lies before the day on which it was said"))
        return found

    @property
    def with_supervision(self) -> bool:
        """Whether the supervision group reads it too (of a valid form)."""
        return bool(self.cleaned_data.get("supervision"))

    def to_entry(self, *, now: int, corrects: bytes | None = None) -> MayTellSet:
        """Return the answer as an entry."""
        found = self.cleaned_data
        return MayTellSet(
            at=now,
            meant_for=BETWEEN,
            corrects=corrects,
            audience=self.audience(),
            material=Material(found["material"]),
            answer=MayTell(found["answer"]),
            condition=found["condition"],
            until_on=found["until_on"],
            said_on=found["said_on"],
            copied=self.copied(),
        )


def answer_initial(entry: MayTellSet) -> dict[str, Any]:
    """Return what the form shows that corrects this answer."""
    found = {
        **about_initial(entry.audience, entry.material),
        "answer": entry.answer.value,
        "condition": entry.condition,
        "until_on": entry.until_on,
        "said_on": entry.said_on,
    }
    if entry.copied is not None:
        found |= {"source": entry.copied.source, "from_whom": entry.copied.from_, "how": entry.copied.how}
    return found


class DayForm(CopiedForm):
    """A stop, or a word that it still holds: nothing needs an answer, no reason is asked."""

    FOLDED: Sequence[str] = ("said_on", "source", "from_whom", "how")
    field_order = ("said_on", "source", "from_whom", "how")

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, today=opened.today, is_copy=copies_only(opened), from_whom=_("Support group"), **kwargs)
        self.initial.setdefault("said_on", opened.today)
        self.initial.setdefault("source", _("A call"))

    def to_stop(self, *, now: int) -> MayTellStopped:
        """Return the stop as an entry."""
        found = self.cleaned_data["said_on"]
        return MayTellStopped(at=now, meant_for=EVERYBODY, said_on=found, copied=self.copied())

    def to_confirmation(self, *, now: int) -> MayTellConfirmed:
        """Return that it still holds as an entry."""
        found = self.cleaned_data["said_on"]
        return MayTellConfirmed(at=now, meant_for=BETWEEN, said_on=found, copied=self.copied())


class AskForm(AboutForm):
    """What the contact group asks a yes for."""

    field_order = ("whom", "label", "material", "why")

    why = text(later("Why do you ask?"), hint=later("What you would say, and who would be there."), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fill_about(words_of(opened))
        self.fields["material"].margin_hint = ""  # type: ignore[attr-defined]  # read by the templates

    def to_entry(self, *, now: int) -> MayTellAsked:
        """Return the question as an entry."""
        material = Material(self.cleaned_data["material"])
        why = self.cleaned_data["why"]
        return MayTellAsked(at=now, meant_for=BETWEEN, audience=self.audience(), material=material, why=why)


class ReachForm(CopiedForm):
    """What reaches her, and who keeps it for her; no field for her (R11, R13)."""

    field_order = ("reach", "through", "said_on", "source", "from_whom", "how")

    reach = choice(later("What reaches her?"), (), required=later("Choose what reaches her"))
    through = line(later("Through whom?"), hint=later("Who of the support group keeps it for her. Never her own name."))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, today=opened.today, is_copy=copies_only(opened), from_whom=_("Support group"), **kwargs)
        words = words_of(opened)
        choices = [(one.value, wording.reach(one, words)) for one in reversed(Reach)]
        self.fields["reach"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("said_on", opened.today)
        if self.is_copy:
            self.initial.setdefault("source", _("A mail"))
        else:
            self.FOLDED = ("said_on",)

    def to_entry(self, *, now: int) -> ReachChosen:
        """Return her choice as an entry."""
        found = self.cleaned_data
        return ReachChosen(
            at=now,
            meant_for=BETWEEN,
            reach=Reach(found["reach"]),
            through=found["through"] or None,
            said_on=found["said_on"],
            copied=self.copied(),
        )
