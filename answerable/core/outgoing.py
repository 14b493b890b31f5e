"""Words that leave the circles: which they are, who has read exactly them, what is still to be looked at (R12).

A date, a place or a receipt needs no second reader; what its source says word for word was read against that.
"""

from collections.abc import Iterator

from msgspec import Struct

from answerable.core import protected
from answerable.core.entries import AnyEntry, OutgoingRead
from answerable.core.entries.hashes import hash_of_parts
from answerable.core.entries.updates import LongParts, Sentences
from answerable.core.state import Item, State
from answerable.core.state.decisions import Decision
from answerable.core.state.shape import Draft


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
    def is_read(self) -> bool:
        """Whether a second member has read it."""
        return bool(self.readers)

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


def words_of_update(sentences: Sentences, sections: LongParts) -> str:
    """Return all words of an update, as they are checked."""
    short = (getattr(sentences, name) for name in sentences.__struct_fields__)
    return "\n".join((*short, *(part.text for part in sections)))


def of_draft(state: State, draft: Draft) -> Leaving:
    """Return the words of a draft of an update; who read it as a second reader stands in `draft.readings`."""
    entry = draft.item.entry
    return _leaving(state, draft.item, words_of_update(entry.sentences, entry.sections), draft.text_hash)


def _of_decision(state: State, decision: Decision) -> Iterator[Leaving]:
    """Yield reasons that can be told, and what was said to people concerned who asked about them (R47)."""
    if decision.outcome is not None and decision.outcome.entry.tell.strip():
        yield _leaving(state, decision.outcome, decision.outcome.entry.tell)
    for item in decision.questioned:
        if item.entry.answer.strip():
            yield _leaving(state, item, item.entry.answer)


def _leaving(state: State, item: Item[AnyEntry], text: str, text_hash: bytes | None = None) -> Leaving:
    wording = text_hash or hash_of_parts(text)
    readings = state.outgoing.readings.get(item.first_id, ())
    return Leaving(
        entry_id=item.entry_id,
        place=item.first_id,
        author=item.author,
        at=item.entry.at,
        text=text,
        text_hash=wording,
        found=protected.found(state, text),
        readings=tuple(one for one in readings if one.entry.text_hash == wording),
    )


def texts(state: State) -> Iterator[Leaving]:
    """Yield every text for people outside the circles, in the order of what they stand in; updates stand apart."""
    for decision in state.decisions:
        yield from _of_decision(state, decision)


def to_read(state: State) -> tuple[Leaving, ...]:
    """Return the texts that no second member has read in these words."""
    return tuple(one for one in texts(state) if not one.is_read)


def at(state: State, entry_id: bytes) -> Leaving | None:
    """Return the text that leaves in this entry, also a draft's; None where none does."""
    drafts = (draft for draft in state.updates.drafts if entry_id in (draft.item.entry_id, draft.item.first_id))
    draft = next(drafts, None)
    if draft is not None:
        return of_draft(state, draft)
    return next((one for one in texts(state) if entry_id in (one.entry_id, one.place)), None)
