"""Forms that correct what was written: prefilled, each gives a new entry that points to the old one (R11)."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import structs

from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AnswersReported,
    AnyEntry,
    ChangeNoted,
    ContactAttempted,
    ContactReached,
    DecisionConfirmed,
    DecisionQuestioned,
    DecisionReached,
    LookedAgain,
    MeetingMissed,
    NoteBeside,
    NoteKept,
    ParentHeard,
    PauseEnded,
    PauseTaken,
    SentByX,
    SentSorted,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.web.base import forms as base
from answerable.web.base.sources import sources
from answerable.web.contacts import beside, choices, pausing, sent_form, told_again
from answerable.web.contacts.forms import Setting
from answerable.web.contacts.moves import ChangeForm, LookForm, change_initial, look_initial
from answerable.web.contacts.note_form import NoteForm, Subject
from answerable.web.contacts.note_form import initial_of as note_initial
from answerable.web.contacts.questions import QuestionFields
from answerable.web.contacts.questions import initial_of as answers_initial


class WhenForm(base.EntryForm):
    """Day, form of contact, who of us: what contacts and attempts share."""

    on = base.day(later("Day"), required=later("Write the day"))
    medium = forms.ChoiceField(label=later("How"))
    by = forms.MultipleChoiceField(label=later("Who of us"), error_messages={"required": later("Say who of you")})

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.fields["medium"].choices = choices.media(setting.words)  # type: ignore[attr-defined]  # a choice field
        self.fields["by"].widget = forms.CheckboxSelectMultiple(attrs={"class": "inline"})
        known = dict(setting.members)
        gone = [user for user in self.initial.get("by", ()) if user not in known]
        names = [(user, setting.words.name(base.ident_of(user))) for user in gone]
        self.fields["by"].choices = [*setting.members, *names]  # type: ignore[attr-defined]  # a choice field

    def clean_on(self) -> Any:
        """Refuse a day to come."""
        base.not_after(self.cleaned_data["on"], self.setting.today, _("The contact cannot be after today"))
        return self.cleaned_data["on"]

    def when(self) -> dict[str, Any]:
        """Return the fields as an entry has them."""
        answers = self.cleaned_data
        by = tuple(base.ident_of(user) for user in answers["by"])
        return {"on": answers["on"], "medium": Medium(answers["medium"]), "by": by}


def when_of(entry: ContactReached | ContactAttempted) -> dict[str, Any]:
    """Return what the shared fields show."""
    by = [base.text_of(user) for user in entry.by]
    return {"on": entry.on, "medium": entry.medium.value, "by": by}


class ReachedForm(QuestionFields, WhenForm):
    """A contact once more."""

    place = forms.ChoiceField(
        label=later("Kind of place"), required=False, help_text=later("Only if you met. Never which place.")
    )
    account = base.text(later("What did he say or do?"), margin=later("his account"), hint=base.NOTHING_ABOUT_HER)
    her_topic = base.tick(later("He made her the topic; we stopped it"))
    told = base.choice(later("Has he told anyone new?"), ())

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, setting=setting, words=setting.words, **kwargs)
        self.fields["place"].choices = choices.places(setting.words)  # type: ignore[attr-defined]  # a choice field
        self.fields["told"].choices = choices.told(setting.words)  # type: ignore[attr-defined]  # a choice field
        self.plain_boxes()

    def to_entry(self, entry: ContactReached) -> ContactReached:
        """Return the contact with what was corrected."""
        answers, when = self.cleaned_data, self.when()
        met = when["medium"] is Medium.IN_PERSON and answers["place"]
        return structs.replace(
            entry,
            place=PlaceKind(answers["place"]) if met else None,
            account=answers["account"],
            made_her_topic=answers["her_topic"],
            answers=self.answered(),
            told_new=ToldNew(answers["told"] or ToldNew.NOT_ASKED),
            **when,
        )


class AttemptForm(WhenForm):
    """An attempt once more."""

    asked = base.text(later("What did you ask?"), short=True)
    answer_by = base.day(later("Answer by"))
    reply = forms.ChoiceField(label=later("What came back?"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, setting=setting, **kwargs)
        self.fields["reply"].choices = choices.replies(setting.words)  # type: ignore[attr-defined]  # a choice field

    def to_entry(self, entry: ContactAttempted) -> ContactAttempted:
        """Return the attempt with what was corrected."""
        answers = self.cleaned_data
        return structs.replace(
            entry,
            asked=answers["asked"] or None,
            answer_by_on=answers["answer_by"],
            reply=Reply(answers["reply"]),
            **self.when(),
        )


class MissedForm(base.EntryForm):
    """A missed meeting once more."""

    on = base.day(later("Day"), required=later("Write the day"))
    missed = base.choice(later("His reason is"), (), required=later("Say whether his reason was acceptable"))
    note = base.text(later("What did he say about it?"), margin=later("his account"), hint=base.NOTHING_ABOUT_HER)

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        found = choices.missed_reasons(setting.words)
        self.fields["missed"].choices = found  # type: ignore[attr-defined]  # a choice field

    def clean_on(self) -> Any:
        """Refuse a day to come."""
        base.not_after(self.cleaned_data["on"], self.setting.today, _("The contact cannot be after today"))
        return self.cleaned_data["on"]

    def to_entry(self, entry: MeetingMissed) -> MeetingMissed:
        """Return the missed meeting with what was corrected."""
        answers = self.cleaned_data
        reason = MissedReason(answers["missed"])
        return structs.replace(entry, planned_on=answers["on"], reason=reason, note=answers["note"])


class AgreementForm(base.EntryForm):
    """An agreement once more: a slip of the pen; what was agreed anew takes the place of it instead (R31)."""

    text = base.text(later("What will he do?"), required=later("Write what he will do"), short=True)
    by_on = base.day(later("By"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting

    def to_entry(self, entry: AgreementMade) -> AgreementMade:
        """Return the agreement with what was corrected."""
        return structs.replace(entry, text=self.cleaned_data["text"], by_on=self.cleaned_data["by_on"])


class AnsweredForm(base.EntryForm):
    """What became of an agreement, once more."""

    kept = base.choice(later("Did he do it?"), (), required=later("Say what became of it"))
    note = base.text(later("What shows it?"), short=True)
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kept = choices.kept(setting.words, open_too=False)
        self.fields["kept"].choices = kept  # type: ignore[attr-defined]  # a choice field
        self.fields["source"].choices = sources(setting.words)  # type: ignore[attr-defined]  # a choice field

    def to_entry(self, entry: AgreementAnswered) -> AgreementAnswered:
        """Return the answer with what was corrected."""
        answers = self.cleaned_data
        return structs.replace(
            entry, kept=Kept(answers["kept"]), note=answers["note"], source=Source(answers["source"])
        )


class NoteAgainForm(NoteForm):
    """A note once more, for those who could read it."""

    supervision = None  # type: ignore[assignment]  # its readers stay

    def to_entry(self, entry: NoteKept | None = None, *, now: int = 0) -> NoteKept:
        """Return the note with what was corrected."""
        return super().to_entry(now=entry.at if entry else now)


def _reached(entry: ContactReached) -> dict[str, Any]:
    return (
        when_of(entry)
        | answers_initial(entry.answers)
        | {
            "place": entry.place.value if entry.place else "",
            "account": entry.account,
            "her_topic": entry.made_her_topic,
            "told": entry.told_new.value,
        }
    )


def _attempt(entry: ContactAttempted) -> dict[str, Any]:
    return when_of(entry) | {
        "asked": entry.asked or "",
        "answer_by": entry.answer_by_on,
        "reply": entry.reply.value,
    }


def _missed(entry: MeetingMissed) -> dict[str, Any]:
    return {"on": entry.planned_on, "missed": entry.reason.value, "note": entry.note}


def _agreement(entry: AgreementMade) -> dict[str, Any]:
    return {"text": entry.text, "by_on": entry.by_on}


def _answered(entry: AgreementAnswered) -> dict[str, Any]:
    return {"kept": entry.kept.value, "note": entry.note, "source": entry.source.value}


FORMS: dict[type[AnyEntry], tuple[type[Any], Callable[[Any], dict[str, Any]]]] = {
    ContactReached: (ReachedForm, _reached),
    ContactAttempted: (AttemptForm, _attempt),
    MeetingMissed: (MissedForm, _missed),
    AgreementMade: (AgreementForm, _agreement),
    AgreementAnswered: (AnsweredForm, _answered),
    NoteKept: (NoteAgainForm, note_initial),
    ChangeNoted: (ChangeForm, change_initial),
    LookedAgain: (LookForm, look_initial),
    NoteBeside: (beside.NoteBesideForm, beside.note_of_entry),
    SentByX: (sent_form.WordsAgainForm, sent_form.words_of_entry),
    SentSorted: (sent_form.SortedAgainForm, sent_form.hows_of_entry),
    PauseTaken: (pausing.PauseAgainForm, pausing.pause_of_entry),
    PauseEnded: (pausing.BackAgainForm, pausing.back_of_entry),
    ParentHeard: (told_again.HeardAgainForm, told_again.initial_of),
    AnswersReported: (told_again.ReportedAgainForm, told_again.initial_of),
    DecisionReached: (told_again.OutcomeAgainForm, told_again.initial_of),
    DecisionConfirmed: (told_again.StaysAgainForm, told_again.initial_of),
    DecisionQuestioned: (told_again.QuestionedAgainForm, told_again.initial_of),
}
"""Which form corrects which kind, and what it shows at first."""


def form_for(entry: AnyEntry, data: Any, *, setting: Setting, asked: tuple[Subject, ...]) -> Any:
    """Return the form that corrects an entry, prefilled; what X said stays his account (R14)."""
    kind, initial = FORMS[type(entry)]
    more: dict[str, Any] = {"asked": asked} if kind is NoteAgainForm else {}
    if kind is sent_form.SortedAgainForm:
        more["about"] = entry
    form = kind(data, setting=setting, initial=initial(entry), **more)
    if "text" in form.fields and getattr(entry, "source", None) is Source.HE_SAID:
        form.fields["text"].margin_hint = _("his account")
    return form
