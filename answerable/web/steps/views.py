"""Possible steps: what is open, one of them, and writing down what was noted, done, answered, and how it goes on."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import steps as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.core.entries.decisions import Fact
from answerable.core.state import Concern
from answerable.core.steps import Suggestion
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, was_kept
from answerable.web.base.facts import facts_initial
from answerable.web.base.forms import EntryForm, ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import sourced_readers
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.steps import page as build
from answerable.web.steps.after_forms import AnswerForm, MoveForm
from answerable.web.steps.finding import concern_of, step_of, suggestion_of
from answerable.web.steps.note_form import NoteForm
from answerable.web.steps.step_form import StepForm
from answerable.wording import steps as wording

CONTACT = (Role.CONTACT,)


@member(Role.CONTACT, action="read")
def listing(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show what is open, what the record suggests, and the list to choose from."""
    page = build.steps_page(opened)
    return pages.show(request, "steps/list.html", shells.titles()[3], place="steps", page=page)


@member(Role.CONTACT, action="read")
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show one of them from the beginning."""
    page = build.one_page(opened, concern_of(opened, ident))
    return pages.show(request, "steps/one.html", shells.titles()[2], place="steps", page=page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def note(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Note that he does not cooperate (R38)."""
    return _noting(request, opened, NoteForm(posted(request), opened=opened), rests_on=())


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def note_from(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Note what the record suggests; what it says is filled in."""
    found = suggestion_of(opened, ident)
    if found is None and not was_kept(request, opened):
        return pages.go("steps", alias=opened.alias)
    filled = _filled(opened, found) if found else {}
    form = NoteForm(posted(request), opened=opened, concern=found.concern if found else None, initial=filled)
    return _noting(request, opened, form, rests_on=found.rests_on if found else _kept_before(request, opened))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def note_more(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Note something more that belongs to one of them."""
    concern = concern_of(opened, ident)
    if not concern.is_open:
        return pages.go("steps-one", alias=opened.alias, ident=ident)
    form = NoteForm(posted(request), opened=opened, concern=concern.concern_id)
    return _noting(request, opened, form, rests_on=())


def _filled(opened: OpenProcess, found: Suggestion) -> dict[str, object]:
    """Return what the form shows about a suggestion."""
    fact = Fact(text=wording.suggestion(found, words_of(opened)), source=found.source)
    return {"how": found.how.value, "label": found.label, **facts_initial((fact,))}


def _kept_before(request: MemberRequest, opened: OpenProcess) -> tuple[bytes, ...]:
    """Return on what the note rests that this form was kept as already."""
    kept = ident_of(request.POST["entry"])
    notes = (item for concern in opened.state.concerns for item in concern.notes)
    return next((item.entry.rests_on for item in notes if item.entry_id == kept), ())


def _noting(
    request: MemberRequest, opened: OpenProcess, form: NoteForm, *, rests_on: tuple[bytes, ...]
) -> HttpResponseBase:
    if form.is_bound and form.is_valid():
        entry = form.to_entry(rests_on=rests_on, now=clock.now())
        pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. A decision of the group is due in 14 days."))
        return _to(opened, entry.concern or form.entry_id)
    page = FormPage(
        heading=_("He does not cooperate"),
        lead=_("What you know, and how. The group decides what follows; nothing follows by itself."),
        more=_("When, more facts, whether he may learn how you know"),
        reads=sourced_readers(opened, CONTACT),
        actions=(Act(_("Save for the group")),),
    )
    return show(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def take(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down a step that was taken; nothing is refused for what was not there before (R63)."""
    concern = concern_of(opened, ident)
    form = StepForm(posted(request), opened=opened, concern=concern)
    if form.is_bound and form.is_valid():
        now = clock.now()
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.take(opened, form.entry_id, form.to_entry(now=now), now=now)
        request.visit.say(_("Kept."))
        return _to(opened, concern.concern_id)
    page = step_frame(opened, concern, heading=_("A step you took"), act=_("Save for the group"))
    return pages.show(request, "steps/step.html", shells.titles()[1], place="steps", page=page, form=form)


def step_frame(opened: OpenProcess, concern: Concern, *, heading: str, act: str) -> FormPage:
    """Return what stands round the form about a step."""
    also = _("Steps that reach others than him, and another step in your words, are read by supervision too.")
    return FormPage(
        heading=heading,
        lead=_("What has happened can be written down, also what was done before it was decided."),
        lines=(_("It is about: %(what)s") % {"what": wording.concern(concern, words_of(opened))},),
        more=_("When, who of you, on which decision it rests, when you look again"),
        reads=readers_sentence(opened, CONTACT),
        actions=(Act(act),),
        afterwards=also,
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def answer(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what was answered to a step: an account, marked as such (R14)."""
    concern, step = step_of(opened, ident)
    form = AnswerForm(posted(request), opened=opened, step=step)
    if form.is_bound and form.is_valid():
        return _kept(request, opened, concern, form, form.to_entry(now=clock.now()))
    entry = step.item.entry
    page = FormPage(
        heading=_("What came back"),
        lead=_("What is said stands as an account."),
        quotes=(Quote(label=wording.step(entry.step, words_of(opened), own=entry.own_words), text=entry.words),)
        if entry.words
        else (),
        more=_("Who answered, and when"),
        reads=readers_sentence(opened, CONTACT),
        actions=(Act(_("Save for the group")),),
        afterwards=_("If he was reached with it, write down the contact too: the days since the last one run on."),
    )
    return show(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def move(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down how it goes on: it stays, goes down, is closed (R39)."""
    concern = concern_of(opened, ident)
    if not concern.is_open and not was_kept(request, opened):
        return _to(opened, concern.concern_id)
    form = MoveForm(posted(request), opened=opened, concern=concern)
    if form.is_bound and form.is_valid():
        return _kept(request, opened, concern, form, form.to_entry(now=clock.now()))
    page = moving_frame(opened, heading=_("How it goes on"), lead=build.stands(concern, words_of(opened)))
    return show(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def reopen(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Open again what was closed."""
    concern = concern_of(opened, ident)
    if concern.is_open and not was_kept(request, opened):
        return _to(opened, concern.concern_id)
    form = MoveForm(posted(request), opened=opened, concern=concern, opening=True)
    if form.is_bound and form.is_valid():
        return _kept(request, opened, concern, form, form.to_entry(now=clock.now()))
    page = moving_frame(opened, heading=_("Open it again"), lead=wording.concern(concern, words_of(opened)))
    return show(request, form, page)


def moving_frame(opened: OpenProcess, *, heading: str, lead: str) -> FormPage:
    """Return what stands round the form about how it goes on."""
    return FormPage(
        heading=heading,
        lead=lead,
        more=_("When you decided it"),
        reads=readers_sentence(opened, CONTACT),
        actions=(Act(_("Save for the group")),),
    )


def posted(request: MemberRequest) -> object:
    """Return what was sent, None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def show(request: MemberRequest, form: EntryForm, page: FormPage) -> HttpResponseBase:
    """Answer with a page that is one form."""
    return pages.show(request, "base/form_page.html", shells.titles()[1], place="steps", page=page, form=form)


def _kept(
    request: MemberRequest, opened: OpenProcess, concern: Concern, form: EntryForm, entry: AnyEntry
) -> HttpResponseBase:
    pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. Sealed for the contact group."))
    return _to(opened, concern.concern_id)


def _to(opened: OpenProcess, concern_id: bytes) -> HttpResponseBase:
    return pages.go("steps-one", alias=opened.alias, ident=text_of(concern_id))
