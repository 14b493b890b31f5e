"""What the forms of this area share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as later

Choices = list[tuple[str, str]]

LOOK_AGAIN_MONTHS = 1
"""In how many months a step is looked at again, where nobody says otherwise."""

WHY_MISSING = later("Write why. People you answer to want to be able to follow or question it.")


def put(form: forms.Form, **choices: Any) -> None:
    """Put choices into fields of a form."""
    for name, found in choices.items():
        form.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
