"""Every kind of entry has words, and what X said keeps its mark."""

from datetime import date
from typing import Any

import msgspec
import pytest

from answerable.core.entries import AnyEntry
from answerable.core.entries.codec import KINDS
from answerable.wording import entries
from answerable.wording.entry_words import Telling, shortened
from answerable.wording.words import Words

TODAY = date(2026, 9, 22)
HIS = {"contact-reached", "meeting-missed", "told-by-x", "note-kept", "agreement-made", "agreement-answered"}


def made(kind: Any) -> Any:
    """Return a value of a type, with every text that can stand in it."""
    info = msgspec.inspect.type_info(kind)
    return msgspec.convert(_plain(info), kind, strict=False)


def _plain(info: Any) -> Any:
    name = type(info).__name__
    if name == "StructType":
        found = {field.encode_name: _plain(field.type) for field in info.fields if field.encode_name != "corrects"}
        found["type"] = info.tag
        if found["type"] is None:
            del found["type"]
        return _fitting(found)
    simple = {"StrType": "words", "IntType": 2, "BoolType": False, "DateType": "2026-09-01", "NoneType": None}
    if name == "StrType" and info.pattern:
        return "en" if info.max_length == 35 else "contact" if info.max_length == 80 else "UTC"
    if name == "BytesType":
        return bytes(info.min_length or 16)
    if name == "UnionType":
        return _plain(next((one for one in info.types if type(one).__name__ != "NoneType"), info.types[0]))
    if name in {"VarTupleType", "ListType"}:
        return [_plain(info.item_type)]
    if name == "EnumType":
        return list(info.cls)[0].value
    return simple[name]


def _fitting(found: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a kind refuses together."""
    if found.get("type") == "contact-reached/1":
        found["medium"] = "in-person"
    if found.get("type") == "stance-affirmed/1":
        found["stance"] = "talk"
    if found.get("type") == "presence-set/1":
        found["role"] = "support"
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
    assert entries.short(made(kind), telling()).startswith(told.title)
    assert "%(" not in f"{told}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_x_said_is_marked(kind: type[AnyEntry]) -> None:
    """His account never stands without its mark (R14)."""
    entry = made(kind)
    tag = kind.__struct_config__.tag.partition("/")[0]  # type: ignore[union-attr]  # a text in every kind
    assert any(part.his for part in entries.describe(entry, telling()).parts) == (tag in HIS | {"demand-passed-on"})


def test_no_kind_is_missing() -> None:
    """A new kind without words fails here, not on a page."""
    assert set(entries.TELLINGS) == set(KINDS)


def test_a_long_text_is_cut_at_a_word() -> None:
    """One line, with an ellipsis."""
    assert shortened("one  two\nthree", 90) == "one two three"
    assert shortened("one two three four", 12) == "one two…"
