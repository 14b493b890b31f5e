"""Finding an entry by the id in a URL: what does not exist and what is another's answer alike (404)."""

from django.http import Http404

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.core.state import Filed
from answerable.web.base.forms import ident_of


def found(opened: OpenProcess, ident: str) -> bytes:
    """Return the id of something that can be read here, or of what was taken out; else answer 404.

    What is for named people has pages of its own, and none here (R66).
    """
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    if entry_id in opened.ledger.entries and (entry_id in opened.state.entries or entry_id in opened.state.taken_out):
        return entry_id
    raise Http404


def found_aside(opened: OpenProcess, ident: str) -> bytes | None:
    """Return the id of something that names this member, None where it is no such thing."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        return None
    gone = {stone.entry_id for stone in opened.state.soon.taken_out}
    return entry_id if entry_id in opened.state.asides or entry_id in gone else None


def standing(opened: OpenProcess, entry_id: bytes) -> Filed | None:
    """Return the newest words at the place of an entry, or None where all were taken out."""
    unfit = {one.filed.entry_id for one in opened.state.does_not_fit}
    left = [
        filed
        for filed in record.versions_of(opened, entry_id)
        if filed.entry_id not in opened.state.taken_out and (filed.entry_id == entry_id or filed.entry_id not in unfit)
    ]
    return left[-1] if left else None
