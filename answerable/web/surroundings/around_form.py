"""Who knows what, from whom, with the letter or not, and how we know it (R29, R35, R42)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import structs

from answerable.core.circles import Role
from answerable.core.entries import AroundNoted, ToldByX
from answerable.core.entries.around import KNOWING, WITH_LETTER, AroundKind, FromWhom, Knows
from answerable.core.entries.base import Source
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around
from answerable.web.base import forms as base
from answerable.web.base.sources import sources
from answerable.web.surroundings import choices
from answerable.web.surroundings.final import FinalForm, Setting


class AroundForm(FinalForm):
    """Who, what they know, from whom, how we know, what was said; all else folded."""

    FOLDED = ("relation", "on", "letter", "demands", "perspective", "confirmed_by", "disagrees")

    label = base.line(
        later("Who?"),
        required=later("Name a group, or a short label"),
        hint=later("A group, or a short label for one person. No full names, no addresses."),
    )
    kind = base.choice(later("A group, or one person?"), (), required=later("Say whether it is a group or one person"))
    knows = base.choice(later("What do they know?"), (), required=later("Say what they know"))
    from_whom = base.choice(later("From whom?"), ())
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    may_learn = base.choice(
        later("May he learn how you know?"), (), hint=later("Only if the person who came to you has said so.")
    )
    account = base.text(later("What was said?"), hint=later("As it was said to you. Nothing about her."), short=True)
    relation = base.line(later("How do they know him?"), hint=later("A line. “He lives there.”"))
    on = base.day(later("Since when do they know?"), hint=later("Leave it empty if you do not know."))
    letter = base.choice(later("With the letter?"), (), hint=later("Not knowing is a full answer. Ask him next time."))
    demands = forms.MultipleChoiceField(label=later("Which demands were they told?"), required=False)
    perspective = base.line(later("Did they get her perspective in another way?"))
    confirmed_by = base.line(later("Who confirmed it?"), hint=later("A label, if somebody other than him did."))
    disagrees = base.text(
        later("Do they disagree with something?"),
        hint=later("With what, in a sentence. A talk can be offered."),
        short=True,
    )

    def __init__(
        self, data: Any = None, *, setting: Setting, without_him: bool = False, correcting: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.today = setting.today
        words = setting.words
        self.fields["demands"].widget = forms.CheckboxSelectMultiple()
        choices.put(
            self,
            kind=choices.kinds(words),
            knows=choices.knows(words),
            from_whom=choices.from_whom(words),
            source=sources(words, without_him=without_him),
            may_learn=choices.yes_no(),
            letter=choices.letters(),
            demands=setting.demands,
        )
        choices.inline(self, "kind", "may_learn", "letter")
        for name, value in (
            ("letter", LetterGiven.UNKNOWN.value),
            ("may_learn", "no"),
            ("from_whom", FromWhom.HIM.value),
        ):
            self.initial.setdefault(name, value)
        if not setting.demands:
            del self.fields["demands"]
        self.watch_final(setting.surroundings, words, correcting=correcting)

    def clean_on(self) -> date | None:
        """Refuse a day to come."""
        on: date | None = self.cleaned_data["on"]
        base.not_after(on, self.today, _("The day cannot be after today"))
        base.not_long_ago(on, self.today)
        return on

    def clean(self) -> dict[str, Any]:
        """Refuse a single person who may know nothing, and what contradicts itself (R35)."""
        answers = super().clean() or self.cleaned_data
        if "knows" not in answers or "kind" not in answers:
            return answers
        knows, letter = Knows(answers["knows"]), answers.get("letter")
        knowing = knows in KNOWING
        if answers["kind"] == AroundKind.PERSON and not knowing:
            self.add_error(
                "knows",
                _(
                    "A single person who knows nothing, or of whom you do not know it, does not stand here. "
                    "Such a person appears only where the group asks together: “Does this group need to know?”"
                ),
            )
        if not knowing:
            self._refuse_knowledge(answers)
        if knows in WITH_LETTER and letter == LetterGiven.NO:
            self.add_error("letter", _("You wrote that they know the letter. Choose “Yes”, or something else above."))
        return answers

    def _refuse_knowledge(self, answers: dict[str, Any]) -> None:
        """Say what does not fit to people who are not said to know."""
        text = _("You wrote that they know nothing, or that you do not know. Empty this, or say what they know.")
        for name in ("demands", "confirmed_by"):
            if answers.get(name):
                self.add_error(name, text)
        if answers.get("letter") == LetterGiven.YES:
            self.add_error("letter", text)

    def to_entry(self, *, now: int) -> AroundNoted:
        """Return what they know; either letter means that they have it."""
        answers = self.cleaned_data
        source, knows = Source(answers["source"]), Knows(answers["knows"])
        letter = LetterGiven.YES if knows in WITH_LETTER else LetterGiven(answers["letter"] or LetterGiven.UNKNOWN)
        knowing = knows in KNOWING
        return AroundNoted(
            at=now,
            meant_for=(Role.CONTACT,),
            label=" ".join(answers["label"].split()),
            kind=AroundKind(answers["kind"]),
            relation=answers["relation"] or None,
            on=answers["on"] if knowing else None,
            knows=knows,
            from_whom=FromWhom(answers["from_whom"] or FromWhom.UNKNOWN) if knowing else None,
            letter=letter if knowing else LetterGiven.UNKNOWN,
            perspective=(answers["perspective"] or None) if knowing else None,
            demands=tuple(base.ident_of(one) for one in answers.get("demands", ())),
            account=answers["account"],
            disagrees=answers["disagrees"] or None,
            source=source,
            x_may_learn=source is Source.SOMEONE_CAME and answers["may_learn"] == "yes",
            confirmed_by=answers["confirmed_by"] or None,
        )

    def to_correction(self, entry: AroundNoted, entry_id: bytes, *, now: int) -> AroundNoted:
        """Return what was corrected, pointing to the older words; demands that are gone from the form stay."""
        shown = {base.ident_of(value) for value, _text in self.setting.demands}
        kept = tuple(one for one in entry.demands if one not in shown)
        new = self.to_entry(now=now)
        demands = (*kept, *new.demands) if new.knows in KNOWING else ()
        return structs.replace(new, meant_for=entry.meant_for, corrects=entry_id, demands=demands)


def initial_of(entry: AroundNoted) -> dict[str, Any]:
    """Return what the form shows that corrects this entry."""
    return {
        "label": entry.label,
        "kind": entry.kind.value,
        "relation": entry.relation or "",
        "on": entry.on,
        "knows": entry.knows.value,
        "from_whom": entry.from_whom.value if entry.from_whom else "",
        "letter": entry.letter.value,
        "perspective": entry.perspective or "",
        "demands": [base.text_of(one) for one in entry.demands],
        "account": entry.account,
        "disagrees": entry.disagrees or "",
        "source": entry.source.value,
        "may_learn": "yes" if entry.x_may_learn else "no",
        "confirmed_by": entry.confirmed_by or "",
    }


def initial_about(one: Around) -> dict[str, Any]:
    """Return what the form shows when something more is written down about people who stand here."""
    kind = AroundKind.PERSON if one.is_one_person else AroundKind.GROUP
    return {
        "label": one.label,
        "kind": kind.value,
        "relation": one.relation or "",
        "knows": one.knows.value if one.know or kind is AroundKind.GROUP else "",
        "from_whom": one.from_whom.value if one.from_whom else FromWhom.UNKNOWN.value,
        "letter": one.letter.value,
        "demands": [base.text_of(demand) for demand in one.demands],
    }


def initial_confirming(entry: ToldByX | AroundNoted, one: Around) -> dict[str, Any]:
    """Return what the form shows when somebody confirms an account of his."""
    return initial_about(one) | {"letter": entry.letter.value, "on": entry.on}
