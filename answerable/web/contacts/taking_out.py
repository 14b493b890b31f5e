"""Taking one's own words out within seven days: their key is destroyed, a tombstone stays (R11, R60)."""

from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.entries import ContactAttempted, ContactReached
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.passphrases import AgainForm
from answerable.web.base.rules import ALL
from answerable.web.base.telling import telling_of
from answerable.web.contacts.finding import found, found_aside, standing
from answerable.web.contacts.page import Act
from answerable.wording import entries as wording


class OutForm(AgainForm):
    """Why, and the passphrase once more."""

    why = base.text(later("Why do you take it out?"), hint=later("This stays, for the same readers."), short=True)


@member(*ALL, action="erase", methods=READ_WRITE)
def out(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say what happens, ask why and for the passphrase, then destroy the words."""
    aside = found_aside(opened, ident)
    entry_id = aside or found(opened, ident)
    if aside and aside not in opened.state.asides:
        return pages.go("soon", alias=opened.alias)
    if entry_id in opened.state.taken_out:
        return pages.go("entry", alias=opened.alias, ident=ident)
    versions = record.can_take_out(opened, entry_id, now=clock.now())
    if not any(filed.entry_id == entry_id for filed in versions):
        raise Http404
    form = OutForm(request.POST if request.method == "POST" else None, practice=opened.practice)
    if form.is_bound and form.is_confirmed(request):
        with suppress(AlreadyWrittenError):  # sent twice: it is out
            record.take_out(opened, entry_id, entry_id=form.entry_id, why=form.cleaned_data["why"], now=clock.now())
        request.visit.say(_("Taken out. The key to these words is destroyed."))
        if aside:
            return pages.go("soon", alias=opened.alias)
        return pages.go("entry", alias=opened.alias, ident=ident)
    return _page(request, opened, entry_id, form, several=len(versions) > 1)


def _page(
    request: MemberRequest, opened: OpenProcess, entry_id: bytes, form: OutForm, **facts: Any
) -> HttpResponseBase:
    filed = standing(opened, entry_id)
    if filed is None:
        raise Http404
    telling = telling_of(opened)
    return pages.show(
        request,
        "contacts/out.html",
        _("Entry"),
        place="contacts",
        form=form,
        words=wording.short(filed.entry, telling),
        counts=isinstance(filed.entry, ContactReached | ContactAttempted),
        actions=(Act(label=_("Take out my words")),),
        **facts,
    )
