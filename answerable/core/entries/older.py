"""Kinds as older entries of a log still have them: each lifted by `codec.UPGRADES` to the version of today."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Entry, EntryId, Hash
from answerable.core.entries.updates import (
    HandedOver,
    Period,
    Remark,
    Sentences,
    UpdateDrafted,
    UpdateHandedOver,
)


class UpdateDrafted1(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="update-drafted/1"):
    """A draft before there was a long version."""

    period: Period
    sentences: Sentences
    used: tuple[EntryId, ...]
    left_out: tuple[Remark, ...]
    missing: tuple[Remark, ...]


class UpdateHandedOver1(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="update-handed-over/1"):
    """An update before there was a long version."""

    draft: EntryId
    period: Period
    sentences: Sentences
    how: HandedOver
    on: date
    size: Annotated[int, Meta(ge=0, le=2**48)]
    root: Hash


def lift_drafted(old: UpdateDrafted1) -> UpdateDrafted:
    """Return the draft without a long version: its words, and so their hash, are the same (R12)."""
    return UpdateDrafted(**{name: getattr(old, name) for name in old.__struct_fields__}, sections=())


def lift_handed_over(old: UpdateHandedOver1) -> UpdateHandedOver:
    """Return the update without a long version."""
    return UpdateHandedOver(**{name: getattr(old, name) for name in old.__struct_fields__}, sections=())
