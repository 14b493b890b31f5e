"""Taking out what is about her: passages are ticked, destroyed, and leave a mark (R11)."""

from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import passages as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.entries import AnyEntry
from answerable.core.passages import pieces, texts_of
from answerable.web.base import clock, pages
from answerable.web.base.forms import Worded, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.passphrases import AgainForm
from answerable.web.base.rules import ALL
from answerable.web.base.telling import telling_of
from answerable.web.contacts.finding import found
from answerable.web.contacts.page import Act
from answerable.wording import entries

Accounts = tuple[tuple[str, str], ...]
"""What was said, in the words of an entry's page, and whose account it is."""


class MarkForm(AgainForm):
    """The words in pieces, each with a tick; and the passphrase once more. `seen` are the words that were shown."""

    seen = forms.CharField(widget=forms.HiddenInput)
    marked = forms.MultipleChoiceField(
        label=later("Tick what is about her"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": later("Tick at least one passage")},
    )

    def __init__(self, data: QueryDict | None, *, words: AnyEntry, whose: Accounts, seen: str, **kwargs: Any) -> None:
        self._changed = data is not None and data.get("seen") != seen
        if data is not None and self._changed:
            data = data.copy()
            data["seen"] = seen
            data.setlist("marked", [])
        super().__init__(data, initial={"seen": seen}, **kwargs)
        marked = self.fields["marked"]
        marked.required = not self._changed
        marked.choices = [  # type: ignore[attr-defined]  # a choice field
            (f"{number}-{place}", Worded(piece.strip(), next((of for account, of in whose if text in account), "")))
            for number, text in enumerate(texts_of(words))
            for place, piece in enumerate(pieces(text))
            if piece.strip()
        ]

    def clean_marked(self) -> list[str]:
        """Refuse ticks that were set on other words than those that stand now."""
        if self._changed:
            raise ValidationError(_("Somebody changed these words meanwhile. Look at them again, and tick anew."))
        marked: list[str] = self.cleaned_data["marked"]
        return marked

    @property
    def places(self) -> frozenset[tuple[int, int]]:
        """Return the ticked pieces as (number of the text, number of the piece)."""
        return frozenset(_place(one) for one in self.cleaned_data["marked"])


def whose_accounts(opened: OpenProcess, entry: AnyEntry) -> Accounts:
    """Return what an entry holds of an account of X or of his friends, and whose: each passage of it says so (R14)."""
    parts = entries.describe(entry, telling_of(opened)).parts
    return tuple((part.text, part.whose or _("his account")) for part in parts if part.his)


def _place(value: str) -> tuple[int, int]:
    number, _dash, place = value.partition("-")
    return int(number), int(place)


@member(*ALL, action="erase", methods=READ_WRITE)
def mark(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show an entry's words in pieces, and destroy those that are ticked."""
    entry_id = found(opened, ident)
    filed = deeds.standing(opened, entry_id)
    if filed is None or not texts_of(filed.entry):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    whose = whose_accounts(opened, filed.entry)
    form = MarkForm(posted, words=filed.entry, whose=whose, seen=text_of(filed.entry_id), practice=opened.practice)
    if form.is_bound and form.is_confirmed(request):
        with suppress(AlreadyWrittenError):  # sent twice: it is out
            deeds.take_out(
                opened,
                entry_id,
                form.places,
                entry_id=form.entry_id,
                mark=_("[about her, removed]"),
                why=_("about her"),
                now=clock.now(),
            )
        request.visit.say(_("Taken out. The words about her are destroyed."))
        return pages.go("entry", alias=opened.alias, ident=text_of(form.entry_id))
    actions = (Act(label=_("Take these passages out")),)
    return pages.show(request, "contacts/mark.html", _("Entry"), place="contacts", form=form, actions=actions)
