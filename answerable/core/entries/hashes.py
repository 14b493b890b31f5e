"""Hashes of wordings: what tells that two members saw the same text (R12, R30, R64)."""

from hashlib import sha256

from answerable.core.entries.demands import DemandRaised, DemandReplaced, DemandWithdrawn
from answerable.core.entries.documents import DocumentAdded
from answerable.core.entries.process import WordsChosen
from answerable.core.entries.questions import ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.core.entries.updates import Period, Sentences, UpdateDrafted, UpdateHandedOver

Copiable = (
    DocumentAdded
    | DemandRaised
    | DemandReplaced
    | DemandWithdrawn
    | WordsChosen
    | QuestionAsked
    | QuestionAnswered
    | ObjectionRaised
)
"""Kinds in which members can copy words of a circle that is not here (R64)."""

Worded = Copiable | UpdateDrafted | UpdateHandedOver
"""Kinds whose wording is compared by its hash."""


def text_hash(entry: Worded) -> bytes:
    """Return the SHA-256 of the wording; a draft and what was handed over of it have the same one."""
    match entry:
        case UpdateDrafted() | UpdateHandedOver():
            return update_hash(entry.period, entry.sentences)
        case WordsChosen():
            return hash_of_parts(*(part for chosen in entry.profiles for part in (chosen.language, chosen.profile)))
        case _:
            return hash_of_parts(entry.text)


def update_hash(period: Period, sentences: Sentences) -> bytes:
    """Return the hash of an update before it is an entry: its days and its six sentences."""
    return hash_of_parts(
        period.from_on.isoformat(),
        period.to_on.isoformat(),
        sentences.contact,
        sentences.demands,
        sentences.who_knows,
        sentences.decisions,
        sentences.ourselves,
        sentences.we_ask,
    )


def hash_of_parts(*parts: str) -> bytes:
    """Return the SHA-256 of the parts, each behind its length, so that no text can move from one into the next."""
    digest = sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()
