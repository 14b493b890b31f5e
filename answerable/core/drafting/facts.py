"""The facts of a drafted update: six sentences' worth, without a sentence (R53, R65)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.circles import Presence
from answerable.core.defaults.steps import Step
from answerable.core.entries.agreements import Kept
from answerable.core.entries.around import AskOutcome, FromWhom
from answerable.core.entries.base import Medium, Outcome
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.decisions import Sort
from answerable.core.entries.demands import DemandWord, Facet
from answerable.core.entries.sent import HowAnswered
from answerable.core.entries.steps import How, MoveSort
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.updates import Period, Remark


class LeftOut(StrEnum):
    """What an update leaves out on purpose; the code of a remark."""

    SINGLE_PEOPLE = "single-people"
    HIS_ACCOUNT = "his-account"
    ABOUT_HER = "about-her"
    NOTES = "notes"
    HOW_WE_KNOW = "how-we-know"
    FRIENDS_ACCOUNT = "friends-account"


class Missing(StrEnum):
    """What an update does not have yet or does not say; the code of a remark."""

    DEMAND_NOT_PASSED_ON = "demand-not-passed-on"
    COPY_NOT_READ = "copy-not-read"
    NO_CONTACT = "no-contact"
    AGREEMENT_NOT_ASKED = "agreement-not-asked"
    SECOND_READER = "second-reader"


class Reached(Struct, frozen=True, kw_only=True):
    """A contact in which he was reached: when, how, by how many of us."""

    on: date
    medium: Medium
    people: int


class Tried(Struct, frozen=True, kw_only=True):
    """An attempt that did not reach him, and what came back."""

    on: date
    medium: Medium
    reply: Reply


class Missed(Struct, frozen=True, kw_only=True):
    """A meeting that did not happen."""

    planned_on: date
    reason: MissedReason


class SentFact(Struct, frozen=True, kw_only=True):
    """What he sent, read together: how many messages, on which days where that is known, what he did in them (R26)."""

    messages: int
    from_on: date
    until_on: date
    answers: tuple[HowAnswered, ...]


class PauseFact(Struct, frozen=True, kw_only=True):
    """A pause of ours, with the sentence that stands for it (R34)."""

    from_on: date
    until_on: date
    text: str


class ContactFacts(Struct, frozen=True, kw_only=True):
    """Sentence 1: contact since the last update; `waiting` counts messages that he has not answered."""

    reached: tuple[Reached, ...]
    tried: tuple[Tried, ...]
    missed: tuple[Missed, ...]
    sent: tuple[SentFact, ...]
    waiting: int
    last_reached_on: date | None
    next_due_on: date | None


class DemandFact(Struct, frozen=True, kw_only=True):
    """Where one demand stands; `quote` is short enough to stand in the update: his words, or what we have seen."""

    number: int
    word: DemandWord
    on: date | None
    quote: str | None


class FacetFacts(Struct, frozen=True, kw_only=True):
    """Sentence 2, one facet of it: its demands, and how many questions of it he answered, evaded, refused.

    `told` (inform): what is known of whom he told, said or seen. `came` (stay accountable): we met him in person.
    """

    facet: Facet
    demands: tuple[DemandFact, ...]
    answered: int
    evaded: int
    refused: int
    told: DemandWord | None = None
    came: bool = False


class AgreementFact(Struct, frozen=True, kw_only=True):
    """What became of an agreement; `seen` needs a source other than X."""

    kept: Kept
    seen: bool


class KnowsFact(Struct, frozen=True, kw_only=True):
    """Sentence 3: a group that knows, by its label, and through whom; `seen` where somebody other than X said so."""

    label: str
    letter: LetterGiven
    seen: bool
    from_whom: FromWhom


class AskFact(Struct, frozen=True, kw_only=True):
    """What was asked of people around X, where it is short enough to be quoted, and what they answered (R36)."""

    asked: str | None
    answer: AskOutcome | None


class TalkFacts(Struct, frozen=True, kw_only=True):
    """Sentence 3: talks with people around X since the last update, as numbers, and what was asked of them (R36)."""

    held: int
    offered: int
    declined: int
    asks: tuple[AskFact, ...]


class TermFact(Struct, frozen=True, kw_only=True):
    """A member whose last day or end of term is near."""

    user: bytes
    until_on: date


class PolicyFact(Struct, frozen=True, kw_only=True):
    """What we agreed to do differently, and why (R4)."""

    from_on: date
    reason: str | None


class OurselvesFacts(Struct, frozen=True, kw_only=True):
    """Sentence 5: how many we are, who came, left, or comes to the end of a term, and what we changed."""

    members: int
    joined: tuple[bytes, ...]
    left: tuple[TermFact, ...]
    ending: tuple[TermFact, ...]
    policies: tuple[PolicyFact, ...]
    pauses: tuple[PauseFact, ...]
    supervision: Presence


class DecisionFact(Struct, frozen=True, kw_only=True):
    """Sentence 4: what was decided, also not to act, and why; dissent in its own words (R24, R46)."""

    sort: Sort
    decided: str
    reasons: str
    dissent: tuple[str, ...]
    confirmed: bool


class StepFact(Struct, frozen=True, kw_only=True):
    """Sentence 4: a step that was taken, why, and what came of it; `label` is a group, never a single person (R39)."""

    step: Step
    own_words: str | None
    on: date
    label: str
    why: str
    people: int
    answered: Outcome | None
    look_again_on: date | None


class MoveFact(Struct, frozen=True, kw_only=True):
    """Sentence 4: that something goes down to a milder step, is held, closed or opened again, and why (R39)."""

    sort: MoveSort
    step: Step | None
    on: date
    label: str
    why: str
    look_again_on: date | None


class NotedFact(Struct, frozen=True, kw_only=True):
    """Section 8 of the long version: that he does not cooperate, by kind; its facts stay with the group (R38)."""

    how: How
    on: date
    label: str


class AskFacts(Struct, frozen=True, kw_only=True):
    """Sentence 6: how many questions of ours, and for a yes, stand without an answer; that is no reproach."""

    questions: int
    yeses: int = 0


class Draft(Struct, frozen=True, kw_only=True):
    """A drafted update as facts."""

    period: Period
    contact: ContactFacts
    facets: tuple[FacetFacts, ...]
    agreements: tuple[AgreementFact, ...]
    who_knows: tuple[KnowsFact, ...]
    single_people: int
    single_people_seen: int
    talks: TalkFacts
    decisions: tuple[DecisionFact, ...]
    steps: tuple[StepFact | MoveFact, ...]
    ourselves: OurselvesFacts
    we_ask: AskFacts
    used: tuple[bytes, ...]
    left_out: tuple[Remark, ...]
    missing: tuple[Remark, ...]
    nothing_happened: bool
