"""Passages about her in free text: which pieces an entry has, and the entry without some of them (R11)."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, get_args

from msgspec import Struct, structs

from answerable.core.audiences import RULES
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.core.entries.base import Text, Words
from answerable.core.entries.hashes import Worded

EntryT = TypeVar("EntryT", bound=Struct)

LONGEST = 20_000
"""As many characters as a free text may have."""
SHORTEST_MARK = "…"

_FREE = (Text, Words)
_PIECE = re.compile(r"[^\n]*?[.!?…][\"”“»«)’]*(?:[ \t]+|(?=\n)|\Z)\n*|[^\n]+\n*|\n+")


def may_mark(entry: AnyEntry, *, author_roles: frozenset[Role], by: frozenset[Role]) -> bool:
    """Whether someone of the circles `by` may take passages about her out of this entry, at any time (R11).

    Any member of its author's circle may. The words of a demand, a letter or an update are kept word for word.
    """
    rule = RULES[type(entry)]
    return not (author_roles & rule.by).isdisjoint(by) and not rule.lasting and not isinstance(entry, Worded)


def pieces(text: str) -> tuple[str, ...]:
    """Return a text in pieces of about a sentence; together they are the text."""
    return tuple(_PIECE.findall(text))


def texts_of(entry: AnyEntry) -> tuple[str, ...]:
    """Return the free texts of an entry that hold something, in the order of its fields."""
    found: list[str] = []

    def keep(text: str) -> str:
        if text.strip():
            found.append(text)
        return text

    _changed(entry, keep)
    return tuple(found)


def without(entry: AnyEntry, marked: frozenset[tuple[int, int]], *, mark: str) -> AnyEntry:
    """Return the entry with `mark` in place of the marked pieces: (number of the text, number of the piece) from 0.

    Pieces beside each other leave one mark. Where the mark would make a text too long, a shorter one is left.
    """
    numbers = iter(range(len(texts_of(entry))))

    def change(text: str) -> str:
        if not text.strip():
            return text
        number = next(numbers)
        places = frozenset(piece for one, piece in marked if one == number)
        changed = _cut(text, places, mark)
        return changed if len(changed) <= LONGEST else _cut(text, places, SHORTEST_MARK)

    return _changed(entry, change)


def _cut(text: str, places: frozenset[int], mark: str) -> str:
    kept: list[str] = []
    for place, piece in enumerate(pieces(text)):
        if place not in places:
            kept.append(piece)
        elif place - 1 not in places:
            kept.append(mark + _space_after(piece))
        else:
            kept[-1] = mark + _space_after(piece)
    return "".join(kept)


def _space_after(piece: str) -> str:
    return piece[len(piece.rstrip()) :]


def _changed(struct: EntryT, change: Callable[[str], str]) -> EntryT:
    """Return a struct with every free text in it changed, however deep."""
    new: dict[str, Any] = {}
    for field in structs.fields(struct):
        value = getattr(struct, field.name)
        if isinstance(value, str) and _is_free(field.type):
            new[field.name] = change(value)
        elif isinstance(value, Struct):
            new[field.name] = _changed(value, change)
        elif isinstance(value, tuple):
            new[field.name] = tuple(_changed(one, change) if isinstance(one, Struct) else one for one in value)
    return structs.replace(struct, **new)


def _is_free(annotation: object) -> bool:
    return annotation in _FREE or any(one in _FREE for one in get_args(annotation))
