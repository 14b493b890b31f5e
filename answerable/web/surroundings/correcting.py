"""Correcting what was written about people around X by a new entry; the older words stay (R11)."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct, structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences
from answerable.core.circles import Role
from answerable.core.duties.around import who_could_hear
from answerable.core.entries import (
    AnyEntry,
    AroundNoted,
    AskAnswered,
    NoFurtherContact,
    TalkNoted,
    ToldByX,
    WhoHears,
)
from answerable.core.entries.base import Source
from answerable.core.state import Filed
from answerable.web.base import clock, pages
from answerable.web.base.copied import FormPage
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import readers_of_correction
from answerable.web.base.telling import words_of
from answerable.web.surroundings import around_form, hears_form, talk_form, told_form
from answerable.web.surroundings.finding import demand_of, setting_of, standing
from answerable.web.surroundings.views import frame, posted


class Correcting(Struct, frozen=True, kw_only=True):
    """How a kind is corrected: the template of its form, and the form, prefilled."""

    template: str
    form: Callable[[OpenProcess, Any, Any], Any]


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct an entry about people around X by a new one."""
    filed = standing(opened, ident, tuple(FORMS))
    if not _may(opened, filed):
        raise Http404
    how = FORMS[type(filed.entry)]
    form = how.form(opened, posted(request), filed.entry)
    _say_whose(form, filed.entry)
    if form.is_bound and form.is_valid():
        entry = form.to_correction(filed.entry, filed.entry_id, now=clock.now())
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            record.correct(opened, form.entry_id, entry, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("around", alias=opened.alias)
    return pages.show(request, how.template, _("New entry"), place="around", form=form, page=_page(opened, filed))


def _page(opened: OpenProcess, filed: Filed) -> FormPage:
    lead = _("A correction is a new entry. The older words stay, under a fold.")
    page = frame(opened, heading=_("Correct it"), lead=lead, more=_("The rest of it"))
    return structs.replace(page, reads=readers_of_correction(opened, filed.entry))


def _say_whose(form: Any, entry: AnyEntry) -> None:
    """Put beside each text whose account it is (R14); what people around him said to us needs no source."""
    source = getattr(entry, "source", Source.SOMEONE_CAME)
    whose = {Source.HE_SAID: _("his account"), Source.SOMEONE_CAME: _("his friends’ account")}.get(source, "")
    for name in {"account", "said", "disagrees", "text", "answered"} & set(form.fields):
        form.fields[name].margin_hint = whose


def _may(opened: OpenProcess, filed: Filed) -> bool:
    return audiences.may_correct(
        type(filed.entry),
        ours=filed.author == opened.user_id,
        own_words=True,
        corrected=filed.author_roles,
        by=opened.roles,
    )


def _told(opened: OpenProcess, data: Any, entry: ToldByX) -> told_form.ToldForm:
    return told_form.ToldForm(data, words=words_of(opened), today=opened.today, initial=told_form.initial_of(entry))


def _noted(opened: OpenProcess, data: Any, entry: AroundNoted) -> around_form.AroundForm:
    initial = around_form.initial_of(entry)
    return around_form.AroundForm(data, setting=setting_of(opened), initial=initial, correcting=True)


def _talked(opened: OpenProcess, data: Any, entry: TalkNoted) -> talk_form.TalkForm:
    initial = talk_form.initial_of_talk(entry)
    return talk_form.TalkForm(data, setting=setting_of(opened), initial=initial, correcting=True)


def _answered(opened: OpenProcess, data: Any, entry: AskAnswered) -> talk_form.AnswerForm:
    return talk_form.AnswerForm(data, setting=setting_of(opened), initial=talk_form.initial_of_answer(entry))


def _over(opened: OpenProcess, data: Any, entry: NoFurtherContact) -> talk_form.OverForm:
    return talk_form.OverForm(data, setting=setting_of(opened), initial=talk_form.initial_of_over(entry))


def _hears(opened: OpenProcess, data: Any, entry: WhoHears) -> hears_form.HearsForm:
    people = who_could_hear(opened.state, demand_of(opened, text_of(entry.demand)))
    initial = hears_form.initial_of(entry, people)
    return hears_form.HearsForm(data, people=people, opened=opened, initial=initial)


FORMS: dict[type[AnyEntry], Correcting] = {
    ToldByX: Correcting(template="surroundings/form.html", form=_told),
    AroundNoted: Correcting(template="surroundings/form.html", form=_noted),
    TalkNoted: Correcting(template="surroundings/talk.html", form=_talked),
    AskAnswered: Correcting(template="base/form_page.html", form=_answered),
    NoFurtherContact: Correcting(template="base/form_page.html", form=_over),
    WhoHears: Correcting(template="base/form_page.html", form=_hears),
}
"""Which form corrects which kind."""
