"""Hashes of wordings: what tells that two members saw the same text (R12, R30, R64)."""

from hashlib import sha256
from typing import assert_never

from answerable.core.entries.demands import DemandRaised, DemandReplaced, DemandWithdrawn
from answerable.core.entries.documents import DocumentAdded
from answerable.core.entries.letters import CirculationSet
from answerable.core.entries.may_tell import MayTellSet
from answerable.core.entries.parent import ParentDecided
from answerable.core.entries.process import WordsChosen
from answerable.core.entries.questions import ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.core.entries.reach import ReachChosen
from answerable.core.entries.soon import SoonAgreed
from answerable.core.entries.updates import LongParts, Period, Sentences, UpdateDrafted, UpdateHandedOver

Copiable = (
    DocumentAdded
    | CirculationSet
    | DemandRaised
    | DemandReplaced
    | DemandWithdrawn
    | ParentDecided
    | WordsChosen
    | QuestionAsked
    | QuestionAnswered
    | ObjectionRaised
    | MayTellSet
    | ReachChosen
    | SoonAgreed
)
"""Kinds in which members can copy words of a circle that is not here (R64)."""

Choice = WordsChosen | MayTellSet | ReachChosen | SoonAgreed | CirculationSet
"""Those of them that are choices, not sentences."""

Worded = Copiable | UpdateDrafted | UpdateHandedOver
"""Kinds whose wording is compared by its hash."""


def text_hash(entry: Worded) -> bytes:
    """Return the SHA-256 of the wording; a draft and what was handed over of it have the same one."""
    match entry:
        case UpdateDrafted() | UpdateHandedOver():
            return update_hash(entry.period, entry.sentences, entry.sections)
        case WordsChosen() | MayTellSet() | ReachChosen() | SoonAgreed() | CirculationSet():
            return hash_of_parts(*_parts_of_choice(entry))
        case _:
            return hash_of_parts(entry.text)


def _parts_of_choice(entry: Choice) -> tuple[str, ...]:
    """Return what is chosen, part by part; accounts of where it comes from are no words of it."""
    match entry:
        case WordsChosen():
            return tuple(part for chosen in entry.profiles for part in (chosen.language, chosen.profile))
        case MayTellSet():
            return _parts_of_answer(entry)
        case ReachChosen():
            return (entry.reach, entry.through or "", entry.said_on.isoformat())
        case SoonAgreed():
            return _parts_of_agreed(entry)
        case CirculationSet():
            whose = (entry.document.hex(), entry.text_hash.hex(), entry.authorised_by or "")
            return (*whose, entry.to_whom, entry.said_on.isoformat(), *entry.forms)
        case _:
            assert_never(entry)


def _parts_of_answer(entry: MayTellSet) -> tuple[str, ...]:
    audience = entry.audience
    until = "" if entry.until_on is None else entry.until_on.isoformat()
    whom = (audience.scope, audience.category or "", audience.label or "")
    return (*whom, entry.material, entry.answer, entry.condition, until, entry.said_on.isoformat())


def _parts_of_agreed(agreed: SoonAgreed) -> tuple[str, ...]:
    """Return names, way, words and whether she wants it directly."""
    names = (contact.label for contact in agreed.contacts)
    words = (part for one in agreed.words for part in (one.sort, one.text))
    return (agreed.way or "", str(agreed.directly), str(len(agreed.contacts)), *names, *words)


def update_hash(period: Period, sentences: Sentences, sections: LongParts = ()) -> bytes:
    """Return the hash of an update before it is an entry: its days, its six sentences, its long version if any.

    Without a long version it is what it was before there was one, so that older readings still count.
    """
    return hash_of_parts(
        period.from_on.isoformat(),
        period.to_on.isoformat(),
        sentences.contact,
        sentences.demands,
        sentences.who_knows,
        sentences.decisions,
        sentences.ourselves,
        sentences.we_ask,
        *(words for part in sections for words in (part.section, part.text)),
    )


def hash_of_parts(*parts: str) -> bytes:
    """Return the SHA-256 of the parts, each behind its length, so that no text can move from one into the next."""
    digest = sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()
