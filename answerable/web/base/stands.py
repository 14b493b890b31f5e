"""The answer to a form that was saved before with other words: what stands, and what was typed now, both in sight."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.web.base import shells, unlock
from answerable.web.base.copied import Quote, quotes_of
from answerable.web.base.forms import text_of
from answerable.web.base.session import Request
from answerable.web.base.telling import telling_of
from answerable.wording import entries

CONFLICT = 409
ID_LENGTH = 26
"""How long an id is in a form; what is shorter and one word is a choice, not a text."""


class Standing(Struct, frozen=True, kw_only=True):
    """The words that stand, and where they are put right."""

    title: str
    sentence: str
    quotes: tuple[Quote, ...]
    url: str


def stands_otherwise(request: Request, entry_id: bytes) -> HttpResponseBase:
    """409: the first save stands; what was typed now was not kept and is shown to be taken along."""
    opened: OpenProcess | None = getattr(request, "opened", None)
    context = {
        "shell": shells.bare(request, _("Entry"), refused=True),
        "standing": _standing(opened, entry_id) if opened else None,
        "typed": [value for name, value in unlock.carried_of(request) if _is_text(name, value)],
    }
    return render(request, "base/stands.html", context, status=CONFLICT)


def _standing(opened: OpenProcess, entry_id: bytes) -> Standing | None:
    filed = next((one for one in opened.filed if one.entry_id == entry_id), None)
    if filed is None:
        return None  # somebody saved it since this page opened the record; its words are seen on the list
    told = entries.describe(filed.entry, telling_of(opened))
    return Standing(
        title=told.title,
        sentence=told.sentence,
        quotes=quotes_of(told.parts),
        url=reverse("entry", kwargs={"alias": opened.alias, "ident": text_of(entry_id)}),
    )


def _is_text(name: str, value: str) -> bool:
    """Say whether somebody wrote this, rather than chose it."""
    return not name.startswith("_") and (" " in value.strip() or len(value) > ID_LENGTH)
