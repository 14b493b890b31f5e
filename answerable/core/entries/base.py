"""What every entry carries, and the field types that several families share."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.circles import Role

EntryId = Annotated[bytes, Meta(min_length=16, max_length=16)]
UserId = Annotated[bytes, Meta(min_length=16, max_length=16)]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Moment = Annotated[int, Meta(ge=0, le=253_402_300_799)]
Text = Annotated[str, Meta(max_length=20_000)]
Words = Annotated[str, Meta(min_length=1, max_length=20_000)]
Line = Annotated[str, Meta(min_length=1, max_length=300)]
Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=80)]
LanguageTag = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", max_length=35)]
Zone = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\Z", max_length=64)]
Whom = Annotated[tuple[UserId, ...], Meta(min_length=1, max_length=64)]


Named = Annotated[tuple[UserId, ...], Meta(min_length=1, max_length=64)]


class Source(StrEnum):
    """How the group knows something about X (R42)."""

    HE_SAID = "he-said"
    SOMEONE_CAME = "someone-came"
    ORDINARY_LIFE = "ordinary-life"
    PARENT_OR_SUPPORT = "parent-or-support"
    LOOKED_UP = "looked-up"


class Medium(StrEnum):
    """What form a contact with X took (R27)."""

    MAIL = "mail"
    LETTER = "letter"
    CALL = "call"
    VIDEO = "video"
    IN_PERSON = "in-person"


class Outcome(StrEnum):
    """What X did with a question that was asked; a question without one is "not asked" (R28)."""

    ANSWERED = "answered"
    EVADED = "evaded"
    REFUSED = "refused"


class Copied(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a circle that is not here, copied by a member: from whom, when said, from what, how it came (R64)."""

    from_: Line
    said_on: date
    source: Line
    how: Text


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries carry: when it was written (seconds UTC), for which circles, and what it corrects.

    `meant_for` names every circle that may read it, also one that is not here yet (R64). The codec refuses it
    empty, out of order or with repeats; only an `Aside` names people in its place.
    """

    at: Moment
    meant_for: tuple[Role, ...]
    corrects: EntryId | None = None


class Aside(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an entry for named people carries: who they are, its author among them (R23, R66, R67).

    Its `meant_for` is empty: no circle reads it. The codec refuses one that names a circle, and names out of order or
    twice; the fold refuses one that could be opened by somebody it does not name.
    """

    named: Named
