"""What the pages about something she may need to know soon take from the record (R66)."""

from answerable.actions import asides
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries.soon import SoonContact
from answerable.web.base.telling import members_of, words_of
from answerable.web.soon.forms import Setting


def setting_of(opened: OpenProcess) -> Setting:
    """Return today, the words, the named contacts and the members of the contact group."""
    agreed = opened.state.soon.agreed
    return Setting(
        today=opened.today,
        words=words_of(opened),
        me=opened.user_id,
        contacts=contacts_of(opened),
        members=members_of(opened, Role.CONTACT),
        agreed=agreed.item.entry.words if agreed else (),
    )


def contacts_of(opened: OpenProcess) -> tuple[SoonContact, ...]:
    """Return the named contacts; who has no place in the process any more is reached in another way."""
    agreed = opened.state.soon.agreed
    if agreed is None:
        return ()
    return tuple(
        one if one.user and asides.is_here(opened.ledger, one.user) else SoonContact(label=one.label, user=None)
        for one in agreed.item.entry.contacts
    )
