"""The alarm: what was changed or is missing, words to compare with another member, and noting that one saw it."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import alarms, record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.sealing.spoken import head_words_key, safety_words
from answerable.web.base import clock, pages
from answerable.web.base.forms import EntryForm
from answerable.web.base.guard import POST, MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.base.telling import words_of
from answerable.web.now.page import Act
from answerable.wording import alarms as wording


@member(*ALL, action="read")
def alarm(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what was found, and six words that must be the same for another member."""
    ledger = opened.ledger
    key = head_words_key(opened.process, ledger.size, ledger.root)
    may_note = opened.alarmed and not alarms.is_noted(opened) and Role.CONTACT in opened.roles
    return pages.show(
        request,
        "now/alarm.html",
        _("Entry"),
        place="now",
        form=EntryForm() if may_note else None,
        found=wording.alarm(opened.altered, opened.withheld, words_of(opened)) if opened.alarmed else "",
        noted=opened.alarmed and alarms.is_noted(opened),
        six_words=safety_words(key),
        size=ledger.size,
        alias=opened.alias,
        actions=(Act(label=_("I saw this. We write on")),),
    )


@member(Role.CONTACT, action="write", methods=POST)
def seen(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Note that a member saw the alarm; then writing opens again (entries.md)."""
    form = EntryForm(request.POST)
    if not form.is_valid() or not opened.alarmed:
        return pages.go("alarm", alias=opened.alias)
    try:
        record.note_alarm(opened, form.entry_id, now=clock.now())
    except AlreadyWrittenError:
        return pages.go("now", alias=opened.alias)
    request.visit.say(_("Noted. Writing is open again."))
    return pages.go("now", alias=opened.alias)
