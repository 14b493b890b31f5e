"""Finding a circle of people by the id in a URL: one of its own entries, or one about people around X."""

from django.http import Http404
from msgspec import Struct

from answerable.actions import telling as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.entries.around import AroundKind
from answerable.core.state.telling import Circle, Plan
from answerable.web.base.forms import ident_of


class Asked(Struct, frozen=True, kw_only=True):
    """Whom a page is about: the circle, or only a label while nothing about them stands here."""

    ident: bytes
    label: str
    kind: AroundKind
    circle: Circle | None


def entry_id_of(ident: str) -> bytes:
    """Return the id of an entry in a URL. Raises Http404."""
    try:
        return ident_of(ident)
    except ValueError:
        raise Http404 from None


def asked_of(opened: OpenProcess, ident: str) -> Asked:
    """Return whom an id is about. Raises Http404 alike for what is not there and what is others'."""
    entry_id = entry_id_of(ident)
    circle = deeds.circle_of(opened.state, entry_id)
    if circle is not None:
        return Asked(ident=entry_id, label=circle.label, kind=circle.kind, circle=circle)
    around = next((one for one in opened.state.surroundings.people if entry_id in one.ids), None)
    if around is not None:
        kind = AroundKind.PERSON if around.is_one_person else AroundKind.GROUP
        return Asked(ident=entry_id, label=around.label, kind=kind, circle=None)
    concern = next((one for one in opened.state.concerns if entry_id in one.ids and one.label), None)
    if concern is None:
        raise Http404
    label = concern.label or ""
    found = opened.state.telling.labelled(label)
    return Asked(ident=entry_id, label=label, kind=found.kind if found else AroundKind.GROUP, circle=found)


def circle_of(opened: OpenProcess, ident: str) -> Circle:
    """Return the circle of an id. Raises Http404 where nothing about them stands here."""
    circle = asked_of(opened, ident).circle
    if circle is None:
        raise Http404
    return circle


def plan_of(opened: OpenProcess, ident: str) -> tuple[Circle, Plan]:
    """Return a plan of an id with its circle. Raises Http404."""
    circle = circle_of(opened, ident)
    plan = deeds.plan_of(circle, entry_id_of(ident))
    if plan is None:
        raise Http404
    return circle, plan
