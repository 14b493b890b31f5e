"""Forms as paper: one look, ids that stay, an entry id drawn with the form so that sending twice writes once."""

from base64 import b32decode, b32encode
from datetime import date, timedelta
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.sealing.randomness import draw

Said = Any
"""Words, or words translated when they are shown; and whatever Django's forms take and hand on."""

IDENT_BYTES = 16
LONGEST = 20_000
LONGEST_LINE = 300
FARTHEST = timedelta(days=731)
NOTHING_ABOUT_HER = later("Nothing about her.")
"""The hint beside each box for what he or others say (R11)."""


class PaperRenderer(TemplatesSetting):
    """Draw forms with our own templates first, Django's for the bare widgets."""

    field_template_name = "base/parts/field.html"


class Worded(str):
    """The words of a choice, with a hint that the templates show below them."""

    __slots__ = ("hint",)

    hint: str

    def __new__(cls, words: str, hint: str = "") -> Self:
        """Keep `hint` beside the words."""
        made = super().__new__(cls, words)
        made.hint = hint
        return made


def text_of(ident: bytes) -> str:
    """Return an id as it stands in URLs and forms: base32, lower case, no padding (26 characters)."""
    return b32encode(ident).decode().rstrip("=").lower()


def ident_of(text: str) -> bytes:
    """Return the id of its text. Raises ValueError."""
    ident = b32decode(text.upper() + "=" * (-len(text) % 8))
    if len(ident) != IDENT_BYTES or text_of(ident) != text:
        raise ValueError
    return ident


class IdentField(forms.CharField):
    """A hidden id, drawn when the form is shown."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(initial=lambda: text_of(draw(16)), required=True)

    def clean(self, value: Said) -> Said:
        """Return the 16 bytes, or refuse what no form of ours holds."""
        try:
            return ident_of(super().clean(value))
        except ValueError:
            raise ValidationError(later("This form is not complete. Open the page again.")) from None


class PaperForm(forms.Form):
    """The base of all forms: no browser validation, no autocompletion, plain messages."""

    use_required_attribute = False
    default_renderer = PaperRenderer

    def __init__(self, *args: Said, **kwargs: Said) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            attrs = field.widget.attrs
            attrs.setdefault("autocomplete", "off")
            if isinstance(field.widget, forms.Textarea | forms.TextInput):
                attrs.setdefault("spellcheck", "false")
                attrs.pop("maxlength", None)  # too much is refused with a message, never cut off silently


class EntryForm(PaperForm):
    """A form that becomes an entry."""

    entry = IdentField()

    @property
    def entry_id(self) -> bytes:
        """Return the id drawn with the form (of a valid form)."""
        ident: bytes = self.cleaned_data["entry"]
        return ident


def line(
    label: Said, *, required: Said = "", hint: Said = "", margin: Said = "", initial: Said = None
) -> forms.CharField:
    """Return a one-line field; `required` is the message where it is empty."""
    field = forms.CharField(
        label=label,
        required=bool(required),
        help_text=hint,
        initial=initial,
        max_length=LONGEST_LINE,
        error_messages={"required": required, "max_length": later("This line is too long: at most 300 characters.")},
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def text(
    label: Said, *, required: Said = "", hint: Said = "", margin: Said = "", short: bool = False
) -> forms.CharField:
    """Return a field for up to 20,000 characters."""
    widget = forms.Textarea(attrs={"rows": 3 if short else 6, "class": "short" if short else ""})
    field = forms.CharField(
        label=label,
        required=bool(required),
        help_text=hint,
        max_length=LONGEST,
        widget=widget,
        error_messages={
            "required": required,
            "max_length": later("This text is too long: at most 20,000 characters. Nothing was cut off."),
        },
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def day(
    label: Said, *, required: Said = "", hint: Said = "", margin: Said = "", initial: Said = None
) -> forms.DateField:
    """Return a date field, ISO as browsers send it."""
    field = forms.DateField(
        label=label,
        required=bool(required),
        help_text=hint,
        initial=initial,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": required, "invalid": later("Write the day like 2026-09-30.")},
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def choice(
    label: Said, choices: Said, *, required: Said = "", hint: Said = "", margin: Said = "", initial: Said = None
) -> forms.ChoiceField:
    """Return radio buttons."""
    field = forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(required),
        help_text=hint,
        initial=initial,
        widget=forms.RadioSelect,
        error_messages={"required": required, "invalid_choice": later("Choose one of these.")},
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def tick(label: Said, *, hint: Said = "", initial: bool = False) -> forms.BooleanField:
    """Return one checkbox."""
    return forms.BooleanField(label=label, required=False, help_text=hint, initial=initial)


def secret(label: Said, *, required: Said, hint: Said = "", margin: Said = "") -> forms.CharField:
    """Return a passphrase field; spaces at its ends count."""
    field = forms.CharField(
        label=label,
        strip=False,
        max_length=1000,
        help_text=hint,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": required, "max_length": later("This is too long.")},
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def past(on: date, today: date) -> date:
    """Return a day that is not to come. Raises ValidationError."""
    not_after(on, today, _("The day cannot be after today"))
    not_long_ago(on, today)
    return on


def ahead(on: date | None, today: date) -> date | None:
    """Return a day to come. Raises ValidationError for one before today or years away."""
    if on is not None and not today <= on <= today + FARTHEST:
        raise ValidationError(_("Choose a day from today on, within two years"))
    return on


def not_after(day_given: date | None, today: date, message: str) -> None:
    """Raise ValidationError(message) for a day after today."""
    if day_given is not None and day_given > today:
        raise ValidationError(message)


def not_long_ago(day_given: date | None, today: date) -> None:
    """Raise ValidationError for a day that must be a slip of the pen (more than 60 years ago)."""
    if day_given is not None and day_given < today - timedelta(days=60 * 366):
        raise ValidationError(_("Check the year of this day."))
