"""Headers: one form, within 8 KiB."""

import pytest

from answerable.sealing.errors import AlteredError
from answerable.sealing.leaves import (
    AudienceItem,
    EntryFacts,
    Grant,
    Header,
    NewLeaf,
    decode_header,
    encode_header,
    is_control,
)

HEADER = Header(1, 1, "entry", bytes(16), 3, bytes(32), b"e" * 16, (AudienceItem(b"c", 0, "own", b"w"),), b"k")


def test_a_header_reads_back() -> None:
    """Encoding and decoding agree."""
    assert decode_header(encode_header(HEADER)) == HEADER


def test_a_long_header_is_refused() -> None:
    """Over 8 KiB is not even decoded."""
    with pytest.raises(AlteredError, match="header-size"):
        decode_header(encode_header(HEADER._replace(kc=bytes(8192))), 3)


def test_a_header_in_another_form_is_refused() -> None:
    """Bytes after the end are refused."""
    with pytest.raises(AlteredError, match="header-form"):
        decode_header(encode_header(HEADER) + b"\0", 3)


def test_grants_widen_what_the_facts_say() -> None:
    """Items and circles include what was granted."""
    facts = EntryFacts(0, b"e", "entry", b"", b"", HEADER.audience, b"")
    wider = facts._replace(grants=(Grant(4, AudienceItem(b"d", 1, "hpke", b"x")),))
    assert facts.circles == {b"c"}
    assert [item.circle for item in wider.items] == [b"c", b"d"]
    assert wider.circles == {b"c", b"d"}


def test_wraps_are_stored_under_their_hash() -> None:
    """A new leaf names the rows of its wraps."""
    leaf = NewLeaf(0, b"", b"", b"", b"", (b"a",))
    (row,) = leaf.wrap_rows
    assert row[0].hex().startswith("ca978112")
    assert row[1] == b"a"


def test_a_control_leaf_is_told_by_its_first_bytes() -> None:
    """So that a reader need not hash the bodies of entries twice."""
    process = bytes(16)
    control = Header(1, 1, "control", process, 0, bytes(32), bytes(16), (), b"")
    entry = Header(1, 1, "entry", process, 0, bytes(32), bytes(16), (), b"")
    assert is_control(encode_header(control))
    assert not is_control(encode_header(entry))
    assert not is_control(b"")
