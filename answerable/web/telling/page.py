"""What the pages of all circles and of one show, and "not yet possible" with every condition (R44)."""

from datetime import date

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import deciding, marks, telling
from answerable.core.calendar import day_of
from answerable.core.defaults.steps import Step
from answerable.core.entries import AnyEntry, NoticeGiven, PeopleTold
from answerable.core.entries.may_tell import Material
from answerable.core.entries.telling import SheetOutcome
from answerable.core.gates import Next, Open
from answerable.core.state import Item
from answerable.core.state.telling import Circle, Plan
from answerable.core.telling import Asks, Condition, Stands
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading
from answerable.web.base.outgoing import reading_of
from answerable.web.base.telling import telling_of, words_of
from answerable.web.telling.finding import Asked
from answerable.web.telling.sheets import support_line
from answerable.wording import days, gates
from answerable.wording import entries as entry_wording
from answerable.wording import marks as mark_wording
from answerable.wording import telling as wording
from answerable.wording.entry_words import Part
from answerable.wording.lists import ended
from answerable.wording.words import Words


class Job(Struct, frozen=True, kw_only=True):
    """A row of parts/due.html: what can be done, how it stands."""

    label: str
    url: str
    who: str
    kind: str
    word: str


class Line(Struct, frozen=True, kw_only=True):
    """One entry about the circle, with its words and marks."""

    day: str
    sentence: str
    parts: tuple[Part, ...]
    marks: tuple[str, ...]
    url: str
    reading: Reading


class CirclePage(Struct, frozen=True, kw_only=True):
    """All about one circle."""

    label: str
    lead: str
    under: tuple[str, ...]
    warnings: tuple[str, ...]
    jobs: tuple[Job, ...]
    acts: tuple[Act, ...]
    story: tuple[Line, ...]


class Row(Struct, frozen=True, kw_only=True):
    """One circle in the list."""

    label: str
    url: str
    about: str
    state: str


class ListPage(Struct, frozen=True, kw_only=True):
    """All circles about which the group asked itself."""

    lead: str
    rows: tuple[Row, ...]
    acts: tuple[Act, ...]


class GateCondition(Struct, frozen=True, kw_only=True):
    """One condition of parts/gate.html."""

    kind: str
    word: str
    text: str
    url: str
    link: str


class GatePage(Struct, frozen=True, kw_only=True):
    """What is not yet possible: each condition with its state, where to go next, and why."""

    heading: str
    label: str
    sentence: str
    lines: tuple[str, ...]
    conditions: tuple[GateCondition, ...]
    acts: tuple[Act, ...]


def list_page(opened: OpenProcess) -> ListPage:
    """Return the list, the one looked at last first."""
    circles = opened.state.telling.circles
    return ListPage(
        lead=_("Here you ask yourselves whether people need to know. Not to tell is a decision, too.")
        if circles
        else _("You have not asked yourselves about anybody yet."),
        rows=tuple(_row(opened, one) for one in reversed(circles)),
        acts=(
            Act(_("Ask yourselves about a group"), link_to("sheet-new", opened)),
            Act(_("We already told somebody"), link_to("sheet-told-already", opened), plain=True),
        ),
    )


def _row(opened: OpenProcess, one: Circle) -> Row:
    return Row(
        label=one.label, url=link_to("sheet", opened, one.circle_id), about=_lead(opened, one), state=_when(opened, one)
    )


def _when(opened: OpenProcess, one: Circle) -> str:
    words = words_of(opened)
    again = one.sheet.entry.look_again_on if one.sheet else None
    return _("Look again on %(day)s") % {"day": days.day(again, words)} if again else ""


def _lead(opened: OpenProcess, one: Circle) -> str:
    """Return the newest of it: what was told, else what the worksheet came to."""
    words = words_of(opened)
    if one.told and (one.sheet is None or one.told[-1].seq > one.sheet.seq):
        return entry_wording.describe(one.told[-1].entry, telling_of(opened)).sentence
    if one.sheet is None:
        return _("Not asked yet.")
    entry = one.sheet.entry
    text = _("%(outcome)s. Asked on %(day)s.")
    return text % {"outcome": wording.outcome(entry.outcome, words), "day": days.day(entry.on, words)}


def circle_page(opened: OpenProcess, one: Circle) -> CirclePage:
    """Return the page of one circle."""
    asked = Asked(ident=one.circle_id, label=one.label, kind=one.kind, circle=one)
    return CirclePage(
        label=one.label,
        lead=_lead(opened, one),
        under=(support_line(opened, asked), *((ended(when),) if (when := _when(opened, one)) else ())),
        warnings=_warnings(opened, one),
        jobs=_jobs(opened, one),
        acts=_acts(opened, one),
        story=_story(opened, one),
    )


def _warnings(opened: OpenProcess, one: Circle) -> tuple[str, ...]:
    """Return why a plan that waits stands still, also one that was confirmed (R10)."""
    if one.plan is None:
        return ()
    found = telling.plan_conditions(opened.state, one, one.plan, opened.today)
    return tuple(plan_stands(opened, one.plan, found))


def plan_stands(opened: OpenProcess, plan: Plan, found: tuple[Condition, ...]) -> list[str]:
    """Return how a plan stands, a sentence each."""
    words = words_of(opened)
    shut = [one for one in found if one.reason is not None and one.asks is not Asks.SECOND]
    if not shut:
        return []
    first = (
        _("The plan was confirmed. It stands still all the same.") if plan.confirmed else _("The plan stands still.")
    )
    return [first, *(wording.condition(one, words) for one in shut)]


def _acts(opened: OpenProcess, one: Circle) -> tuple[Act, ...]:
    """Return what comes next: the worksheet, then deciding together about it."""
    again = Act(_("Look at it again"), link_to("sheet-for", opened, one.circle_id), plain=True)
    if one.sheet is None:
        return (Act(_("Ask yourselves"), link_to("sheet-for", opened, one.circle_id)),)
    rounds = deciding.rounds_about(opened.state, one.sheet.first_id)
    if rounds:
        seen = Act(_("See the decision"), link_to("decision", opened, rounds[-1].item.first_id))
        return (seen, again)
    if one.sheet.entry.outcome is SheetOutcome.ASK:
        return (Act(_("Ask for a yes"), link_to("may-tell-ask-for", opened, one.circle_id)), again)
    decide = Act(_("Decide together"), link_to("decision-for", opened, one.sheet.first_id))
    met = Act(_("You decided it at a meeting"), link_to("decision-met-about", opened, one.sheet.first_id), plain=True)
    return (decide, met, again)


def _jobs(opened: OpenProcess, one: Circle) -> tuple[Job, ...]:
    """Return what may follow, each with how it stands today."""
    found = [*_notice_jobs(opened, one)]
    found.append(
        Job(
            label=_("Supervision was asked"),
            url=link_to("sheet-supervision", opened, one.circle_id),
            who=_asked_on(opened, one),
            kind="",
            word=_("write it down"),
        )
    )
    if one.plan is not None:
        found.append(_plan_job(opened, one, one.plan))
    else:
        found += [_step_job(opened, one, Step.L7A), _step_job(opened, one, Step.L7B)]
    happened = Job(
        label=_("We already told them"),
        url=link_to("sheet-told-them", opened, one.circle_id),
        who=_("What has happened already can always be written down."),
        kind="",
        word=_("write it down"),
    )
    return (*found, happened)


def _asked_on(opened: OpenProcess, one: Circle) -> str:
    if not one.asked:
        return _("Not yet.")
    return entry_wording.describe(one.asked[-1].entry, telling_of(opened)).sentence


def _notice_jobs(opened: OpenProcess, one: Circle) -> list[Job]:
    found = telling.notice_conditions(opened.state, one, opened.today)
    words, notice = words_of(opened), one.notice
    jobs = []
    if notice is not None and notice.proof is None:
        over = opened.today > notice.item.entry.by_on
        jobs.append(
            Job(
                label=_("What became of the notice?"),
                url=link_to("sheet-proof", opened, notice.item.first_id),
                who=_("He has until %(day)s.") % {"day": days.day(notice.item.entry.by_on, words)},
                kind="due" if over else "waiting",
                word=_("due") if over else _("waiting"),
            )
        )
    jobs.append(_job(_("A notice with a date"), link_to("sheet-notice", opened, one.circle_id), found, opened))
    return jobs


def _job(label: str, url: str, found: tuple[Condition, ...], opened: OpenProcess) -> Job:
    """Return a row with how many conditions are met; no number stands for how good that is."""
    words = words_of(opened)
    missing = [one for one in found if one.reason is not None]
    if not missing:
        return Job(label=label, url=url, who=_("All that is asked before is there."), kind="met", word=_("possible"))
    waits = all(one.stands is Stands.WAITING for one in missing)
    return Job(
        label=label,
        url=url,
        who=wording.condition(missing[0], words),
        kind="waiting" if waits else "open",
        word=_("not yet possible"),
    )


def _step_job(opened: OpenProcess, one: Circle, step: Step) -> Job:
    material = telling.material_of(one, step)
    found = telling.conditions(opened.state, one, material, opened.today)
    name = "sheet-letter" if step is Step.L7B else "sheet-tell"
    label = _("Give them the open letter: the last step") if step is Step.L7B else _("Tell them ourselves")
    return _job(label, link_to(name, opened, one.circle_id), found, opened)


def _plan_job(opened: OpenProcess, one: Circle, plan: Plan) -> Job:
    found = telling.plan_conditions(opened.state, one, plan, opened.today)
    url = link_to("sheet-plan", opened, plan.item.first_id)
    if isinstance(telling.gate(found), Open):
        return Job(label=_("The plan: what may be said"), url=url, who=_("Confirmed."), kind="met", word=_("possible"))
    return _job(_("The plan"), url, found, opened)


def _story(opened: OpenProcess, one: Circle) -> tuple[Line, ...]:
    """Return all entries about it, the newest first."""
    return tuple(_line(opened, item) for item in reversed(one.story))


def _line(opened: OpenProcess, item: Item[AnyEntry]) -> Line:
    words, told = words_of(opened), telling_of(opened)
    found = entry_wording.describe(item.entry, told)
    marked = marks.marks(opened.state, opened.state.entries[item.entry_id])
    return Line(
        day=days.day(day_of(item.entry.at, opened.zone), words),
        sentence=found.sentence if found.title.endswith("?") else f"{found.title}: {found.sentence}",
        parts=found.parts[:1],
        marks=tuple(mark_wording.mark(one.code, words) for one in marked),
        url=link_to("entry", opened, item.entry_id),
        reading=reading_of(opened, item.entry_id) if isinstance(item.entry, NoticeGiven | PeopleTold) else Reading(),
    )


def gate_page(
    opened: OpenProcess, one: Circle, found: tuple[Condition, ...], *, heading: str, happened: Act | None = None
) -> GatePage:
    """Return the page "not yet possible": each condition with its state in words, where to go next, and why."""
    words = words_of(opened)
    acts = (Act(_("Go back"), link_to("sheet", opened, one.circle_id)), *((happened,) if happened else ()))
    return GatePage(
        heading=heading,
        label=one.label,
        sentence=_("Not yet possible"),
        lines=(_("What has happened already can always be written down."),) if happened else (),
        conditions=tuple(condition_row(opened, one, each, words) for each in found),
        acts=acts,
    )


def condition_row(opened: OpenProcess, circle: Circle, one: Condition, words: Words) -> GateCondition:
    """Return a condition: its word, how it stands, and why it is asked where it is not met."""
    text = wording.condition(one, words)
    if one.reason is None:
        return GateCondition(kind="met", word=wording.stands(one.stands, words), text=text, url="", link="")
    word = wording.stands(one.stands, words)
    if one.on is not None and one.stands is Stands.WAITING:
        word = _waits_until(one.on, words)
    url = where(opened, circle, one)
    return GateCondition(
        kind=wording.KINDS[one.stands],
        word=word,
        text=f"{text} {wording.why(one.asks, words)}",
        url=url,
        link=gates.where_next(one.reason, words) if url else "",
    )


def way_anew(circle: Circle) -> str:
    """Return the name of the page on which what is planned is planned anew."""
    material = circle.plan.item.entry.material if circle.plan else Material.PROCESS
    return "sheet-letter" if telling.step_of(material) is Step.L7B else "sheet-tell"


def _waits_until(on: date, words: Words) -> str:
    return _("waiting until %(day)s") % {"day": days.day(on, words)}


def where(opened: OpenProcess, circle: Circle, one: Condition) -> str:
    """Return the link to where to go next."""
    if one.reason is None or (one.reason.people and opened.user_id not in one.reason.people):
        return ""
    if one.asks is Asks.SECOND and circle.plan is not None and circle.plan.item.author == opened.user_id:
        return ""  # another member confirms it
    entry = one.reason.entry or circle.circle_id
    names = {
        Next.LETTERS: ("letters", None),
        Next.DEMANDS: ("demands", None),
        Next.STEPS: ("steps", None),
        Next.MAY_TELL: ("may-tell", None),
        Next.NOTICE: ("sheet-notice" if circle.notice is None else "sheet", circle.circle_id),
        Next.WORKSHEET: ("sheet-for", circle.circle_id),
        Next.ASK_YES: ("may-tell-ask-for", circle.circle_id),
        Next.DECIDE: ("decision-for", entry),
        Next.DECISION: ("decision", entry),
        Next.ASK_SUPERVISION: ("sheet-supervision", circle.circle_id),
        Next.WAIT: ("sheet", circle.circle_id),
        Next.CONFIRM: ("sheet-confirm", entry),
        Next.LOOK_AT: ("outgoing-one", entry),
        Next.PLAN_ANEW: (way_anew(circle), circle.circle_id),
    }
    name, ident = names[one.reason.next]
    return link_to(name, opened, ident)
