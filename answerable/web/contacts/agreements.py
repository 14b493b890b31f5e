"""Agreements with X: what became of one, what follows, and another in its place (R31)."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import derived_id
from answerable.core.circles import Role
from answerable.core.entries import AgreementAnswered, AgreementFollowed, AgreementMade, AnyEntry
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.base import Source
from answerable.core.state import Agreement
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import kept, sourced_readers, sources
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.contacts import choices
from answerable.web.contacts.page import Act
from answerable.wording.contacts import replaced
from answerable.wording.words import Words

ANOTHER = "another"
"""The choice that leads on to the form for an agreement in its place."""


def what_follows(*, unsaid: bool) -> list[tuple[str, str]]:
    """Return what can follow from an agreement that was not wholly kept; `unsaid` offers to leave it open."""
    together = base.Worded(_("We answer it together"), _("At the next meeting. Nothing happens by itself."))
    first = [("", _("Not said yet"))] if unsaid else []
    return [
        *first,
        (ANOTHER, _("A new agreement in its place")),
        (Follows.STAYS.value, _("It stays on the list for the next contact")),
        (Follows.TOGETHER.value, together),
        (Follows.NOTHING.value, _("Nothing more")),
    ]


class AnswerForm(base.EntryForm):
    """Kept, partly, not kept; what shows it; how we know; what follows if he did not keep it."""

    kept = base.choice(later("Did he do it?"), (), required=later("Say what became of it"))
    note = base.text(later("What shows it?"), short=True)
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    follows = base.choice(later("What follows?"), (), margin=later("If he did not do all of it."))

    def __init__(self, data: Any = None, *, words: Words, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["kept"].choices = choices.kept(words, open_too=False)  # type: ignore[attr-defined]  # a choice field
        self.fields["source"].choices = sources(words)  # type: ignore[attr-defined]  # a choice field
        self.fields["follows"].choices = what_follows(unsaid=True)  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("source", Source.HE_SAID.value)

    @property
    def said(self) -> str:
        """Return what follows; nothing has to where he kept it."""
        answers = self.cleaned_data
        return "" if answers["kept"] == Kept.KEPT.value else str(answers["follows"])


class FollowsForm(base.EntryForm):
    """What follows, said later or anew."""

    follows = base.choice(later("What follows?"), (), required=later("Choose what follows"))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["follows"].choices = what_follows(unsaid=False)  # type: ignore[attr-defined]  # a choice field


class InsteadForm(base.EntryForm):
    """The agreement that takes the place of another."""

    text = base.text(
        later("What will he do now?"),
        required=later("Write what he will do"),
        hint=later("His own task. What we do ourselves is no agreement with him."),
        short=True,
    )
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
    """Write down whether X kept an agreement, and what follows."""
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
        rows: list[tuple[bytes, AnyEntry]] = [(form.entry_id, entry)]
        if form.said and form.said != ANOTHER:
            rows.append((derived_id(form.entry_id, 1), followed(agreement, form.said, on=opened.today)))
        return _keep(request, opened, agreement, rows, said=form.said)
    return _page(request, opened, agreement, form, _("What became of it?"))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def follows(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what follows from an agreement that was not wholly kept."""
    agreement = agreement_of(opened, ident)
    if not agreement.is_broken:
        return pages.go("agreement", alias=opened.alias, ident=base.text_of(agreement.item.first_id))
    form = FollowsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = str(form.cleaned_data["follows"])
        entry = None if said == ANOTHER else followed(agreement, said, on=opened.today)
        rows: list[tuple[bytes, AnyEntry]] = [] if entry is None else [(form.entry_id, entry)]
        return _keep(request, opened, agreement, rows, said=said)
    return _page(request, opened, agreement, form, _("What follows?"))


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
        return _keep(request, opened, agreement, [(form.entry_id, entry)], said="")
    return _page(request, opened, agreement, form, _("Another agreement in its place"))


def followed(agreement: Agreement, said: str, *, on: date) -> AgreementFollowed:
    """Return that something follows from an agreement."""
    about = agreement.item.first_id
    return AgreementFollowed(at=clock.now(), meant_for=(Role.CONTACT,), agreement=about, on=on, follows=Follows(said))


def _keep(
    request: MemberRequest, opened: OpenProcess, agreement: Agreement, rows: list[tuple[bytes, AnyEntry]], *, said: str
) -> HttpResponseBase:
    """Append, and lead on: to the form for another agreement, or to the page of this one."""
    if rows:
        pages.keep(request, opened, *rows, said=kept(rows[0][1]))
    name = "agreement-replace" if said == ANOTHER else "agreement"
    return pages.go(name, alias=opened.alias, ident=base.text_of(agreement.item.first_id))


def _page(
    request: MemberRequest, opened: OpenProcess, agreement: Agreement, form: forms.Form, heading: str
) -> HttpResponseBase:
    telling = telling_of(opened)
    readers = sourced_readers if "source" in form.fields else readers_sentence
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
        readers=readers(opened, (Role.CONTACT,)),
        actions=(Act(label=_("Save for the group")),),
    )
