"""Forms for letters: a document in its own words, its demands in several rows, a copy put right."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions import demands
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import DemandRaised, DocumentAdded
from answerable.core.entries.base import Copied
from answerable.core.entries.demands import Facet, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.state import Document
from answerable.web.base.copied import CopiedForm, FoldedForm, refuse_whitespace
from answerable.web.base.forms import choice, day, line, not_after, not_long_ago, text
from answerable.web.base.telling import words_of
from answerable.wording import days, names

LANGUAGES = (
    ("en", "English"),
    ("de", "Deutsch"),
    ("ar", "العربية"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("und", later("Another language")),
)
FIRST_ROWS = 4
MORE_ROWS = 4
MOST_ROWS = 40
READERS = (Role.CONTACT, Role.SUPPORT)


def is_copying(opened: OpenProcess) -> bool:
    """Whether this member can only copy letters: she is not of those who write them."""
    return Role.SUPPORT not in opened.roles


class LetterForm(CopiedForm):
    """A letter or another document, pasted; a member of the contact circle copies it."""

    FOLDED: Sequence[str] = ("title", "language", "how")
    field_order = ("sort", "words", "dated_on", "from_whom", "source", "title", "language", "how")

    sort = choice(later("Which letter is it?"), (), required=later("Choose which letter it is"))
    words = text(later("Its words"), required=later("Paste the words of the letter"))
    dated_on = day(
        later("Of which day is it?"),
        required=later("Write the day of the letter"),
        hint=later("The day tells its versions apart."),
    )
    title = line(later("What do you call it?"), hint=later("Left empty, it is called by its kind and day."))
    language = forms.ChoiceField(label=later("Its language"), choices=LANGUAGES)

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        self.said = words_of(opened)
        whose = names.origin(Origin.SUPPORT, self.said)
        super().__init__(data, today=opened.today, is_copy=is_copying(opened), from_whom=whose, **kwargs)
        del self.fields["said_on"]
        sorts = [(sort.value, names.document_sort(sort, self.said)) for sort in DocumentSort]
        self.fields["sort"].choices = sorts  # type: ignore[attr-defined]  # a choice field
        self.fields["words"].widget.attrs["rows"] = 14
        self.initial.setdefault("language", opened.state.process.language.value)
        self.initial.setdefault("source", _("The letter on paper"))

    def clean_words(self) -> str:
        """Refuse words that nobody can see."""
        return refuse_whitespace(str(self.cleaned_data["words"]), _("Paste the words of the letter"))

    def clean_dated_on(self) -> date:
        """Refuse a day that is still to come."""
        dated_on: date = self.cleaned_data["dated_on"]
        not_after(dated_on, self.today, _("The letter cannot be of a day after today"))
        not_long_ago(dated_on, self.today)
        return dated_on

    def to_entry(self, *, now: int) -> DocumentAdded:
        """Return the document as an entry."""
        found = self.cleaned_data
        sort, dated_on = DocumentSort(found["sort"]), found["dated_on"]
        called = f"{names.document_sort(sort, self.said)}, {days.long_day(dated_on, self.said)}"
        return DocumentAdded(
            at=now,
            meant_for=READERS,
            sort=sort,
            title=found["title"] or called,
            language=found["language"],
            dated_on=dated_on,
            text=found["words"],
            copied=self.copied(said_on=dated_on),
        )


class RowOfDemand(Struct, frozen=True):
    """One row of the form that copies a letter's demands, as the page shows it."""

    heading: str
    fields: tuple[forms.BoundField, ...]


class DemandRowsForm(FoldedForm):
    """Several demands of one letter: what each is about and its words; numbers and source are filled in."""

    FOLDED: Sequence[str] = ()

    rows = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, opened: OpenProcess, document: Document, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened = opened
        self.document = document
        self.count = _row_count(data if data is not None else self.initial)
        self.initial["rows"] = self.count
        words = words_of(opened)
        facets = [("", _("Choose")), *((facet.value, names.facet(facet, words)) for facet in Facet)]
        for number in range(self.count):
            self.fields[f"facet_{number}"] = forms.ChoiceField(
                label=_("What is it about?"),
                choices=facets,
                required=False,
                error_messages={"invalid_choice": _("Choose one of these.")},
            )
            self.fields[f"words_{number}"] = text(_("Its words, word for word"), short=True)
            self.fields[f"words_{number}"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    @property
    def shown_rows(self) -> list[RowOfDemand]:
        """Return the rows with the numbers that are proposed."""
        first = demands.next_free(self.opened.state)
        return [
            RowOfDemand(
                _("Demand %(number)s") % {"number": first + number},
                (self[f"facet_{number}"], self[f"words_{number}"]),
            )
            for number in range(self.count)
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse words without what they are about, words that stand already or twice, and a form without words."""
        found = super().clean() or self.cleaned_data
        seen: dict[tuple[str, ...], int] = {}
        demands_now = self.opened.state.demands
        standing = {tuple(one.current.text.split()): one.number for one in demands_now if not one.withdrawn}
        for number in range(self.count):
            name = f"words_{number}"
            words = tuple(str(found.get(name) or "").split())
            if not words:
                continue
            if not found.get(f"facet_{number}") and f"facet_{number}" not in self.errors:
                self.add_error(f"facet_{number}", _("Choose what it is about"))
            if words in seen:
                self.add_error(name, _("The same words stand here twice"))
            elif words in standing and not self._is_of_this_form(number):
                message = _("This demand stands already, as number %(number)s.")
                self.add_error(name, message % {"number": standing[words]})
            seen[words] = number
        if not seen and not self.errors:
            raise ValidationError(_("Copy at least one demand"))
        return found

    def _is_of_this_form(self, number: int) -> bool:
        """Whether this row was kept by this very form before: sending it twice is no mistake."""
        facet = self.cleaned_data.get(f"facet_{number}")
        if not facet or "entry" not in self.cleaned_data:
            return False
        words = self.cleaned_data[f"words_{number}"]
        return self.opened.ledger.has(demands.row_id(self.entry_id, Facet(facet), words))

    def to_entries(self, *, now: int) -> tuple[DemandRaised, ...]:
        """Return the demands, numbered from the next free number on."""
        filled = [number for number in range(self.count) if str(self.cleaned_data[f"words_{number}"]).split()]
        return tuple(self._demand(number, now=now) for number in filled)

    def _demand(self, number: int, *, now: int) -> DemandRaised:
        """Return the demand of one row; its real number is given when it is kept."""
        found = self.cleaned_data
        return DemandRaised(
            at=now,
            meant_for=tuple(sorted(Role)),
            number=1,
            facet=Facet(found[f"facet_{number}"]),
            text=found[f"words_{number}"],
            said_on=self.document.item.entry.dated_on,
            origin=Origin.SUPPORT,
            copied=self._copied(),
        )

    def _copied(self) -> Copied:
        """Return where the demands come from: the letter, which says itself whose it is."""
        entry = self.document.item.entry
        whose = names.origin(Origin.SUPPORT, words_of(self.opened))
        known = entry.copied
        return Copied(
            from_=known.from_ if known else whose,
            said_on=entry.dated_on,
            source=entry.title,
            how=known.how if known else "",
        )


def _row_count(data: Mapping[str, Any]) -> int:
    """Return how many rows a form has, whatever was posted."""
    try:
        asked = int(data.get("rows") or FIRST_ROWS)
    except (TypeError, ValueError):
        asked = FIRST_ROWS
    return max(1, min(asked, MOST_ROWS))


class AgainForm(FoldedForm):
    """A copy once more, word for word."""

    words = text(later("The words, as they stand in the source"))

    def __init__(self, data: Any = None, *, needed: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["words"].required = needed
        self.fields["words"].error_messages["required"] = _("Write the words")
        self.fields["words"].widget.attrs["rows"] = 12
