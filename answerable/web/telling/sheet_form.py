"""The form of the worksheet: trust and power apart, what is known, an outcome; all else folded (R44-R46)."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import telling as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.defaults import worksheet
from answerable.core.entries import WorksheetKept
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.may_tell import Category, Material
from answerable.core.entries.telling import LOOK_AGAIN_MONTHS, Criterion, Judged, SheetOutcome, Weighing
from answerable.core.labels import label_key
from answerable.web.base.forms import EntryForm, Worded, choice, day, line, not_after, not_long_ago, text, tick
from answerable.web.base.telling import words_of
from answerable.web.telling.finding import Asked
from answerable.wording import may_tell as may_tell_wording
from answerable.wording import names
from answerable.wording import telling as wording

FACTS = (1, 2, 3)
WRITE_WHY = later("Write why. People you answer to want to be able to follow or question it.")
DATED = {SheetOutcome.HE_TELLS: "he_tells_by_on", SheetOutcome.NOT_NOW: "look_again_on"}
NOTHING = "nothing"


def _many(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple())


class SheetForm(EntryForm):
    """A worksheet about one circle of people; whom it is about is asked only where the page does not say it."""

    label = line(
        later("Who is it about?"),
        required=later("Name a group, or a short label"),
        hint=later("One group, or a short label for one person. No full names, no addresses."),
    )
    kind = choice(later("A group, or one person?"), (), required=later("Say whether it is a group or one person"))
    fact1 = line(later("Something you know"), required=later("Write one thing you know"))
    source1 = forms.ChoiceField(
        label=later("How do you know it?"), error_messages={"required": later("Say how you know it")}
    )
    trust = choice(later("Is trust being built?"), (), required=later("Say whether trust is being built"))
    trust_why = text(later("Why do you think so?"), required=WRITE_WHY, short=True)
    trust_ticked = _many(later("What of this is so"))
    power = choice(later("Is power being gained?"), (), required=later("Say whether power is being gained"))
    power_why = text(later("Why do you think so?"), required=WRITE_WHY, short=True)
    power_ticked = _many(later("What of this is so"))
    outcome = choice(later("What comes of it?"), (), required=later("Say what comes of it"))
    he_tells_by_on = day(later("Until which day?"))
    look_again_on = day(later("When do you look again?"), hint=later("Within three months."))
    reasons = text(later("Why?"), required=WRITE_WHY, margin=later("Not to tell is a decision of equal rank."))
    accounts = text(
        later("What do others say?"),
        hint=later("Their account, apart from what you know. Nothing about her."),
        short=True,
    )
    may_learn = tick(
        later("Whoever came to us allows that he learns how we know"),
        hint=later("Only if all have said so. Else it stays no."),
    )
    turn = text(later("What was he asked, what can he do?"), short=True)
    confronted_on = day(later("When was he confronted with it?"))
    aim = text(later("What is it for?"), short=True)
    milder = text(later("What is milder, and was tried?"), short=True)
    whom_else = text(later("Whom else does it hit?"), short=True)
    risks = text(
        later("What could happen: to her, to them, to us?"), hint=later("Could somebody guess who she is?"), short=True
    )
    if_wrong = text(later("What if you are wrong about a fact?"), short=True)
    why_now = text(later("Why now?"), short=True)
    material = choice(later("What would they be told at most?"), ())
    least = text(
        later("Why is no less enough?"),
        hint=later("Fewer people, spoken rather than written, print rather than a file. No names of hers."),
        short=True,
    )
    categories = _many(later("What kind of people are they to him?"))
    sequence = text(later("Who hears first, and who supports them afterwards?"), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, asked: Asked | None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened, self.asked, self.today = opened, asked, opened.today
        self.said = words_of(opened)
        if asked is not None:
            del self.fields["label"], self.fields["kind"]
        self._fill_choices()
        self.initial.setdefault("look_again_on", add_months(self.today, LOOK_AGAIN_MONTHS))
        self.initial.setdefault("material", NOTHING)

    def _fill_choices(self) -> None:
        words, language = self.said, get_language() or "en"
        sources = [("", "–"), *((one.value, names.source(one, words)) for one in Source)]
        for number in FACTS[1:]:
            self.fields[f"fact{number}"] = line(_("Something else you know"))
            self.fields[f"source{number}"] = forms.ChoiceField(label=_("How do you know it?"), required=False)
        judged = [(one.value, wording.judged(one, words)) for one in Judged]
        found: dict[str, list[tuple[str, Any]]] = {
            **{f"source{number}": sources for number in FACTS},
            "trust": judged,
            "power": judged,
            "trust_ticked": [(one.code, one.text.in_language(language)) for one in worksheet.TRUST],
            "power_ticked": [(one.code, one.text.in_language(language)) for one in worksheet.POWER],
            "outcome": [(one.value, Worded(wording.outcome(one, words))) for one in SheetOutcome],
            "material": [
                (NOTHING, _("Nothing")),
                *((one.value, may_tell_wording.lead(one, words)) for one in Material),
            ],
            "categories": [(one.value, may_tell_wording.category(one, words)) for one in Category],
        }
        if "kind" in self.fields:
            found["kind"] = [(one.value, names.around_kind(one, words)) for one in AroundKind]
        for name, choices in found.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    def group(self, *names_of: str) -> list[forms.BoundField]:
        """Return some of the fields, to be drawn together."""
        return [self[name] for name in names_of if name in self.fields]

    @property
    def folds(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """Return what is folded: a title, its questions, whether one of them needs another look."""
        found = (
            (
                _("More that you know, and what others say"),
                ("fact2", "source2", "fact3", "source3", "accounts", "may_learn"),
            ),
            (_("His turn"), ("turn", "confronted_on")),
            (_("Is it in proportion?"), ("aim", "milder", "whom_else", "risks", "if_wrong", "why_now")),
            (_("The least that is enough"), ("material", "least", "categories")),
            (_("Who first, and who supports them"), ("sequence",)),
        )
        groups = ((title, self.group(*fields)) for title, fields in found)
        return [(title, fields, any(field.errors for field in fields)) for title, fields in groups]

    def clean_label(self) -> str:
        """Refuse a label of which nothing is left."""
        label = " ".join(str(self.cleaned_data["label"]).split())
        if not label_key(label):
            raise ValidationError(_("Name a group, or a short label"))
        return label

    def clean_confronted_on(self) -> date | None:
        """Refuse a day to come."""
        on: date | None = self.cleaned_data["confronted_on"]
        not_after(on, self.today, _("The day cannot be after today"))
        not_long_ago(on, self.today)
        return on

    def clean(self) -> dict[str, Any]:
        """Ask how each thing is known (R42), and for the day that an outcome has (R46)."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        for number in FACTS[1:]:
            if found.get(f"fact{number}") and not found.get(f"source{number}"):
                self.add_error(f"source{number}", _("Say how you know it"))
        outcome = found.get("outcome")
        last = add_months(self.today, LOOK_AGAIN_MONTHS)
        again, by_on = found.get("look_again_on"), found.get("he_tells_by_on")
        if outcome == SheetOutcome.NOT_NOW and not (again and self.today <= again <= last):
            self.add_error("look_again_on", _("Write a day from today on, within three months"))
        if outcome == SheetOutcome.HE_TELLS and not (by_on and by_on > self.today):
            self.add_error("he_tells_by_on", _("Write a day after today"))
        return found

    def to_entry(self, *, now: int) -> WorksheetKept:
        """Return the worksheet as an entry."""
        found = self.cleaned_data
        outcome = SheetOutcome(found["outcome"])
        label = self.asked.label if self.asked else found["label"]
        return WorksheetKept(
            at=now,
            meant_for=(Role.CONTACT,),
            concern=deeds.concern_for(self.opened.state, label),
            label=label,
            kind=self.asked.kind if self.asked else AroundKind(found["kind"]),
            categories=tuple(sorted(Category(one) for one in found["categories"])),
            list_version=worksheet.LIST_VERSION,
            on=self.today,
            trust=self._criterion("trust"),
            power=self._criterion("power"),
            facts=tuple(
                Fact(text=found[f"fact{number}"], source=Source(found[f"source{number}"]))
                for number in FACTS
                if found[f"fact{number}"]
            ),
            accounts=found["accounts"],
            x_may_learn=found["may_learn"] and Source.SOMEONE_CAME in {found[f"source{number}"] for number in FACTS},
            turn=found["turn"],
            confronted_on=found["confronted_on"],
            weighing=Weighing(
                aim=found["aim"],
                milder=found["milder"],
                whom_else=found["whom_else"],
                risks=found["risks"],
                if_wrong=found["if_wrong"],
                why_now=found["why_now"],
            ),
            material=None if found["material"] in ("", NOTHING) else Material(found["material"]),
            least=found["least"],
            sequence=found["sequence"],
            outcome=outcome,
            reasons=found["reasons"],
            he_tells_by_on=found["he_tells_by_on"] if outcome is SheetOutcome.HE_TELLS else None,
            look_again_on=found["look_again_on"] if outcome is SheetOutcome.NOT_NOW else None,
        )

    def _criterion(self, name: str) -> Criterion:
        found = self.cleaned_data
        ticked = tuple(found[f"{name}_ticked"])
        return Criterion(answer=Judged(found[name]), why=found[f"{name}_why"], ticked=ticked)


def initial_of(entry: WorksheetKept) -> dict[str, Any]:
    """Return what a new worksheet begins with: what the last one said, but for what comes of it."""
    weighed = entry.weighing
    facts = {f"fact{number}": fact.text for number, fact in zip(FACTS, entry.facts, strict=False)}
    sources = {f"source{number}": fact.source.value for number, fact in zip(FACTS, entry.facts, strict=False)}
    return {
        **facts,
        **sources,
        "trust": entry.trust.answer.value,
        "trust_why": entry.trust.why,
        "trust_ticked": list(entry.trust.ticked),
        "power": entry.power.answer.value,
        "power_why": entry.power.why,
        "power_ticked": list(entry.power.ticked),
        "accounts": entry.accounts,
        "may_learn": entry.x_may_learn,
        "turn": entry.turn,
        "confronted_on": entry.confronted_on,
        "aim": weighed.aim,
        "milder": weighed.milder,
        "whom_else": weighed.whom_else,
        "risks": weighed.risks,
        "if_wrong": weighed.if_wrong,
        "why_now": weighed.why_now,
        "material": entry.material.value if entry.material else NOTHING,
        "least": entry.least,
        "categories": [one.value for one in entry.categories],
        "sequence": entry.sequence,
    }


def initial_of_kept(entry: WorksheetKept) -> dict[str, Any]:
    """Return what the form shows that corrects a worksheet: all it says."""
    came = {"outcome": entry.outcome.value, "reasons": entry.reasons}
    days = {"he_tells_by_on": entry.he_tells_by_on, "look_again_on": entry.look_again_on}
    return {**initial_of(entry), **came, **{name: on for name, on in days.items() if on is not None}}


def initial_of_draft(fields: dict[str, list[str]]) -> dict[str, Any]:
    """Return what was kept of a form for oneself."""
    several = ("trust_ticked", "power_ticked", "categories")
    return {name: values if name in several else values[-1] for name, values in fields.items() if values}
