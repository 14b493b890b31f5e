"""Which entries stand: those that fit the table, each with its newest correction, without what was taken out."""

from collections.abc import Mapping
from typing import TypeVar

from answerable.core.audiences import RULES, is_copied, may_correct, may_make, needs_second_reader
from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    Aside,
    AsideTakenOut,
    MemberNamed,
    ProcessOpened,
    QuestionAnswered,
    QuestionAsked,
    ReadAgainstSource,
    TakenOut,
    TellingConfirmed,
    UpdateRead,
)
from answerable.core.state.items import Filed, Item, Misfit, Tombstone, Unfit

EntryT = TypeVar("EntryT", bound=AnyEntry)


class Standing:
    """One pass over the log: what fits, what corrects what, what was taken out.

    A correction stands at the place of what it corrects. Where the newest words of a chain were taken out, the ones
    before them stand again: who takes words out takes out the whole chain.
    """

    def __init__(self, timeline: tuple[Filed, ...], gone: Mapping[bytes, int]) -> None:
        self.entries: dict[bytes, Filed] = {}
        self.unfit: list[Unfit] = []
        self.taken: dict[bytes, Tombstone] = {}
        self.firsts: dict[bytes, bytes] = {}
        self.chains: dict[bytes, list[Filed]] = {}
        self._gone = gone
        self._opened = False
        self._fitting: list[Filed] = []
        for filed in timeline:
            self._take(filed)

    def first_of(self, entry_id: bytes) -> bytes:
        """Return the entry at whose place this one stands: what references to it are compared by."""
        return self.firsts.get(entry_id, entry_id)

    def placed(self) -> list[tuple[Filed, bytes, int]]:
        """Return what stands, with the first entry of its chain and its place, in the order of the places."""
        result: list[tuple[Filed, bytes, int]] = []
        done: set[bytes] = set()
        for filed in self._fitting:
            first = self.firsts.get(filed.entry_id, filed.entry_id)
            if first not in self.chains:
                if filed.entry_id not in self.taken:
                    result.append((filed, first, filed.seq))
            elif first not in done:
                done.add(first)
                place = self.entries[first].seq if first in self.entries else self._gone.get(first, filed.seq)
                standing = [one for one in self._chain(first) if one.entry_id not in self.taken]
                if standing:
                    result.append((standing[-1], first, place))
        result.sort(key=_place)
        return result

    def corrections(self) -> dict[bytes, tuple[bytes, ...]]:
        """Return for each corrected entry all corrections of its place, oldest first."""
        return {first: tuple(one.entry_id for one in chain) for first, chain in self.chains.items()}

    def _chain(self, first: bytes) -> list[Filed]:
        own = self.entries.get(first)
        corrections = self.chains[first]
        return corrections if own is None else [own, *corrections]

    def _take(self, filed: Filed) -> None:
        why = self._misfit(filed)
        if why is not None:
            self.unfit.append(Unfit(filed=filed, why=why))
            return
        entry = filed.entry
        self.entries[filed.entry_id] = filed
        self._fitting.append(filed)
        if isinstance(entry, TakenOut | AsideTakenOut):
            self.taken[entry.entry] = Tombstone(
                entry_id=entry.entry, seq=self._place_of(entry.entry, filed.seq), taken_by=filed.author, taken=entry
            )
        elif isinstance(entry, ProcessOpened):
            self._opened = True
        if entry.corrects is not None:
            first = self.first_of(entry.corrects)
            self.firsts[filed.entry_id] = first
            self.chains.setdefault(first, []).append(filed)

    def _place_of(self, entry_id: bytes, otherwise: int) -> int:
        known = self.entries.get(entry_id)
        return self._gone.get(entry_id, otherwise) if known is None else known.seq

    def _misfit(self, filed: Filed) -> Misfit | None:
        entry = filed.entry
        rule = RULES[type(entry)]
        if filed.author_roles.isdisjoint(rule.by) and not may_make(
            type(entry), filed.author_roles, copied=is_copied(entry)
        ):
            return Misfit.CIRCLE
        if _other_readers(filed):
            return Misfit.AUDIENCE
        if entry.corrects is not None and (why := self._wrong_correction(filed, entry.corrects)) is not None:
            return why
        return self._wrong_person(filed)

    def _wrong_person(self, filed: Filed) -> Misfit | None:
        """Return why this very author may not say this about that very entry, herself or this process."""
        why: Misfit | None = None
        match filed.entry:
            case MemberNamed(user=user) if user != filed.author:
                why = Misfit.NOT_HERSELF
            case ProcessOpened(corrects=first) if self._opened and (first is None or first not in self.entries):
                why = Misfit.OPENED_TWICE
            case ReadAgainstSource(entry=copy) if self._wrote(copy, filed):
                why = Misfit.OWN_COPY
            case UpdateRead(draft=draft) if self._wrote(draft, filed):
                why = Misfit.OWN_DRAFT
            case TellingConfirmed(plan=plan) if self._wrote(plan, filed):
                why = Misfit.OWN_PLAN
            case QuestionAnswered() as answer if self._asks_itself(answer, filed):
                why = Misfit.OWN_QUESTION
            case TakenOut(entry=taken) | AsideTakenOut(entry=taken):
                why = self._wrong_taking_out(taken, filed)
        return why

    def _wrong_correction(self, filed: Filed, corrected_id: bytes) -> Misfit | None:
        corrected = self.entries.get(corrected_id)
        if corrected is None:
            return None
        if type(corrected.entry) is not type(filed.entry):
            return Misfit.OTHER_KIND
        allowed = may_correct(
            type(filed.entry),
            ours=corrected.author == filed.author,
            own_words=not needs_second_reader(corrected.entry, corrected.author_roles),
            corrected=corrected.author_roles,
            by=filed.author_roles,
        )
        return None if allowed else Misfit.OTHERS_WORDS

    def _wrote(self, entry_id: bytes, filed: Filed) -> bool:
        known = self.entries.get(entry_id)
        return known is not None and known.author == filed.author

    def _wrong_taking_out(self, entry_id: bytes, filed: Filed) -> Misfit | None:
        known = self.entries.get(entry_id)
        if known is None:
            return None
        if isinstance(known.entry, Aside) is not isinstance(filed.entry, AsideTakenOut):
            return Misfit.OTHER_KIND
        if RULES[type(known.entry)].lasting:
            return Misfit.LASTING
        if isinstance(known.entry, Aside) and known.author != filed.author:
            return Misfit.OTHERS_WORDS
        return Misfit.OTHERS_WORDS if known.author_roles.isdisjoint(filed.author_roles) else None

    def _asks_itself(self, answer: QuestionAnswered, filed: Filed) -> bool:
        asked = self.entries.get(answer.question)
        if asked is None or not isinstance(asked.entry, QuestionAsked):
            return False
        return circle_speaking(asked) is circle_speaking(filed)


def _other_readers(filed: Filed) -> bool:
    """Whether it could be opened by somebody it is not meant for: a circle, or one an aside does not name (R66)."""
    if isinstance(filed.entry, Aside):
        return filed.listed is None or not filed.listed <= set(filed.entry.named)
    return filed.listed is not None


def circle_speaking(filed: Filed | Item[AnyEntry]) -> Role:
    """Return whose words these are between contact and support circle; a copy holds the support circle's (R5, R64)."""
    if is_copied(filed.entry) or Role.CONTACT not in filed.author_roles:
        return Role.SUPPORT
    return Role.CONTACT


def _place(placed: tuple[Filed, bytes, int]) -> int:
    return placed[2]


def item_of(filed: Filed, entry: EntryT, first: bytes, seq: int) -> Item[EntryT]:
    """Return the entry as it stands at its place."""
    return Item(filed.entry_id, first, seq, filed.author, filed.author_roles, entry)
