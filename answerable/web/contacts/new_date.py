"""A new date for what he was asked: one the group grants, a second becomes a question for all of you (R26)."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, append
from answerable.core import deciding
from answerable.core.circles import Role
from answerable.core.entries import ContactAttempted
from answerable.core.entries.base import Medium
from answerable.core.entries.contacts import Reply
from answerable.core.state import OpenMessage
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.copied import Act, FoldedForm, FormPage, Quote, link_to
from answerable.web.base.deciding import act_about
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts import choices
from answerable.web.contacts.forms import ANSWER_DAYS, Setting
from answerable.web.contacts.setting import setting_of
from answerable.wording.contacts import new_dates
from answerable.wording.days import day


class NewDateForm(FoldedForm):
    """Until when; folded, since it is known: on which day you told him, how, who of you."""

    FOLDED: Sequence[str] = ("on", "medium", "by")

    answer_by = base.day(later("Answer by"), required=later("Write the new date"))
    on = base.day(later("When did you tell him?"), required=later("Write the day"))
    medium = forms.ChoiceField(label=later("How"))
    by = forms.MultipleChoiceField(
        label=later("Who of us"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "inline"}),
        error_messages={"required": later("Say who of you")},
    )

    def __init__(self, data: Any = None, *, setting: Setting, message: OpenMessage, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.message = message
        newest = message.attempts[-1].entry
        self.fields["medium"].choices = choices.media(setting.words)  # type: ignore[attr-defined]  # a choice field
        self.fields["by"].choices = list(setting.members)  # type: ignore[attr-defined]  # a choice field
        known = {"answer_by": setting.today + ANSWER_DAYS, "on": setting.today, "medium": newest.medium.value}
        for name, value in (known | {"by": list(setting.pair)}).items():
            self.initial.setdefault(name, value)

    def clean_on(self) -> Any:
        """Refuse a day to come."""
        base.not_after(self.cleaned_data["on"], self.setting.today, _("The day cannot be after today"))
        return self.cleaned_data["on"]

    def clean(self) -> dict[str, Any]:
        """Refuse a date that was over when he was told of it."""
        answers = super().clean() or self.cleaned_data
        on, until = answers.get("on"), answers.get("answer_by")
        if on and until and until < on:
            self.add_error("answer_by", _("The new date comes after the day on which you told him"))
        return answers

    def to_new(self, *, now: int) -> ContactAttempted:
        """Return the new date, as a message in the row of the first."""
        answers = self.cleaned_data
        return ContactAttempted(
            at=now,
            meant_for=(Role.CONTACT,),
            on=answers["on"],
            medium=Medium(answers["medium"]),
            by=tuple(base.ident_of(user) for user in answers["by"]),
            asked=None,
            answer_by_on=answers["answer_by"],
            reply=Reply.NOTHING,
            new_date_for=self.message.attempts[-1].entry_id,
        )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Give a message a new date, and say which one it is."""
    message = _message(opened, ident)
    posted = request.POST if request.method == "POST" else None
    form = NewDateForm(posted, setting=setting_of(opened), message=message)
    if posted is not None and form.is_valid():
        now = clock.now()
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            append(opened, (form.entry_id, form.to_new(now=now)), now=now)
        again = message.new_dates > 0
        alone = _("Kept. Another new date is for the group to decide.")
        request.visit.say(_("Kept, and put on the list: decide together.") if again else alone)
        return pages.go("contacts", alias=opened.alias)
    return pages.show(
        request,
        "base/form_page.html",
        _("New entry"),
        place="contacts",
        page=_page(opened, message),
        form=form,
    )


def _page(opened: OpenProcess, message: OpenMessage) -> FormPage:
    telling = telling_of(opened)
    warnings: tuple[str, ...] = ()
    if message.new_dates:
        had = new_dates(message.new_dates, telling.gettext)
        more = _("One more is for the group to decide. If you gave it already, write it down; it is kept with a mark.")
        warnings = (f"{had} {more}",)
    pairs = [(_("Asked on"), telling.day(message.on))]
    if message.answer_by_on:
        pairs.append((_("His date"), day(message.answer_by_on, telling.words)))
    return FormPage(
        heading=_("A new date for him"),
        lead=_("You can give him one new date. A question of his moves none."),
        quotes=(Quote(label=_("What we asked"), text=message.asked, pairs=tuple(pairs)),),
        warnings=warnings,
        more=_("When, how, who of us"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(
            Act(_("Write down the new date")),
            *((act_about(opened, message),) if deciding.subject_of(opened.state, message.attempts[0].first_id) else ()),
            Act(_("Go back"), link_to("contacts", opened), plain=True),
        ),
    )


def _message(opened: OpenProcess, ident: str) -> OpenMessage:
    """Return the message that waits, by the id of any of its attempts, or answer 404."""
    for message in opened.state.contacts.open_messages:
        if any(base.text_of(item.entry_id) == ident for item in message.attempts):
            return message
    raise Http404
