"""A note with its source (R42), and what it shows about a demand (R65)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import NoteKept
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import Shows
from answerable.web.base import forms as base
from answerable.web.base.sources import sources
from answerable.web.contacts.forms import Setting

DOES, REFUSES = "does", "refuses"


class Subject(Struct, frozen=True, kw_only=True):
    """A demand that a note can show something about."""

    ident: str
    text: str


class NoteForm(base.EntryForm):
    """Text, day, how we know; folded: what it shows."""

    text = base.text(
        later("What do you want to remember?"),
        required=later("Write what you want to remember"),
        hint=base.NOTHING_ABOUT_HER,
    )
    on = base.day(later("Which day is it about?"), required=later("Write the day"))
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    may_learn = base.choice(
        later("May he learn how you know?"),
        (),
        hint=later("Only if the person who came to you has said so."),
    )
    demand = forms.ChoiceField(label=later("Does it show something about a demand?"), required=False)
    shows = forms.ChoiceField(label=later("What does it show?"), required=False)
    supervision = base.tick(later("The supervision group may read it too"))

    def __init__(self, data: Any = None, *, setting: Setting, asked: tuple[Subject, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting
        shown = [("", _("nothing")), (DOES, _("that he does it")), (REFUSES, _("that he refuses"))]
        numbered = [("", _("No")), *((one.ident, one.text) for one in asked)]
        for name, found in (
            ("source", sources(setting.words)),
            ("may_learn", [("no", _("No")), ("yes", _("Yes"))]),
            ("demand", numbered),
            ("shows", shown),
        ):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
        self.fields["may_learn"].widget.attrs["class"] = "inline"
        self.initial.setdefault("on", setting.today)
        self.initial.setdefault("may_learn", "no")
        if not setting.supervision:
            self.fields.pop("supervision", None)

    def clean_on(self) -> Any:
        """Refuse a day to come."""
        base.not_after(self.cleaned_data["on"], self.setting.today, _("The day cannot be after today"))
        return self.cleaned_data["on"]

    def clean(self) -> dict[str, Any]:
        """Say what does not fit together."""
        answers = super().clean() or self.cleaned_data
        if answers.get("demand") and not answers.get("shows"):
            self.add_error("shows", _("Say what it shows about the demand"))
        if answers.get("shows") and not answers.get("demand"):
            self.add_error("demand", _("Choose which demand it is about"))
        return answers

    def to_entry(self, *, now: int) -> NoteKept:
        """Return the note; "seen" needs a source other than X (R65)."""
        answers = self.cleaned_data
        source = Source(answers["source"])
        shows = None
        if answers["demand"]:
            done = DemandWord.SAID if source is Source.HE_SAID else DemandWord.SEEN
            word = done if answers["shows"] == DOES else DemandWord.REFUSED
            shows = Shows(demand=base.ident_of(answers["demand"]), word=word)
        return NoteKept(
            at=now,
            meant_for=(Role.CONTACT,),
            on=answers["on"],
            text=answers["text"],
            source=source,
            x_may_learn=source is Source.SOMEONE_CAME and answers["may_learn"] == "yes",
            shows=shows,
        )


def initial_of(note: NoteKept) -> dict[str, Any]:
    """Return what the form shows that corrects this note."""
    return {
        "text": note.text,
        "on": note.on,
        "source": note.source.value,
        "may_learn": "yes" if note.x_may_learn else "no",
        "demand": base.text_of(note.shows.demand) if note.shows else "",
        "shows": "" if note.shows is None else REFUSES if note.shows.word is DemandWord.REFUSED else DOES,
    }
