"""The page of one demand: its words, what was done with each wording, who objects."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import marks
from answerable.core.circles import Role
from answerable.core.entries import DemandReplaced, NoteKept
from answerable.core.entries.base import Source
from answerable.core.state import Demand, DemandVersion, Item, Passing, Withdrawal
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import words_of
from answerable.wording import days, names
from answerable.wording import demands as wording
from answerable.wording.entry_words import shortened
from answerable.wording.marks import mark
from answerable.wording.words import Words


class Deed(Struct, frozen=True, kw_only=True):
    """One passing on, or a note that shows something: `words` are his account where `his` is set."""

    sentence: str
    result: str
    words: str
    his: bool
    marks: tuple[str, ...]
    url: str
    objection_url: str
    objecting: str


class Wording(Struct, frozen=True, kw_only=True):
    """One wording of the demand, and what was done with it."""

    title: str
    text: str
    pairs: tuple[tuple[str, str], ...]
    reading: Reading
    entry_url: str
    objection_url: str
    objecting: str
    deeds: tuple[Deed, ...]


class Objecting(Struct, frozen=True):
    """An objection to something on this page."""

    text: str
    state: str
    url: str


class DemandPage(Struct, frozen=True, kw_only=True):
    """What the page of one demand shows; `state` is "" for who cannot see what was passed on."""

    heading: str
    under: tuple[str, ...]
    lead: str
    state: str
    kind: str
    known: wording.HowWeKnow | None
    current: Wording
    waiting: Wording | None
    withdrawal: Wording | None
    older: tuple[Wording, ...]
    objections: tuple[Objecting, ...]
    actions: tuple[Act, ...]
    asked_by_support: str


def build(opened: OpenProcess, demand: Demand) -> DemandPage:
    """Return the page of one demand as this member can see it."""
    words = words_of(opened)
    sees_state = bool(opened.roles & {Role.CONTACT, Role.SUPPORT})
    current = demand.current
    older = [one for one in demand.versions if one is not current and one is not demand.waiting]
    return DemandPage(
        heading=_("Demand %(number)s") % {"number": demand.number},
        under=(names.facet(demand.facet, words), wording.whose(demand.origin, current.item.entry.said_on, words)),
        lead=_lead(demand, words, sees_state=sees_state),
        state=names.demand_word(demand.word, words) if sees_state else "",
        kind=wording.MARK_KINDS[demand.word],
        known=wording.how_we_know(current, words) if sees_state else None,
        current=_wording(opened, current, words, title=_("The words")),
        waiting=_wording(opened, demand.waiting, words, title=_("Newer words, waiting")) if demand.waiting else None,
        withdrawal=_withdrawal(opened, demand.withdrawal, words) if demand.withdrawal else None,
        older=tuple(_wording(opened, one, words, title=_older_title(one, words)) for one in reversed(older)),
        objections=_objections(opened, demand),
        actions=_actions(opened, demand),
        asked_by_support=_promise(opened, demand),
    )


def _lead(demand: Demand, words: Words, *, sees_state: bool) -> str:
    if sees_state or demand.withdrawn or not demand.counts or demand.waiting is not None:
        return wording.state_line(demand, words)
    return _("This demand stands. What came of it stands in the updates.")


def _older_title(version: DemandVersion, words: Words) -> str:
    return _("Words of %(day)s") % {"day": days.day(version.item.entry.said_on, words)}


def _wording(opened: OpenProcess, version: DemandVersion, words: Words, *, title: str) -> Wording:
    """Return one wording with everything that was done with it."""
    item = version.item
    entry = item.entry
    pairs = [] if entry.copied is None else list(wording.copied(entry.copied, item.author, words))
    if entry.copied is None:
        pairs.append((_("From"), f"{words.name(item.author)}, {days.day(entry.said_on, words)}"))
    if isinstance(entry, DemandReplaced) and entry.copied is None:
        pairs.append((_("Why here"), _("New words in place of older ones")))
    deeds = [_passing(opened, one, words) for one in version.passings]
    deeds += [_note(opened, note, words) for note in version.notes]
    return Wording(
        title=title,
        text=version.text,
        pairs=tuple(pairs),
        reading=reading_of(opened, item.entry_id),
        entry_url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=_objecting(opened),
        deeds=tuple(deeds),
    )


def _withdrawal(opened: OpenProcess, withdrawal: Withdrawal, words: Words) -> Wording:
    item = withdrawal.item
    entry = item.entry
    pairs = () if entry.copied is None else wording.copied(entry.copied, item.author, words)
    return Wording(
        title=_("Withdrawn on %(day)s") % {"day": days.day(entry.said_on, words)},
        text=entry.text,
        pairs=pairs,
        reading=reading_of(opened, item.entry_id),
        entry_url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=_objecting(opened),
        deeds=(),
    )


def _passing(opened: OpenProcess, passing: Passing, words: Words) -> Deed:
    item = passing.item
    filed = opened.state.entries.get(item.entry_id)
    codes = marks.marks(opened.state, filed) if filed is not None and Role.CONTACT in opened.roles else ()
    return Deed(
        sentence=wording.passed_on(passing, words),
        result=wording.answered(passing, words),
        words=item.entry.answer.text if item.entry.answer else "",
        his=True,
        marks=tuple(mark(one.code, words) for one in codes),
        url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=_objecting(opened),
    )


def _note(opened: OpenProcess, note: Item[NoteKept], words: Words) -> Deed:
    entry = note.entry
    word = names.demand_word(entry.shows.word, words) if entry.shows else ""
    return Deed(
        sentence=_("A note about %(day)s: %(word)s.") % {"day": days.day(entry.on, words), "word": word},
        result=f"{names.source(entry.source, words)}.",
        words=entry.text,
        his=entry.source is Source.HE_SAID,
        marks=(),
        url=link_to("entry", opened, note.entry_id),
        objection_url="",
        objecting="",
    )


def _objecting(opened: OpenProcess) -> str:
    """Return what the link says by which somebody objects: a contact member only copies an objection that came."""
    return _("Copy an objection to this") if Role.CONTACT in opened.roles else _("Object to this")


def _objections(opened: OpenProcess, demand: Demand) -> tuple[Objecting, ...]:
    """Return what was objected to on this page."""
    about = {one for version in demand.versions for one in (version.item.entry_id, version.item.first_id)}
    about |= {one for version in demand.versions for passing in version.passings for one in _ids(passing)}
    if demand.withdrawal is not None:
        about |= {demand.withdrawal.item.entry_id, demand.withdrawal.item.first_id}
    found = [one for one in opened.state.objections if one.item.entry.entry in about]
    return tuple(
        Objecting(
            shortened(one.item.entry.text),
            _("Answered.") if one.answers else _("No answer yet."),
            link_to("message", opened, one.item.first_id),
        )
        for one in found
    )


def _ids(passing: Passing) -> tuple[bytes, bytes]:
    return passing.item.entry_id, passing.item.first_id


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
