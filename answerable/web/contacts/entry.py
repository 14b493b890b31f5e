"""The page of any entry: what it says, who wrote it when, who can read it, what corrected it."""

from collections.abc import Iterator, Mapping

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import passages, record
from answerable.actions.reading import OpenProcess
from answerable.core import marks
from answerable.core.calendar import day_of
from answerable.core.circles import Role, sorted_roles
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    AgreementMade,
    AnswersReported,
    AroundNoted,
    AskAnswered,
    ConcernMoved,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    FileAdded,
    IndicatorNoted,
    MayTellSet,
    NoFurtherContact,
    NonCooperationNoted,
    NoteBeside,
    NoticeAnswered,
    NoticeGiven,
    ParentDecided,
    ParentHeard,
    PeopleTold,
    StepAnswered,
    StepTaken,
    SupervisionAsked,
    TalkNoted,
    ToldByX,
    WhoHears,
    WorksheetKept,
)
from answerable.core.entries.base import Source
from answerable.core.passages import texts_of
from answerable.core.state import Filed
from answerable.core.state.steps import rank
from answerable.core.steps import concern_of
from answerable.web.base import clock, pages
from answerable.web.base.copies import Reading
from answerable.web.base.forms import text_of
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.outgoing import hint, reading_of
from answerable.web.base.rules import ALL
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts.beside import Beside, beside, may_write
from answerable.web.contacts.correcting import may_correct
from answerable.web.contacts.correction_forms import FORMS
from answerable.web.contacts.finding import found, standing
from answerable.web.contacts.page import Act
from answerable.wording import entries as wording
from answerable.wording import marks as mark_wording
from answerable.wording.entry_words import EntryWords, Telling

AROUND = (ToldByX, AroundNoted, TalkNoted, NoFurtherContact)
"""Kinds that tell of people around X by label."""

STEPS = (NonCooperationNoted, StepTaken, StepAnswered, ConcernMoved)
"""Kinds that tell of not cooperating and of steps."""

TELLING = (WorksheetKept, NoticeGiven, NoticeAnswered, SupervisionAsked, PeopleTold)
"""Kinds that tell of one circle and can be corrected; a plan is made anew, and a confirmation stands."""

OWN_FORMS: Mapping[type, str] = {
    **dict.fromkeys((*AROUND, AskAnswered, WhoHears), "around-again"),
    MayTellSet: "may-tell-again",
    IndicatorNoted: "indicator-again",
    **dict.fromkeys(STEPS, "steps-again"),
    **dict.fromkeys(TELLING, "sheet-change"),
}
"""Kinds that are corrected in the area they belong to, by the name of that page."""


class Version(Struct, frozen=True, kw_only=True):
    """Words that stand, or stood; `words` is None where they were taken out."""

    written: str
    words: EntryWords | None


class Gone(Struct, frozen=True, kw_only=True):
    """What stays where words were destroyed (parts/taken_out.html)."""

    what: str
    on: str
    why: str


class EntryPage(Struct, frozen=True, kw_only=True):
    """One entry as this member can read it."""

    title: str
    now: Version | None
    gone: Gone | None
    corrected: str
    older: tuple[Version, ...]
    marks: tuple[str, ...]
    hint: str
    reading: Reading
    misfit: bool
    beside: tuple[Beside, ...]
    readers: str
    acts: tuple[Act, ...]
    all_url: str


@member(*ALL, action="read")
def show(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show an entry that can be read here; ids of others and of nothing answer 404."""
    entry_id = found(opened, ident)
    filed = standing(opened, entry_id)
    page = entry_page(opened, entry_id, filed) if filed else tombstone_page(opened, entry_id)
    return pages.show(request, "contacts/entry.html", _("Entry"), place=_place(filed), page=page)


def _place(filed: Filed | None) -> str:
    """Return the item of the menu that an entry belongs to."""
    if filed is None or filed.entry.meant_for == (Role.CONTACT,):
        return "contacts"
    asked = DemandRaised | DemandReplaced | DemandWithdrawn | ParentDecided | ParentHeard | AnswersReported
    return "demands" if isinstance(filed.entry, asked) else "updates"


def entry_page(opened: OpenProcess, entry_id: bytes, filed: Filed) -> EntryPage:
    """Return the words that stand, the older ones, and what can be done."""
    telling = telling_of(opened)
    older = [one for one in record.versions_of(opened, entry_id) if one.entry_id != filed.entry_id]
    corrected = ""
    if filed.entry.corrects is not None:
        corrected = _("Corrected on %(day)s by %(name)s.") % {
            "day": telling.day(day_of(filed.entry.at, opened.zone)),
            "name": telling.name(filed.author),
        }
    now = _version(opened, filed, telling)
    reading = reading_of(opened, filed.entry_id)
    return EntryPage(
        title=now.words.title if now.words else "",
        now=now,
        gone=None,
        corrected=corrected,
        older=tuple(_version(opened, one, telling) for one in reversed(older)),
        marks=tuple(mark_wording.mark(mark.code, telling.words) for mark in marks.marks(opened.state, filed)),
        hint="" if reading.text else hint(opened, filed.entry),
        reading=reading,
        beside=beside(opened, filed),
        misfit=any(one.filed.entry_id == filed.entry_id for one in opened.state.does_not_fit),
        readers=readers_sentence(opened, readers_of(opened, filed)),
        all_url=reverse("everything", kwargs={"alias": opened.alias}),
        acts=_acts(opened, filed),
    )


def tombstone_page(opened: OpenProcess, entry_id: bytes) -> EntryPage:
    """Return what stays of an entry whose words were taken out (R60)."""
    stone = opened.state.taken_out.get(entry_id)
    if stone is None:
        raise Http404
    telling = telling_of(opened)
    who = _("Words of %(name)s about %(day)s") % {
        "name": telling.name(stone.taken_by),
        "day": telling.day(stone.taken.day),
    }
    on = telling.day(day_of(stone.taken.at, opened.zone))
    return EntryPage(
        title=_("Taken out"),
        now=None,
        gone=Gone(what=who, on=on, why=stone.taken.why),
        corrected="",
        older=(),
        marks=(),
        hint="",
        reading=Reading(),
        misfit=False,
        beside=(),
        readers=readers_sentence(opened, stone.taken.meant_for),
        all_url=reverse("everything", kwargs={"alias": opened.alias}),
        acts=(),
    )


def _version(opened: OpenProcess, filed: Filed, telling: Telling) -> Version:
    written = _("Written by %(name)s on %(day)s.") % {
        "name": telling.name(filed.author),
        "day": telling.day(day_of(filed.entry.at, opened.zone)),
    }
    gone = filed.entry_id in opened.state.taken_out
    return Version(written=written, words=None if gone else wording.describe(filed.entry, telling))


def readers_of(opened: OpenProcess, filed: Filed) -> tuple[Role, ...]:
    """Return the circles an entry was meant for, and those it was given to later."""
    facts = opened.ledger.entries[filed.entry_id]
    given = {Role(opened.ledger.roles[one].partition("/")[0]) for one in facts.circles if one in opened.ledger.roles}
    return sorted_roles(frozenset(given) | set(filed.entry.meant_for))


def _acts(opened: OpenProcess, filed: Filed) -> tuple[Act, ...]:
    """Return what this member can do with an entry."""
    ids = {"alias": opened.alias, "ident": text_of(filed.entry_id)}
    acts = list(_acts_about_contact(opened, filed))
    if isinstance(filed.entry, AgreementMade) and Role.CONTACT in opened.roles:
        acts.append(Act(label=_("The agreement from the beginning"), url=reverse("agreement", kwargs=ids), plain=True))
        if _is_open(opened, filed.entry_id):
            acts.append(Act(label=_("Kept, or not?"), url=reverse("agreement-answer", kwargs=ids), plain=True))
    if isinstance(filed.entry, AROUND) and Role.CONTACT in opened.roles:
        acts += _around_acts(opened, filed)
    if isinstance(filed.entry, FileAdded):
        acts.append(Act(label=_("The file"), url=reverse("file", kwargs=ids), plain=True))
    whole = _whole_story(opened, filed.entry_id) if Role.CONTACT in opened.roles else ""
    if whole:
        acts.append(Act(label=_("All of it, from the beginning"), url=whole, plain=True))
    if may_correct(opened, filed):
        again = _correction_page(opened, filed)
        if again:
            acts.append(Act(label=_("Correct it"), url=reverse(again, kwargs=ids), plain=True))
    if passages.standing(opened, filed.entry_id) is not None and texts_of(filed.entry):
        acts.append(Act(label=_("Take out what is about her"), url=reverse("entry-mark", kwargs=ids), plain=True))
    if any(one.entry_id == filed.entry_id for one in record.can_take_out(opened, filed.entry_id, now=clock.now())):
        acts.append(Act(label=_("Take out my words"), url=reverse("entry-out", kwargs=ids), plain=True))
    return tuple(acts)


def _whole_story(opened: OpenProcess, entry_id: bytes) -> str:
    """Return the page of what an entry belongs to: steps of one concern, or all about one circle; "" for none."""
    circle = opened.state.telling.holding(entry_id)
    if circle is not None:
        return reverse("sheet", kwargs={"alias": opened.alias, "ident": text_of(circle.circle_id)})
    if concern_of(opened.state, entry_id) is not None:
        return reverse("steps-one", kwargs={"alias": opened.alias, "ident": text_of(entry_id)})
    return ""


def _correction_page(opened: OpenProcess, filed: Filed) -> str:
    """Return the name of the page on which such an entry is corrected, "" where there is none."""
    entry = filed.entry
    if isinstance(entry, TELLING) and opened.state.telling.holding(filed.entry_id) is None:
        return ""  # what it is about was taken out
    if isinstance(entry, StepTaken) and rank(entry.step) >= rank(Step.L6):
        return ""  # what goes with a notice or with telling people is written down, and put right, with that
    return OWN_FORMS.get(type(entry), "entry-again" if type(entry) in FORMS else "")


def _acts_about_contact(opened: OpenProcess, filed: Filed) -> Iterator[Act]:
    """Yield what can follow a contact: a note of one's own, a new date, the contact that a second note is about."""
    ids = {"alias": opened.alias, "ident": text_of(filed.entry_id)}
    if may_write(opened, filed):
        yield Act(label=_("Write my own note about it"), url=reverse("note-beside", kwargs=ids), plain=True)
    waiting = (one.attempts for one in opened.state.contacts.open_messages)
    if any(item.entry_id == filed.entry_id for attempts in waiting for item in attempts):
        yield Act(label=_("Give him a new date"), url=reverse("new-date", kwargs=ids), plain=True)
    if isinstance(filed.entry, NoteBeside):
        about = {"alias": opened.alias, "ident": text_of(filed.entry.contact)}
        yield Act(label=_("Both notes side by side"), url=reverse("entry", kwargs=about), plain=True)


def _around_acts(opened: OpenProcess, filed: Filed) -> list[Act]:
    """Return where all about these people stands, and where a confirmation of what he says is written down (R29)."""
    ids = {"alias": opened.alias, "ident": text_of(filed.entry_id)}
    acts = []
    if any(filed.entry_id in one.ids for one in opened.state.surroundings.people):
        acts.append(Act(label=_("All about these people"), url=reverse("around-one", kwargs=ids), plain=True))
    if isinstance(filed.entry, ToldByX | AroundNoted) and filed.entry.source is Source.HE_SAID:
        acts.append(Act(label=_("Somebody confirms it"), url=reverse("around-confirm", kwargs=ids), plain=True))
    return acts


def _is_open(opened: OpenProcess, entry_id: bytes) -> bool:
    return any(one.is_open and one.item.entry_id == entry_id for one in opened.state.agreements)
