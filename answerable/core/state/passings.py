"""One passing on of words to X, and whether they were the words that stand (R30)."""

from msgspec import Struct

from answerable.core.entries import DemandPassedOn
from answerable.core.state.items import Item


class Passing(Struct, frozen=True, kw_only=True):
    """One passing on of a demand or decision; `same_wording` tells whether the words used were those of the version."""

    item: Item[DemandPassedOn]
    same_wording: bool
