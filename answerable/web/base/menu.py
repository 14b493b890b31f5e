"""The menu: pages in the group's words, fewer for some circles, never greyed (interface.md 2)."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from answerable.core.circles import Role
from answerable.web.base.rules import ALL, CONTACT, CONTACT_SUPPORT


class Place(NamedTuple):
    """One page of the menu: its name, the URL it leads to, who has it, whether it stands under More.

    `first_for` has it in the row all the same: each circle's own pages come first (interface.md 2).
    """

    label: str
    url_name: str
    circles: tuple[Role, ...]
    more: bool = False
    first_for: tuple[Role, ...] = ()

    def is_under_more(self, roles: frozenset[Role]) -> bool:
        """Whether it stands under More for these circles; the row of the contact circle is full."""
        return self.more and (Role.CONTACT in roles or roles.isdisjoint(self.first_for))


class MenuItem(NamedTuple):
    """A place as the layout shows it."""

    label: str
    url: str
    current: bool


OTHERS = (Role.SUPPORT, Role.SUPERVISION)
PLACES = (
    Place(later("Now"), "now", ALL),
    Place(later("Contact"), "contacts", CONTACT),
    Place(later("Demands"), "demands", ALL),
    Place(later("People around X"), "around", CONTACT),
    Place(later("Decisions"), "decisions", ALL),
    Place(later("Us"), "people", ALL),
    Place(later("Updates"), "updates", ALL, more=True, first_for=OTHERS),
    Place(later("Who may be told"), "may-tell", CONTACT_SUPPORT, more=True, first_for=OTHERS),
    Place(later("Possible steps"), "steps", CONTACT, more=True),
    Place(later("Questions"), "messages", ALL, more=True, first_for=OTHERS),
    Place(later("Letters"), "letters", CONTACT_SUPPORT, more=True),
    Place(later("Everything in order"), "everything", ALL, more=True),
    Place(later("Settings"), "settings", ALL, more=True),
)


def items(alias: str, roles: frozenset[Role], *, here: str, person_x: str) -> tuple[list[MenuItem], list[MenuItem]]:
    """Return (menu, more) for the circles that somebody is in."""
    menu: list[MenuItem] = []
    more: list[MenuItem] = []
    for place in PLACES:
        if roles.intersection(place.circles):
            label = _(place.label).replace("X", person_x) if place.url_name == "around" else _(place.label)
            item = MenuItem(label, reverse(place.url_name, kwargs={"alias": alias}), place.url_name == here)
            (more if place.is_under_more(roles) else menu).append(item)
    return menu, more
