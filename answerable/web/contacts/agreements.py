"""Agreements with X: what became of one, and another in its place (R31)."""

from typing import Any

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import AgreementAnswered, AgreementMade
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Source
from answerable.core.state import Agreement
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.contacts import choices
from answerable.web.contacts.page import Act
from answerable.wording.contacts import replaced
from answerable.wording.words import Words


class AnswerForm(base.EntryForm):
    """Kept, partly, not kept; what shows it; how we know."""

    kept = base.choice(later("Did he do it?"), (), required=later("Say what became of it"))
    note = base.text(later("What shows it?"), short=True)
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))

    def __init__(self, data: Any = None, *, words: Words, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["kept"].choices = choices.kept(words, open_too=False)  # type: ignore[attr-defined]  # a choice field
        self.fields["source"].choices = choices.sources(words)  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("source", Source.HE_SAID.value)


class InsteadForm(base.EntryForm):
    """The agreement that takes the place of another."""

    text = base.text(later("What will he do now?"), required=later("Write what he will do"), short=True)
    by_on = base.day(later("By"))


def agreement_of(opened: OpenProcess, ident: str) -> Agreement:
    """Return the agreement of an id in a URL, or answer 404."""
    try:
        entry_id = base.ident_of(ident)
    except ValueError:
        raise Http404 from None
    for agreement in opened.state.agreements:
        if entry_id in (agreement.item.entry_id, agreement.item.first_id):
            return agreement
    raise Http404


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def answer(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down whether X kept an agreement."""
    agreement = agreement_of(opened, ident)
    posted = request.POST if request.method == "POST" else None
    form = AnswerForm(posted, words=words_of(opened))
    if posted is not None and form.is_valid():
        entry = AgreementAnswered(
            at=clock.now(),
            meant_for=(Role.CONTACT,),
            agreement=agreement.item.first_id,
            on=opened.today,
            kept=Kept(form.cleaned_data["kept"]),
            note=form.cleaned_data["note"],
            source=Source(form.cleaned_data["source"]),
        )
        pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. Sealed for the contact group."))
        return pages.go("contacts", alias=opened.alias)
    return _page(request, opened, agreement, form, _("What became of it?"))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def replace(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down an agreement in place of another; the older one stays, and the count shows."""
    agreement = agreement_of(opened, ident)
    posted = request.POST if request.method == "POST" else None
    form = InsteadForm(posted)
    if posted is not None and form.is_valid():
        entry = AgreementMade(
            at=clock.now(),
            meant_for=(Role.CONTACT,),
            on=opened.today,
            text=form.cleaned_data["text"],
            by_on=form.cleaned_data["by_on"],
            replaces=agreement.item.first_id,
        )
        pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. Sealed for the contact group."))
        return pages.go("contacts", alias=opened.alias)
    return _page(request, opened, agreement, form, _("Another agreement in its place"))


def _page(
    request: MemberRequest, opened: OpenProcess, agreement: Agreement, form: forms.Form, heading: str
) -> HttpResponseBase:
    telling = telling_of(opened)
    entry = agreement.item.entry
    by = _("By %(day)s.") % {"day": telling.day(entry.by_on)} if entry.by_on else _("No day was set.")
    times = replaced(agreement.replaced_times, telling.gettext) if agreement.replaced_times else ""
    return pages.show(
        request,
        "contacts/agreement.html",
        _("New entry"),
        place="contacts",
        form=form,
        heading=heading,
        account=entry.text,
        account_tag=_("agreed with him"),
        facts=f"{by} {times}".strip(),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(label=_("Save for the group")),),
    )
