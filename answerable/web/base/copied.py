"""Forms for words that came from elsewhere: from whom, when, from what, how (R64); and one page for any form."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import StandsOtherwiseError
from answerable.core.entries.base import Copied
from answerable.web.base.forms import EntryForm, day, ident_of, line, not_after, not_long_ago, text, text_of
from answerable.wording.entry_words import Part


class Act(Struct, frozen=True):
    """A button (without url) or a link of parts/actions.html; the first of a page is filled."""

    label: str
    url: str = ""
    plain: bool = False
    name: str = ""
    value: str = ""


class Quote(Struct, frozen=True, kw_only=True):
    """Words that stand above a form, as they were written; `his` marks his account, `whose` that of his friends."""

    label: str
    text: str
    pairs: tuple[tuple[str, str], ...] = ()
    his: bool = False
    whose: str = ""


def quotes_of(parts: Iterable[Part], *, unnamed: str = "") -> tuple[Quote, ...]:
    """Return the texts of an entry as they are quoted, with whose account each is (R14)."""
    return tuple(Quote(label=part.label or unnamed, text=part.text, his=part.his, whose=part.whose) for part in parts)


class FormPage(Struct, frozen=True, kw_only=True):
    """A page that is one form: what base/form_page.html shows round it. `reads` says who can read what is kept."""

    heading: str
    lead: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    warnings: tuple[str, ...] = ()
    more: str = ""
    reads: str = ""
    actions: tuple[Act, ...] = ()
    afterwards: str = ""


class FoldedForm(EntryForm):
    """A form that asks a few things; what is filled in already, or can stay empty, is folded."""

    FOLDED: Sequence[str] = ()

    @property
    def asked(self) -> list[forms.BoundField]:
        """Return the questions that stand open."""
        return [field for field in self.visible_fields() if field.name not in self.FOLDED]

    @property
    def folded(self) -> list[forms.BoundField]:
        """Return the questions that are folded."""
        return [field for field in self.visible_fields() if field.name in self.FOLDED]

    @property
    def folded_open(self) -> bool:
        """Whether something in the fold needs another look."""
        return any(field.errors for field in self.folded)


class CopiedForm(FoldedForm):
    """A form for words of one's own circle, or (`is_copy`) for words of another that a member copies."""

    FOLDED: Sequence[str] = ("from_whom", "how")

    said_on = day(later("When was it said or written?"), required=later("Write the day"))
    source = line(
        later("What do you copy it from?"),
        required=later("Say what you copy it from"),
        hint=later("The letter on paper, a mail, a talk. A second member reads it against that."),
    )
    from_whom = line(later("From whom is it?"), required=later("Say from whom it is"))
    how = text(later("How did it come to you?"), short=True)

    def __init__(self, data: Any = None, *, today: date, is_copy: bool, from_whom: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        self.is_copy = is_copy
        self.initial.setdefault("from_whom", from_whom)
        if not is_copy:
            for name in ("source", "from_whom", "how"):
                del self.fields[name]

    def clean_said_on(self) -> date:
        """Refuse a day that is still to come, and one that must be a slip."""
        said_on: date = self.cleaned_data["said_on"]
        not_after(said_on, self.today, _("This day cannot be after today"))
        not_long_ago(said_on, self.today)
        return said_on

    def copied(self, *, said_on: date | None = None) -> Copied | None:
        """Return where the words come from; None for words of one's own circle."""
        if not self.is_copy:
            return None
        found = self.cleaned_data
        return Copied(
            from_=found["from_whom"],
            said_on=said_on or found["said_on"],
            source=found["source"],
            how=found["how"],
        )


def refuse_whitespace(words: str, message: str) -> str:
    """Return words that hold something. Raises ValidationError(message) where they hold only marks nobody sees."""
    if not any(not one.isspace() and one.isprintable() for one in words):
        raise ValidationError(message)
    return words


def link_to(name: str, opened: OpenProcess, ident: bytes | None = None) -> str:
    """Return the URL of a page of this process, about an entry where one is given."""
    ids = {"alias": opened.alias} if ident is None else {"alias": opened.alias, "ident": text_of(ident)}
    return reverse(name, kwargs=ids)


def was_kept(request: HttpRequest, opened: OpenProcess, **fields: str) -> bool:
    """Whether the form that was sent was kept before (double submit, back button): it is not judged once more.

    `fields` names the form's field for a text of the entry. Raises StandsOtherwiseError where that says something else.
    """
    try:
        ident = ident_of(request.POST.get("entry", ""))
    except ValueError:
        return False
    if request.method != "POST" or not opened.ledger.has(ident):
        return False
    standing = next((filed.entry for filed in opened.filed if filed.entry_id == ident), None)
    for name, field in fields.items():
        if standing is not None and _lines(getattr(standing, name, "")) != _lines(request.POST.get(field, "")):
            raise StandsOtherwiseError(ident)
    return True


def _lines(words: str) -> list[str]:
    return words.strip().splitlines()
