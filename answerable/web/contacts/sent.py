"""Everything he sent since the last meeting, on one page and in one save (R26)."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import contacts as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import asking
from answerable.core.circles import Role
from answerable.web.base import clock, pages
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts.page import Act
from answerable.web.contacts.sent_form import SentForm, Waits
from answerable.web.contacts.setting import setting_of
from answerable.wording.contacts import new_dates
from answerable.wording.entry_words import shortened

LONGEST = 160


class SentPage(Struct, frozen=True, kw_only=True):
    """What stands round the form."""

    lead: str
    readers: str
    acts: tuple[Act, ...]
    afterwards: str


def waiting(opened: OpenProcess) -> tuple[Waits, ...]:
    """Return what he was asked and has not answered: messages, demands, agreements."""
    telling = telling_of(opened)
    found = asking.open_questions(opened.state, opened.today)
    waits = []
    for message in found.messages:
        hint = _("Asked on %(day)s.") % {"day": telling.day(message.on)}
        if message.new_dates:
            hint += " " + new_dates(message.new_dates, telling.gettext)
        about = message.attempts[0].first_id
        waits.append(Waits(about=about, text=shortened(message.asked, LONGEST), hint=hint))
    for demand in found.demands:
        text = _("Demand %(number)s: %(text)s") % {
            "number": demand.number,
            "text": shortened(demand.current.text, LONGEST),
        }
        hint = _("What you choose here the support group reads too.")
        waits.append(Waits(about=demand.demand_id, text=text, hint=hint))
    for agreement in found.agreements:
        entry = agreement.item.entry
        by = _("An agreement. Its day was %(day)s.") % {"day": telling.day(entry.by_on)} if entry.by_on else ""
        hint = by or _("An agreement without a day.")
        waits.append(Waits(about=agreement.item.first_id, text=shortened(entry.text, LONGEST), hint=hint))
    return tuple(waits)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down what he sent, and what he did in it with each open question."""
    posted = request.POST if request.method == "POST" else None
    form = SentForm(posted, setting=setting_of(opened), waits=waiting(opened))
    if posted is not None and form.is_valid():
        now = clock.now()
        how = form.sorted(now=now)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.record_sent(opened, form.entry_id, form.words(now=now), how, now=now)
        moved = _("Kept. With this he was reached.") if how.reached else _("Kept. It moves no date.")
        request.visit.say(moved)
        return pages.go("contacts", alias=opened.alias)
    page = SentPage(
        lead=_("Read together what came since the last meeting. However much he writes, it is sorted once."),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        acts=(
            Act(label=_("Save for the group")),
            Act(label=_("Go back"), url=reverse("contacts", kwargs={"alias": opened.alias}), plain=True),
        ),
        afterwards=_("You can take his words out again for seven days. What he did with the questions stays."),
    )
    return pages.show(request, "contacts/sent.html", _("New entry"), place="contacts", page=page, form=form)
