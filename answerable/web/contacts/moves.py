"""X moves or joins something new: noted in a line, and contact and surroundings looked at again (R33)."""

from datetime import date
from typing import Any

from django import forms
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import structs

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import ChangeNoted, LookedAgain
from answerable.core.entries.base import Source
from answerable.core.entries.moves import ChangeSort
from answerable.core.state import Change
from answerable.web.base import clock, pages, shells
from answerable.web.base import forms as base
from answerable.web.base.copied import Act, FoldedForm, FormPage, Quote, link_to
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import sourced_readers, sources
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts import choices
from answerable.web.contacts.forms import Setting
from answerable.web.contacts.setting import setting_of
from answerable.wording import names
from answerable.wording.entries_of_x import how_we_know


class ChangeForm(FoldedForm):
    """What kind of change, in a line, and how we know; there is no box for where."""

    FOLDED = ("may_learn", "on")

    sort = base.choice(later("What changes?"), (), required=later("Choose what changes"))
    text = base.line(
        later("In a line"),
        required=later("Write it in a line"),
        hint=later("“He moves to another part of town.” “He joins a choir.” No address, no workplace, no handle."),
    )
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    may_learn = base.choice(
        later("May he learn how you know?"), (), hint=later("Only if the person who came to you has said so.")
    )
    on = base.day(later("Since when, as far as you know?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, setting: Setting, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        for name, found in (
            ("sort", choices.all_of(ChangeSort, names.change, setting.words)),
            ("source", sources(setting.words)),
            ("may_learn", [("no", _("No")), ("yes", _("Yes"))]),
        ):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("on", setting.today)
        self.initial.setdefault("may_learn", "no")

    def clean_on(self) -> date:
        """Refuse a day that must be a slip; a move can lie ahead."""
        on: date = self.cleaned_data["on"]
        base.not_long_ago(on, self.setting.today)
        return on

    def to_entry(self, entry: ChangeNoted | None = None, *, now: int = 0) -> ChangeNoted:
        """Return the change; `entry` is one that is corrected."""
        answers = self.cleaned_data
        source = Source(answers["source"])
        return ChangeNoted(
            at=entry.at if entry else now,
            meant_for=(Role.CONTACT,),
            on=answers["on"],
            sort=ChangeSort(answers["sort"]),
            text=answers["text"],
            source=source,
            x_may_learn=source is Source.SOMEONE_CAME and answers["may_learn"] == "yes",
        )


class LookForm(FoldedForm):
    """What was looked at and agreed; after which changes, where there are several."""

    FOLDED = ("on",)

    changes = forms.MultipleChoiceField(
        label=later("Because of what?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": later("Tick at least one"), "invalid_choice": later("Choose one of these.")},
    )
    text = base.text(
        later("What did you look at, and what did you agree?"),
        required=later("Write what you looked at, or agreed"),
        hint=later("How we meet, who around him knows, what we ask him next. “All as before” is an answer."),
        short=True,
    )
    on = base.day(later("When?"), required=later("Write the day"))

    def __init__(
        self, data: Any = None, *, setting: Setting, about: tuple[tuple[str, str], ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        self.initial.setdefault("on", setting.today)
        self.about = [ident for ident, _text in about]
        if len(about) > 1:
            self.fields["changes"].choices = about  # type: ignore[attr-defined]  # a choice field
            self.initial.setdefault("changes", self.about)
        else:
            del self.fields["changes"]

    def clean_on(self) -> date:
        """Refuse a day to come."""
        on: date = self.cleaned_data["on"]
        base.not_after(on, self.setting.today, _("The day cannot be after today"))
        return on

    def to_entry(self, entry: LookedAgain | None = None, *, now: int = 0) -> LookedAgain:
        """Return the look; one that is corrected stays about the same changes."""
        answers = self.cleaned_data
        if entry is not None:
            return structs.replace(entry, text=answers["text"], on=answers["on"])
        return LookedAgain(
            at=now,
            meant_for=(Role.CONTACT,),
            changes=tuple(base.ident_of(one) for one in answers.get("changes", self.about)),
            on=answers["on"],
            text=answers["text"],
        )


def change_initial(entry: ChangeNoted) -> dict[str, Any]:
    """Return what the form shows that corrects a change."""
    return {
        "sort": entry.sort.value,
        "text": entry.text,
        "source": entry.source.value,
        "may_learn": "yes" if entry.x_may_learn else "no",
        "on": entry.on,
    }


def look_initial(entry: LookedAgain) -> dict[str, Any]:
    """Return what the form shows that corrects a look."""
    return {"text": entry.text, "on": entry.on}


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Note that he moves, or joins something new; looking again becomes a job."""
    form = ChangeForm(request.POST if request.method == "POST" else None, setting=setting_of(opened))
    if form.is_bound and form.is_valid():
        said = _("Kept. Looking again at contact and surroundings is a job on Now.")
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("contacts", alias=opened.alias)
    return _show(request, form, _new_page(opened))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def look(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down what was looked at again and agreed; the job is met by it."""
    waiting = tuple(one for one in opened.state.changes if not one.looked)
    about = tuple((base.text_of(one.item.first_id), _line(opened, one)) for one in waiting)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not waiting:
        return pages.go("contacts", alias=opened.alias)  # sent twice, or somebody else was quicker
    form = LookForm(posted, setting=setting_of(opened), about=about)
    if posted is not None and form.is_valid():
        said = _("Kept. Sealed for the contact group.")
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("contacts", alias=opened.alias)
    return _show(request, form if waiting else None, _look_page(opened, waiting))


def _line(opened: OpenProcess, change: Change) -> str:
    """Return a change as one line."""
    entry, telling = change.item.entry, telling_of(opened)
    return f"{names.change(entry.sort, telling.words)}: {entry.text}"


def _show(request: MemberRequest, form: Any, page: FormPage) -> HttpResponseBase:
    return pages.show(request, "base/form_page.html", shells.titles()[1], place="contacts", page=page, form=form)


def _new_page(opened: OpenProcess) -> FormPage:
    return FormPage(
        heading=_("He moves, or joins something new"),
        lead=_("One line is enough. It makes looking again at contact and surroundings a job for the group."),
        lines=(_("Only what you know anyway. Nobody is looked up, and nobody follows him."),),
        more=_("Since when; may he learn how you know"),
        reads=sourced_readers(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")), Act(_("Go back"), link_to("contacts", opened), plain=True)),
    )


def _look_page(opened: OpenProcess, waiting: tuple[Change, ...]) -> FormPage:
    x = {"x": opened.state.process.person_x}
    places = (
        Act(_("Contact"), link_to("contacts", opened), plain=True),
        Act(_("People around %(x)s") % x, link_to("around", opened), plain=True),
    )
    heading = _("Look again")
    if not waiting:
        return FormPage(heading=heading, lead=_("Nothing waits to be looked at again."), actions=places)
    telling = telling_of(opened)
    return FormPage(
        heading=heading,
        lead=_("Something changed. Do contact and surroundings still fit?"),
        lines=(_("Ask him what he has told there. Finding out yourselves is not your task."),),
        quotes=tuple(
            Quote(
                label=names.change(one.item.entry.sort, telling.words),
                text=one.item.entry.text,
                pairs=(
                    (_("Since"), telling.day(one.item.entry.on)),
                    *how_we_know(one.item.entry.source, x_may_learn=one.item.entry.x_may_learn, telling=telling),
                ),
                his=one.item.entry.source is Source.HE_SAID,
            )
            for one in waiting
        ),
        more=_("Which day"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")), *places),
    )
