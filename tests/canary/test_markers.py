"""The search itself: what it must see, and what it must not take for a marker."""

import base64

import pytest

from tests.canary.markers import Markers, find

STEM = "wxkqvjzpbnmt"


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("after", range(4))
def test_the_search_sees_every_spelling_at_every_place(before: int, after: int) -> None:
    """Raw, base64 in both alphabets, base32, hexadecimal, UTF-16: whatever stands round it."""
    raw = b"\xff" * before + STEM.encode() + b"\xfe" * after
    text = "a" * before + STEM + "b" * after
    made = {
        "raw": raw,
        "upper": raw.upper(),
        "base64": base64.b64encode(raw),
        "urlsafe": base64.urlsafe_b64encode(raw),
        "base32": base64.b32encode(raw),
        "base32 lower": base64.b32encode(raw).lower(),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
    }
    assert find([STEM], made.items()) == sorted(made)


def test_the_search_sees_nothing_where_nothing_is() -> None:
    """Other bytes, and half a stem, are no find."""
    assert find([STEM], [("other", bytes(range(256)) * 40), ("half", STEM[:8].encode())]) == []


def test_each_marker_carries_the_stem_and_is_its_own() -> None:
    """One search finds all; each tells its field."""
    markers = Markers()
    drawn = [markers.fresh("route", str(number)) for number in range(50)]
    assert len(set(drawn)) == 50
    assert all(marker.startswith(markers.stem) for marker in drawn)
    assert Markers().stem != markers.stem
