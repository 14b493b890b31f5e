"""Writing down a contact: five fields, of which only the first needs an answer; all else folded (R28)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AnyEntry,
    ContactAttempted,
    ContactReached,
    MeetingMissed,
    NoteKept,
    ToldByX,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base import forms as base
from answerable.web.contacts import choices
from answerable.web.contacts.questions import QuestionFields
from answerable.wording.entry_words import Telling
from answerable.wording.words import Words

ANSWER_DAYS = timedelta(days=14)


class Agreed(Struct, frozen=True, kw_only=True):
    """An open agreement that the contact can answer."""

    entry_id: bytes
    text: str
    by: str

    @property
    def field(self) -> str:
        """Return the name of its field: by its id, so that another agreement made meanwhile shifts nothing."""
        return f"kept_{base.text_of(self.entry_id)}"


class Asked(Struct, frozen=True, kw_only=True):
    """A message that waits for an answer: the same choice whatever new dates it got; `newest` is its last attempt."""

    ident: str
    text: str
    newest: bytes


class Setting(Struct, frozen=True, kw_only=True):
    """What the form takes from the record, so that nobody is asked for it."""

    today: date
    words: Words
    members: tuple[tuple[str, str], ...]
    medium: Medium
    pair: tuple[str, ...]
    messages: tuple[Asked, ...]
    agreed: tuple[Agreed, ...]
    supervision: bool
    telling: Telling


class ContactForm(QuestionFields, base.EntryForm):
    """The five fields, what opens under them, and the long list."""

    reached = base.choice(
        later("1. Did you reach him?"),
        (),
        required=later("Say whether you reached him"),
        margin=later("This one is needed."),
    )
    missed = base.choice(later("His reason is"), ())
    asked = base.text(later("What did you ask him?"), short=True)
    answer_by = base.day(later("Answer by"))
    reply = forms.ChoiceField(label=later("What came back?"), required=False)
    new_date_for = forms.ChoiceField(label=later("Is this a new date for an earlier message?"), required=False)
    on = base.day(later("Day"), required=later("Write the day"))
    medium = forms.ChoiceField(label=later("How"))
    by = forms.MultipleChoiceField(label=later("Who of us"), error_messages={"required": later("Say who of you")})
    place = forms.ChoiceField(
        label=later("Kind of place"), required=False, help_text=later("Only if you met. Never which place.")
    )
    account = base.text(later("3. What did he say or do?"), margin=later("What you hear is his perspective."))
    her_topic = base.tick(
        later("He made her the topic; we stopped it"), hint=later("What he says about her is not kept.")
    )
    told = base.choice(later("4. Has he told anyone new, with the letter?"), ())
    whom = base.line(later("Whom?"), hint=later("A group, or a short label for one person."))
    letter = base.choice(later("With the letter?"), ())
    plan = base.text(later("5. What will he do, by when?"), margin=later("This opens the next contact."), short=True)
    plan_by = base.day(later("By"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, words=setting.words, **kwargs)
        self.setting = setting
        self._fill_choices()
        self._fill_in()
        for agreed in setting.agreed:
            self.fields[agreed.field] = choices.state(
                agreed.text, choices.kept(setting.words, open_too=True), box=f"{agreed.field}_text", hint=agreed.by
            )
            self.fields[f"{agreed.field}_text"] = base.text(_("What shows it?"), short=True)
        self.plain_boxes()

    def _fill_choices(self) -> None:
        """Put in what one can choose, in the reader's language."""
        inline = {"class": "inline"}
        words = self.setting.words
        messages = [("", _("No")), *((one.ident, one.text) for one in self.setting.messages)]
        for name, found, widget in (
            ("reached", choices.reached(), forms.RadioSelect()),
            ("told", choices.told(words), forms.RadioSelect()),
            ("missed", choices.missed_reasons(words), forms.RadioSelect(attrs=inline)),
            ("letter", choices.letters(), forms.RadioSelect(attrs=inline)),
            ("by", list(self.setting.members), forms.CheckboxSelectMultiple(attrs=inline)),
            ("medium", choices.media(words), forms.Select()),
            ("place", choices.places(words), forms.Select()),
            ("reply", choices.replies(words), forms.Select()),
            ("new_date_for", messages, forms.Select()),
        ):
            field = self.fields[name]
            field.widget = widget
            field.choices = found  # type: ignore[attr-defined]  # a choice field
        if not self.setting.messages:
            del self.fields["new_date_for"]

    def _fill_in(self) -> None:
        """Put in what is known already: today, the last form of contact, the last pair."""
        known = {
            "on": self.setting.today,
            "medium": self.setting.medium.value,
            "by": list(self.setting.pair),
            "answer_by": self.setting.today + ANSWER_DAYS,
            "told": ToldNew.NOT_ASKED.value,
            "letter": LetterGiven.UNKNOWN.value,
            "reply": Reply.NOTHING.value,
        }
        for name, value in known.items():
            self.initial.setdefault(name, value)

    def clean(self) -> dict[str, Any]:
        """Say what does not fit together, and lose nothing that was typed."""
        answers = super().clean() or self.cleaned_data
        reached = answers.get("reached")
        if reached == "missed" and not answers.get("missed"):
            self.add_error("missed", _("Say whether his reason was acceptable"))
        if reached != "tried" and answers.get("asked"):
            self.add_error("reached", _("You wrote what you asked. That belongs to “We tried”."))
        if reached in {"tried", "missed"} and self.answered():
            self.add_error("reached", _("He answered a question of the list. Then you reached him."))
        self._clean_told(answers)
        if answers.get("plan_by") and not answers.get("plan"):
            self.add_error("plan", _("Write what he will do by then"))
        if answers.get("on"):
            base.not_long_ago(answers["on"], self.setting.today)
        return answers

    def _clean_told(self, answers: dict[str, Any]) -> None:
        said = answers.get("told") == ToldNew.SOMEONE.value
        if said and not answers.get("whom"):
            self.add_error("whom", _("Write whom he told: a group, or a short label"))
        if answers.get("whom") and not said:
            self.add_error("told", _("You wrote whom he told. Choose “Yes, he says so”, or empty that line."))

    def clean_on(self) -> date:
        """Refuse a day to come."""
        on: date = self.cleaned_data["on"]
        base.not_after(on, self.setting.today, _("The contact cannot be after today"))
        return on

    def to_entries(self, *, now: int) -> tuple[AnyEntry, ...]:
        """Return the contact first, then what stands beside it: a note, whom he told, what he will do."""
        return (self._contact(now), *self._beside(now))

    def _contact(self, now: int) -> AnyEntry:
        """Return the contact, the attempt or the missed meeting."""
        answers = self.cleaned_data
        medium, by = Medium(answers["medium"]), tuple(base.ident_of(user) for user in answers["by"])
        if answers["reached"] == "missed":
            reason = MissedReason(answers["missed"])
            return MeetingMissed(
                at=now, meant_for=(Role.CONTACT,), planned_on=answers["on"], reason=reason, note=answers["account"]
            )
        if answers["reached"] == "tried":
            earlier = self._earlier(answers.get("new_date_for", ""))
            return ContactAttempted(
                at=now,
                meant_for=(Role.CONTACT,),
                on=answers["on"],
                medium=medium,
                by=by,
                asked=answers["asked"] or None,
                answer_by_on=answers["answer_by"] if answers["asked"] or earlier else None,
                reply=Reply(answers["reply"] or Reply.NOTHING),
                new_date_for=earlier,
            )
        met = medium is Medium.IN_PERSON and answers["place"]
        return ContactReached(
            at=now,
            meant_for=(Role.CONTACT,),
            on=answers["on"],
            medium=medium,
            by=by,
            place=PlaceKind(answers["place"]) if met else None,
            account=answers["account"],
            made_her_topic=answers["her_topic"],
            answers=self.answered(),
            told_new=ToldNew(answers["told"] or ToldNew.NOT_ASKED),
        )

    def _earlier(self, ident: str) -> bytes | None:
        """Return the last attempt of the message that gets a new date; they are counted in a row (R26)."""
        return next((one.newest for one in self.setting.messages if one.ident == ident), None)

    def _beside(self, now: int) -> Iterator[AnyEntry]:
        """Yield what else the one page holds; what he said at an attempt is a note, his account (R14)."""
        answers, meant_for, on = self.cleaned_data, (Role.CONTACT,), self.cleaned_data["on"]
        if note := self._note():
            yield NoteKept(
                at=now, meant_for=meant_for, on=on, text=note, source=Source.HE_SAID, x_may_learn=False, shows=None
            )
        if answers["told"] == ToldNew.SOMEONE.value:
            yield ToldByX(
                at=now,
                meant_for=meant_for,
                label=answers["whom"],
                on=None,
                account="",
                letter=LetterGiven(answers["letter"] or LetterGiven.UNKNOWN),
                perspective=None,
                source=Source.HE_SAID,
                x_may_learn=False,
                confirmed_by=None,
            )
        if answers["plan"]:
            yield AgreementMade(
                at=now, meant_for=meant_for, on=on, text=answers["plan"], by_on=answers["plan_by"], replaces=None
            )
        for agreed in self.setting.agreed:
            if kept := answers[agreed.field]:
                yield AgreementAnswered(
                    at=now,
                    meant_for=meant_for,
                    agreement=agreed.entry_id,
                    on=on,
                    kept=Kept(kept),
                    note=answers[f"{agreed.field}_text"],
                    source=Source.HE_SAID,
                )

    def _note(self) -> str:
        """Return what an attempt or a missed meeting has no field for."""
        answers = self.cleaned_data
        if answers["reached"] == "yes":
            return ""
        lines = [answers["account"]] if answers["reached"] == "tried" and answers["account"] else []
        if answers["her_topic"]:
            lines.append(_("He made her the topic; we stopped it."))
        return "\n\n".join(lines)
