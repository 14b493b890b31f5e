"""Every kind of entry has words, and what X said keeps its mark."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from answerable.core.entries import (
    AnyEntry,
    AroundNoted,
    AskAnswered,
    MeetingMissed,
    NoFurtherContact,
    TalkNoted,
    ToldByX,
)
from answerable.core.entries.base import Source
from answerable.core.entries.codec import KINDS
from answerable.core.entries.contacts import MissedReason
from answerable.wording import entries
from answerable.wording.entry_words import Telling, shortened
from answerable.wording.words import Words

TODAY = date(2026, 9, 22)
HIS = {
    "agreement-answered",
    "around-noted",
    "change-noted",
    "contact-reached",
    "indicator-noted",
    "meeting-missed",
    "non-cooperation-noted",
    "note-beside",
    "note-kept",
    "notice-answered",
    "sent-by-x",
    "sent-sorted",
    "soon-noted",
    "step-answered",
    "told-by-x",
}
FRIENDS = {"talk-noted", "ask-answered", "no-further-contact", "people-told", "worksheet-kept"}


def made(kind: Any) -> Any:
    """Return a value of a type, with every text that can stand in it."""
    return msgspec.convert(_plain(msgspec.inspect.type_info(kind)), kind, strict=False)


def _struct(info: Any) -> Any:
    found = {field.encode_name: _plain(field.type) for field in info.fields if field.encode_name != "corrects"}
    return _fitting(found | ({"type": info.tag} if info.tag else {}))


def _text(info: Any) -> str:
    patterns = {35: "en", 80: "contact", 64: "UTC", 100: "text/plain"}
    return patterns[info.max_length] if info.pattern else "words"


def _first(info: Any) -> Any:
    return _plain(next((one for one in info.types if type(one).__name__ != "NoneType"), info.types[0]))


PLAIN: dict[str, Callable[[Any], Any]] = {
    "StructType": _struct,
    "StrType": _text,
    "IntType": lambda _info: 2,
    "BoolType": lambda _info: False,
    "DateType": lambda _info: "2026-09-01",
    "BytesType": lambda info: bytes(info.min_length or 16),
    "UnionType": _first,
    "VarTupleType": lambda info: [_plain(info.item_type)],
    "EnumType": lambda info: next(iter(info.cls)).value,
}


def _plain(info: Any) -> Any:
    return PLAIN[type(info).__name__](info)


FITTING: dict[str, dict[str, Any]] = {
    "contact-reached/1": {"medium": "in-person"},
    "stance-affirmed/1": {"stance": "talk"},
    "presence-set/1": {"role": "support"},
    "around-noted/1": {"knows": "demands", "letter": "unknown"},
    "indicator-noted/1": {"attendance": None},
    "step-taken/1": {"own_words": None, "to": []},
    "concern-moved/1": {"step": "L1"},
    "worksheet-kept/1": {"he_tells_by_on": None},
    "notice-given/1": {"by_on": "2026-09-15"},
}
"""What a kind holds so that nothing stands in it that it refuses together."""


def _fitting(found: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a kind refuses together."""
    found |= FITTING.get(found.get("type", ""), {})
    if "scope" in found:
        found["label"] = None
    if "shows" in found:
        found["shows"]["word"] = "said"
    return found


def telling() -> Telling:
    """Return how to tell in English."""
    return Telling(words=Words(today=TODAY, names={bytes(16): "Ada"}), entry=lambda _entry_id: "another entry")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_is_told(kind: type[AnyEntry]) -> None:
    """A title, a whole sentence, and a line for places that only name it."""
    told = entries.describe(made(kind), telling())
    assert told.title
    assert told.sentence.strip()
    line = entries.short(made(kind), telling())
    assert line.startswith((told.title, told.sentence[:20]))
    assert entries.named_beside(made(kind), telling())
    assert "%(" not in f"{told}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_x_said_is_marked(kind: type[AnyEntry]) -> None:
    """His account never stands without its mark (R14)."""
    entry = made(kind)
    tag = kind.__struct_config__.tag.partition("/")[0]  # type: ignore[union-attr]  # a text in every kind
    assert any(part.his for part in entries.describe(entry, telling()).parts) == (
        tag in HIS | FRIENDS | {"demand-passed-on"}
    )


def test_what_people_around_him_said_is_marked_as_theirs() -> None:
    """His friends' account is not his, and neither is ours (R14)."""
    came = msgspec.structs.replace(made(AroundNoted), source=Source.SOMEONE_CAME, disagrees="The last demand.")
    seen = msgspec.structs.replace(came, source=Source.ORDINARY_LIFE)
    told = msgspec.structs.replace(made(ToldByX), source=Source.SOMEONE_CAME)
    for entry in (came, told, made(TalkNoted), made(AskAnswered), made(NoFurtherContact)):
        his = [part for part in entries.describe(entry, telling()).parts if part.his]
        assert his
        assert {part.whose for part in his} == {"his friends’ account"}
    assert not any(part.his for part in entries.describe(seen, telling()).parts)


def test_no_kind_is_missing() -> None:
    """A new kind without words fails here, not on a page."""
    assert set(entries.TELLINGS) == set(KINDS)


def test_a_long_text_is_cut_at_a_word() -> None:
    """One line, with an ellipsis."""
    assert shortened("one  two\nthree", 90) == "one two three"
    assert shortened("one two three four", 12) == "one two…"


def test_what_hindered_us_is_not_his_account() -> None:
    """A meeting missed for our own reason carries our words, without his mark (R14, R34)."""
    ours = msgspec.structs.replace(made(MeetingMissed), reason=MissedReason.OURS)
    (part,) = entries.describe(ours, telling()).parts
    assert (part.label, part.his) == ("What hindered us", False)
    (part,) = entries.describe(msgspec.structs.replace(ours, reason=MissedReason.NOT_ACCEPTABLE), telling()).parts
    assert part.his
