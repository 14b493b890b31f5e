"""What he sent since the last meeting: read together, one choice for each open question (R26)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import SentByX, SentSorted
from answerable.core.entries.base import Medium
from answerable.core.entries.sent import HowAnswered, Sorted
from answerable.web.base import forms as base
from answerable.web.contacts import choices
from answerable.web.contacts.forms import Setting
from answerable.wording import names
from answerable.wording.words import Words

MOST_MESSAGES = 999


class Waits(Struct, frozen=True, kw_only=True):
    """An open question: by the entry that asked it, and what it says."""

    about: bytes
    text: str
    hint: str

    @property
    def field(self) -> str:
        """Return the name of its field: by its id, so that another question meanwhile shifts nothing."""
        return f"how_{base.text_of(self.about)}"


def hows(words: Words) -> choices.Choices:
    """Return what he can have done with a question; the first stands for a question that had nothing about it."""
    return [("", _("nothing about it")), *choices.all_of(HowAnswered, names.how_answered, words)]


def messages_field() -> forms.IntegerField:
    """Return how many messages there were."""
    return forms.IntegerField(
        label=later("How many messages?"),
        min_value=1,
        max_value=MOST_MESSAGES,
        error_messages={
            "required": later("Write how many messages there were"),
            "invalid": later("Write a number, like 3."),
            "min_value": later("It was one message at least."),
            "max_value": later("That is more than we can count: at most 999."),
        },
    )


class WordsForm(base.EntryForm):
    """How many messages, how and when; his words, if they are to be kept."""

    messages = messages_field()
    medium = forms.ChoiceField(label=later("How"))
    from_on = base.day(later("Day of the first one"), hint=later("Empty if all came on one day."))
    on = base.day(later("Day of the newest one"), required=later("Write the day"))
    account = base.text(
        later("2. What does he write?"), margin=later("Only what you need. What you read is his perspective.")
    )
    her_topic = base.tick(
        later("He made her the topic; we stopped it"), hint=later("What he says about her is not kept.")
    )

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.fields["medium"].choices = choices.media(setting.words)  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("on", setting.today)
        self.initial.setdefault("messages", 1)
        self.initial.setdefault("medium", Medium.MAIL.value)

    def clean(self) -> dict[str, Any]:
        """Say what does not fit together."""
        answers = super().clean() or self.cleaned_data
        on, from_on = answers.get("on"), answers.get("from_on")
        if on:
            base.not_long_ago(from_on or on, self.setting.today)
        if on and from_on and from_on > on:
            self.add_error("from_on", _("The first message came before the newest one"))
        return answers

    def clean_on(self) -> Any:
        """Refuse a day to come."""
        base.not_after(self.cleaned_data["on"], self.setting.today, _("The day cannot be after today"))
        return self.cleaned_data["on"]

    def words(self, *, now: int) -> SentByX:
        """Return what he sent."""
        answers = self.cleaned_data
        return SentByX(
            at=now,
            meant_for=(Role.CONTACT,),
            from_on=answers["from_on"] or answers["on"],
            on=answers["on"],
            medium=Medium(answers["medium"]),
            messages=answers["messages"],
            account=answers["account"],
            made_her_topic=answers["her_topic"],
        )


class SentForm(WordsForm):
    """The words, and one choice for each open question."""

    def __init__(self, data: Any = None, *, waits: tuple[Waits, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.waits = waits
        for one in waits:
            self.fields[one.field] = choices.select(one.text, hows(self.setting.words), hint=one.hint)

    def questions(self) -> list[forms.BoundField]:
        """Return the fields of the open questions."""
        return [self[one.field] for one in self.waits]

    def sorted(self, *, now: int) -> SentSorted:
        """Return what he did with each question; the entry of the words is put in when both are kept."""
        answers = self.cleaned_data
        found = [(one.about, answers[one.field]) for one in self.waits]
        return SentSorted(
            at=now,
            meant_for=(Role.CONTACT,),
            sent=self.entry_id,
            on=answers["on"],
            medium=Medium(answers["medium"]),
            answers=tuple(Sorted(about=about, how=HowAnswered(how)) for about, how in found if how),
        )


class WordsAgainForm(WordsForm):
    """What he sent, once more."""

    def to_entry(self, entry: SentByX) -> SentByX:
        """Return it with what was corrected."""
        return self.words(now=entry.at)


class SortedAgainForm(base.EntryForm):
    """What he did with the questions, once more; they stay the questions that were open then."""

    def __init__(self, data: Any = None, *, setting: Setting, about: SentSorted, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.about = about
        for one in about.answers:
            self.fields[self._name(one)] = choices.select(setting.telling.entry(one.about), hows(setting.words))

    def _name(self, one: Sorted) -> str:
        return f"how_{base.text_of(one.about)}"

    def to_entry(self, entry: SentSorted) -> SentSorted:
        """Return it with what was corrected."""
        found = [(one.about, self.cleaned_data[self._name(one)]) for one in entry.answers]
        answers = tuple(Sorted(about=about, how=HowAnswered(how)) for about, how in found if how)
        return SentSorted(
            at=entry.at, meant_for=entry.meant_for, sent=entry.sent, on=entry.on, medium=entry.medium, answers=answers
        )


def words_of_entry(entry: SentByX) -> dict[str, Any]:
    """Return what the form shows that corrects the words."""
    return {
        "messages": entry.messages,
        "medium": entry.medium.value,
        "from_on": entry.from_on,
        "on": entry.on,
        "account": entry.account,
        "her_topic": entry.made_her_topic,
    }


def hows_of_entry(entry: SentSorted) -> dict[str, Any]:
    """Return what the form shows that corrects what he did with the questions."""
    return {f"how_{base.text_of(one.about)}": one.how.value for one in entry.answers}
