"""The page of all demands, built from the state."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.letters import Copy, second_readers, waiting_copies
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import DemandRaised, DemandReplaced, DemandWithdrawn, ParentDecided
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.going_back import last_heard_on, tie_is_thin
from answerable.core.state import Decision, Demand
from answerable.web.base.copied import Act, link_to
from answerable.web.base.telling import words_of
from answerable.web.demands.passing import decisions_waiting, waiting
from answerable.wording import demand_story, names
from answerable.wording import demands as wording
from answerable.wording.entry_words import shortened
from answerable.wording.words import Words


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of parts/rows.html."""

    text: str
    url: str = ""
    note: str = ""
    kind: str = ""
    tag: str = ""
    label: str = ""


class Table(Struct, frozen=True):
    """A table of parts/rows.html."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Group(Struct, frozen=True):
    """The demands about one thing."""

    ident: str
    title: str
    phrase: str
    table: Table


class Unread(Struct, frozen=True):
    """A copy that waits for its second reader; `url` is empty for who copied it."""

    text: str
    about: str
    url: str


class ParentPart(Struct, frozen=True, kw_only=True):
    """The parent process: when it was last heard of, a question where that is long ago, its decisions (R8)."""

    heard: str
    question: str
    table: Table | None
    actions: tuple[Act, ...]


class ListPage(Struct, frozen=True, kw_only=True):
    """What the page of all demands shows."""

    lead: str
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    withdrawn: Group | None
    parent: ParentPart | None
    unread: tuple[Unread, ...]
    actions: tuple[Act, ...]


def build(opened: OpenProcess) -> ListPage:
    """Return the page of all demands as this member can see them."""
    words = words_of(opened)
    standing = [demand for demand in opened.state.demands if not demand.withdrawn]
    gone = [demand for demand in opened.state.demands if demand.withdrawn]
    groups = [
        _group(opened, facet.value, names.facet(facet, words), [one for one in standing if one.facet is facet], words)
        for facet in Facet
        if any(one.facet is facet for one in standing)
    ]
    return ListPage(
        lead=_lead(opened, standing, words),
        lines=_lines(opened, standing),
        groups=tuple(groups),
        withdrawn=_group(opened, "gone", _("Withdrawn"), gone, words) if gone else None,
        parent=_parent(opened, words),
        unread=_unread(opened, words),
        actions=_actions(opened),
    )


def _lead(opened: OpenProcess, standing: list[Demand], words: Words) -> str:
    """Return one sentence that says how things are."""
    if not standing:
        if Role.SUPPORT in opened.roles:
            return _("No demands yet. What do you ask of %(x)s?") % {"x": words.person_x}
        return _("No demands yet. They come from the support group.")
    count = ngettext("%(count)s demand.", "%(count)s demands.", len(standing)) % {"count": len(standing)}
    if not opened.roles & {Role.CONTACT, Role.SUPPORT}:
        return count
    not_asked = sum(demand.word is DemandWord.NOT_ASKED for demand in standing)
    if not not_asked:
        return f"{count} {_('All of them were passed on.')}"
    rest = ngettext("%(count)s was not asked yet.", "%(count)s were not asked yet.", not_asked) % {"count": not_asked}
    return f"{count} {rest}"


def _lines(opened: OpenProcess, standing: list[Demand]) -> tuple[str, ...]:
    """Return what a circle should know about what it can and cannot see here."""
    if not standing:
        return ()
    if Role.CONTACT in opened.roles:
        return (_("“Seen” means: somebody other than %(x)s told us or showed us.") % _x(opened),)
    if Role.SUPPORT in opened.roles:
        return (
            _("You see what was passed on, in which words, and what he answered: his account."),
            _("What the contact group has seen itself stands in its updates."),
        )
    return (_("What was passed on and what came of it stands in the updates."),)


def _x(opened: OpenProcess) -> dict[str, str]:
    return {"x": opened.state.process.person_x}


def _group(opened: OpenProcess, ident: str, title: str, demands: list[Demand], words: Words) -> Group:
    """Return a table of demands; who does not read what was passed on gets no state, rather than a wrong one."""
    sees_state = bool(opened.roles & {Role.CONTACT, Role.SUPPORT})
    heads = [_("Demand"), _("State"), _("How we know")] if sees_state else [_("Demand"), _("From")]
    rows = tuple(_row(opened, demand, words, sees_state=sees_state) for demand in demands)
    return Group(ident, title, str(len(demands)), Table("", tuple(heads), rows))


def _row(opened: OpenProcess, demand: Demand, words: Words, *, sees_state: bool) -> tuple[Cell, ...]:
    current = demand.current
    entry = current.item.entry
    whose = wording.whose(demand.origin, entry.said_on, words)
    name = f"{demand.number}. {shortened(current.text)}"
    url = link_to("demand", opened, demand.demand_id)
    if not sees_state:
        return (Cell(text=name, url=url), Cell(text=whose, label=_("From"), note=_standing_note(demand)))
    known = wording.how_we_know(current, words)
    state = Cell(text=names.demand_word(demand.word, words), kind=wording.MARK_KINDS[demand.word])
    text = f"{known.sentence} {shortened(known.words, 160)}".strip()
    tag = words.gettext("his account") if known.his and known.words else ""
    return (
        Cell(text=name, url=url, note=whose),
        state,
        Cell(text=text, tag=tag, label=_("How we know"), note=_standing_note(demand)),
    )


def _standing_note(demand: Demand) -> str:
    """Return what is to be known before this demand is used."""
    if demand.withdrawn:
        return ""
    if not demand.counts:
        return _("A copy that waits for a second reader: it does not count yet.")
    if demand.withdrawal is not None:
        return _("A copied withdrawal waits for a second reader.")
    return _("Newer words wait for a second reader.") if demand.waiting is not None else ""


def _parent(opened: OpenProcess, words: Words) -> ParentPart | None:
    """Return what is known of the parent process; supervision sees it once there is a decision."""
    both = bool(opened.roles & {Role.CONTACT, Role.SUPPORT})
    decisions = opened.state.parent.decisions
    if not both and not decisions:
        return None
    heads = (_("Decision"), _("State"), _("How we know")) if both else (_("Decision"), _("From"))
    rows = tuple(_decision_row(opened, one, words, sees_state=both) for one in reversed(decisions))
    actions = (
        Act(_("Copy a decision"), link_to("parent-new", opened), plain=True),
        Act(_("We heard from them"), link_to("parent-heard", opened), plain=True),
    )
    heard_on = last_heard_on(opened.state)
    thin = heard_on is not None and tie_is_thin(opened.state, opened.today)
    return ParentPart(
        heard=demand_story.last_heard(heard_on, words) if both else "",
        question=demand_story.thin_tie(heard_on, words) if both and thin and heard_on is not None else "",
        table=Table("", heads, rows) if decisions else None,
        actions=actions if both else (),
    )


def _decision_row(opened: OpenProcess, one: Decision, words: Words, *, sees_state: bool) -> tuple[Cell, ...]:
    name = Cell(text=shortened(one.text), url=link_to("parent-decision", opened, one.item.first_id))
    note = "" if one.counts else _("A copy that waits for a second reader: it does not count yet.")
    whose = wording.whose(Origin.PARENT_PROCESS, one.item.entry.said_on, words)
    if not sees_state:
        return (name, Cell(text=whose, label=_("From"), note=note))
    kind, word = demand_story.decision_state(one, words)
    newest = one.passings[-1] if one.passings else None
    answer = newest.item.entry.answer if newest else None
    text = shortened(answer.text, 160) if answer and answer.text else whose
    tag = words.gettext("his account") if answer and answer.text else ""
    return (name, Cell(text=word, kind=kind), Cell(text=text, tag=tag, label=_("How we know"), note=note))


def _unread(opened: OpenProcess, words: Words) -> tuple[Unread, ...]:
    """Return the copies of demands that nobody read against their source yet; only the contact circle reads them."""
    if Role.CONTACT not in opened.roles:
        return ()
    kinds = (DemandRaised, DemandReplaced, DemandWithdrawn, ParentDecided)
    return tuple(
        _one_unread(opened, copy, words) for copy in waiting_copies(opened.state) if isinstance(copy.entry, kinds)
    )


def _one_unread(opened: OpenProcess, copy: Copy, words: Words) -> Unread:
    text = shortened(getattr(copy.entry, "text", "")) or _("A withdrawal, without words")
    readers = second_readers(opened, copy)
    about = wording.waits_for_reader(copy.author, readers, words, reader=opened.user_id)
    can_read = opened.user_id in readers
    return Unread(text, about, link_to("copy-read", opened, copy.entry_id) if can_read else "")


def _actions(opened: OpenProcess) -> tuple[Act, ...]:
    """Return what one can do here: the first stands out."""
    new = link_to("demand-new", opened)
    if Role.CONTACT not in opened.roles:
        return (Act(_("Raise a demand"), new),) if Role.SUPPORT in opened.roles else ()
    raising = Act(_("Raise a demand") if Role.SUPPORT in opened.roles else _("Copy a demand"), new, plain=True)
    over_time = Act(_("Over time"), link_to("over-time", opened), plain=True)
    if waiting(opened) or decisions_waiting(opened):
        return (Act(_("Pass on all that wait"), link_to("demands-on", opened)), raising, over_time)
    if not opened.state.demands:
        return (Act(_("Add the letter"), link_to("letter-new", opened)), raising)
    return (raising, over_time)
