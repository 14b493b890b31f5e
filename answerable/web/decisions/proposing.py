"""Asking a question to decide, and saying how one stands to it (R7, R47)."""

from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import decisions as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, derived_id
from answerable.core import deciding, steps
from answerable.core.circles import Role
from answerable.core.deciding import Subject
from answerable.core.entries import AnyEntry, DecisionAbout
from answerable.core.state import Concern, Item
from answerable.core.state.decisions import Decision
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to, was_kept
from answerable.web.base.facts import facts_initial
from answerable.web.base.forms import EntryForm, ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.decisions.forms import ProposeForm, ViewForm
from answerable.web.decisions.views import found_decision
from answerable.wording import demands as wording
from answerable.wording.decisions import question_about

CONFLICT = 409
ALL_NAMED = later(
    "It is about telling new people: two thirds of you are needed, and the outcome names for all groups who stood how."
)


def show(
    request: MemberRequest, form: EntryForm | None, page: FormPage, *, status: int | None = None
) -> HttpResponseBase:
    """Answer with a page that is one form, or says why there is none."""
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="decisions", page=page, form=form, status=status)


def over(request: MemberRequest, opened: OpenProcess, decision: Decision, heading: str) -> HttpResponseBase:
    """Say that there is nothing left to do here, and lead to the decision."""
    page = FormPage(
        heading=heading,
        lead=_("Nothing was changed. Look at how it stands."),
        quotes=(Quote(label=_("The question"), text=decision.item.entry.question),),
        actions=(Act(_("See the decision"), link_to("decision", opened, decision.item.first_id)),),
    )
    return show(request, None, page, status=CONFLICT if request.method == "POST" else None)


def back(opened: OpenProcess, decision: Decision) -> Act:
    """Return the way back to a decision."""
    return Act(_("Go back"), link_to("decision", opened, decision.item.first_id), plain=True)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Ask a question to decide."""
    return _propose(request, opened)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def about(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Ask what the group answers together about a message or an agreement: the question is filled in (R26, R31)."""
    subject = subject_or_404(opened, ident)
    asked = deciding.asked_about(opened.state, subject)
    if asked is not None and not was_kept(request, opened):
        return over(request, opened, asked, _("Ask a question to decide"))
    return _propose(request, opened, subject=subject)


def subject_or_404(opened: OpenProcess, ident: str) -> Subject:
    """Return what a question is asked about. Raises Http404."""
    try:
        subject = deciding.subject_of(opened.state, ident_of(ident))
    except ValueError:
        subject = None
    if subject is None:
        raise Http404
    return subject


def named_line(opened: OpenProcess, subject: Subject | Decision | None) -> str:
    """Return that all are named, where it is about telling new people; said before one takes a position (R47)."""
    if isinstance(subject, Decision):
        return str(ALL_NAMED) if deciding.is_about_telling(opened.state, subject) else ""
    return str(ALL_NAMED) if isinstance(subject, Item) else ""


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Take a question up once more, in a fresh round."""
    decision = found_decision(opened, ident)
    if (decision.is_open or decision.followed_by is not None) and not was_kept(request, opened):
        return over(request, opened, decision, _("A fresh round"))
    return _propose(request, opened, follows=decision)


def _propose(
    request: MemberRequest,
    opened: OpenProcess,
    *,
    follows: Decision | None = None,
    subject: Subject | None = None,
) -> HttpResponseBase:
    filled = _filled(opened, subject) if subject else {}
    form = ProposeForm(request.POST or None, opened=opened, follows=follows, initial=filled)
    if request.method == "POST" and form.is_valid():
        rows: list[tuple[bytes, AnyEntry]] = [(form.entry_id, form.to_entry(now=clock.now()))]
        if subject is not None:
            rows.append((derived_id(form.entry_id, 1), because_of(form.entry_id, subject)))
        pages.keep(request, opened, *rows, said=wording.kept(deeds.EVERYBODY, words_of(opened)))
        return pages.go("decision", alias=opened.alias, ident=text_of(form.entry_id))
    page = FormPage(
        heading=_("A fresh round") if follows else _("Ask a question to decide"),
        lead=_("Everybody in the contact group is asked. Who is asked stays the same from here on."),
        more=_("What you know and how, who takes no part"),
        reads=readers_sentence(opened, deeds.EVERYBODY),
        actions=(Act(_("Ask it")), *((back(opened, follows),) if follows else ())),
        afterwards=named_line(opened, follows or subject)
        or _("How each of you stands is read by the contact group alone."),
    )
    return show(request, form, page)


def _filled(opened: OpenProcess, subject: Subject) -> dict[str, Any]:
    """Return what the form shows: the question, and of notes the facts with their sources, in an open fold (R47)."""
    filled: dict[str, Any] = {"question": question_about(subject, telling_of(opened))}
    if isinstance(subject, Concern):
        notes = steps.waiting_notes(opened.state, subject) or subject.notes
        filled |= facts_initial([fact for note in notes for fact in note.entry.facts])
    return filled


def because_of(proposal: bytes, subject: Subject) -> DecisionAbout:
    """Return because of which entry a question is asked; the contact group alone reads it."""
    return DecisionAbout(
        at=clock.now(), meant_for=(Role.CONTACT,), proposal=proposal, about=deciding.subject_id(subject)
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def position(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say how one stands, or note what another member said elsewhere."""
    decision = found_decision(opened, ident)
    may = deeds.may_say(opened, decision)
    heading = _("How do you stand to it?")
    if (not decision.is_open or not may) and not was_kept(request, opened):
        return over(request, opened, decision, heading)
    form = ViewForm(request.POST or None, opened=opened, decision=decision, may=may or decision.deciding)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        try:
            with suppress(AlreadyWrittenError):
                deeds.take_position(opened, form.entry_id, form.to_entry(now=now), now=now)
        except (deeds.OverError, deeds.NotAskedError):
            return over(request, opened, decision, heading)
        request.visit.say(wording.kept((Role.CONTACT,), words_of(opened)))
        return pages.go("decision", alias=opened.alias, ident=text_of(decision.item.first_id))
    page = FormPage(
        heading=heading,
        lead=_("You can change it until it is decided. The newest counts."),
        lines=tuple(line for line in (named_line(opened, decision),) if line),
        quotes=(Quote(label=_("The question"), text=decision.item.entry.question),),
        more=_("With your name, or for somebody else"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Keep this view")), back(opened, decision)),
    )
    return show(request, form, page)
