"""Outcomes: closing a decision, writing down one made at a meeting, looking again, questions of people concerned."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import decisions as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, Writer, write
from answerable.core import deciding
from answerable.core.circles import Role
from answerable.core.deciding import Subject
from answerable.core.entries.decisions import Sort
from answerable.core.gates import Shut
from answerable.core.state.decisions import Decision
from answerable.web.base import clock, pages
from answerable.web.base.copied import Act, FormPage, Quote, link_to, was_kept
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.decisions.forms import CloseForm, MetForm
from answerable.web.decisions.later_forms import QuestionedForm, StaysForm
from answerable.web.decisions.proposing import ALL_NAMED, CONFLICT, back, named_line, over, show, subject_or_404
from answerable.web.decisions.views import found_decision
from answerable.wording import decisions as decision_wording
from answerable.wording import demands as wording
from answerable.wording import gates
from answerable.wording.decisions import question_about


def _go(request: MemberRequest, opened: OpenProcess, ident: bytes) -> HttpResponseBase:
    request.visit.say(wording.kept(deeds.EVERYBODY, words_of(opened)))
    return pages.go("decision", alias=opened.alias, ident=text_of(ident))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def close(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what came of a question; one person alone decides nothing (R44)."""
    decision = found_decision(opened, ident)
    if not decision.is_open and not was_kept(request, opened, decided="decided", reasons="reasons"):
        return over(request, opened, decision, _("What came of it"))
    form = CloseForm(request.POST or None, opened=opened, decision=decision)
    if request.method == "POST" and form.is_valid():
        closing = form.closing(on=opened.today, protects=form.cleaned_data["protects"])
        try:
            with suppress(AlreadyWrittenError):
                deeds.close(opened, form.entry_id, decision.item.first_id, closing, now=clock.now())
        except deeds.OverError:
            return over(request, opened, decision, _("What came of it"))
        except deeds.NotYetError as error:
            sentences = " ".join(gates.reason(one, words_of(opened)) for one in error.reasons)
            form.add_error("sort", sentences)
            return show(request, form, _close_page(opened, decision), status=CONFLICT)
        return _go(request, opened, decision.item.first_id)
    return show(request, form, _close_page(opened, decision))


def _close_page(opened: OpenProcess, decision: Decision) -> FormPage:
    words = words_of(opened)
    gate = deciding.close_decision(opened.state, decision, Sort.ACT)
    dissent = tuple(Quote(label=_("Goes with it, unchanged"), text=one.text) for one in decision.dissent)
    return FormPage(
        heading=_("What came of it"),
        lead=_("Not to act is a decision too. Talking on is no failure."),
        lines=(decision_wording.tally(decision.tally(deciding.left(opened.state)), words),),
        warnings=tuple(gates.reason(one, words) for one in gate.reasons) if isinstance(gate, Shut) else (),
        quotes=(Quote(label=_("The question"), text=decision.item.entry.question), *dissent),
        more=_("Whom it protects, reasons we can tell"),
        reads=readers_sentence(opened, deeds.EVERYBODY),
        actions=(Act(_("Write it down")), back(opened, decision)),
        afterwards=str(ALL_NAMED)
        if deciding.is_about_telling(opened.state, decision)
        else _("Others read how many of you stood how, without names."),
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def met(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down a decision that was made at a meeting, whoever was there (R63)."""
    return _met(request, opened, None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def met_about(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what was decided at a meeting about something that stands here: its question is filled in."""
    return _met(request, opened, subject_or_404(opened, ident))


def _met(request: MemberRequest, opened: OpenProcess, subject: Subject | None) -> HttpResponseBase:
    filled = {"question": question_about(subject, telling_of(opened))} if subject else {}
    form = MetForm(request.POST or None, opened=opened, initial=filled)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        found = form.cleaned_data
        closing = form.closing(on=found["on"], protects=found["protects"])
        with suppress(AlreadyWrittenError):
            proposal, views = form.to_proposal(now=now), form.views(now=now)
            about = deciding.subject_id(subject) if subject else None
            deeds.write_down(opened, form.entry_id, proposal, views, closing, about=about, now=now)
        return _go(request, opened, form.entry_id)
    page = FormPage(
        heading=_("Decided at a meeting"),
        lead=_("It has happened, so it can be written down. Where few of you were there, that is marked."),
        more=_("Who was there and said what, the day, when you look again, what you know"),
        reads=readers_sentence(opened, deeds.EVERYBODY),
        actions=(Act(_("Write it down")), Act(_("Go back"), link_to("decisions", opened), plain=True)),
        afterwards=named_line(opened, subject) or _("Who stood how is read by the contact group alone."),
    )
    return show(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def stays(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that a decision was looked at again and stays (R46)."""
    decision = found_decision(opened, ident)
    outcome = decision.outcome
    if outcome is None or decision.followed_by is not None:
        return over(request, opened, decision, _("We looked at it again"))
    form = StaysForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        entry = form.to_entry(outcome.first_id, now=clock.now())
        pages.keep(request, opened, (form.entry_id, entry), said=wording.kept(deeds.EVERYBODY, words_of(opened)))
        return pages.go("decision", alias=opened.alias, ident=text_of(decision.item.first_id))
    page = FormPage(
        heading=_("We looked at it again"),
        lead=_("It stays as it is? Say why, and when you look the next time."),
        quotes=(Quote(label=_("What was decided"), text=outcome.entry.decided),),
        reads=readers_sentence(opened, deeds.EVERYBODY),
        actions=(Act(_("It stays")), back(opened, decision)),
    )
    return show(request, form, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def questioned(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Note what people concerned asked about the reasons they were told, and what was said to them (R47)."""
    decision = found_decision(opened, ident)
    outcome = decision.outcome
    if outcome is None:
        return over(request, opened, decision, _("Somebody concerned asks about it"))
    form = QuestionedForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        entry = form.to_entry(outcome.first_id, now=now)
        also = (Role.SUPERVISION,) if form.cleaned_data["supervision"] else ()

        def build(writer: Writer) -> None:
            writer.entry(form.entry_id, entry, also=also)

        with suppress(AlreadyWrittenError):
            write(opened, build, now=now)
        request.visit.say(wording.kept((Role.CONTACT, *also), words_of(opened)))
        return pages.go("decision", alias=opened.alias, ident=text_of(decision.item.first_id))
    told = (Quote(label=_("Reasons we can tell"), text=outcome.entry.tell),) if outcome.entry.tell else ()
    page = FormPage(
        heading=_("Somebody concerned asks about it"),
        lead=_("You told them reasons. Their question and what you said are kept here."),
        quotes=(Quote(label=_("What was decided"), text=outcome.entry.decided), *told),
        more=_("The day, who else can read it"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Keep this")), back(opened, decision)),
    )
    return show(request, form, page)
