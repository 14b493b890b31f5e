"""Writing a note."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import contacts as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.web.base import clock, pages
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import kept, sourced_readers
from answerable.web.contacts.note_form import NoteForm, Subject
from answerable.web.contacts.page import Act
from answerable.web.contacts.setting import setting_of
from answerable.wording.entry_words import shortened


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write a note: text, day, how we know (R42)."""
    posted = request.POST if request.method == "POST" else None
    form = NoteForm(posted, setting=setting_of(opened), asked=asked_of(opened))
    if posted is not None and form.is_valid():
        note, widened = form.to_entry(now=clock.now()), form.cleaned_data.get("supervision", False)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.keep_note(opened, form.entry_id, note, with_supervision=widened, now=clock.now())
        for_whom = _("Kept. Sealed for those who can read it.") if widened else kept(note)
        request.visit.say(for_whom)
        return pages.go("now", alias=opened.alias)
    return pages.show(
        request,
        "contacts/note.html",
        _("New entry"),
        place="now",
        form=form,
        readers=sourced_readers(opened, (Role.CONTACT,)),
        actions=(Act(label=_("Save for the group")),),
    )


def asked_of(opened: OpenProcess) -> tuple[Subject, ...]:
    """Return the demands that a note can be about."""
    return tuple(
        Subject(
            ident=text_of(demand.current.item.entry_id), text=f"{demand.number}. {shortened(demand.current.text, 70)}"
        )
        for demand in opened.state.demands
        if not demand.withdrawn
    )
