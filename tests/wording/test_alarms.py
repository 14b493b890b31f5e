"""Alarms and the results of verifying."""

import pytest

from answerable.sealing.errors import Finding
from answerable.sealing.verify import Result
from answerable.wording import alarms
from answerable.wording.words import Words
from tests.wording.speech import BOTH, english, german

EN, DE = english(), german()
ROOT = bytes(range(32))


def result(*, withheld: tuple[Finding, ...] = (), altered: tuple[Finding, ...] = ()) -> Result:
    """Return a result with these findings."""
    return Result(size=412, root=ROOT, withheld=withheld, altered=altered)


def test_a_changed_entry_is_named_and_its_text_is_not_shown() -> None:
    """Which one, and what to do next (C2)."""
    text = alarms.alarm((Finding("signature", 12),), (), EN)
    assert text == (
        "Entry 12 was changed or damaged; its text is not shown. Do not write on."
        " Compare the safety words with another member, by another way than this page."
        " Then run “verify” against the last printed update."
    )


def test_missing_and_changed_entries_are_told_apart() -> None:
    """Both can be so at once; each place stands once."""
    changed = (Finding("signature", 12), Finding("body", 12), Finding("body", 15))
    text = alarms.alarm(changed, (Finding("body", 20),), EN)
    assert text.startswith("Entries 12 and 15 were changed or damaged; their text is not shown. Entry 20 is missing.")
    assert alarms.alarm((), (Finding("body", 20), Finding("body", 21)), DE).startswith("Die Einträge 20 und 21 fehlen.")


def test_many_places_are_cut_short() -> None:
    """A page of numbers helps nobody."""
    text = alarms.alarm(tuple(Finding("body", place) for place in range(1, 9)), (), EN)
    assert text.startswith("Entries 1, 2, 3, 4, 5 … were changed")


@pytest.mark.parametrize("words", BOTH)
def test_findings_without_a_place_are_told_too(words: Words) -> None:
    """The record as a whole."""
    changed = alarms.alarm((Finding("head"),), (), words)
    gone = alarms.alarm((), (Finding("leaf"),), words)
    assert changed != gone
    assert "{" not in changed + gone


def test_verify_has_one_line_for_each_outcome() -> None:
    """Complete, withheld, altered; altered wins (entries.md)."""
    assert alarms.verified(result(), EN) == f"complete up to 412 entries, root {ROOT.hex()}"
    assert alarms.verified(result(withheld=(Finding("body", 3),)), EN) == "withheld: body 3"
    both = result(withheld=(Finding("body", 3),), altered=(Finding("wrap", None, b"\x0a\x0b"), Finding("head")))
    assert alarms.verified(both, EN) == "altered: wrap 0a0b, head"
    assert alarms.verified(result(), DE) == f"vollständig bis 412 Einträge, Wurzel {ROOT.hex()}"


def test_verify_names_the_first_few_findings() -> None:
    """An ellipsis says that there are more."""
    many = result(altered=tuple(Finding("body", place) for place in range(6)))
    assert alarms.verified(many, EN) == "altered: body 0, body 1, body 2, body 3, body 4 …"


@pytest.mark.parametrize("words", BOTH)
def test_a_member_sees_how_many_entries_opened(words: Words) -> None:
    """And what cannot be read at all is said in two words."""
    opened = alarms.opened(result()._replace(opened=300, sealed=112), words)
    assert "300" in opened
    assert "112" in opened
    assert alarms.cannot_read(words)
