"""Looks for somebody's words in a page, and whether a tag beside them says whose account they are (R14)."""

from collections.abc import Iterator
from html.parser import HTMLParser

HIS = ("his account", "he says")
FRIENDS = ("his friends\N{RIGHT SINGLE QUOTATION MARK} account", "his friends' account", "they say")
ROWS = frozenset({"li", "tr", "dd", "dt", "fieldset", "article", "section", "form", "main", "body"})
"""What holds one thing that was said: a tag outside of it is not beside the words."""
SEARCHED = "words"
"""The field of a search: what is looked for is nobody's account."""
EMPTY = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})


class Node:
    """An element: its texts, its elements, and whether it is a tag, a label or a heading."""

    def __init__(self, name: str, at: dict[str, str | None], above: "Node | None") -> None:
        self.name, self.above = name, above
        self.says_whose = "tag" in (at.get("class") or "").split() or name in {"label", "legend", "h3"}
        self.inside: list[Node | str] = []

    @property
    def text(self) -> str:
        """Return all words in it."""
        parts = (one if isinstance(one, str) else one.text for one in self.inside)
        return " ".join(" ".join(parts).split())

    def nodes(self) -> "Iterator[Node]":
        """Yield it and all elements in it."""
        yield self
        for one in self.inside:
            if isinstance(one, Node):
                yield from one.nodes()


class Reader(HTMLParser):
    """Reads a page as elements; what a field of a form would send counts as its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self._now = Node("", {}, None)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        at = dict(attrs)
        node = Node(tag, at, self._now)
        self._now.inside.append(node)
        if tag not in EMPTY:
            self._now = node
        elif at.get("type") not in {"hidden", "radio", "checkbox"} and at.get("name") != SEARCHED:
            node.inside.append(at.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open in it."""
        node: Node | None = self._now
        while node is not None and node.name != tag:
            node = node.above
        self._now = node.above if node is not None and node.above is not None else self._now

    def handle_data(self, data: str) -> None:
        """Take words in."""
        self._now.inside.append(data)


def places(page: str, words: str) -> list[Node]:
    """Return the innermost elements of a page in which the words stand."""
    found = [node for node in Reader(page).root.nodes() if words in node.text and node.name not in {"script", "style"}]
    return [node for node in found if not any(words in one.text for one in node.inside if isinstance(one, Node))]


def untagged(page: str, words: str, whose: tuple[str, ...] = HIS) -> list[str]:
    """Return what stands round each place of a page where the words have no such tag beside them."""
    return [" ".join(_row(one).text.split())[:300] for one in places(page, words) if not _has_tag(one, words, whose)]


def _has_tag(place: Node, words: str, whose: tuple[str, ...]) -> bool:
    """Go up to the row the words stand in, or to where they stand a second time, and look for a tag on the way."""
    node: Node | None = place
    if any(tag in place.text.partition(words)[0].lower() for tag in whose):
        return True
    while node is not None and node.text.count(words) == 1:
        tags = [one.text.lower() for one in node.nodes() if one.says_whose]
        if any(tag in text for text in tags for tag in whose):
            return True
        if node.name in ROWS:
            return False
        node = node.above
    return False


def _row(place: Node) -> Node:
    node = place
    while node.name not in ROWS and node.above is not None:
        node = node.above
    return node
