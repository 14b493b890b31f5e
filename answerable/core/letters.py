"""Which version of a letter may be handed on, and in which form: asked by whatever gives one to people (R3, R44)."""

from datetime import date

from answerable.core.entries import TellingPlanned
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.letters import LetterForm
from answerable.core.state import Document, State


def forms_of(document: Document, today: date) -> tuple[LetterForm, ...]:
    """Return the forms in which a version may be handed on today; none is where all begins."""
    current = document.circulation.current
    if not document.is_authorised or current is None or current.entry.said_on > today:
        return ()
    return document.circulation.forms


def authorised(state: State, sort: DocumentSort, today: date, *, form: LetterForm | None = None) -> Document | None:
    """Return the newest version of a letter that may be handed on in this form, or in any; None where there is none."""
    found = [
        one
        for one in state.documents
        if one.item.entry.sort is sort and (forms := forms_of(one, today)) and (form is None or form in forms)
    ]
    return max(found, key=lambda one: (one.item.entry.dated_on, one.item.seq), default=None)


def as_planned(state: State, plan: TellingPlanned, today: date) -> Document | None:
    """Return the version that a plan gives, while it may go in the form of the plan; None once it may not (R3, R10)."""
    given = (one for one in state.documents if plan.document in (one.item.entry_id, one.item.first_id))
    return next((one for one in given if plan.form in forms_of(one, today)), None)
