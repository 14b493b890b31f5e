"""The parent process: what it decided, that we heard from it, and what was told to those who asked (R8, R30)."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Copied, Entry, EntryId, Line, Text, Words
from answerable.core.entries.demands import Origin


class ParentDecided(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="parent-decided/1"):
    """A decision of the parent process in its own words, to be passed on to X word for word (R8)."""

    text: Words
    said_on: date
    copied: Copied | None = None


class ParentHeard(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="parent-heard/1"):
    """The group heard from the parent process, with or without a decision, so that the tie does not break (R8)."""

    on: date
    text: Text


class AnswersReported(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="answers-reported/1"):
    """Those whose words were passed on were told what X answered: which passings on, when, how (R30, R64)."""

    to: Origin
    passings: Annotated[tuple[EntryId, ...], Meta(min_length=1, max_length=200)]
    on: date
    how: Line
