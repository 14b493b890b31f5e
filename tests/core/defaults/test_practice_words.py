"""The words of the practice process: both languages, without the words we avoid, without real places (content 12)."""

import re
from importlib import import_module

import pytest
from msgspec import Struct

from answerable.core.defaults.text import Language, Text
from tests.core.defaults.test_defaults import AVOID

REAL = re.compile(r"London|Birmingham|England|Berlin|Hamburg|Leipzig|Wien|Zürich", re.IGNORECASE)
LONGEST_LINE = 300


def texts_of(name: str) -> list[Text]:
    """Return all texts of one module."""
    found: list[Text] = []
    for value in vars(import_module(f"answerable.core.defaults.practice.{name}")).values():
        if isinstance(value, Text):
            found.append(value)
        elif isinstance(value, tuple):
            found += [one for one in value if isinstance(one, Text)]
        elif isinstance(value, Struct):
            found += [getattr(value, field) for field in value.__struct_fields__]
    return found


@pytest.mark.parametrize(
    "name", ["people", "demands", "contacts", "between_us", "may_tell", "waiting", "around", "indicators", "telling"]
)
def test_every_text_stands_in_both_languages(name: str) -> None:
    """Neither is empty or the other's, none speaks like an office, none names a real town."""
    texts = texts_of(name)
    assert texts
    for text in texts:
        assert text.en.strip()
        assert text.de.strip()
        assert text.en != text.de
        assert not re.search(AVOID[Language.EN], text.en, re.IGNORECASE), text.en
        assert not re.search(AVOID[Language.DE], text.de), text.de
        assert not REAL.search(text.en + text.de), text.en


def test_the_letter_holds_its_demands_word_for_word() -> None:
    """What the support group raises is what its letter says, in both languages."""
    demands = import_module("answerable.core.defaults.practice.demands")
    for raised in (demands.START, demands.SAY, demands.TELL_FLAT, demands.COME):
        assert raised.en in demands.LETTER.en
        assert raised.de in demands.LETTER.de
