"""Asking and objecting, in own words or in words that came by mail (R5, R47)."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import questions as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Presence, Role
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to, quotes_of
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.messages.forms import BETWEEN, EVERYBODY, ObjectionForm, QuestionForm
from answerable.wording import demands as wording
from answerable.wording import entries


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Ask the other circle, disagree, or propose something."""
    return _question(request, opened, _ask_page(opened), is_copy=False)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def copied(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Copy a question of the support circle that came by mail: it is filed as theirs."""
    return _question(request, opened, _copy_page(opened), is_copy=True)


def _question(request: MemberRequest, opened: OpenProcess, page: FormPage, *, is_copy: bool) -> HttpResponseBase:
    form = QuestionForm(request.POST or None, opened=opened, is_copy=is_copy)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        roles = EVERYBODY if form.with_supervision else BETWEEN
        with suppress(AlreadyWrittenError):
            entry = form.to_entry(now=now)
            deeds.file(opened, form.entry_id, entry, with_supervision=form.with_supervision, now=now)
        request.visit.say(wording.kept(roles, words_of(opened)))
        return pages.go("message", alias=opened.alias, ident=text_of(form.entry_id))
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="messages", page=page, form=form)


def _ask_page(opened: OpenProcess) -> FormPage:
    """Return the words round a question of one's own."""
    if deeds.speaks_for(opened) is Role.CONTACT:
        here = opened.state.process.support is Presence.HERE
        later = _("The support group reads it here. It owes no answer.")
        paper = _("Send it by mail or on paper too. When an answer comes, copy it here.")
        return FormPage(
            heading=_("Ask the support group"),
            lead=_("A question, a disagreement, a proposal: at any time."),
            lines=(later if here else paper, _("Nothing waits for the answer but telling new people.")),
            more=_("Who else can read it"),
            reads=readers_sentence(opened, BETWEEN),
            actions=(Act(_("Ask this")), _back(opened)),
        )
    return FormPage(
        heading=_("Ask the contact group"),
        lead=_("What do you want to know, or see done otherwise?"),
        lines=(_("The contact group answers within two weeks."),),
        more=_("Who else can read it"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Ask this")), _back(opened)),
    )


def _copy_page(opened: OpenProcess) -> FormPage:
    """Return the words round a question that came by mail."""
    return FormPage(
        heading=_("Copy a question"),
        lead=_("The support group asked something by mail, on paper or in a talk. Copy it word for word."),
        lines=(_("It is kept as theirs. A second member reads it against the mail."),),
        more=_("From whom, how it came, who else can read it"),
        reads=readers_sentence(opened, BETWEEN),
        actions=(Act(_("Keep this copy")), _back(opened)),
    )


@member(Role.CONTACT, Role.SUPPORT, Role.SUPERVISION, action="write", methods=READ_WRITE)
def objection(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Object to an entry that one can read; a member copies an objection that came by mail."""
    try:
        about = ident_of(ident)
    except ValueError:
        raise Http404 from None
    if deeds.about(opened.state, about) is None:
        raise Http404
    form = ObjectionForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        with suppress(AlreadyWrittenError):
            deeds.file(opened, form.entry_id, form.to_entry(about, now=now), now=now)
        request.visit.say(wording.kept(EVERYBODY, words_of(opened)))
        return pages.go("message", alias=opened.alias, ident=text_of(form.entry_id))
    page = _objection_page(opened, about, copying=form.is_copy)
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="messages", page=page, form=form)


def _objection_page(opened: OpenProcess, about: bytes, *, copying: bool) -> FormPage:
    """Return the words round an objection, with what it is about."""
    entry = opened.state.entries[about].entry
    told = entries.describe(entry, telling_of(opened))
    quotes = [Quote(label=told.title, text=told.sentence)]
    quotes += quotes_of(told.parts, unnamed=_("Its words"))
    lead = _("Copy the objection word for word.") if copying else _("Say what you see otherwise.")
    lines = [_("The contact group answers within two weeks. All three groups can read it.")]
    if copying:
        lines.append(_("It is kept as theirs. A second member reads it against the mail."))
    return FormPage(
        heading=_("Copy an objection") if copying else _("Raise an objection"),
        lead=lead,
        lines=tuple(lines),
        quotes=tuple(quotes),
        more=_("From whom, how it came"),
        reads=readers_sentence(opened, EVERYBODY),
        actions=(Act(_("Keep this copy") if copying else _("Object")), _back(opened)),
    )


def _back(opened: OpenProcess) -> Act:
    return Act(_("Go back"), link_to("messages", opened), plain=True)
