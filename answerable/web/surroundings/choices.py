"""Choices of the forms about people around X, in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from answerable.core.entries.around import AroundKind, FromWhom, Knows
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base.forms import PaperForm, Worded
from answerable.wording import names
from answerable.wording.words import Words

Choices = list[tuple[str, str]]
KNOWS = (Knows.PROCESS, Knows.DEMANDS, Knows.SEMI_OPEN, Knows.OPEN, Knows.NOTHING, Knows.UNKNOWN)


def put(form: PaperForm, **choices: Iterable[tuple[str, Any]]) -> None:
    """Put choices into fields of a form; fields that it does without are left out."""
    for name, found in choices.items():
        if name in form.fields:
            form.fields[name].choices = list(found)  # type: ignore[attr-defined]  # a choice field


def inline(form: PaperForm, *names_of_fields: str) -> None:
    """Draw short choices beside each other."""
    for name in names_of_fields:
        if name in form.fields:
            form.fields[name].widget.attrs["class"] = "inline"


def kinds(words: Words) -> Choices:
    """Return whether it is a group or one person."""
    return [(kind.value, names.around_kind(kind, words)) for kind in AroundKind]


def knows(words: Words) -> Choices:
    """Return what they can know; a single person stands here only with what they know (R35)."""
    why = _("Only for a group. A single person who knows nothing does not stand here.")
    return [
        (kind.value, Worded(names.knows(kind, words), why if kind in (Knows.NOTHING, Knows.UNKNOWN) else ""))
        for kind in KNOWS
    ]


def from_whom(words: Words) -> Choices:
    """Return from whom they can know."""
    return [(kind.value, names.from_whom(kind, words)) for kind in FromWhom]


def letters() -> Choices:
    """Return whether they have the letter; not knowing is a full answer (R29)."""
    given = {LetterGiven.YES: _("Yes"), LetterGiven.NO: _("No"), LetterGiven.UNKNOWN: _("We do not know")}
    return [(kind.value, said) for kind, said in given.items()]


def yes_no() -> Choices:
    """Return no before yes: what X may learn is no, unless somebody said otherwise (R42)."""
    return [("no", _("No")), ("yes", _("Yes"))]
