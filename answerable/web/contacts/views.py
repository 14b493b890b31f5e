"""The list of contacts, and writing one down."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import contacts as deeds
from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.entries.steps import TO_X
from answerable.core.state import TakenStep
from answerable.web.base import clock, pages, unlock
from answerable.web.base import forms as base
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.outgoing import hint
from answerable.web.contacts.finding import found
from answerable.web.contacts.forms import ContactForm
from answerable.web.contacts.page import contacts_page, new_page
from answerable.web.contacts.setting import setting_of

NOT_OF_THE_DRAFT = {"csrfmiddlewaretoken", "keep", *unlock.OWN}
SEVERAL = ("by",)
SEVERAL_THERE = 2


@member(Role.CONTACT, action="read")
def contacts(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show when the next contact is due, what is on its list, and all contacts."""
    page, back = contacts_page(opened), base.EntryForm()["entry"]
    return pages.show(request, "contacts/list.html", _("Entries"), place="contacts", page=page, back=back)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down a contact: one page, five fields; or keep it as one's own draft."""
    if request.method == "POST":
        return _kept_or_refused(request, opened)
    draft = record.draft_of(opened, deeds.FORM)
    form = ContactForm(setting=setting_of(opened), initial=_typed(draft) if draft else None)
    return _form(request, opened, form, is_draft=draft is not None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def of_step(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down the contact in which a step was taken: its day, who was there and his answer are filled in (R26)."""
    entry_id = found(opened, ident)
    steps = (step for concern in opened.state.concerns for step in concern.steps)
    step = next((one for one in steps if entry_id in (one.item.entry_id, one.item.first_id)), None)
    if step is None or step.item.entry.step not in TO_X:
        raise Http404
    if request.method == "POST":
        return _kept_or_refused(request, opened)
    return _form(request, opened, ContactForm(setting=setting_of(opened), initial=_of(step)), is_draft=False)


def _of(step: TakenStep) -> dict[str, object]:
    """Return what is known of a contact from the step that was taken in it."""
    entry, answers = step.item.entry, [one.entry for one in step.answers if not one.entry.by_friends]
    known: dict[str, object] = {"on": entry.on, "by": [base.text_of(one) for one in entry.by]}
    if not answers:
        return known | {"asked": entry.words, **({"answer_by": entry.answer_by_on} if entry.answer_by_on else {})}
    return known | {"reached": "yes", "account": "\n".join(one.text for one in answers if one.text)}


def _kept_or_refused(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    setting = setting_of(opened)
    if request.POST.get("keep") == "draft":
        fields = {name: values for name, values in request.POST.lists() if name not in NOT_OF_THE_DRAFT}
        record.keep_draft(opened, deeds.FORM, fields, now=clock.now())
        request.visit.say(_("Kept as your draft, for you alone, for thirty days."))
        return pages.go("contact-new", alias=opened.alias)
    form = ContactForm(request.POST, setting=setting)
    if not form.is_valid():
        return _form(request, opened, form, is_draft=False)
    entries = form.to_entries(now=clock.now())
    with suppress(AlreadyWrittenError):  # sent twice, or by the back button: it stands once
        deeds.record_contact(opened, form.entry_id, entries, now=clock.now())
    request.visit.say(" ".join(filter(None, (_kept(form), hint(opened, *entries)))))
    return pages.go("now", alias=opened.alias)


def _kept(form: ContactForm) -> str:
    """Return what is said after a save; where several were there, that each can write a note of their own (R28)."""
    kept = _("Kept. Sealed for the contact group.")
    if form.cleaned_data["reached"] != "yes" or len(form.cleaned_data["by"]) < SEVERAL_THERE:
        return kept
    return f"{kept} " + _(
        "If it was hard: each who was there can write a note of their own, on the page of this contact."
    )


def _form(request: MemberRequest, opened: OpenProcess, form: ContactForm, *, is_draft: bool) -> HttpResponseBase:
    page = new_page(opened, form, is_draft=is_draft)
    return pages.show(request, "contacts/new.html", _("New entry"), place="contacts", page=page, form=form)


def _typed(draft: record.Fields) -> dict[str, object]:
    """Return a draft's fields as a form shows them; a tick that was taken away stays away."""
    typed: dict[str, object] = {name: values[-1] for name, values in draft.items() if values}
    return typed | {name: draft.get(name, []) for name in SEVERAL}
