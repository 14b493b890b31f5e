"""Saying who may be told, stopping, confirming, asking, and what reaches her: own words, or copies of theirs."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import may_tell as deeds
from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import ALL, CONTACT_SUPPORT
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.may_tell.forms import (
    BETWEEN,
    EVERYBODY,
    AnswerForm,
    AskForm,
    DayForm,
    ReachForm,
    about_initial,
    answer_initial,
    asking_for,
)
from answerable.web.may_tell.page import result_line
from answerable.wording import demands as kept_wording
from answerable.wording import entries
from answerable.wording import may_tell as wording


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Say who may be told, or copy it."""
    return _answer(request, opened, AnswerForm(request.POST or None, opened=opened))


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def about(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say something new about the same people: to a question, or in the place of an older answer."""
    entry_id = _ident(ident)
    answer, asked = deeds.answer_of(opened.state, entry_id), deeds.asked_of(opened.state, entry_id)
    found = answer or asked
    if found is None:
        raise Http404
    initial = about_initial(found.entry.audience, found.entry.material)
    quotes: tuple[Quote, ...] = ()
    if asked is not None:
        told = entries.describe(asked.entry, telling_of(opened))
        quotes = (Quote(label=told.sentence, text=asked.entry.why or _("Without words.")),)
    form = AnswerForm(request.POST or None, opened=opened, initial=initial)
    return _answer(request, opened, form, quotes=quotes)


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct a slip in an answer; a change of mind is a new answer."""
    found = deeds.answer_of(opened.state, _ident(ident))
    if found is None or not deeds.may_correct(opened, found):
        raise Http404
    form = AnswerForm(request.POST or None, opened=opened, initial=answer_initial(found.entry))
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        entry = form.to_entry(now=now, corrects=found.entry_id)
        with suppress(AlreadyWrittenError):
            record.correct(opened, form.entry_id, entry, now=now)
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("may-tell", alias=opened.alias)
    page = FormPage(
        heading=_("Put it right"),
        lead=_("Only for a slip. If something else was said since, write it down as a new answer."),
        more=_("Condition, last day, where it comes from"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Keep the correction")), _back(opened)),
    )
    return _show(request, form, page, template="may_tell/form.html")


def _answer(
    request: MemberRequest, opened: OpenProcess, form: AnswerForm, *, quotes: tuple[Quote, ...] = ()
) -> HttpResponseBase:
    """Keep an answer and say what counts now, or show its form."""
    if request.method == "POST" and form.is_valid():
        now, entry = clock.now(), form.to_entry(now=clock.now())
        after = opened
        with suppress(AlreadyWrittenError):
            after = deeds.say(opened, form.entry_id, entry, with_supervision=form.with_supervision, now=now)
        kept = kept_wording.kept(BETWEEN, words_of(opened))
        request.visit.say(f"{kept} {result_line(after, entry.audience)}")
        return pages.go("may-tell", alias=opened.alias)
    copying = form.is_copy
    page = FormPage(
        heading=_("Copy who may be told") if copying else _("Say who may be told"),
        lead=_("Copy only what the support group said or wrote. A yes counts once a second member has read it.")
        if copying
        else _("For whom, what, and your answer. It counts from this moment."),
        lines=(_("A no, a stop and “ask us each time” count at once."),) if copying else (),
        quotes=quotes,
        more=_("Condition, last day, where it comes from") if copying else _("Condition, last day, which day"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Keep this copy") if copying else _("Keep this answer")), _back(opened)),
        afterwards=_("What was already done stays as it was. Everything that is still planned follows this answer."),
    )
    return _show(request, form, page, template="may_tell/form.html")


@member(*ALL, action="write", methods=READ_WRITE)
def stop(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Stop: nobody new is told anything. No reason; through anyone she trusts (R10)."""
    form = DayForm(request.POST or None, opened=opened)
    home = "now" if Role.SUPERVISION in opened.roles and len(opened.roles) == 1 else "may-tell"
    page = FormPage(
        heading=_("Stop"),
        lead=_("From now on nobody new is told anything. No reason is needed, and none is asked."),
        lines=(
            _("Every yes is over, every step that is planned stands still. What was done before stays as it was."),
            _("It holds until the support group says yes again. Anyone she trusts can say it."),
        ),
        more=_("Which day, from whom, how it came") if form.is_copy else _("Which day"),
        reads=readers_sentence(opened, EVERYBODY),
        actions=(Act(_("Stop")), Act(_("Go back"), link_to(home, opened), plain=True)),
    )
    return _keep(request, opened, form, page, lambda now: form.to_stop(now=now), readers=EVERYBODY, home=home)


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def still(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Say that what stands still holds."""
    form = DayForm(request.POST or None, opened=opened)
    page = FormPage(
        heading=_("It still holds"),
        lead=_("Did they say that nothing changes?") if form.is_copy else _("You looked at it, and nothing changes?"),
        lines=(_("This opens nothing. It only says that somebody looked."),),
        more=_("Which day, from whom, how it came") if form.is_copy else _("Which day"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("It still holds")), _back(opened)),
    )
    return _keep(request, opened, form, page, lambda now: form.to_confirmation(now=now))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def ask(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Ask for a yes; nobody has to answer, and silence stays no (R54)."""
    return _ask(request, opened, {})


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def ask_for(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Ask for a yes for people who stand here by label: whom and what is filled in."""
    initial = asking_for(opened, _ident(ident))
    if initial is None:
        raise Http404
    return _ask(request, opened, initial)


def _ask(request: MemberRequest, opened: OpenProcess, initial: dict[str, Any]) -> HttpResponseBase:
    form = AskForm(request.POST or None, opened=opened, initial=initial)
    page = FormPage(
        heading=_("Ask for a yes"),
        lead=_("Whom do you want to tell, and what?"),
        lines=(
            _("The support group can answer, or leave it. Silence stays no."),
            _("It stands on a sheet of its own, apart from the update. Nothing else waits for it."),
        ),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Ask the support group")), _back(opened)),
    )
    return _keep(request, opened, form, page, lambda now: form.to_entry(now=now), template="may_tell/form.html")


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def reach(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Say what reaches her and through whom; never a notice to her (R13)."""
    current = opened.state.reach.current
    initial = {} if current is None else {"reach": current.entry.reach.value, "through": current.entry.through or ""}
    form = ReachForm(request.POST or None, opened=opened, initial=initial)
    page = FormPage(
        heading=_("What reaches her"),
        lead=_("She chooses how much of this reaches her, and who keeps it for her."),
        lines=(
            wording.reach_line(opened.state.reach, words_of(opened)),
            _("Nothing is ever sent to her from here. Whoever keeps it for her gives it to her."),
        ),
        more=_("From whom, how it came") if form.is_copy else _("Which day"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Keep this copy") if form.is_copy else _("Keep this")), _back(opened)),
    )
    return _keep(request, opened, form, page, lambda now: form.to_entry(now=now))


def _keep(
    request: MemberRequest,
    opened: OpenProcess,
    form: Any,
    page: FormPage,
    made: Callable[[int], deeds.Sayable],
    *,
    readers: tuple[Role, ...] = BETWEEN,
    home: str = "may-tell",
    template: str = "base/form_page.html",
) -> HttpResponseBase:
    """Keep what a form says, once, and go home; or show the form."""
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        with suppress(AlreadyWrittenError):
            deeds.say(opened, form.entry_id, made(now), now=now)
        request.visit.say(kept_wording.kept(readers, words_of(opened)))
        return pages.go(home, alias=opened.alias)
    return _show(request, form, page, template=template)


def _show(request: MemberRequest, form: Any, page: FormPage, *, template: str) -> HttpResponseBase:
    return pages.show(request, template, shells.titles()[1], place="may-tell", page=page, form=form)


def _back(opened: OpenProcess) -> Act:
    return Act(_("Go back"), link_to("may-tell", opened), plain=True)


def _ident(ident: str) -> bytes:
    try:
        return ident_of(ident)
    except ValueError:
        raise Http404 from None
