"""Correcting what was written about steps by a new entry; the older words stay (R11)."""

from contextlib import suppress
from typing import Any, assert_never

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.steps import also_reads
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences
from answerable.core.circles import Role, sorted_roles
from answerable.core.entries import AnyEntry, ConcernMoved, NonCooperationNoted, StepAnswered, StepTaken
from answerable.core.entries.steps import MoveSort
from answerable.core.state import Concern
from answerable.core.state.steps import Told
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import readers_of_correction
from answerable.web.steps import after_forms, note_form, step_form
from answerable.web.steps.finding import id_of, step_of
from answerable.web.steps.views import posted


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct an entry about steps by a new one."""
    concern, item = _standing(opened, ident)
    if not _may(opened, item):
        raise Http404
    form = _form(opened, posted(request), concern, item)
    if form.is_bound and form.is_valid():
        corrected = _corrected(form, item)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            record.correct(opened, form.entry_id, corrected, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("steps-one", alias=opened.alias, ident=text_of(concern.concern_id))
    page = FormPage(
        heading=_("Correct it"),
        lead=_("A correction is a new entry. The older words stay, under a fold."),
        more=_("The rest of it"),
        reads=readers_of_correction(opened, item.entry),
        actions=(Act(_("Keep the correction")),),
    )
    template = "steps/step.html" if isinstance(item.entry, StepTaken) else "base/form_page.html"
    return pages.show(request, template, shells.titles()[1], place="steps", page=page, form=form)


def _standing(opened: OpenProcess, ident: str) -> tuple[Concern, Told]:
    """Return the newest words at a place, and what they belong to, or answer 404."""
    entry_id = id_of(ident)
    for concern in opened.state.concerns:
        for item in concern.story:
            if entry_id in (item.entry_id, item.first_id):
                return concern, item
    raise Http404


def _may(opened: OpenProcess, item: Told) -> bool:
    """Tell whether this member can correct it; a step that has a form of its own elsewhere is corrected there."""
    entry = item.entry
    return not (isinstance(entry, StepTaken) and entry.step not in step_form.HERE) and audiences.may_correct(
        type(entry),
        ours=item.author == opened.user_id,
        own_words=True,
        corrected=item.author_roles,
        by=opened.roles,
    )


def _form(opened: OpenProcess, data: Any, concern: Concern, item: Told) -> Any:
    """Return the form of this kind, with the words that stand."""
    match item.entry:
        case NonCooperationNoted() as note:
            return note_form.NoteForm(data, opened=opened, correcting=True, initial=note_form.note_initial(note))
        case StepTaken() as step:
            return step_form.StepForm(data, opened=opened, concern=concern, initial=step_form.step_initial(step))
        case StepAnswered() as answer:
            _concern, answered = step_of(opened, text_of(answer.step))
            return after_forms.AnswerForm(
                data, opened=opened, step=answered, initial=after_forms.answer_initial(answer)
            )
        case ConcernMoved() as move:
            opening = move.sort is MoveSort.OPENED_AGAIN
            initial = after_forms.move_initial(move)
            return after_forms.MoveForm(data, opened=opened, concern=concern, opening=opening, initial=initial)
        case _ as other:
            assert_never(other)


def _corrected(form: Any, item: Told) -> AnyEntry:
    """Return what was corrected; what it belongs to and rests on stays."""
    entry, now = item.entry, clock.now()
    if isinstance(entry, NonCooperationNoted):
        new = structs.replace(form.to_entry(rests_on=entry.rests_on, now=now), concern=entry.concern)
    else:
        new = form.to_entry(now=now)
    also = also_reads(new) if isinstance(new, StepTaken) else ()
    readers = sorted_roles(frozenset((*entry.meant_for, *also)))
    corrected: AnyEntry = structs.replace(new, meant_for=readers, corrects=item.entry_id)
    return corrected
