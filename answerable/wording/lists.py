"""Lists in a sentence, and quotations."""

import re
from collections.abc import Iterable

from answerable.wording.words import Words

_INSIDE = str.maketrans("“”„", "‘’‚")
_INSIDE_GERMAN = str.maketrans("„“”", "‚‘’")


def joined(parts: Iterable[str], words: Words) -> str:
    """Return a list as it stands in a sentence: "Noor, Ines and Sam"."""
    *first, last = list(parts) or [""]
    if not first:
        return last
    return words.gettext("{first} and {last}").format(first=", ".join(first), last=last)


def either(parts: Iterable[str], words: Words) -> str:
    """Return a list of which one is enough: "Noor, Sam or Jo"."""
    *first, last = list(parts) or [""]
    if not first:
        return last
    return words.gettext("{first} or {last}").format(first=", ".join(first), last=last)


def named(users: Iterable[bytes], words: Words) -> str:
    """Return these members by name, as a list."""
    return joined((words.name(user) for user in users), words)


def quoted(text: str, words: Words) -> str:
    """Return a text in the quotation marks of the language; its own ones become single, or fall away."""
    text = text.strip()
    if re.fullmatch('[“„"][^“”„"]+[“”"]', text):  # it is one quotation already
        text = text[1:-1]
    text = text.translate(_INSIDE_GERMAN if words.german else _INSIDE)
    return f"„{text}“" if words.german else f"“{text}”"


def ended(text: str) -> str:
    """Return a text as the end of a sentence: with a full stop where it has no mark of its own."""
    return text if text.rstrip("“”‘’").endswith((".", "!", "?", "…")) else f"{text}."


def capital(text: str) -> str:
    """Return a clause as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a sentence of ours as a clause inside another."""
    return text[:1].lower() + text[1:]


def before_stop(text: str) -> str:
    """Return a label as it stands before a full stop: "K." brings its own."""
    return text.removesuffix(".")


def sentences(*parts: str) -> str:
    """Return these sentences one after another, each with a capital, whatever it begins with; empty ones fall away."""
    return " ".join(capital(part) for part in parts if part)
