"""The forms of this area: six boxes, how it is handed over, the words of a locked file."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import pgettext

from answerable.actions.updates import HandOver
from answerable.core.defaults.update_sections import LONG_UPDATE, SIX_SENTENCES
from answerable.core.entries.updates import HandedOver, LongPart, LongParts, Sentences
from answerable.sealing.words import word_list
from answerable.web.base.forms import EntryForm, PaperForm, Worded, choice, day, not_after, not_long_ago, text, tick
from answerable.web.updates.letter import text_of
from answerable.wording import names
from answerable.wording.words import Words

NAMES = tuple(section.sentence.replace("-", "_") for section in SIX_SENTENCES)
LONG_NAMES = {one.section: f"long_{one.section.replace('-', '_')}" for one in LONG_UPDATE}
"""Of each section of the long version, the name of its box."""

SIX = 6
ROWS, LINE = range(3, 13), 60


class DraftForm(EntryForm):
    """The six sentences; `seen` is how long the record was when they were drafted, `base` the draft they go on from."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**48)
    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=26)

    long = tick(later("The long version goes with it"), hint=later("Behind the short page, on pages of its own."))

    def __init__(self, data: Any = None, *, reader: str, written_in: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, section in zip(NAMES, SIX_SENTENCES, strict=True):
            heading, hint = (one.in_language(reader) for one in (section.heading, section.hint))
            self._add(name, heading, hint, written_in)
        for one in LONG_UPDATE:
            self._add(LONG_NAMES[one.section], one.heading.in_language(reader), "", written_in)

    def _add(self, name: str, heading: str, hint: str, written_in: str) -> None:
        """Add a box that is high enough for its words, in the language of the letter."""
        self.fields[name] = text(heading, margin=hint, short=True)
        attrs = self.fields[name].widget.attrs
        attrs.update(
            rows=rows_for(str(self[name].value() or "")),
            lang=written_in,
            dir="auto",
            autocomplete="off",
            spellcheck="false",
        )

    @property
    def six(self) -> list[forms.BoundField]:
        """Return the boxes of the short page."""
        return [self[name] for name in NAMES]

    @property
    def twelve(self) -> list[forms.BoundField]:
        """Return the boxes of the long version."""
        return [self[name] for name in LONG_NAMES.values()]

    @property
    def long_open(self) -> bool:
        """Whether the long version is chosen, or one of its boxes needs another look."""
        return bool(self["long"].value() or self["long"].errors or any(field.errors for field in self.twelve))

    def clean(self) -> dict[str, Any]:
        """Refuse an update that says nothing at all."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(cleaned[name].strip() for name in NAMES):
            self.add_error(NAMES[0], _("Write at least one sentence"))
        if not self.errors and cleaned["long"] and not any(cleaned[name].strip() for name in LONG_NAMES.values()):
            self.add_error("long", _("Write at least one section, or take the tick away"))
        return cleaned

    @property
    def sentences(self) -> Sentences:
        """Return the six as they were written (of a valid form)."""
        return Sentences(**{name: self.cleaned_data[name].replace("\r\n", "\n") for name in NAMES})

    @property
    def sections(self) -> LongParts:
        """Return the long version as it was written (of a valid form); empty boxes fall away."""
        if not self.cleaned_data["long"]:
            return ()
        written = {section: self.cleaned_data[name].replace("\r\n", "\n") for section, name in LONG_NAMES.items()}
        return tuple(LongPart(section=section.value, text=words) for section, words in written.items() if words.strip())


def rows_for(words: str) -> int:
    """Return how high a box has to be to show these words whole, within reason."""
    wanted = 1 + sum(1 + len(line) // LINE for line in words.splitlines())
    return min(max(wanted, ROWS[0]), ROWS[-1])


def initial_of(sentences: Sentences) -> dict[str, object]:
    """Return the six as a form shows them."""
    return {name: text_of(sentences, section.sentence) for name, section in zip(NAMES, SIX_SENTENCES, strict=True)}


def initial_long(sections: LongParts, *, chosen: bool) -> dict[str, object]:
    """Return the long version as a form shows it."""
    texts: dict[str, object] = {f"long_{part.section.replace('-', '_')}": part.text for part in sections}
    return texts | {"long": chosen}


class ReadForm(EntryForm):
    """Nothing to fill in: the words that were read, by their hash."""

    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)

    @property
    def text_hash(self) -> bytes:
        """Return the hash of what she had before her (of a valid form)."""
        return bytes.fromhex(self.cleaned_data["seen"])


class HandOverForm(EntryForm):
    """How and when, and who reads it too; `happened`: only what needs no second reader any more (R63).

    `ready` tells, when it comes back, that nothing stood in the way when the form was shown.
    """

    ready = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1)
    on = day(
        later("When?"),
        required=later("Write the day"),
        margin=later("Sealed here, it is today."),
    )
    supervision = tick(later("The supervision group reads it too"), initial=True)
    already = tick(
        later("It has happened already"),
        hint=later("It was handed over before a second member read it. That is kept and marked."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        today: date,
        words: Words,
        can_seal: bool,
        supervision: bool,
        happened: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        ways = [one for one in HandedOver if one is not HandedOver.SEALED_HERE or (can_seal and not happened)]
        self.fields["how"] = choice(
            _("How was it handed over?") if happened else _("How do you hand it over?"),
            [(one.value, Worded(names.handed_over(one, words), hint_of(one, happened=happened))) for one in ways],
            required=_("Say how it is handed over"),
        )
        self.order_fields(["entry", "how", "on"])
        self.initial.setdefault("on", today)
        if not happened:
            self.initial["ready"] = "1"
            self.initial.setdefault("how", ways[0].value)
            del self.fields["already"]
        else:
            self.fields["on"].margin_hint = ""  # type: ignore[attr-defined]  # read by the templates
        if not supervision:
            del self.fields["supervision"]

    def clean_on(self) -> date:
        """Refuse a day that is still to come, and one that must be a slip."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("It cannot be handed over after today. Write it down on the day."))
        not_long_ago(on, self.today)
        return on

    def clean_already(self) -> bool:
        """Refuse to write down what did not happen."""
        if not self.cleaned_data["already"]:
            raise ValidationError(_("Tick this if it has happened. If not, a second member reads it first."))
        return True

    def given(self) -> HandOver:
        """Return what to do (of a valid form); what is sealed here is handed over today."""
        how = HandedOver(self.cleaned_data["how"])
        return HandOver(
            how=how,
            on=self.today if how is HandedOver.SEALED_HERE else self.cleaned_data["on"],
            supervision=self.cleaned_data.get("supervision", True),
            already=self.cleaned_data.get("already", False),
        )


def hint_of(one: HandedOver, *, happened: bool) -> str:
    """Return what a way of handing over means."""
    if happened:
        return ""
    return {
        HandedOver.SEALED_HERE: _("They read it when they next sign in. Nobody else can open it."),
        HandedOver.PRINTED: _("The next page prints it without the word draft. Give it to them."),
        HandedOver.MAILED_LOCKED: _(
            "The next page makes a locked file, to the address they gave. The subject says nothing."
        ),
        HandedOver.READ_OUT: pgettext("how an update is handed over", "In a call, or when you meet."),
    }[one]


class WordsForm(PaperForm):
    """The six words under which a file is locked, as the page before drew them."""

    words = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def clean_words(self) -> str:
        """Refuse what is not six words of the list: a file is never locked with less."""
        words: str = self.cleaned_data["words"]
        found = words.split(" ")
        if len(found) != SIX or not set(found) <= set(word_list()):
            raise ValidationError(_("This form is not complete. Open the page again."))
        return words
