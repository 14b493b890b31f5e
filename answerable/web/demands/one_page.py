"""The page of one demand: its words, where it stands, and its whole story."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.state import Demand
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import words_of
from answerable.web.demands import story
from answerable.web.demands.story import Event
from answerable.wording import demand_story, names
from answerable.wording import demands as wording
from answerable.wording.demands import HowWeKnow
from answerable.wording.words import Words


class Standing(Struct, frozen=True, kw_only=True):
    """Where a demand stands: what he says against what was seen; `seen` is None for who cannot see notes (R65)."""

    kind: str
    word: str
    sentence: str
    says: HowWeKnow
    seen: HowWeKnow | None


class DemandPage(Struct, frozen=True, kw_only=True):
    """What the page of one demand shows; `standing` is None for who cannot see what was passed on."""

    heading: str
    under: tuple[str, ...]
    lead: str
    text: str
    reading: Reading
    waiting: str
    standing: Standing | None
    seen_elsewhere: str
    story: tuple[Event, ...]
    actions: tuple[Act, ...]
    asked_by_support: str


def build(opened: OpenProcess, demand: Demand) -> DemandPage:
    """Return the page of one demand as this member can see it."""
    words = words_of(opened)
    sees_state = bool(opened.roles & {Role.CONTACT, Role.SUPPORT})
    current = demand.current
    whose = wording.whose(demand.origin, current.item.entry.said_on, words)
    elsewhere = _("What the contact group has seen itself stands in its updates.")
    return DemandPage(
        heading=_("Demand %(number)s") % {"number": demand.number},
        under=(names.facet(demand.facet, words), whose),
        lead=_lead(demand, words, sees_state=sees_state),
        text=current.text,
        reading=_reading(opened, demand),
        waiting=demand.waiting.text if demand.waiting else "",
        standing=_standing(opened, demand, words) if sees_state else None,
        seen_elsewhere="" if Role.CONTACT in opened.roles else elsewhere,
        story=story.of_demand(opened, demand),
        actions=_actions(opened, demand),
        asked_by_support=_promise(opened, demand),
    )


def _reading(opened: OpenProcess, demand: Demand) -> Reading:
    """Return what is still to be done with a copy; who read it stands in the story."""
    reading = reading_of(opened, demand.current.item.entry_id)
    return Reading() if demand.current.counts and not reading.url else reading


def _lead(demand: Demand, words: Words, *, sees_state: bool) -> str:
    if sees_state or demand.withdrawn or not demand.counts or demand.waiting is not None:
        return wording.state_line(demand, words)
    return _("This demand stands. What came of it stands in the updates.")


def _standing(opened: OpenProcess, demand: Demand, words: Words) -> Standing:
    """Return the word for a demand, what he says, and what was seen."""
    current = demand.current
    return Standing(
        kind=wording.MARK_KINDS[demand.word],
        word=names.demand_word(demand.word, words),
        sentence=wording.how_we_know(current, words).sentence,
        says=demand_story.he_says(current, words),
        seen=demand_story.we_have_seen(current, words) if Role.CONTACT in opened.roles else None,
    )


def _promise(opened: OpenProcess, demand: Demand) -> str:
    """Return what the support circle can expect while a demand waits."""
    if Role.CONTACT in opened.roles or Role.SUPPORT not in opened.roles or demand.withdrawn:
        return ""
    if demand.current.passings:
        return ""
    return _("The contact group passes it on at its next contact, at the latest after two weeks.")


def _actions(opened: OpenProcess, demand: Demand) -> tuple[Act, ...]:
    """Return what one can do with a demand: the contact circle passes on and copies, nothing else (R2)."""
    if demand.withdrawn or not opened.roles & {Role.CONTACT, Role.SUPPORT}:
        return ()
    again, out = (link_to(name, opened, demand.demand_id) for name in ("demand-again", "demand-out"))
    if Role.SUPPORT in opened.roles and Role.CONTACT not in opened.roles:
        return (Act(_("Give it new words"), again), Act(_("Withdraw it"), out, plain=True))
    passing = Act(
        _("Pass it on again") if demand.current.passings else _("Pass it on"),
        link_to("demand-on", opened, demand.demand_id),
        plain=bool(demand.current.passings),
    )
    return (
        passing,
        Act(_("Copy new words"), again, plain=True),
        Act(_("Copy a withdrawal"), out, plain=True),
    )
