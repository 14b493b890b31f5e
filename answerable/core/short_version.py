"""The short version of an update: its own sentences, at most a page, for her where she wants no more (R13)."""

import re

from msgspec import structs

from answerable.core.entries.updates import Sentences

A_PAGE = 1_800
"""So many characters fit on one page with its heading and the note above, in the letter's type."""
MOST_SENTENCES = 3

# A sentence ends behind a word, not behind a number or a single letter ("on 12. May", "z. B.").
_ENDS = re.compile(r"(?<=[^\W\d_]{2}[.!?…])\s+(?=[^a-zäöüß\d\s])")


def short_version(sentences: Sentences, *, most: int = A_PAGE) -> Sentences:
    """Return the first sentences of each line, as many as fit on a page; nothing is worded anew.

    Where even the first ones are too long, each of the six is cut at a word.
    """
    texts = structs.asdict(sentences)
    for count in range(MOST_SENTENCES, 0, -1):
        found = {name: _first(text, count) for name, text in texts.items()}
        if sum(map(len, found.values())) <= most:
            return Sentences(**found)
    return Sentences(**{name: _cut(text, most // len(texts)) for name, text in texts.items()})


def _first(text: str, count: int) -> str:
    """Return a text with the first sentences of each of its lines."""
    return "\n".join(" ".join(_ENDS.split(line.strip())[:count]) for line in text.splitlines() if line.strip())


def _cut(text: str, most: int) -> str:
    """Return a text cut at a word, with a mark where it goes on."""
    text = text.strip()
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(maxsplit=1)[0].rstrip(".,;:") + "…"
