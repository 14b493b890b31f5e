"""The large word list of the Electronic Frontier Foundation (7776 English words; LICENCE.txt beside it)."""

from functools import cache
from importlib.resources import files
from typing import Final

COUNT: Final = 7776


@cache
def word_list() -> tuple[str, ...]:
    """Return the 7776 words in the order of the list: five dice give the index."""
    return tuple((files(__name__) / "eff_large.txt").read_text("ascii").split())
