"""One question or objection with its answers, and answering it."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import questions as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.state import Objection, Question
from answerable.web.base import clock, errors, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.messages import page as build
from answerable.web.messages.forms import AnswerForm
from answerable.wording import demands as wording


def found_message(opened: OpenProcess, ident: str) -> Question | Objection:
    """Return the question or objection of an id in the URL. Raises Http404 for all else."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    found = deeds.question_of(opened.state, entry_id) or deeds.objection_of(opened.state, entry_id)
    if found is None:
        raise Http404
    return found


def may_answer(opened: OpenProcess, about: Question | Objection) -> bool:
    """Whether this member can answer in own words."""
    if isinstance(about, Objection):
        return Role.CONTACT in opened.roles
    return deeds.may_answer(about, opened, copied=False)


@member(Role.CONTACT, Role.SUPPORT, Role.SUPERVISION, action="write", methods=READ_WRITE)
def message(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show a question or objection with its answers; who was asked answers below."""
    about = found_message(opened, ident)
    answering = may_answer(opened, about)
    if request.method == "POST" and not answering:
        asked = Role.CONTACT if isinstance(about, Objection) or about.asked_by is not Role.CONTACT else Role.SUPPORT
        return errors.not_yours(request, (asked,))
    form = AnswerForm(request.POST or None, opened=opened, is_copy=False) if answering else None
    if form is not None and request.method == "POST" and form.is_valid():
        return _filed(request, opened, about, form)
    page = build.message(opened, about, answering=answering)
    title = shells.titles()[2]
    return pages.show(request, "messages/one.html", title, place="messages", page=page, form=form)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def copied(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Copy an answer that came by mail: it is filed as theirs."""
    about = found_message(opened, ident)
    if isinstance(about, Objection) or not deeds.may_answer(about, opened, copied=True):
        raise Http404
    form = AnswerForm(request.POST or None, opened=opened, is_copy=True)
    if request.method == "POST" and form.is_valid():
        return _filed(request, opened, about, form)
    page = FormPage(
        heading=_("Copy an answer"),
        lead=_("The support group answered by mail, on paper or in a talk. Copy it word for word."),
        lines=(_("It is kept as theirs. A second member reads it against the mail."),),
        quotes=(Quote(label=_("The question"), text=about.item.entry.text),),
        more=_("From whom, how it came"),
        reads=readers_sentence(opened, about.item.entry.meant_for),
        actions=(
            Act(_("Keep this copy")),
            Act(_("Go back"), link_to("message", opened, about.item.first_id), plain=True),
        ),
    )
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="messages", page=page, form=form)


def _filed(
    request: MemberRequest, opened: OpenProcess, about: Question | Objection, form: AnswerForm
) -> HttpResponseBase:
    """Append the answer, say so, and show it with what it answers."""
    now, first = clock.now(), about.item.first_id
    entry = form.to_reply(first, now=now) if isinstance(about, Objection) else form.to_answer(first, now=now)
    with suppress(AlreadyWrittenError):
        deeds.file(opened, form.entry_id, entry, now=now)
    request.visit.say(wording.kept(about.item.entry.meant_for, words_of(opened)))
    return pages.go("message", alias=opened.alias, ident=text_of(first))
