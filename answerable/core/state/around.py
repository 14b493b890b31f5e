"""The people around X, label by label: what is said, what others confirmed, talks, who hears of a new demand."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import AroundNoted, AskAnswered, NoFurtherContact, PeopleTold, TalkNoted, ToldByX, WhoHears
from answerable.core.entries.around import KNOWING, WITH_LETTER, AroundKind, FromWhom, Hearing, Knows, is_seen
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.may_tell import Material
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.labels import label_key
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

AroundEntry = ToldByX | AroundNoted | TalkNoted | AskAnswered | NoFurtherContact | WhoHears | PeopleTold
Account = Item[ToldByX] | Item[AroundNoted]
Story = Account | Item[TalkNoted] | Item[NoFurtherContact] | Item[AskAnswered] | Item[PeopleTold]
FirstOf = Callable[[bytes], bytes]

_LEARNT = {
    Material.PROCESS: Knows.PROCESS,
    Material.DEMANDS: Knows.DEMANDS,
    Material.SEMI_OPEN_LETTER: Knows.SEMI_OPEN,
    Material.OPEN_LETTER: Knows.OPEN,
}
"""What people know whom we told."""

_ONE_PERSON = re.compile(r"\w{1,2}\.?(,.*)?", re.DOTALL)


def looks_like_one_person(label: str) -> bool:
    """Tell whether a label is an initial or two letters, as single people are called where nobody said more (R29)."""
    return _ONE_PERSON.fullmatch(label.strip()) is not None


class Talk(Struct, frozen=True, kw_only=True):
    """A talk with people around X, and what they answered later to what was asked of them (R36)."""

    item: Item[TalkNoted]
    answers: tuple[Item[AskAnswered], ...]

    @property
    def waits(self) -> bool:
        """Whether something was asked of them and no answer was written down yet."""
        entry = self.item.entry
        return entry.asked is not None and entry.answer is None and not self.answers


class Heard(Struct, frozen=True, kw_only=True):
    """From whom these people hear of a new demand; `done` once a note says that they were told it (R35)."""

    demand: bytes
    hearing: Hearing
    item: Item[WhoHears]
    done: bool


class Around(Struct, frozen=True, kw_only=True):
    """A group or person around X by label; `around_id` is the entry that named them first (R29, R35).

    `knows_from` is the place in the log of what first said that they know. `word` is *seen* where somebody other than
    X said or showed that they know, *said* where only he does, None where nobody says so (R65). `disagrees` is the
    newest entry by which they disagree with something. `demands` are those they were told, `told_by_us` what we said to
    them (R44).
    """

    around_id: bytes
    label: str
    kind: AroundKind | None
    relation: str | None
    accounts: tuple[Account, ...]
    knows: Knows
    knows_from: int | None
    from_whom: FromWhom | None
    letter: LetterGiven
    word: DemandWord | None
    demands: tuple[bytes, ...]
    talks: tuple[Talk, ...]
    heard: tuple[Heard, ...]
    disagrees: Item[AroundNoted] | Item[TalkNoted] | None
    no_contact: Item[NoFurtherContact] | None
    told_by_us: tuple[Item[PeopleTold], ...]

    @property
    def is_one_person(self) -> bool:
        """Whether this is a single person: as was said, else where the label is an initial or two letters (R29)."""
        if self.kind is not None:
            return self.kind is AroundKind.PERSON
        return looks_like_one_person(self.label)

    @property
    def know(self) -> bool:
        """Whether somebody says that they know at least that there is a process."""
        return self.knows in KNOWING

    @property
    def know_the_demands(self) -> bool:
        """Whether they are said to know the demands; either letter holds them."""
        return self.letter is LetterGiven.YES or self.knows in KNOWING[1:]

    @property
    def said(self) -> Account | None:
        """Return the newest account of X himself."""
        return next((one for one in reversed(self.accounts) if one.entry.source is Source.HE_SAID), None)

    @property
    def confirmed(self) -> tuple[Account, ...]:
        """Return what comes from somebody else or was confirmed by somebody else: it is kept apart (R29)."""
        return tuple(one for one in self.accounts if is_seen(one.entry))

    @property
    def he_may_not_learn(self) -> bool:
        """Whether the newest of what they said to us, in a talk too, is not for X to learn (R42).

        What he says himself in between changes nothing: he does not know what they said.
        """
        came = [(one.seq, one.entry) for one in self.accounts if one.entry.source is Source.SOMEONE_CAME]
        talked = [(talk.item.seq, talk.item.entry) for talk in self.talks]
        newest = max((*came, *talked), key=lambda one: one[0], default=None)
        return newest is not None and not newest[1].x_may_learn

    @property
    def talk_to_offer(self) -> Item[AroundNoted] | Item[TalkNoted] | None:
        """Return the disagreement after which no talk was offered yet; nothing for who wants no contact (R36)."""
        if self.disagrees is None or self.no_contact is not None or not self.know:
            return None
        since = self.disagrees.seq
        return None if any(talk.item.seq >= since for talk in self.talks) else self.disagrees

    @property
    def ids(self) -> frozenset[bytes]:
        """Return all entries about them."""
        return frozenset(one for item in self.story for one in (item.entry_id, item.first_id))

    @property
    def story(self) -> tuple[Story, ...]:
        """Return all that was written about them, in the order of the log."""
        items: list[Story] = [*self.accounts, *(talk.item for talk in self.talks), *self.told_by_us]
        items += [answer for talk in self.talks for answer in talk.answers]
        items += [] if self.no_contact is None else [self.no_contact]
        return tuple(sorted(items, key=lambda item: item.seq))


class Surroundings(Struct, frozen=True, kw_only=True):
    """The people around X in the order in which they were first named, and the demands asked about once (R35)."""

    people: tuple[Around, ...]
    settled: Mapping[bytes, Item[WhoHears]]

    def labelled(self, label: str) -> Around | None:
        """Return who stands under a label, however it is spelled."""
        key = label_key(label)
        return next((one for one in self.people if label_key(one.label) == key), None)


class AroundBuilder:
    """Gathers what is about people around X; freezes when all is known."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self._people: dict[str, _Growing] = {}
        self._answers: dict[bytes, list[Item[AskAnswered]]] = {}
        self._settled: dict[bytes, Item[WhoHears]] = {}

    def add(self, filed: Filed, entry: AroundEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family, in the order of the log."""
        match entry:
            case ToldByX():
                self._at(entry.label, first).told(item_of(filed, entry, first, seq))
            case AroundNoted():
                told = [self._first_of(demand) for demand in entry.demands]
                self._at(entry.label, first).noted(item_of(filed, entry, first, seq), told)
            case TalkNoted():
                self._at(entry.label, first).talked(item_of(filed, entry, first, seq))
            case NoFurtherContact():
                self._at(entry.label, first).ended(item_of(filed, entry, first, seq))
            case PeopleTold():
                self._at(entry.label, first).told_by_us(item_of(filed, entry, first, seq))
            case AskAnswered():
                answer = item_of(filed, entry, first, seq)
                self._answers.setdefault(self._first_of(entry.talk), []).append(answer)
            case WhoHears():
                self._settled[self._first_of(entry.demand)] = item_of(filed, entry, first, seq)
            case _:
                assert_never(entry)

    def _at(self, label: str, first: bytes) -> "_Growing":
        one = self._people.setdefault(label_key(label), _Growing(first))
        one.label = label
        return one

    def freeze(self, demands: Iterable[bytes], unplaced: list[bytes]) -> Surroundings:
        """Return the people; answers to talks and rows about demands that cannot be read here are unplaced."""
        talks = {item.first_id for one in self._people.values() for item in one.talks}
        known = frozenset(demands)
        unplaced += [one.entry_id for talk, found in self._answers.items() if talk not in talks for one in found]
        unplaced += [item.entry_id for demand, item in self._settled.items() if demand not in known]
        people = (one.freeze(self._answers, self._heard(key, one)) for key, one in self._people.items())
        return Surroundings(people=tuple(people), settled=MappingProxyType(self._settled))

    def _heard(self, key: str, one: "_Growing") -> tuple[Heard, ...]:
        return tuple(
            Heard(demand=demand, hearing=row.hearing, item=item, done=demand in one.demands)
            for demand, item in self._settled.items()
            for row in item.entry.rows
            if label_key(row.label) == key
        )


class _Growing:
    """One label while it grows: what is newer counts, but not knowing undoes nothing."""

    def __init__(self, first: bytes) -> None:
        self.around_id = first
        self.label = ""
        self.kind: AroundKind | None = None
        self.relation: str | None = None
        self.accounts: list[Account] = []
        self.talks: list[Item[TalkNoted]] = []
        self.disagrees: Item[AroundNoted] | Item[TalkNoted] | None = None
        self.no_contact: Item[NoFurtherContact] | None = None
        self.knows = Knows.UNKNOWN
        self.since: int | None = None
        self.from_whom: FromWhom | None = None
        self.letter = LetterGiven.UNKNOWN
        self.word: DemandWord | None = None
        self.demands: dict[bytes, None] = {}
        self.ours: list[Item[PeopleTold]] = []

    def told(self, item: Item[ToldByX]) -> None:
        """Take that X told them: they know at least that there is a process."""
        self.accounts.append(item)
        self._know(Knows.PROCESS, item.seq, seen=is_seen(item.entry))
        self.from_whom = FromWhom.HIM
        self._give(item.entry.letter)

    def noted(self, item: Item[AroundNoted], told: list[bytes]) -> None:
        """Take a note about them; that they know nothing after all counts, that we do not know changes nothing."""
        entry = item.entry
        self.accounts.append(item)
        self.kind, self.relation = entry.kind, entry.relation or self.relation
        self.disagrees = item if entry.disagrees else self.disagrees
        if entry.knows is Knows.NOTHING:
            self.knows, self.since, self.word, self.from_whom = Knows.NOTHING, None, None, None
            self.letter = LetterGiven.UNKNOWN
            self.demands.clear()
        elif entry.knows in KNOWING:
            self.knows = entry.knows
            self._know(Knows.DEMANDS if told else Knows.PROCESS, item.seq, seen=is_seen(item.entry))
            self.from_whom = entry.from_whom or self.from_whom
            self._give(entry.letter)
            self.demands.update(dict.fromkeys(told))

    def talked(self, item: Item[TalkNoted]) -> None:
        """Take a talk, also one that was only offered: whoever is asked to talk learns that there is a process."""
        self.talks.append(item)
        self.kind = item.entry.kind
        self.disagrees = item if item.entry.disagrees else self.disagrees
        self._know(Knows.PROCESS, item.seq, seen=True)

    def told_by_us(self, item: Item[PeopleTold]) -> None:
        """Take that we told them: it is seen, and they have it from us (R44)."""
        entry = item.entry
        self.ours.append(item)
        self.kind = entry.kind
        self._know(_LEARNT[entry.material], item.seq, seen=True)
        self.from_whom = FromWhom.US
        if _LEARNT[entry.material] in WITH_LETTER:
            self.letter = LetterGiven.YES

    def ended(self, item: Item[NoFurtherContact]) -> None:
        """Take that they want no further contact; the first word of it stands."""
        self.no_contact = self.no_contact or item

    def _know(self, least: Knows, seq: int, *, seen: bool) -> None:
        """Raise what they know to at least this; what was seen is not unseen by his next word (R65)."""
        if self.knows not in KNOWING or KNOWING.index(self.knows) < KNOWING.index(least):
            self.knows = least
        self.since = seq if self.since is None else self.since
        self.word = DemandWord.SEEN if seen or self.word is DemandWord.SEEN else DemandWord.SAID

    def _give(self, letter: LetterGiven) -> None:
        self.letter = self.letter if letter is LetterGiven.UNKNOWN else letter

    def freeze(self, answers: Mapping[bytes, list[Item[AskAnswered]]], heard: tuple[Heard, ...]) -> Around:
        """Return what is known of this label."""
        return Around(
            around_id=self.around_id,
            label=self.label,
            kind=self.kind,
            relation=self.relation,
            accounts=tuple(self.accounts),
            knows=self.knows,
            knows_from=self.since,
            from_whom=self.from_whom,
            letter=self.letter,
            word=self.word,
            demands=tuple(self.demands),
            talks=tuple(Talk(item=item, answers=tuple(answers.get(item.first_id, ()))) for item in self.talks),
            heard=heard,
            disagrees=self.disagrees,
            no_contact=self.no_contact,
            told_by_us=tuple(self.ours),
        )
