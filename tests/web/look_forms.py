"""The invented forms of the look's sample pages, with every kind of field."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils import translation


class Worded(str):
    """The words of a choice, with a hint below them."""

    __slots__ = ("hint",)
    hint: str

    def __new__(cls, words: str, hint: str = "") -> Self:
        """Keep `hint` beside the words."""
        made = super().__new__(cls, words)
        made.hint = hint
        return made


def iso_day() -> forms.DateInput:
    """Return the widget of a day: the browser's own, which takes ISO days in every language."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def say(english: str, german: str) -> str:
    """Return the words in the language that is on."""
    return german if translation.get_language() == "de" else english


def account_fields() -> dict[str, forms.Field]:
    """Return the fields for words: long, short, secret, hidden, and a tick."""
    return {
        "account": forms.CharField(
            widget=forms.Textarea(attrs={"rows": 5}),
            label=say("2. What did he say or do?", "2. Was hat er gesagt oder getan?"),
            help_text=say("It stays marked as his account.", "Es bleibt als seine Darstellung gekennzeichnet."),
            required=False,
        ),
        "topic": forms.BooleanField(
            label=say("He made her the topic; we stopped it", "Er hat sie zum Thema gemacht; wir haben es beendet"),
            help_text=say("What he says about her is not kept.", "Was er über sie sagt, wird nicht aufgehoben."),
            required=False,
        ),
        "label": forms.CharField(
            label=say("3. Whom has he told?", "3. Wem hat er es gesagt?"),
            help_text=say("A group, or a short label.", "Eine Gruppe oder ein kurzes Kürzel."),
            required=False,
        ),
        "passphrase": forms.CharField(
            widget=forms.PasswordInput, label=say("Your passphrase", "Deine Passphrase"), required=False
        ),
        "entry": forms.CharField(widget=forms.HiddenInput, initial="k7q2m9fx"),
    }


def contact_form(engine: BaseRenderer, data: Mapping[str, Any] | None) -> forms.Form:
    """Return a form with every kind of field; bound to `data` unless that is None."""
    reached = [
        ("yes", say("Yes", "Ja")),
        ("tried", Worded(say("We tried", "Wir haben es versucht"), say("The time runs on.", "Die Zeit läuft weiter."))),
        ("missed", say("He did not come", "Er ist nicht gekommen")),
    ]
    missed = [("ok", say("acceptable", "annehmbar")), ("no", say("not acceptable", "nicht annehmbar"))]
    ways = [("call", say("Call", "Anruf")), ("mail", "Mail"), ("met", say("Met in person", "Persönlich getroffen"))]
    who = [("a", "Ada"), ("b", "Bo")]
    inline = {"class": "inline"}
    fields: dict[str, forms.Field] = {
        "reached": forms.ChoiceField(
            choices=reached,
            widget=forms.RadioSelect,
            label=say("1. Did you reach him?", "1. Habt ihr ihn erreicht?"),
            error_messages={"required": say("Say whether you reached him", "Sag, ob ihr ihn erreicht habt")},
        ),
        "missed": forms.ChoiceField(
            choices=missed,
            widget=forms.RadioSelect(attrs=inline),
            label=say("His reason is", "Sein Grund ist"),
            required=False,
        ),
        "on": forms.DateField(
            widget=iso_day(),
            label=say("Day", "Tag"),
            error_messages={"invalid": say("Write the day as 2026-09-22", "Schreib den Tag als 2026-09-22")},
        ),
        "how": forms.ChoiceField(choices=ways, label=say("How", "Wie")),
        "who": forms.MultipleChoiceField(
            choices=who, widget=forms.CheckboxSelectMultiple(attrs=inline), label=say("Who of us", "Wer von uns")
        ),
    }
    fields |= account_fields() | source_fields()
    hint = say("This one is needed.", "Diese Antwort wird gebraucht.")
    fields["reached"].margin_hint = hint  # type: ignore[attr-defined]  # read by field.html only
    made = type("Sample", (forms.Form,), fields)
    form: forms.Form = made(data, renderer=engine)
    return form


def source_fields() -> dict[str, forms.Field]:
    """Return how one can know, with what opens below one of the choices."""
    sources = [("he-said", say("He said it", "Er hat es gesagt")), ("someone-came", say("Someone came", "Jemand kam"))]
    yes_no = [("no", say("No", "Nein")), ("yes", say("Yes", "Ja"))]
    return {
        "source": forms.ChoiceField(
            choices=sources,
            widget=forms.RadioSelect,
            label=say("How do you know?", "Woher wisst ihr es?"),
            required=False,
        ),
        "may_learn": forms.ChoiceField(
            choices=yes_no,
            widget=forms.RadioSelect(attrs={"class": "inline"}),
            label=say("May he learn it?", "Darf er es erfahren?"),
            required=False,
        ),
    }


def unlock_form(engine: BaseRenderer) -> forms.Form:
    """Return the passphrase page's form, refused."""
    words = say("Check for a missing word.", "Prüfe, ob ein Wort fehlt.")
    fields = {
        "_name": forms.CharField(label=say("Your name here", "Dein Name hier"), required=False),
        "_passphrase": forms.CharField(
            label=say("Passphrase", "Passphrase"), widget=forms.PasswordInput, error_messages={"required": words}
        ),
    }
    form: forms.Form = type("Unlock", (forms.Form,), fields)({}, renderer=engine)
    return form
