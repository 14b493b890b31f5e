"""Telling those who asked what X answered: a small deed for who does not read it here (R30, R64)."""

from datetime import date
from typing import Any

from django import forms
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.demands import part_id
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import AnswersReported
from answerable.core.entries.demands import Origin
from answerable.core.going_back import Answered, to_tell
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FoldedForm, FormPage, Quote, link_to
from answerable.web.base.forms import day, line, not_after, not_long_ago, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.wording import days, names
from answerable.wording import demands as wording
from answerable.wording.lists import capital
from answerable.wording.words import Words

READERS = (Role.CONTACT, Role.SUPPORT)


class ToldForm(FoldedForm):
    """Which answers they were told, how, and when."""

    answers = forms.MultipleChoiceField(
        label=later("Which answers?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": later("Tick at least one"), "invalid_choice": later("Choose one of these.")},
    )
    how = line(
        later("How did you tell them?"),
        required=later("Say how you told them"),
        hint=later("By mail, on the phone, read out."),
    )
    on = day(later("When?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, waiting: tuple[Answered, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = opened.today
        self.waiting = {text_of(one.item.first_id): one for one in waiting}
        words = words_of(opened)
        found = [(ident, title_of(one, words)) for ident, one in self.waiting.items()]
        self.fields["answers"].choices = found  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("answers", list(self.waiting))
        self.initial.setdefault("on", opened.today)

    def clean_on(self) -> date:
        """Refuse a day that is still to come."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("This day cannot be after today"))
        not_long_ago(on, self.today)
        return on

    def to_entries(self, *, now: int) -> list[tuple[bytes, AnswersReported]]:
        """Return one entry for each of those who asked, under ids of this form."""
        found = self.cleaned_data
        told = [self.waiting[ident] for ident in found["answers"]]
        entries = []
        for to in Origin:
            passings = tuple(one.item.first_id for one in told if one.origin is to)
            if passings:
                entry = AnswersReported(
                    at=now, meant_for=READERS, to=to, passings=passings, on=found["on"], how=found["how"]
                )
                entries.append((part_id(self.entry_id, of=to.value.encode()), entry))
        return entries


def title_of(one: Answered, words: Words) -> str:
    """Return an answer as one line: to what, when, for whom."""
    what = _("Decision of the parent process")
    if one.number is not None:
        what = _("Demand %(number)s") % {"number": one.number}
    return f"{what}, {days.day(one.item.entry.on, words)} ({names.origin(one.origin, words)})"


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def back(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down that those who asked were told what he answered."""
    waiting = tuple(one for to in Origin for one in to_tell(opened.state, to))
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not waiting:
        return pages.go("demands", alias=opened.alias)  # sent twice, or somebody else was quicker
    form = ToldForm(posted, opened=opened, waiting=waiting)
    if posted is not None and form.is_valid():
        said = wording.kept(READERS, words_of(opened))
        pages.keep(request, opened, *form.to_entries(now=clock.now()), said=said)
        return pages.go("demands", alias=opened.alias)
    title = shells.titles()[1]
    page = _page(opened, waiting)
    return pages.show(request, "base/form_page.html", title, place="demands", page=page, form=form if waiting else None)


def _page(opened: OpenProcess, waiting: tuple[Answered, ...]) -> FormPage:
    words = words_of(opened)
    home = Act(_("See the demands"), link_to("demands", opened), plain=True)
    heading = _("Tell them what he answered")
    if not waiting:
        return FormPage(heading=heading, lead=_("They know all that he answered."), actions=(home,))
    return FormPage(
        heading=heading,
        lead=_("They do not read it here. Tell them by another way, then write down how."),
        lines=(_("What he said goes on as his account, word for word."),),
        quotes=tuple(_quote(one, words) for one in waiting),
        reads=readers_sentence(opened, READERS),
        actions=(Act(_("We told them")), home),
    )


def _quote(one: Answered, words: Words) -> Quote:
    """Return what is to be told: what he did, and his words."""
    answer = one.item.entry.answer
    assert answer is not None  # noqa: S101  # only what he answered is told back
    text = answer.text or _("Without words.")
    did = capital(names.outcome(answer.outcome, words))
    return Quote(label=title_of(one, words), text=text, pairs=((_("He"), did),), his=True)
