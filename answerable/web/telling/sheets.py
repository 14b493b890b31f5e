"""Writing a worksheet: from what was kept for oneself, from the last one, or anew; what comes after it (R44-R46)."""

from typing import Any

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.core import his_turn, may_tell
from answerable.core.circles import Role
from answerable.core.entries import WorksheetKept
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.telling import SheetOutcome
from answerable.core.may_tell import Whom
from answerable.web.base import clock, pages, shells, unlock
from answerable.web.base.copied import Act, FormPage, link_to
from answerable.web.base.facts import FACTS, facts_initial
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import kept, sourced_readers
from answerable.web.base.telling import telling_of, words_of
from answerable.web.telling.finding import Asked, asked_of
from answerable.web.telling.sheet_form import SheetForm, initial_of, initial_of_draft
from answerable.wording import entries
from answerable.wording import may_tell as may_tell_wording

NOT_OF_THE_DRAFT = {"csrfmiddlewaretoken", "keep", "entry", *unlock.OWN}
AFTER = {SheetOutcome.ASK: "may-tell-ask-for", SheetOutcome.SUPERVISION: "sheet-supervision"}
"""Where an outcome leads at once."""


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Ask whether somebody needs to know of whom nothing stands here yet."""
    return _write(request, opened, None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def about(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Ask it about one circle by label; what the last worksheet said is filled in."""
    return _write(request, opened, asked_of(opened, ident))


def _write(request: MemberRequest, opened: OpenProcess, asked: Asked | None) -> HttpResponseBase:
    name = _draft_name(asked)
    if request.method == "POST" and request.POST.get("keep") == "draft":
        fields = {one: values for one, values in request.POST.lists() if one not in NOT_OF_THE_DRAFT}
        record.keep_draft(opened, name, fields, now=clock.now())
        request.visit.say(_("Kept for you alone, for thirty days."))
        if asked is None:
            return pages.go("sheet-new", alias=opened.alias)
        return pages.go("sheet-for", alias=opened.alias, ident=text_of(asked.ident))
    if request.method == "POST":
        form = SheetForm(request.POST, opened=opened, asked=asked)
        if form.is_valid():
            return _keep(request, opened, form, name)
        return _show(request, opened, form, asked)
    draft = record.draft_of(opened, name)
    initial = initial_of_draft({one: list(values) for one, values in draft.items()}) if draft else {}
    if draft is None and asked is not None:
        initial = _begins_with(opened, asked)
    return _show(request, opened, SheetForm(opened=opened, asked=asked, initial=initial), asked, is_own=bool(draft))


def _begins_with(opened: OpenProcess, asked: Asked) -> dict[str, Any]:
    """Return what a worksheet begins with: what the last one said, else what was noted; his turn by the record."""
    sheet = asked.circle.sheet.entry if asked.circle and asked.circle.sheet else None
    concern = sheet.concern if sheet else None
    found = initial_of(sheet) if sheet else _noted(opened, asked.label)
    taken = his_turn.milder_steps(opened.state, asked.label, concern)
    if not found.get("milder"):
        found["milder"] = "\n".join(entries.describe(item.entry, telling_of(opened)).sentence for item in taken)
    days = (found.get("confronted_on"), his_turn.confronted_on(opened.state, asked.label, opened.today, concern))
    return found | {"confronted_on": max((day for day in days if day is not None), default=None)}


def _noted(opened: OpenProcess, label: str) -> dict[str, Any]:
    """Return the facts that were noted about these people, the newest three, each with how it is known (R42)."""
    notes = [item.entry for one in his_turn.concerns_about(opened.state, label) for item in one.notes]
    came = [note.x_may_learn for note in notes if any(fact.source is Source.SOMEONE_CAME for fact in note.facts)]
    facts = facts_initial([fact for note in notes for fact in note.facts][-len(FACTS) :])
    return {**facts, "may_learn": bool(came) and all(came)}


def _draft_name(asked: Asked | None) -> str:
    """Return what one's own draft is kept under: a label, or nobody yet; it lies sealed and under a tag."""
    return f"worksheet/{asked.label if asked else ''}"


def _keep(request: MemberRequest, opened: OpenProcess, form: SheetForm, name: str) -> HttpResponseBase:
    entry: WorksheetKept = form.to_entry(now=clock.now())
    pages.keep(request, opened, (form.entry_id, entry), said=kept(entry))
    record.drop_draft(opened, name)
    return pages.go(AFTER.get(entry.outcome, "sheet"), alias=opened.alias, ident=text_of(form.entry_id))


def _show(
    request: MemberRequest, opened: OpenProcess, form: SheetForm, asked: Asked | None, *, is_own: bool = False
) -> HttpResponseBase:
    lines = [_("What is folded can stay empty. Before anybody is told, all of it is answered.")]
    if asked is not None:
        lines.insert(0, support_line(opened, asked))
    if is_own:
        lines.insert(0, _("This is your own text, kept for you alone."))
    page = FormPage(
        heading=_("Does this group need to know?"),
        lead=asked.label if asked else _("One group, or one person, by label."),
        lines=tuple(lines),
        reads=sourced_readers(opened, (Role.CONTACT,)),
        actions=(
            Act(_("Save for the group")),
            Act(_("Keep for me alone"), name="keep", value="draft", plain=True),
            Act(_("Go back"), link_to("sheets", opened), plain=True),
        ),
        afterwards=_("Nobody is told by this. Nothing is added up."),
    )
    return pages.show(request, "telling/sheet.html", shells.titles()[1], place="around", page=page, form=form)


def support_line(opened: OpenProcess, asked: Asked) -> str:
    """Return the support group's answer for these people, as it stands today (R9)."""
    words = words_of(opened)
    person = asked.kind is AroundKind.PERSON
    kinds = asked.circle.sheet.entry.categories if asked.circle and asked.circle.sheet else ()
    who = Whom(person=asked.label, categories=kinds) if person else Whom(group=asked.label, categories=kinds)
    said = may_tell_wording.in_cell(may_tell.answers(opened.state, who, opened.today), words)
    sentence = may_tell_wording.support_says(said, words)
    return f"{sentence}. {said.note}" if said.note else f"{sentence}."
