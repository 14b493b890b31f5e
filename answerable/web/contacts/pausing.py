"""A pause of ours: said in one honest sentence, ended whenever we are back (R34)."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct, structs

from answerable.actions import contacts as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.calendar import weeks
from answerable.core.circles import Presence, Role
from answerable.core.entries import PauseEnded, PauseTaken
from answerable.core.state import Pause
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.copied import Act, FoldedForm, FormPage, link_to
from answerable.web.base.guard import POST, READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts.forms import Setting
from answerable.web.contacts.setting import setting_of

USUAL = weeks(4)
READERS = (Role.CONTACT, Role.SUPPORT)


class PauseForm(FoldedForm):
    """One sentence, until when; folded: from when, and whether supervision reads it."""

    FOLDED: Sequence[str] = ("from_on", "supervision")

    text = base.text(
        later("One honest sentence"),
        required=later("Write one sentence for the support group"),
        hint=later("The support group reads it. No reasons are asked."),
        short=True,
    )
    until_on = base.day(later("Until when?"), required=later("Write the last day of the pause"))
    from_on = base.day(later("From when?"), required=later("Write the first day of the pause"))
    supervision = base.tick(later("The supervision group may read it too"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.initial.setdefault("text", _("We are tired and need a pause."))
        self.initial.setdefault("from_on", setting.today)
        self.initial.setdefault("until_on", setting.today + USUAL)
        if not setting.supervision:
            self.fields.pop("supervision", None)

    def clean(self) -> dict[str, Any]:
        """Say what does not fit together."""
        answers = super().clean() or self.cleaned_data
        from_on, until_on = answers.get("from_on"), answers.get("until_on")
        if from_on:
            base.not_long_ago(from_on, self.setting.today)
        if from_on and until_on and until_on < from_on:
            self.add_error("until_on", _("The pause ends on its first day or later"))
        return answers

    def to_new(self, *, now: int) -> PauseTaken:
        """Return the pause."""
        answers = self.cleaned_data
        return PauseTaken(
            at=now,
            meant_for=READERS,
            from_on=answers["from_on"],
            until_on=answers["until_on"],
            text=answers["text"],
        )


class PauseAgainForm(PauseForm):
    """A pause once more: longer, shorter, or in other words."""

    FOLDED: Sequence[str] = ()
    supervision = None  # type: ignore[assignment]  # its readers stay

    def to_entry(self, entry: PauseTaken) -> PauseTaken:
        """Return the pause with what was corrected."""
        answers = self.cleaned_data
        return structs.replace(entry, from_on=answers["from_on"], until_on=answers["until_on"], text=answers["text"])


class BackAgainForm(base.EntryForm):
    """The day on which we were back, once more."""

    on = base.day(later("Since when are you back?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting

    def to_entry(self, entry: PauseEnded) -> PauseEnded:
        """Return it with what was corrected."""
        return structs.replace(entry, on=self.cleaned_data["on"])


def pause_of_entry(entry: PauseTaken) -> dict[str, Any]:
    """Return what the form shows that corrects a pause."""
    return {"text": entry.text, "from_on": entry.from_on, "until_on": entry.until_on}


def back_of_entry(entry: PauseEnded) -> dict[str, Any]:
    """Return what the form shows that corrects a day."""
    return {"on": entry.on}


class PauseLine(Struct, frozen=True, kw_only=True):
    """How it stands with a pause: a phrase for the heading, a sentence, and what can be done."""

    phrase: str
    text: str
    ends: bool
    url: str
    link: str


def pause_line(opened: OpenProcess) -> PauseLine:
    """Return the pause that runs or comes, or how to take one."""
    telling = telling_of(opened)
    coming = next_pause(opened)
    if coming is None or coming.span is None:
        return PauseLine(
            phrase=_("none"),
            text=_("You may be tired. In a pause nothing of yours becomes late, and the support group knows."),
            ends=False,
            url=link_to("pause", opened),
            link=_("Take a pause"),
        )
    until = telling.day(coming.span.until_on)
    runs = opened.today in coming.span
    phrase = _("until %(day)s") if runs else _("from %(first)s until %(day)s")
    text = _("You said: “%(text)s” No date of %(x)s moves with it.")
    return PauseLine(
        phrase=phrase % {"day": until, "first": telling.day(coming.span.from_on)},
        text=text % {"text": coming.item.entry.text, "x": telling.person_x} + _by_hand(opened),
        ends=True,
        url=link_to("pause-over", opened, coming.item.first_id),
        link=_("We are back") if runs else _("We do not need it"),
    )


def _by_hand(opened: OpenProcess) -> str:
    """Return what is to be done where the support group does not read here (R64)."""
    if opened.state.process.support is Presence.HERE:
        return ""
    return " " + _("The support group does not read here: tell them this sentence in your own way.")


def next_pause(opened: OpenProcess) -> Pause | None:
    """Return the pause that runs today, or the next one."""
    pauses = opened.state.pauses
    ahead = [one for one in pauses.taken if one.span is not None and one.span.from_on > opened.today]
    return pauses.on(opened.today) or (ahead[0] if ahead else None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Take a pause: one sentence, until when."""
    posted = request.POST if request.method == "POST" else None
    form = PauseForm(posted, setting=setting_of(opened))
    if posted is not None and form.is_valid():
        now, widened = clock.now(), form.cleaned_data.get("supervision", False)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.pause(opened, form.entry_id, form.to_new(now=now), with_supervision=widened, now=now)
        request.visit.say(_("Kept. Rest well.") + _by_hand(opened))
        return pages.go("contacts", alias=opened.alias)
    page = FormPage(
        heading=_("A pause of ours"),
        lead=_("In a pause nothing of yours becomes late. No date of his moves."),
        lines=(_("The table of contacts still shows the days, marked as paused by you. You can end it at any time."),),
        more=_("From when, who reads it"),
        reads=readers_sentence(opened, READERS),
        actions=(Act(_("Pause")), Act(_("Go back"), link_to("contacts", opened), plain=True)),
    )
    return pages.show(request, "base/form_page.html", _("New entry"), place="contacts", page=page, form=form)


@member(Role.CONTACT, action="write", methods=POST)
def over(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """End a pause: we are back from today on."""
    pause = _found(opened, ident)
    form = base.EntryForm(request.POST)
    if form.is_valid() and pause.span is not None and pause.span.until_on >= opened.today:
        now = clock.now()
        ended = PauseEnded(at=now, meant_for=READERS, pause=pause.item.first_id, on=opened.today)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.end_pause(opened, form.entry_id, ended, of=pause.item.entry, now=now)
        request.visit.say(_("Kept. Good that you are back."))
    return pages.go("contacts", alias=opened.alias)


def _found(opened: OpenProcess, ident: str) -> Pause:
    """Return the pause of an id in a URL, or answer 404."""
    for pause in opened.state.pauses.taken:
        if base.text_of(pause.item.first_id) == ident:
            return pause
    raise Http404
