"""Forms about something she may need to know soon: what it is, how it reached them, to whom it goes (R66, R42)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.core.entries.base import Source
from answerable.core.entries.soon import AgreedWords, SoonContact, SoonSort, Way
from answerable.web.base import forms as base
from answerable.web.base.copied import CopiedForm, FoldedForm
from answerable.wording import names, soon
from answerable.wording.words import Words

NOBODY = "nobody"
WITH_WORDS = (SoonSort.THREAT, SoonSort.APPROACH, SoonSort.PUBLISHING)
Choices = list[tuple[str, str]]


def several(label: base.Said, *, required: base.Said = "", hint: base.Said = "") -> forms.MultipleChoiceField:
    """Return ticks of which several can be set."""
    return forms.MultipleChoiceField(
        label=label,
        required=bool(required),
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": required, "invalid_choice": later("Choose one of these.")},
    )


class Setting(Struct, frozen=True, kw_only=True):
    """What the forms take from the record: today, the words, whom it can go to, who of us there is."""

    today: date
    words: Words
    me: bytes
    contacts: tuple[SoonContact, ...]
    members: tuple[bytes, ...]
    agreed: tuple[AgreedWords, ...]

    def in_agreed_words(self, sort: str) -> str:
        """Return the words agreed for a sort of thing, "" where there are none."""
        return next((one.text for one in self.agreed if one.sort == sort), "")


class SoonForm(base.EntryForm):
    """What it is, in which words, how we know, for whom, and who of us reads along."""

    sort = base.choice(later("What is it?"), (), required=later("Say what it is"))
    text = base.text(
        later("What does she need to know?"),
        hint=later("Only that. His words as his words, nothing about her."),
        short=True,
    )
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    may_learn = base.choice(
        later("May he learn how you know?"), (), hint=later("Only if the person who came to you has said so.")
    )
    contacts = several(later("Whom is it for?"), required=later("Choose whom it is for"))
    along = base.choice(later("Who of us reads along?"), (), required=later("Choose one, or nobody"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        words = setting.words
        others = [user for user in setting.members if user != setting.me]
        for name, found in (
            ("sort", self._sorts()),
            ("source", _sources(words)),
            ("may_learn", [("no", _("No")), ("yes", _("Yes"))]),
            ("contacts", [(str(place), one.label) for place, one in enumerate(setting.contacts)]),
            ("along", [*((base.text_of(user), words.name(user)) for user in others), (NOBODY, _("Nobody of us"))]),
        ):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
        self.fields["may_learn"].widget.attrs["class"] = "inline"
        self.initial.setdefault("may_learn", "no")
        self.initial.setdefault("contacts", [str(place) for place in range(len(setting.contacts))])
        if not setting.contacts:
            del self.fields["contacts"]
        if not others:
            del self.fields["along"]

    def _sorts(self) -> Choices:
        """Return what it can be, each with the words agreed for it."""
        hint = _("Agreed words: %(words)s")
        found: Choices = []
        for sort in SoonSort:
            agreed = self.setting.in_agreed_words(sort)
            said = hint % {"words": agreed} if agreed else ""
            found.append((sort.value, base.Worded(soon.sort(sort, self.setting.words), said)))
        return found

    def clean(self) -> dict[str, Any]:
        """Take the agreed words where none were written; without any, ask for some."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if not answers.get("text", "").strip() and "text" not in self.errors and "sort" in answers:
            answers["text"] = self.setting.in_agreed_words(answers["sort"])
            if not answers["text"]:
                self.add_error("text", _("Write what she may need to know"))
        return answers

    @property
    def readers(self) -> tuple[bytes, ...]:
        """Return who reads it (of a valid form): who writes it, one other of us, and the contacts who are here."""
        along = self.cleaned_data.get("along", NOBODY)
        chosen = [self.setting.contacts[int(place)] for place in self.cleaned_data.get("contacts", ())]
        found = {self.setting.me, *(one.user for one in chosen if one.user is not None)}
        return tuple(sorted(found if along == NOBODY else found | {base.ident_of(along)}))

    def to_entry(self, *, now: int) -> SoonNoted:
        """Return the note."""
        answers = self.cleaned_data
        source = Source(answers["source"])
        return SoonNoted(
            at=now,
            meant_for=(),
            named=self.readers,
            sort=SoonSort(answers["sort"]),
            text=answers["text"],
            source=source,
            x_may_learn=source is Source.SOMEONE_CAME and answers["may_learn"] == "yes",
            contacts=tuple(self.setting.contacts[int(place)].label for place in answers.get("contacts", ())),
        )


class SoonAgainForm(SoonForm):
    """The same words put right; whom it is for and who reads it stay."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("contacts", "along"):
            self.fields.pop(name, None)


def _sources(words: Words) -> Choices:
    """Return how we know; looking up is taken with an explanation why we do not do that (R42)."""
    why = _("We do not look people up. If it happened, say so.")
    return [
        (kind.value, base.Worded(names.source(kind, words), why if kind is Source.LOOKED_UP else "")) for kind in Source
    ]


def initial_of(entry: SoonNoted) -> dict[str, Any]:
    """Return what the form shows that corrects a note."""
    return {
        "sort": entry.sort.value,
        "text": entry.text,
        "source": entry.source.value,
        "may_learn": "yes" if entry.x_may_learn else "no",
    }


class HandedOnForm(FoldedForm):
    """To whom it was told outside the software, when, in which way, by whom."""

    contact = base.line(later("Who was told?"), required=later("Write who was told"))
    on = base.day(later("When?"), required=later("Write the day"))
    way = base.choice(later("How?"), (), required=later("Say how"))
    by = several(later("Who of us told it?"), required=later("Say who of you"))

    def __init__(self, data: Any = None, *, setting: Setting, way: Way | None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        words = setting.words
        self.fields["way"].choices = ways(words)  # type: ignore[attr-defined]  # a choice field
        users = [(base.text_of(user), words.name(user)) for user in setting.members]
        self.fields["by"].choices = users  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("on", setting.today)
        self.initial.setdefault("way", (way or Way.CALL).value)
        self.initial.setdefault("by", [base.text_of(setting.me)])

    def clean_on(self) -> date:
        """Refuse a day to come."""
        on: date = self.cleaned_data["on"]
        base.not_after(on, self.setting.today, _("The day cannot be after today"))
        base.not_long_ago(on, self.setting.today)
        return on

    def to_entry(self, note: bytes, named: tuple[bytes, ...], *, now: int) -> SoonHandedOn:
        """Return how it reached her contact."""
        answers = self.cleaned_data
        return SoonHandedOn(
            at=now,
            meant_for=(),
            named=named,
            note=note,
            contact=answers["contact"],
            on=answers["on"],
            way=Way(answers["way"]),
            by=tuple(sorted(base.ident_of(one) for one in answers["by"])),
        )


class AnswerForm(FoldedForm):
    """I have it, with a word back if one wants."""

    text = base.text(later("A word back, if you want"), short=True)

    def to_entry(self, note: bytes, named: tuple[bytes, ...], *, now: int) -> SoonAnswered:
        """Return the answer."""
        text = self.cleaned_data["text"]
        return SoonAnswered(at=now, meant_for=(), named=named, note=note, text=text)


def ways(words: Words) -> Choices:
    """Return the ways outside the software as choices."""
    return [(way.value, soon.way(way, words)) for way in Way]


class AgreedForm(CopiedForm):
    """To whom it goes, in which way, whether she wants it directly; folded: the words agreed beforehand."""

    FOLDED: Sequence[str] = ("words_threat", "words_approach", "words_publishing", "from_whom", "how")
    field_order = ("here", "others", "way", "directly", "source", "said_on", *FOLDED)

    here = several(later("Who of the support group?"), hint=later("They read it here, sealed for them by name."))
    others = base.text(
        later("Who is the contact?"),
        hint=later("One name or word a line, as you call them. No numbers, no addresses."),
        short=True,
    )
    way = base.choice(later("How do you reach them outside this software?"), ())
    directly = base.tick(
        later("She wants it to reach her directly as well"),
        hint=later("Only if she chose that. Otherwise it never goes to her directly."),
    )
    words_threat = base.text(later("Words for a threat"), short=True)
    words_approach = base.text(later("Words for a plan to come near her"), short=True)
    words_publishing = base.text(later("Words for something that is to be published"), short=True)

    def __init__(self, data: Any = None, *, words: Words, people: tuple[bytes, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.words, self.people = words, people
        none = [("", _("Nothing was agreed"))]
        self.fields["way"].choices = [*ways(words), *none]  # type: ignore[attr-defined]  # a choice field
        users = [(base.text_of(user), words.name(user)) for user in people]
        self.fields["here"].choices = users  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("way", "")
        if people:
            self.fields["others"].label = _("Anyone else, without an account?")
            self.FOLDED = ("others", *self.FOLDED)
        else:
            del self.fields["here"]
        if not self.is_copy:
            del self.fields["said_on"]

    def clean_others(self) -> str:
        """Refuse a name over 300 characters."""
        others: str = self.cleaned_data["others"]
        if any(len(line) > base.LONGEST_LINE for line in others.splitlines()):
            raise ValidationError(_("This line is too long: at most 300 characters."))
        return others

    def clean(self) -> dict[str, Any]:
        """Ask for somebody to whom it goes."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not answers.get("here") and not answers["others"].strip():
            self.add_error("here" if "here" in self.fields else "others", _("Say who the contact is"))
        return answers

    def to_entry(self, *, now: int) -> SoonAgreed:
        """Return what is agreed."""
        answers = self.cleaned_data
        users = [base.ident_of(one) for one in answers.get("here", ())]
        here = [SoonContact(label=self.words.name(user), user=user) for user in users]
        others = [SoonContact(label=line.strip(), user=None) for line in answers["others"].splitlines() if line.strip()]
        agreed = ((sort, answers[f"words_{sort.value}"].strip()) for sort in WITH_WORDS)
        return SoonAgreed(
            at=now,
            meant_for=(Role.CONTACT, Role.SUPPORT),
            contacts=(*here, *others),
            way=Way(answers["way"]) if answers["way"] else None,
            words=tuple(AgreedWords(sort=sort, text=text) for sort, text in agreed if text),
            directly=answers["directly"],
            copied=self.copied(),
        )


def initial_of_agreed(entry: SoonAgreed) -> dict[str, Any]:
    """Return what the form shows of what is agreed now."""
    words = {f"words_{one.sort.value}": one.text for one in entry.words}
    return {
        **words,
        "here": [base.text_of(one.user) for one in entry.contacts if one.user is not None],
        "others": "\n".join(one.label for one in entry.contacts if one.user is None),
        "way": entry.way.value if entry.way else "",
        "directly": entry.directly,
    }
