"""Choices of the forms in the reader's language; a word may carry a hint below it."""

from collections.abc import Callable
from typing import Any

from django.forms import ChoiceField, Select
from django.utils.translation import gettext as _

from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base.forms import Worded
from answerable.wording import entry_words, names
from answerable.wording.words import Words

Choices = list[tuple[str, str]]


class StateSelect(Select):
    """A list of states of a question; the state "not asked" hides the box for its text (CSS)."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Mark the option that stands for no answer."""
        option: dict[str, Any] = super().create_option(*args, **kwargs)
        if option["value"] == "":
            option["attrs"]["class"] = "not-asked"
        return option


def select(label: Any, choices: Choices, *, hint: str = "", widget: Select | None = None) -> ChoiceField:
    """Return a list to choose one of."""
    return ChoiceField(
        label=label,
        choices=choices,
        required=False,
        help_text=hint,
        widget=widget or Select(),
        error_messages={"invalid_choice": _("Choose one of these.")},
    )


def state(label: Any, choices: Choices, *, box: str, hint: str = "") -> ChoiceField:
    """Return the state of a question; both it and its box are named by the label above them (contacts/ask.html)."""
    widget = StateSelect(attrs={"aria-labelledby": f"id_{box}_label"})
    return select(label, choices, hint=hint, widget=widget)


def all_of(kinds: Any, name: Callable[[Any, Words], str], words: Words) -> Choices:
    """Return every value of an enumeration with its words."""
    return [(kind.value, name(kind, words)) for kind in kinds]


def reached() -> Choices:
    """Return the answers to the one question that is needed."""
    return [
        ("yes", Worded(_("Yes"), _("He answered, evaded or refused something we asked."))),
        ("tried", Worded(_("We tried"), _("The time since the last contact runs on."))),
        ("missed", _("He did not come")),
    ]


def media(words: Words) -> Choices:
    """Return the forms a contact takes."""
    return all_of(Medium, names.medium, words)


def places(words: Words) -> Choices:
    """Return the kinds of place, and that it is left open."""
    return [("", _("not said")), *all_of(PlaceKind, names.place, words)]


def replies(words: Words) -> Choices:
    """Return what can come back after an attempt."""
    return all_of(Reply, names.reply, words)


def missed_reasons(words: Words) -> Choices:
    """Return whose reason a missed meeting had."""
    return all_of(MissedReason, names.missed_reason, words)


def told(words: Words) -> Choices:
    """Return whether he told anyone new."""
    return all_of(ToldNew, entry_words.told_new, words)


def letters() -> Choices:
    """Return whether the letter was handed over; not knowing is a full answer (R29)."""
    given = {LetterGiven.YES: _("Yes"), LetterGiven.NO: _("No"), LetterGiven.UNKNOWN: _("We do not know")}
    return [(kind.value, said) for kind, said in given.items()]


def outcomes(words: Words) -> Choices:
    """Return what he did with a question; the first stands for one that was not asked."""
    return [("", names.outcome(None, words)), *all_of(Outcome, names.outcome, words)]


def kept(words: Words, *, open_too: bool) -> Choices:
    """Return what became of an agreement."""
    first = [("", names.outcome(None, words))] if open_too else []
    return first + all_of(Kept, names.kept, words)
