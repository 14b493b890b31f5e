"""Who may receive a letter and in which form: said by the support group, or copied from its words (R3, R64)."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions import may_tell as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Presence
from answerable.core.entries import CirculationSet
from answerable.core.entries.letters import LetterForm
from answerable.core.state import Document
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, CopiedForm, FormPage, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.forms import line, text, tick
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.letters.copying import found_letter
from answerable.web.letters.forms import READERS, is_copying
from answerable.wording import demands as kept_wording
from answerable.wording import letters as wording
from answerable.wording.days import day
from answerable.wording.may_tell import Said


class CirculationForm(CopiedForm):
    """Who may receive it, in which form, and who says so; without a form nobody may."""

    field_order = ("ways", "to_whom", "authorised_by", "said_on", "source", "supervision", "from_whom", "how")

    ways = forms.MultipleChoiceField(
        label=later("In which form may it reach somebody?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=later("Leave all of them empty if nobody new may receive it, or not any more."),
        error_messages={"invalid_choice": later("Choose one of these.")},
    )
    to_whom = text(
        later("Who may receive it?"), hint=later("In their words: which people, for what. No full names."), short=True
    )
    authorised_by = line(later("Who authorised it?"))
    supervision = tick(later("The supervision group can read this too"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        is_copy = is_copying(opened)
        super().__init__(data, today=opened.today, is_copy=is_copy, from_whom=_("Support group"), **kwargs)
        words = words_of(opened)
        choices = [(one.value, wording.form(one, words)) for one in LetterForm]
        self.fields["ways"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("authorised_by", _("Support group"))
        self.initial.setdefault("said_on", opened.today)
        self.FOLDED: Sequence[str] = ("said_on", "supervision")
        if is_copy:
            self.initial.setdefault("source", _("A mail"))
            self.FOLDED = ("authorised_by", "supervision", "from_whom", "how")
        if opened.state.process.supervision is Presence.NOT_YET:
            del self.fields["supervision"]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that nobody authorised, and one that is for nobody."""
        found = super().clean() or self.cleaned_data
        if found.get("ways"):
            if not found.get("authorised_by"):
                self.add_error("authorised_by", _("Say who authorised it"))
            if not found.get("to_whom"):
                self.add_error("to_whom", _("Write who may receive it"))
        return found

    @property
    def with_supervision(self) -> bool:
        """Whether the supervision group reads it too (of a valid form)."""
        return bool(self.cleaned_data.get("supervision"))

    def to_entry(self, document: Document, *, now: int) -> CirculationSet:
        """Return what is said about the words that stand, as an entry."""
        found = self.cleaned_data
        chosen = tuple(one for one in LetterForm if one in found["ways"])
        return CirculationSet(
            at=now,
            meant_for=READERS,
            document=document.item.first_id,
            text_hash=document.text_hash,
            authorised_by=found["authorised_by"] if chosen else None,
            forms=chosen,
            to_whom=found["to_whom"],
            said_on=found["said_on"],
            copied=self.copied(),
        )


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def circulation(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say who may receive a version of a letter, or copy it; the newest word counts."""
    document = found_letter(opened, ident)
    form = CirculationForm(request.POST or None, opened=opened, initial=_as_it_is(document))
    if request.method == "POST" and form.is_valid():
        now, entry = clock.now(), form.to_entry(document, now=clock.now())
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            deeds.say(opened, form.entry_id, entry, with_supervision=form.with_supervision, now=now)
        request.visit.say(kept_wording.kept(READERS, words_of(opened)))
        return pages.go("letter", alias=opened.alias, ident=ident)
    title = shells.titles()[1]
    page = _form_page(opened, document)
    return pages.show(request, "base/form_page.html", title, place="letters", page=page, form=form)


def _as_it_is(document: Document) -> dict[str, Any]:
    """Return what the form shows at first: what counts now."""
    current = document.circulation.current
    if current is None or not current.entry.forms:
        return {}
    entry = current.entry
    return {"ways": list(entry.forms), "to_whom": entry.to_whom, "authorised_by": entry.authorised_by}


def _form_page(opened: OpenProcess, document: Document) -> FormPage:
    """Return the words round the form."""
    lead = _("Write what the support group says. A second member reads it against that.")
    return FormPage(
        heading=_("Who may receive it"),
        lead=lead if is_copying(opened) else _("Say who may receive this letter, in the words that stand now."),
        lines=(
            _("The letter: %(title)s") % {"title": document.item.entry.title},
            _("It holds for exactly these words. If they are changed, it has to be said anew."),
            _("Whether somebody may be told at all stands on “Who may be told”. Both are needed."),
        ),
        more=_("Who authorised it, who else can read this, where it comes from")
        if is_copying(opened)
        else _("The day, who else can read this"),
        reads=readers_sentence(opened, READERS),
        actions=(
            Act(_("Keep it")),
            Act(_("Go back"), link_to("letter", opened, document.item.first_id), plain=True),
        ),
    )


class SaidBefore(Struct, frozen=True):
    """One word about who may receive it, in the order of their days."""

    text: str
    url: str


class CirculationPart(Struct, frozen=True, kw_only=True):
    """What the page of a letter says about who may receive it."""

    said: Said
    why_not: str
    to_whom: str
    who_said: str
    reading: Reading
    before: tuple[SaidBefore, ...]
    url: str
    link: str


def part_of(opened: OpenProcess, document: Document) -> CirculationPart:
    """Return who may receive a letter, who said so, and what was said before."""
    words = words_of(opened)
    found = document.circulation
    current = found.current.entry if found.current is not None else None
    shown = (*found.waiting[-1:], *((found.current,) if found.current is not None else ()))
    return CirculationPart(
        said=wording.may_receive(document, words),
        why_not=wording.why_not(document, words),
        to_whom=current.to_whom if current is not None and found.forms else "",
        who_said=wording.circulation(current, words) if current is not None and found.forms else "",
        reading=reading_of(opened, shown[0].entry_id) if shown else Reading(),
        before=tuple(
            SaidBefore(
                f"{day(item.entry.said_on, words)}: {wording.circulation(item.entry, words)}", _entry(opened, item)
            )
            for item in reversed(found.said)
        ),
        url=link_to("letter-who", opened, document.item.first_id),
        link=_("Copy who may receive it") if is_copying(opened) else _("Say who may receive it"),
    )


def _entry(opened: OpenProcess, item: Any) -> str:
    return link_to("entry", opened, item.entry_id)
