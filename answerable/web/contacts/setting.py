"""What the forms about contact take from the record (R28: derived, never asked)."""

from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.core.entries import ContactAttempted, ContactReached
from answerable.core.entries.base import Medium
from answerable.web.base import forms as base
from answerable.web.base.telling import members_of, telling_of
from answerable.web.contacts.forms import Agreed, Asked, Setting
from answerable.wording.entry_words import shortened

Placed = tuple[int, ContactReached | ContactAttempted]


def setting_of(opened: OpenProcess) -> Setting:
    """Return today, the last form of contact, the last pair, open messages and agreements."""
    telling, state = telling_of(opened), opened.state
    users = members_of(opened, Role.CONTACT)
    found: list[Placed] = [(item.seq, item.entry) for item in state.contacts.reached]
    found += [(item.seq, item.entry) for item in state.contacts.attempts]
    newest = max(found, default=None, key=_place)
    pair = [user for user in newest[1].by if user in users] if newest else []
    return Setting(
        supervision=state.process.supervision is not Presence.NOT_YET,
        today=opened.today,
        telling=telling,
        words=telling.words,
        members=tuple((base.text_of(user), telling.name(user)) for user in users),
        medium=newest[1].medium if newest else Medium.CALL,
        pair=tuple(base.text_of(user) for user in pair or [opened.user_id]),
        messages=tuple(
            Asked(
                ident=base.text_of(message.attempts[0].first_id),
                text=f"{telling.day(message.on)}: {shortened(message.asked, 60)}",
                newest=message.attempts[-1].entry_id,
            )
            for message in state.contacts.open_messages
        ),
        agreed=tuple(
            Agreed(
                entry_id=agreement.item.entry_id,
                text=agreement.item.entry.text,
                by=_("By %(day)s.") % {"day": telling.day(agreement.item.entry.by_on)}
                if agreement.item.entry.by_on
                else "",
            )
            for agreement in state.agreements
            if agreement.stays_on_list
        ),
    )


def _place(one: Placed) -> int:
    return one[0]
