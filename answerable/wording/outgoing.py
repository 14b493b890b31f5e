"""What a check against protected words says: how many a text holds, never which (R12)."""

from answerable.wording import days, lists
from answerable.wording.words import Words


def check(found: int, words: Words) -> str:
    """Return what one check said, for a list of checks."""
    if not found:
        return words.gettext("A text that leaves was checked. It holds no protected word.")
    text = words.ngettext(
        "A text that leaves was checked. It holds one protected word.",
        "A text that leaves was checked. It holds %(count)s protected words.",
        found,
    )
    return text % {"count": days.number(found, words)}


def holds(found: int, words: Words) -> str:
    """Return that this text holds protected words, "" where it holds none."""
    if not found:
        return ""
    text = words.ngettext(
        "one word that the support group protects stands in this text.",
        "%(count)s words that the support group protects stand in this text.",
        found,
    )
    which = words.gettext("Which one is not shown here. Read it once more for names and places.")
    return lists.sentences(lists.capital(text % {"count": days.number(found, words)}), which)
