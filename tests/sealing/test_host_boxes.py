"""Boxes beside the log."""

import pytest

from answerable.sealing import host_boxes
from answerable.sealing.errors import AlteredError

KEY = bytes(range(32))


@pytest.mark.parametrize("size", [0, 1, 255, 256, 5000])
def test_what_was_locked_comes_out_again(size: int) -> None:
    """Texts of any length survive, those that end like padding too."""
    plain = b"\x80\x00" * (size // 2) + b"x" * (size % 2)
    assert host_boxes.unlock_box(KEY, "draft", host_boxes.lock_box(KEY, "draft", plain, b"ad"), b"ad") == plain


def test_the_length_says_little() -> None:
    """One and two hundred characters give boxes of one size."""
    assert len(host_boxes.lock_box(KEY, "draft", b"a")) == len(host_boxes.lock_box(KEY, "draft", b"a" * 200))


@pytest.mark.parametrize(("label", "ad"), [("other", b"ad"), ("draft", b"da")])
def test_another_label_or_place_opens_nothing(label: str, ad: bytes) -> None:
    """A box moved elsewhere is altered."""
    box = host_boxes.lock_box(KEY, "draft", b"words", b"ad")
    with pytest.raises(AlteredError):
        host_boxes.unlock_box(KEY, label, box, ad)


@pytest.mark.parametrize("box", [b"", b"short", bytes(300)])
def test_bytes_that_are_no_box_are_altered(box: bytes) -> None:
    """Whatever lies in the row, nothing else than the finding comes of it."""
    with pytest.raises(AlteredError):
        host_boxes.unlock_box(KEY, "draft", box)


def test_a_tag_depends_on_key_label_and_data() -> None:
    """Nobody without the key can tell whose name it is."""
    tags = {host_boxes.tag(k, label, d) for k in (KEY, bytes(32)) for label in ("name", "day") for d in (b"a", b"b")}
    assert len(tags) == 8


def test_a_tag_can_grow_piece_by_piece() -> None:
    """The same as over all of it at once."""
    grown = host_boxes.growing_tag(KEY, "name")
    grown.update(b"a")
    grown.update(b"da")
    assert grown.digest() == host_boxes.tag(KEY, "name", b"ada")
