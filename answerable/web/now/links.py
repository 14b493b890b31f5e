"""A sentence with the place it leads to, as the first pages show it."""

from msgspec import Struct


class Link(Struct, frozen=True, kw_only=True):
    """A sentence with the place it leads to."""

    text: str
    url: str = ""
    link: str = ""
