"""Correcting what was written about one circle by a new entry; the older words stay (R11).

A plan is not corrected but made anew, and what a second member confirmed cannot be taken back (R44).
"""

from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions import telling as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences, deciding
from answerable.core.circles import Role
from answerable.core.entries import NoticeAnswered, NoticeGiven, PeopleTold, SupervisionAsked, WorksheetKept
from answerable.core.state import Item
from answerable.core.state.telling import Circle
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, link_to
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import readers_of_correction
from answerable.web.telling.finding import Asked, entry_id_of
from answerable.web.telling.plan_forms import ToldForm, told_initial
from answerable.web.telling.sheet_form import FACTS, SheetForm, initial_of_kept
from answerable.web.telling.small_forms import (
    NoticeForm,
    ProofForm,
    SupervisionForm,
    notice_initial,
    proof_initial,
    supervision_initial,
)

Corrected = WorksheetKept | NoticeGiven | NoticeAnswered | SupervisionAsked | PeopleTold


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def change(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct an entry about one circle by a new one."""
    circle, item = _standing(opened, ident)
    form = _form(opened, request.POST if request.method == "POST" else None, circle, item.entry)
    if form.is_bound and form.is_valid():
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.correct(opened, form.entry_id, _corrected(form, item), item.first_id, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("sheet", alias=opened.alias, ident=text_of(circle.circle_id))
    page = FormPage(
        heading=_("Correct it"),
        lead=circle.label,
        lines=(_("A correction is a new entry. The older words stay, under a fold."), *_lines(opened, item)),
        more=_("The rest of it"),
        reads=readers_of_correction(opened, item.entry),
        actions=(
            Act(_("Keep the correction")),
            Act(_("Go back"), link_to("sheet", opened, circle.circle_id), plain=True),
        ),
    )
    template = "telling/sheet.html" if isinstance(form, SheetForm) else "base/form_page.html"
    return pages.show(request, template, shells.titles()[1], place="around", page=page, form=form)


def _standing(opened: OpenProcess, ident: str) -> tuple[Circle, Item[Any]]:
    """Return the words that stand at a place, and the circle they are about, or answer 404."""
    entry_id = entry_id_of(ident)
    for circle in opened.state.telling.circles:
        for item in circle.story:
            if entry_id in (item.entry_id, item.first_id) and isinstance(item.entry, Corrected) and _may(opened, item):
                return circle, item
    raise Http404


def _may(opened: OpenProcess, item: Item[Any]) -> bool:
    return audiences.may_correct(
        type(item.entry),
        ours=item.author == opened.user_id,
        own_words=True,
        corrected=item.author_roles,
        by=opened.roles,
    )


def _lines(opened: OpenProcess, item: Item[Any]) -> tuple[str, ...]:
    """Return what a correction changes besides the words."""
    if isinstance(item.entry, WorksheetKept) and deciding.rounds_about(opened.state, item.first_id):
        return (_("You asked or decided about these words. With other ones it is decided anew."),)
    return ()


def _form(opened: OpenProcess, data: Any, circle: Circle, entry: Corrected) -> Any:
    """Return the form of this kind, with the words that stand."""
    match entry:
        case WorksheetKept():
            asked = Asked(ident=circle.circle_id, label=circle.label, kind=circle.kind, circle=circle)
            form = SheetForm(data, opened=opened, asked=asked, initial=initial_of_kept(entry))
            form.today = entry.on  # its days are as of the day on which it was kept
            return form
        case NoticeGiven():
            return NoticeForm(data, opened=opened, circle=circle, initial=notice_initial(entry))
        case NoticeAnswered():
            return ProofForm(data, opened=opened, initial=proof_initial(entry))
        case SupervisionAsked():
            return SupervisionForm(data, opened=opened, initial=supervision_initial(entry))
    plan = deeds.plan_of(circle, entry.plan) if entry.plan else None
    told = ToldForm(data, opened=opened, circle=circle, plan=plan, initial=told_initial(entry))
    told.fields.pop("supervision", None)  # its readers stay
    return told


def _corrected(form: Any, item: Item[Any]) -> Corrected:
    """Return what was corrected; what it belongs to and rests on stays."""
    entry: Corrected = item.entry
    now = clock.now()
    new: Corrected
    match entry:
        case WorksheetKept():
            kept = form.to_entry(now=now)
            new = structs.replace(kept, concern=entry.concern, facts=(*kept.facts, *entry.facts[len(FACTS) :]))
        case NoticeGiven():
            new = structs.replace(form.to_entry(now=now), concern=entry.concern)
        case NoticeAnswered():
            new = form.to_entry(entry.notice, now=now)
        case SupervisionAsked():
            new = form.to_entry(entry.about, now=now)
        case PeopleTold():
            stays = {"concern": entry.concern, "plan": entry.plan, "document": entry.document}
            new = structs.replace(form.to_entry(now=now), **stays)
    return structs.replace(new, meant_for=entry.meant_for, corrects=item.entry_id)
