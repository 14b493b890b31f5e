"""Finding what an id in a URL belongs to: what does not exist and what is another's answer alike (404)."""

from django.http import Http404

from answerable.actions.reading import OpenProcess
from answerable.core import steps
from answerable.core.state import Concern, TakenStep
from answerable.core.steps import Suggestion
from answerable.web.base.forms import ident_of


def id_of(ident: str) -> bytes:
    """Return the id of its text, or answer 404."""
    try:
        return ident_of(ident)
    except ValueError:
        raise Http404 from None


def concern_of(opened: OpenProcess, ident: str) -> Concern:
    """Return what an entry belongs to, or answer 404."""
    found = steps.concern_of(opened.state, id_of(ident))
    if found is None:
        raise Http404
    return found


def step_of(opened: OpenProcess, ident: str) -> tuple[Concern, TakenStep]:
    """Return a step that was taken, and what it belongs to, or answer 404."""
    entry_id = id_of(ident)
    for concern in opened.state.concerns:
        for step in concern.steps:
            if entry_id in (step.item.entry_id, step.item.first_id):
                return concern, step
    raise Http404


def suggestion_of(opened: OpenProcess, ident: str) -> Suggestion | None:
    """Return what the record suggests about an entry, None where nothing is (any more)."""
    entry_id = id_of(ident)
    found = steps.suggested(opened.state, opened.today)
    return next((one for one in found if one.ident == entry_id), None)
