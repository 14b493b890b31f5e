"""What stands in an entry, found by the types of its fields: typed words, fixed choices, ids (what a search reads)."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from msgspec import inspect

from answerable.core.entries import AnyEntry
from answerable.core.entries.base import Entry
from answerable.core.entries.codec import KINDS

Leaf = str | Enum | bytes
"""Words as somebody typed them, one of a fixed list, or the id of a member or of an entry."""

Take = Callable[[Any, list[Leaf]], None]

_NOT_TYPED = frozenset({*Entry.__struct_fields__, "duty"})
"""What every entry carries, and a key of the program that stands in a field for words."""


def leaves_of(entry: AnyEntry) -> list[Leaf]:
    """Return what an entry holds beside days and numbers, in the order of its fields; codes of the program are none."""
    found: list[Leaf] = []
    _TAKES[type(entry)](entry, found)
    return found


def _keep(value: Leaf | None, into: list[Leaf]) -> None:
    if value is not None:
        into.append(value)


def _each(take: Take) -> Take:
    def take_each(values: Iterable[object] | None, into: list[Leaf]) -> None:
        for value in values or ():
            take(value, into)

    return take_each


def _fields(takes: tuple[tuple[str, Take], ...]) -> Take:
    def take_fields(value: object, into: list[Leaf]) -> None:
        if value is not None:
            for name, take in takes:
                take(getattr(value, name), into)

    return take_fields


def _take(info: inspect.Type) -> Take | None:
    """Return how a field of this type gives what it holds, None for what holds no words."""
    match info:
        case inspect.StrType(pattern=None) | inspect.EnumType() | inspect.BytesType():
            return _keep
        case inspect.UnionType(types=types):
            return next((take for one in types if (take := _take(one)) is not None), None)
        case inspect.VarTupleType(item_type=item):
            inside = _take(item)
            return _each(inside) if inside else None
        case inspect.StructType():
            return _fields(_takes(info))
    return None


def _takes(info: inspect.StructType) -> tuple[tuple[str, Take], ...]:
    """Return the fields of a struct's type that hold words."""
    pairs = ((field.name, _take(field.type)) for field in info.fields if field.name not in _NOT_TYPED)
    return tuple((name, take) for name, take in pairs if take is not None)


_TAKES: Mapping[type[Entry], Take] = {kind: take for kind in KINDS if (take := _take(inspect.type_info(kind)))}
