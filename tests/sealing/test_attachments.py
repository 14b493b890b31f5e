"""Files sealed apart: they come back whole or not at all, and are never held in clear as a whole while they come in."""

import random
from hashlib import sha256

import pytest

from answerable.sealing.attachments import CHUNK, FINAL, OVERHEAD, Sealer, open_file, seal_file, stored_length
from answerable.sealing.envelope import pad
from answerable.sealing.errors import AlteredError, WithheldError
from tests.vectors.make_attachments import stream

KEY = b"k" * 32


@pytest.mark.parametrize("size", [0, 1, 1023, 1024, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 300_000])
def test_a_file_comes_back_as_it_was(size: int) -> None:
    """In as many bytes as its size foretells, whatever the pieces it came in."""
    chance = random.Random(size)
    data = chance.randbytes(size)
    sealer = Sealer()
    parts: list[bytes] = []
    for place in range(0, size, 10_007):
        parts += sealer.add(data[place : place + 10_007])
        assert len(sealer._clear) <= CHUNK
    parts += sealer.end()
    assert sealer.size == size
    assert sum(len(part) for part in parts) == stored_length(size)
    assert sealer.digest == sha256(b"".join(parts)).digest()
    assert open_file(sealer.key, sealer.digest, size, parts) == data


def test_its_length_tells_little_and_its_key_is_new() -> None:
    """Files of 10 and of 900 bytes are stored alike; the same file twice is not."""
    assert stored_length(10) == stored_length(900)
    one, other = seal_file(b"same"), seal_file(b"same")
    assert one.key != other.key
    assert one.parts != other.parts
    assert b"same" not in one.parts[0]


def test_a_cut_file_is_missing_something_and_a_changed_one_is_altered() -> None:
    """Every byte counts, and so does the order."""
    chance = random.Random(3)
    file = seal_file(chance.randbytes(2 * CHUNK))
    facts, parts = (file.key, file.digest, file.size), file.parts
    for missing in range(len(parts)):
        with pytest.raises(WithheldError):
            open_file(*facts, parts[:missing] + parts[missing + 1 :])
    with pytest.raises(AlteredError, match=r"attachment$"):
        open_file(*facts, [parts[1], parts[0], *parts[2:]])
    stored = b"".join(parts)
    for _ in range(20):
        place = chance.randrange(len(stored))
        changed = stored[:place] + bytes([stored[place] ^ 1 << chance.randrange(8)]) + stored[place + 1 :]
        with pytest.raises(AlteredError, match=r"attachment$"):
            open_file(*facts, [changed])
        with pytest.raises(AlteredError, match=r"attachment-chunk$"):
            open_file(file.key, sha256(changed).digest(), file.size, [changed])


def test_nothing_stands_behind_the_final_tag() -> None:
    """A stream that ends in its middle is refused, also by whoever knows the key."""
    padded = pad(bytes(CHUNK))
    parts = stream(KEY, (padded[:CHUNK], FINAL), (padded[CHUNK:], FINAL))
    assert len(parts[1]) == len(padded) - CHUNK + OVERHEAD
    with pytest.raises(AlteredError, match="attachment-final"):
        open_file(KEY, sha256(b"".join(parts)).digest(), CHUNK, parts)
