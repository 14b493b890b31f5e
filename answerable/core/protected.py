"""Protected words: texts are checked against keyed hashes of them, whole, counted, and without the list (R12).

They stop slips, not malice: whoever holds the key of such a list can test guesses (docs/threats.md). A word and its
simple inflections in English and German give one hash; so do ü and ue, ß and ss, and a name with or without accents.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice

from answerable.core.entries import ProtectedHashes
from answerable.core.searching import folded
from answerable.core.state import State

MOST_WORDS = 6
"""How many words one entry of the list may have: a name, a place, a line of an address."""
FEWEST_WORDS = 12
"""Shorter texts are not checked: one could be asked word by word (R12)."""
FEWEST_LETTERS = 3
"""How short an entry of the list may be: shorter ones stand in every text."""
TAG_BYTES = 8
PADDED_TO = 32
"""Among hashes drawn at random, up to a multiple of this, nobody can count the words."""

_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\ufeff]")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*['’ʼ`]?")
_APOSTROPHE = re.compile("['’ʼ`].*")
_DIGRAPH = re.compile(r"(?<![aeiouq])([aou])e(?=[^sn]|[sn].)")
_ENDING = re.compile(r"(?:(?<=\w{4})(?:er|em)|(?<=\w{3})(?:[en]|(?<!s)s))\Z")


def stem(word: str) -> str:
    """Return what a folded word and its simple inflections have in common; the same for lists and for texts.

    Endings go one after the other while enough is left: -e, -n, -s (so -en, -es, -ens) and -er, -em; y counts as i.
    """
    found = _DIGRAPH.sub(r"\1", word)
    while (shorter := _ENDING.sub("", found)) != found:
        found = shorter
    return f"{found[:-1]}i" if found.endswith("y") and len(found) > FEWEST_LETTERS else found


def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: no case, accent, punctuation, ending or apostrophe."""
    plain = _INVISIBLE.sub("", text)
    return tuple(stem(_APOSTROPHE.sub("", folded(word))) for word in _WORD.findall(plain))


def tag(key: bytes, words: Iterable[str]) -> bytes:
    """Return the keyed hash of words in their order."""
    return blake2b(" ".join(words).encode(), key=key, digest_size=TAG_BYTES).digest()


def tags_of(key: bytes, words: Iterable[str]) -> frozenset[bytes]:
    """Return the hashes of the entries of a list."""
    return frozenset(tag(key, stems(word)) for word in words)


def fits(word: str) -> bool:
    """Whether this can stand in the list: a few words, and not so short that it stands in every text."""
    found = _WORD.findall(word)
    return 0 < len(found) <= MOST_WORDS and sum(map(len, found)) >= FEWEST_LETTERS


def padding_of(count: int) -> int:
    """Return how many hashes are drawn at random beside so many words."""
    return -count % PADDED_TO if count else PADDED_TO


def found_in(lists: Iterable[ProtectedHashes], text: str) -> int | None:
    """Return how many protected words a text holds, each counted once; None where it is too short to be checked."""
    words = stems(text)
    if len(words) < FEWEST_WORDS:
        return None
    parts = frozenset(_parts(words))
    return len({part for one in lists for part in _hits(one, parts)})


def _hits(one: ProtectedHashes, parts: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    tags = frozenset(one.tags)
    for part in parts:
        if tag(one.key, part) in tags:
            yield part


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that can be an entry of the list."""
    for length in range(1, MOST_WORDS + 1):
        yield from zip(*(islice(words, start, None) for start in range(length)), strict=False)


def found(state: State, text: str) -> int:
    """Return how many protected words a text holds; none where there is no list, or the text is too short."""
    lists = tuple(item.entry for item in state.outgoing.lists)
    return (found_in(lists, text) or 0) if lists else 0


def is_checked(state: State, text: str) -> bool:
    """Whether this text is checked at all: there is a list, and the text is long enough."""
    return bool(state.outgoing.lists) and len(stems(text)) >= FEWEST_WORDS
