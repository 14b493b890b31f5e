"""What the pages of possible steps show: what is open, one of them from the beginning, the list to choose from."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import marks, steps
from answerable.core.defaults.steps import POSSIBLE_STEPS, Step
from answerable.core.entries import StepTaken
from answerable.core.entries.steps import TO_X
from answerable.core.state import Concern
from answerable.core.state.steps import Told
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading
from answerable.web.base.deciding import act_about
from answerable.web.base.outgoing import reading_of
from answerable.web.base.telling import telling_of, words_of
from answerable.wording import days
from answerable.wording import entries as entry_wording
from answerable.wording import marks as mark_wording
from answerable.wording import steps as wording
from answerable.wording.entry_words import Part, Telling
from answerable.wording.lists import capital
from answerable.wording.words import Words

Pairs = tuple[tuple[str, str], ...]


class Question(Struct, frozen=True, kw_only=True):
    """What the record suggests, as a question to the group: never a fact."""

    text: str
    look_url: str
    note_url: str


class Line(Struct, frozen=True, kw_only=True):
    """One of those that are open, or closed: what it is, where it stands, when it is looked at again."""

    title: str
    url: str
    about: str
    state: str


class Choice(Struct, frozen=True, kw_only=True):
    """One of the possible steps, as text: an example of when, who decides, what is asked before."""

    name: str
    code: str
    when: str
    decides: str
    before: str


class StepsPage(Struct, frozen=True, kw_only=True):
    """What the page of possible steps shows."""

    lead: str
    questions: tuple[Question, ...]
    open: tuple[Line, ...]
    closed: tuple[Line, ...]
    closed_phrase: str
    choices: tuple[Choice, ...]
    acts: tuple[Act, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """One entry in the story of one of them, with what it came without, and where it is answered."""

    title: str
    sentence: str
    parts: tuple[Part, ...]
    pairs: Pairs
    marks: tuple[str, ...]
    url: str
    answer_url: str
    contact_url: str
    reading: Reading


class OnePage(Struct, frozen=True, kw_only=True):
    """What the page of one of them shows."""

    title: str
    under: str
    lead: str
    lines: tuple[str, ...]
    acts: tuple[Act, ...]
    more: tuple[Act, ...]
    decisions: Pairs
    story: tuple[Entry, ...]


def steps_page(opened: OpenProcess) -> StepsPage:
    """Return the page of possible steps."""
    words = words_of(opened)
    found = steps.open_concerns(opened.state)
    closed = [one for one in reversed(opened.state.concerns) if not one.is_open]
    return StepsPage(
        lead=_lead(len(found), words),
        questions=questions(opened),
        open=tuple(_line(opened, one, words) for one in found),
        closed=tuple(_line(opened, one, words) for one in closed),
        closed_phrase=days.number(len(closed), words),
        choices=tuple(_choices(words)),
        acts=(
            Act(_("Note that he does not cooperate"), link_to("steps-new", opened)),
            Act(_("All decisions"), link_to("decisions", opened), plain=True),
            Act(_("Does a group need to know?"), link_to("sheets", opened), plain=True),
        ),
    )


def _lead(count: int, words: Words) -> str:
    if not count:
        return _("Nothing is open. That he never cooperates would be no fault of yours.")
    text = ngettext("One thing is open.", "%(count)s things are open.", count)
    return capital(text % {"count": days.number(count, words)})


def questions(opened: OpenProcess) -> tuple[Question, ...]:
    """Return what the record suggests; it goes when it is noted or decided (R38)."""
    words = words_of(opened)
    return tuple(
        Question(
            text=wording.suggestion(one, words),
            look_url=link_to("entry", opened, one.ident),
            note_url=link_to("steps-for", opened, one.ident),
        )
        for one in steps.suggested(opened.state, opened.today)
    )


def _line(opened: OpenProcess, one: Concern, words: Words) -> Line:
    on = one.look_again_on
    return Line(
        title=wording.concern(one, words),
        url=link_to("steps-one", opened, one.concern_id),
        about=stands(one, words),
        state=_("Look again: %(day)s") % {"day": days.day(on, words)} if on else "",
    )


def stands(one: Concern, words: Words) -> str:
    """Return where one of them stands: its highest step, or that none was taken."""
    if one.highest is None:
        return _("Noted. No step so far.")
    return _("Highest step: %(step)s.") % {"step": wording.highest(one, words).rstrip(".")}


def _choices(words: Words) -> list[Choice]:
    """Return the list to choose from (content 4)."""
    return [
        Choice(
            name=one.name.in_language(words.language),
            code="" if one.step is Step.OWN else one.step.value,
            when=one.example.in_language(words.language) if one.example else "–",
            decides=one.decides.in_language(words.language),
            before=one.before.in_language(words.language) if one.before else "–",
        )
        for one in POSSIBLE_STEPS
    ]


def one_page(opened: OpenProcess, one: Concern) -> OnePage:
    """Return the page of one of them."""
    words, telling = words_of(opened), telling_of(opened)
    return OnePage(
        title=wording.concern(one, words),
        under="" if one.is_open else _("Closed"),
        lead=stands(one, words),
        lines=_lines(opened, one, words),
        acts=_acts(opened, one),
        more=_more(opened, one),
        decisions=tuple(
            (telling.entry(each.item.entry_id), link_to("decision", opened, each.item.first_id))
            for each in reversed(steps.decisions_about(opened.state, one))
        ),
        story=tuple(_entry(opened, one, item, telling) for item in reversed(one.story)),
    )


def _lines(opened: OpenProcess, one: Concern, words: Words) -> tuple[str, ...]:
    """Return what waits: notes for a decision, his answer, another look."""
    waiting = len(steps.waiting_notes(opened.state, one))
    noted = ngettext(
        "One note waits for a decision of the group.",
        "%(count)s notes wait for one decision of the group.",
        waiting,
    )
    lines = [capital(noted % {"count": days.number(waiting, words)})] if waiting else []
    open_steps = [step.item.entry for step in one.steps if not step.answers and step.item.entry.answer_by_on]
    for entry in open_steps[-1:] if one.is_open else ():
        on = days.day(entry.answer_by_on or entry.on, words)
        lines.append(_("His answer to the last step: by %(day)s.") % {"day": on})
    if one.look_again_on is not None:
        lines.append(_("Looked at again on %(day)s.") % {"day": days.day(one.look_again_on, words)})
    return tuple(lines)


def _acts(opened: OpenProcess, one: Concern) -> tuple[Act, ...]:
    """Return what a member does next here: decide where notes wait, else write down a step."""
    first = one.concern_id
    if not one.is_open:
        return (Act(_("Open it again"), link_to("steps-open", opened, first), plain=True),)
    take = Act(_("Write down a step you took"), link_to("steps-next", opened, first))
    decide = act_about(opened, one)
    go_on = Act(_("How it goes on"), link_to("steps-look", opened, first), plain=True)
    if steps.waiting_notes(opened.state, one):
        return (Act(decide.label, decide.url), Act(take.label, take.url, plain=True), go_on)
    return (take, decide, go_on)


def _more(opened: OpenProcess, one: Concern) -> tuple[Act, ...]:
    """Return the sheet for a talk, and another note."""
    if not one.is_open:
        return ()
    return (
        Act(_("Sheet to confront him"), link_to("steps-sheet", opened, one.concern_id)),
        Act(_("Note something more"), link_to("steps-more", opened, one.concern_id)),
        *((Act(_("Does this group need to know?"), _worksheet(opened, one)),) if one.label else ()),
    )


def _worksheet(opened: OpenProcess, one: Concern) -> str:
    """Return where the group asks whether these people need to know: what was written, or a new one (R44)."""
    circle = opened.state.telling.labelled(one.label or "")
    if circle is not None:
        return link_to("sheet", opened, circle.circle_id)
    return link_to("sheet-for", opened, one.concern_id)


def _entry(opened: OpenProcess, one: Concern, item: Told, telling: Telling) -> Entry:
    """Return an entry of its story; that it belongs to this one goes without saying here."""
    here = {telling.entry(each) for each in (one.concern_id, *(step.item.first_id for step in one.steps))}
    told = entry_wording.describe(item.entry, telling)
    found = marks.marks(opened.state, opened.state.entries[item.entry_id])
    return Entry(
        title=told.title,
        sentence=told.sentence,
        parts=told.parts,
        pairs=tuple(pair for pair in told.pairs if pair[1] not in here),
        marks=tuple(mark_wording.mark(mark.code, telling.words) for mark in found),
        url=link_to("entry", opened, item.entry_id),
        contact_url=_contact_url(opened, item),
        answer_url=link_to("steps-answer", opened, item.entry_id) if isinstance(item.entry, StepTaken) else "",
        reading=reading_of(opened, item.entry_id) if isinstance(item.entry, StepTaken) else Reading(),
    )


def _contact_url(opened: OpenProcess, item: Told) -> str:
    """Return where a step to X is written down as a contact, too; "" where there is one of that day (R26)."""
    entry, contacts = item.entry, opened.state.contacts
    if not isinstance(entry, StepTaken) or entry.step not in TO_X:
        return ""
    there = {one.entry.on for one in contacts.reached} | {one.entry.on for one in contacts.attempts}
    return "" if entry.on in there else link_to("contact-of", opened, item.entry_id)
