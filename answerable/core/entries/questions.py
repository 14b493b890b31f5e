"""What the circles ask each other, and what they object to."""

from answerable.core.entries.base import Copied, Entry, EntryId, Words


class QuestionAsked(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="question-asked/1"):
    """A question, disagreement or proposal between contact and support circle; nothing waits for it (R5)."""

    text: Words
    copied: Copied | None = None


class QuestionAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="question-answered/1"):
    """The other circle's answer to a question (R5)."""

    question: EntryId
    text: Words
    copied: Copied | None = None


class ObjectionRaised(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="objection-raised/1"):
    """Support or supervision circle objects to what an entry says; an answer is due (R47)."""

    entry: EntryId
    text: Words
    copied: Copied | None = None


class ObjectionAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="objection-answered/1"):
    """The contact circle answers an objection (R47)."""

    objection: EntryId
    text: Words
