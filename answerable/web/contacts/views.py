"""The list of contacts, writing one down, the questions on paper."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import contacts as deeds
from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.web.base import clock, pages, unlock
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.contacts.forms import ContactForm
from answerable.web.contacts.page import contacts_page, new_page, sheet_page
from answerable.web.contacts.setting import setting_of

NOT_OF_THE_DRAFT = {"csrfmiddlewaretoken", "keep", *unlock.OWN}
SEVERAL = ("by",)


@member(Role.CONTACT, action="read")
def contacts(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show when the next contact is due, what is on its list, and all contacts."""
    return pages.show(request, "contacts/list.html", _("Entries"), place="contacts", page=contacts_page(opened))


@member(Role.CONTACT, action="read")
def sheet(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show the eighteen questions with room for a pen."""
    return pages.show(request, "contacts/sheet.html", _("Entries"), place="contacts", page=sheet_page(opened))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down a contact: one page, five fields; or keep it as one's own draft."""
    setting = setting_of(opened)
    if request.method != "POST":
        draft = record.draft_of(opened, deeds.FORM)
        form = ContactForm(setting=setting, initial=_typed(draft) if draft else None)
        return _form(request, opened, form, is_draft=draft is not None)
    if request.POST.get("keep") == "draft":
        fields = {name: values for name, values in request.POST.lists() if name not in NOT_OF_THE_DRAFT}
        record.keep_draft(opened, deeds.FORM, fields, now=clock.now())
        request.visit.say(_("Kept as your draft, for you alone, for thirty days."))
        return pages.go("contact-new", alias=opened.alias)
    form = ContactForm(request.POST, setting=setting)
    if not form.is_valid():
        return _form(request, opened, form, is_draft=False)
    with suppress(AlreadyWrittenError):  # sent twice, or by the back button: it stands once
        deeds.record_contact(opened, form.entry_id, form.to_entries(now=clock.now()), now=clock.now())
    request.visit.say(_("Kept. Sealed for the contact group."))
    return pages.go("now", alias=opened.alias)


def _form(request: MemberRequest, opened: OpenProcess, form: ContactForm, *, is_draft: bool) -> HttpResponseBase:
    page = new_page(opened, form, is_draft=is_draft)
    return pages.show(request, "contacts/new.html", _("New entry"), place="contacts", page=page, form=form)


def _typed(draft: record.Fields) -> dict[str, object]:
    """Return a draft's fields as a form shows them; a tick that was taken away stays away."""
    found: dict[str, object] = {name: values[-1] for name, values in draft.items() if values}
    return found | {name: draft.get(name, []) for name in SEVERAL}
