"""Searching in memory, within one request: folding case, accents and German letters; words, phrases, where they are.

Nothing is kept and no index is made: a search leaves nothing behind (C1).
"""

import re
from itertools import chain
from unicodedata import normalize

Term = re.Pattern[str]
Span = tuple[int, int]

_MARKS = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')
_UMLAUT = re.compile("([äöü]|[aou]e)")


def folded(text: str) -> str:
    """Return the form in which texts are compared: no case, no accents, ß as ss, ü as u."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", normalize("NFKD", text)).casefold().translate(_LETTERS)


def terms_of(asked: str) -> tuple[Term, ...]:
    """Return what all must be found: each word, and each phrase in quotes as it stands."""
    parts = (phrase or word for phrase, word in _ASKED.findall(asked.translate(_QUOTES)))
    patterns = (r"\s+".join(_pattern(word) for word in part.split()) for part in parts)
    return tuple(re.compile(pattern) for pattern in dict.fromkeys(patterns) if pattern)


def _pattern(word: str) -> str:
    """Return a word as a pattern for folded text; ü and ue find each other."""
    pieces = _UMLAUT.split(normalize("NFC", word).casefold())
    found = (f"{folded(piece)[0]}e?" if number % 2 else re.escape(folded(piece)) for number, piece in enumerate(pieces))
    return "".join(found)


def holds(terms: tuple[Term, ...], folded_text: str) -> bool:
    """Say whether a folded text holds all terms."""
    return all(term.search(folded_text) for term in terms)


def spans(terms: tuple[Term, ...], text: str) -> tuple[Span, ...]:
    """Return where a text as it was written holds any of the terms, in order and without overlap."""
    pieces = [folded(letter) for letter in text]
    places = list(chain.from_iterable([place] * len(piece) for place, piece in enumerate(pieces)))
    places.append(len(text))
    line = "".join(pieces)
    found = sorted((places[one.start()], places[one.end()]) for term in terms for one in term.finditer(line))
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
