"""No entry and no form has a place for finding, watching or recognising anybody (R11, R27, R33, R42, R57)."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from django import forms
from django.utils import translation
from msgspec import Struct, structs

from answerable.core.entries import AnyEntry
from answerable.core.entries.codec import KINDS
from answerable.site.urls import urlpatterns
from answerable.web.base.forms import PaperForm

WATCHING = re.compile(
    r"photo|picture|portrait|image|handle|nick_?name|profile_(url|link)|address|street|postcode|zip|geo|latitude|longitude"
    r"|location|coordinates|route|map\b|workplace|employer|phone|mobile|e_?mail|import|scrap|alert|search_person|whereabouts"
    r"|foto|bild(er)?\b|anschrift|adresse|straße|postleitzahl|wohnort|aufenthalt|arbeitsplatz|arbeitgeber|telefon|handynummer"
    r"|diagnos|health|gesundheit|credib|glaubwürdig|her_name|birth|geburt",
    re.IGNORECASE,
)
"""What no field may be called or ask for, in either language."""
OURS = {
    "ReminderForm.address": "a member's own address, sealed under the pepper",
    "SiteForm.exit_page": "where Close leads, set by the host",
    "FileForm.file": "a letter as it came, for what words cannot keep; the form says: of no person, nothing collected",
}
FINDING = (forms.FileInput, forms.URLInput, forms.EmailInput)
"""Inputs that take in pictures, profiles and addresses."""


def fields_of(struct: type[Struct]) -> Iterator[str]:
    """Yield the names of all fields of a struct, those inside it too."""
    for field in structs.fields(struct):
        yield field.name
        yield from fields_inside(field.type)


def fields_inside(annotation: Any) -> Iterator[str]:
    """Yield the names of the fields of the structs in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        yield from fields_of(annotation)
    for part in get_args(annotation):
        yield from fields_inside(part)


def all_forms(kind: type[forms.BaseForm] = PaperForm) -> Iterator[type[forms.Form]]:
    """Yield every form of the program; the routes have loaded all areas."""
    assert urlpatterns
    for one in kind.__subclasses__():
        yield one  # type: ignore[misc]  # forms of ours are forms
        yield from all_forms(one)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_entry_has_a_field_for_it(kind: type[AnyEntry]) -> None:
    """What has no field is not collected by habit."""
    assert not [name for name in fields_of(kind) if WATCHING.search(name)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_form_asks_for_it(language: str) -> None:
    """Neither by its name nor by its words; hints may say what does not belong there."""
    found = set()
    with translation.override(language):
        for form in all_forms():
            for name, field in form.base_fields.items():
                words = f"{name} {field.label or ''}"
                if WATCHING.search(words) or isinstance(field.widget, FINDING):
                    found.add(f"{form.__name__}.{name}")
    assert found == set(OURS)


def test_the_walk_sees_what_it_looks_for() -> None:
    """A planted field is found: the check can fail."""

    class Inside(Struct):
        """What must not come either."""

        photo: str

    class Planted(Struct):
        """What must not come."""

        home_address: str
        inside: tuple[Inside, ...] | None

    assert [name for name in fields_of(Planted) if WATCHING.search(name)] == ["home_address", "photo"]
    assert WATCHING.search("Seine Adresse")
    assert len(list(all_forms())) > 20


SAID = {"account", "said", "answered"}
"""What the boxes are called in which somebody's words about X are written."""


def test_the_hint_stands_beside_each_box_for_what_somebody_says() -> None:
    """Nothing about her: in a hint, or by the tick that says it was stopped (R11)."""
    boxes = [
        (form, field)
        for form in all_forms()
        for name, field in form.base_fields.items()
        if name in SAID and isinstance(field.widget, forms.Textarea)
    ]
    assert len(boxes) > 5
    bare = {
        form.__name__
        for form, field in boxes
        if "about her" not in f"{field.help_text} {getattr(field, 'margin_hint', '')}"
        and "her_topic" not in form.base_fields
    }
    assert not bare
