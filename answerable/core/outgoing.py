"""Words that leave the circles: which they are, who has read exactly them, what is still to be looked at (R12).

A date, a place or a receipt needs no second reader; what its source says word for word was read against that.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from answerable.core import protected
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    AnyEntry,
    ContactAttempted,
    DecisionQuestioned,
    DecisionReached,
    NoticeGiven,
    OutgoingRead,
    PeopleTold,
    StepTaken,
    TellingPlanned,
    TextChecked,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.hashes import hash_of_parts
from answerable.core.state import Filed, Item, State
from answerable.core.state.shape import Draft
from answerable.core.state.telling import Plan

_TOLD_APART = frozenset({Step.L6, Step.L7A, Step.L7B})
"""Steps whose words stand in a notice or a telling that is kept with them: they are read there."""


class Leaving(Struct, frozen=True, kw_only=True):
    """One text that leaves: who wrote it, how many protected words it holds, and its readings in exactly these words.

    `place` is the first entry of those it stands in (Item.first_id).
    """

    entry_id: bytes
    place: bytes
    author: bytes
    at: int
    text: str
    text_hash: bytes
    found: int
    readings: tuple[Item[OutgoingRead], ...]

    @property
    def readers(self) -> tuple[Item[OutgoingRead], ...]:
        """The readings by others than its author."""
        return tuple(item for item in self.readings if item.author != self.author)

    @property
    def looked(self) -> frozenset[bytes]:
        """Who looked at as many protected words as it holds and said that they have to stay."""
        return frozenset(item.author for item in self.readings if item.entry.stays >= self.found)

    def waits_for_look_of(self, user: bytes) -> bool:
        """Whether protected words stand in it at which this member has not looked."""
        return bool(self.found) and user not in self.looked

    def is_settled_by(self, user: bytes) -> bool:
        """Whether nothing is left to do for this member: she read it, and looked at the protected words."""
        return user in self.looked or (user == self.author and not self.found)


def words_of(entry: AnyEntry) -> str:
    """Return the words of an entry that leave the circles as they stand in it; "" where none do.

    What X himself was asked in a message, or told in a step, is among them; what was said to him in a talk is not.
    """
    words = ""
    match entry:
        case UpdateDrafted():
            words = _of_update(entry)
        case DecisionReached():
            words = entry.tell
        case DecisionQuestioned():
            words = entry.answer
        case NoticeGiven():
            words = f"{entry.words}\n{entry.proof}"
        case ContactAttempted():
            words = entry.asked or ""
        case TellingPlanned() | PeopleTold():
            words = entry.words
        case StepTaken() if entry.step not in _TOLD_APART:
            words = entry.words
    return words


def went_to_x(entry: AnyEntry) -> bool:
    """Whether its words went to X himself: they are noted as they went, and only protected ones are looked at.

    A reminder with a date needs no second reader, and a confrontation is prepared by two (R12, R39).
    """
    return isinstance(entry, ContactAttempted) or (isinstance(entry, StepTaken) and not entry.to)


def _of_update(entry: UpdateDrafted | UpdateHandedOver) -> str:
    short = (getattr(entry.sentences, name) for name in entry.sentences.__struct_fields__)
    return "\n".join((*short, *(part.text for part in entry.sections)))


def gone_out(state: State) -> tuple[Item[UpdateHandedOver], ...]:
    """Return the updates that were handed over with protected words in them, or before these were protected (R12)."""
    return tuple(item for item in state.updates.handed_over if protected.found(state, _of_update(item.entry)))


def of_draft(state: State, draft: Draft) -> Leaving:
    """Return the words of a draft of an update; who read it as a second reader stands in `draft.readings`."""
    return _leaving(state, draft.item, draft.text_hash)


def of_plan(state: State, plan: Plan) -> Leaving:
    """Return the words of a plan to tell people; a second member confirms exactly these (R44)."""
    return _leaving(state, plan.item)


def of_told(state: State, entry_id: bytes) -> Leaving | None:
    """Return the words with which people were told, as they were looked at before; None where nobody here can tell.

    What was said in the words of a plan was looked at there; other words could not be looked at before.
    """
    item = next((one for one in state.telling.told if one.entry_id == entry_id), None)
    if item is None or item.entry.plan is None:
        return None if item is None else _leaving(state, item)
    plans = (plan for circle in state.telling.circles for plan in circle.plans)
    plan = next((one for one in plans if item.entry.plan in (one.item.entry_id, one.item.first_id)), None)
    if plan is None:
        return None
    return _leaving(state, plan.item if plan.item.entry.words == item.entry.words else item)


def _leaving(state: State, item: Item[AnyEntry], text_hash: bytes | None = None) -> Leaving:
    text = words_of(item.entry)
    wording = text_hash or hash_of_parts(text)
    return Leaving(
        entry_id=item.entry_id,
        place=item.first_id,
        author=item.author,
        at=item.entry.at,
        text=text,
        text_hash=wording,
        found=protected.found(state, text),
        readings=_readings(state, item, wording),
    )


def _readings(state: State, item: Item[AnyEntry], wording: bytes) -> tuple[Item[OutgoingRead], ...]:
    found = state.outgoing.readings.get(item.first_id, ())
    return tuple(one for one in found if one.entry.text_hash == wording)


def _items(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield what can hold words for people outside the circles; updates stand apart.

    A plan to tell people is confirmed by a second member in exactly its words: what was told by it was read (R44).
    Only one that waits and holds protected words is looked at here as well; so is what went to X himself.
    """
    for decision in state.decisions:
        if decision.outcome is not None:
            yield decision.outcome
        yield from decision.questioned
    steps = (step.item for concern in state.concerns for step in concern.steps)
    messages: tuple[Item[AnyEntry], ...] = (*state.contacts.attempts, *steps)
    for item in messages:
        if not went_to_x(item.entry) or protected.found(state, words_of(item.entry)):
            yield item
    for circle in state.telling.circles:
        yield from (notice.item for notice in circle.notices)
        yield from (item for item in circle.told if item.entry.plan is None)
        if circle.plan is not None and protected.found(state, words_of(circle.plan.item.entry)):
            yield circle.plan.item


def to_read(state: State) -> tuple[Leaving, ...]:
    """Return the texts that no second member has read in these words; drafts of updates stand apart."""
    return tuple(_leaving(state, item) for item in _with_words(state) if not _is_read(state, item))


def _with_words(state: State) -> Iterator[Item[AnyEntry]]:
    return (item for item in _items(state) if words_of(item.entry).strip())


def _is_read(state: State, item: Item[AnyEntry]) -> bool:
    readings = _readings(state, item, hash_of_parts(words_of(item.entry)))
    return any(one.author != item.author for one in readings)


def at(state: State, entry_id: bytes) -> Leaving | None:
    """Return the text that leaves in this entry, also a draft's; None where none does."""
    drafts = (draft for draft in state.updates.drafts if entry_id in (draft.item.entry_id, draft.item.first_id))
    draft = next(drafts, None)
    if draft is not None:
        return of_draft(state, draft)
    items = (item for item in _with_words(state) if entry_id in (item.entry_id, item.first_id))
    item = next(items, None)
    return None if item is None else _leaving(state, item)


def checks(state: State, new: Iterable[Filed], *, now: int) -> Iterator[tuple[bytes, TextChecked]]:
    """Yield the checks of entries that are being kept, each with the entry whose words it is about.

    Once per text: words that another entry of the kind holds already were checked with it (R12).
    """
    for filed in new:
        words, kind = words_of(filed.entry), type(filed.entry)
        if not protected.is_checked(state, words):
            continue
        before = (one.entry for one in state.timeline if isinstance(one.entry, kind))
        if all(words_of(one) != words for one in before):
            found = protected.found(state, words)
            yield filed.entry_id, TextChecked(at=now, meant_for=(Role.CONTACT, Role.SUPPORT), found=found)
