"""What a member writes: every leaf keeps the rules before it is given away."""

import pytest

from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.control import EpochOp, RetireOp
from answerable.sealing.envelope import pad, padded_length
from answerable.sealing.errors import RefusedError
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.leaves import decode_header
from answerable.sealing.open import content_key
from answerable.sealing.seal import grant, retire, seal_entry, shred, wraps_of_retired
from tests.sealing.book import Book


def _seal(book: Book, by: str, *roles: str, entry: bytes = b"", payload: bytes = b"x") -> None:
    audience = [book.circle(role) for role in roles]
    seal_entry(
        book.ledger, book.ring(by), entry=entry or book.draw(16), audience=audience, payload=payload, draw=book.draw
    )


def test_wraps_are_quick_for_own_circles_and_hpke_for_others(both: Book) -> None:
    """48 bytes within, 1168 outwards; the audience is sorted and each circle stands once."""
    leaf = both.say("Ada", "text", "support", "contact", "contact")
    header = decode_header(leaf.header)
    hows = {item.circle: item.how for item in header.audience}
    assert hows == {both.circle("contact"): "own", both.circle("support"): "hpke"}
    assert list(header.audience) == sorted(header.audience)
    assert {len(wrap) for wrap in leaf.wraps} == {48, 1168}


def test_a_retry_has_a_new_key(two: Book) -> None:
    """The same entry id and text twice before either is written: nothing of the key repeats."""
    entry, circle = two.draw(16), two.circle("contact")
    one, other = (
        seal_entry(two.ledger, two.ring("Ada"), entry=entry, audience=[circle], payload=b"text", draw=two.draw)
        for _ in range(2)
    )
    assert decode_header(one.header).kc != decode_header(other.header).kc
    assert one.wraps[0] != other.wraps[0]
    assert one.body != other.body


@pytest.mark.parametrize(
    ("by", "roles", "rule"),
    [
        ("Ada", (), "audience-count"),
        ("Ada", ("support",), "audience-own"),
        ("Ada", ("contact", "supervision"), "audience-epoch"),
        ("Sol", ("contact",), "audience-own"),
        ("Out", ("contact",), "audience-own"),
    ],
)
def test_an_audience_that_breaks_a_rule_is_refused(both: Book, by: str, roles: tuple[str, ...], rule: str) -> None:
    """One's own circle is in it, and every circle has an epoch."""
    with pytest.raises(RefusedError) as caught:
        _seal(both, by, *roles)
    assert caught.value.rule == rule


def test_one_entry_id_writes_once(two: Book) -> None:
    """A double submit is refused the second time."""
    leaf = two.say("Ada", "text")
    with pytest.raises(RefusedError, match="entry-id-used"):
        _seal(two, "Ada", "contact", entry=leaf.entry)


def test_nobody_seals_to_someone_who_left(two: Book) -> None:
    """A new epoch first."""
    two.retire("Bo", "Bo")
    with pytest.raises(RefusedError, match="audience-stale"):
        _seal(two, "Ada", "contact")
    two.epoch("Ada")
    _seal(two, "Ada", "contact")


def test_without_ones_own_epoch_key_nothing_is_sealed(two: Book) -> None:
    """A broken wrap is mended by a new epoch of another member."""
    with pytest.raises(RefusedError, match="no-key"):
        seal_entry(
            two.ledger,
            KeyRing(two.identity("Ada"), {}),
            entry=two.draw(16),
            audience=[two.circle("contact")],
            payload=b"",
        )


def test_a_body_over_16_mib_is_refused(two: Book) -> None:
    """The limit holds for writers."""
    with pytest.raises(RefusedError, match="body-size"):
        _seal(two, "Ada", "contact", payload=bytes(16 * 1024 * 1024))


@pytest.mark.parametrize(
    ("length", "padded"),
    [(1, 1024), (1024, 1024), (1025, 2048), (65536, 65536), (65537, 67584), (100_000, 100_352), (1 << 20, 1 << 20)],
)
def test_lengths_tell_little(length: int, padded: int) -> None:
    """Powers of two to 64 KiB, above that Padme (at most 12 % more)."""
    assert padded_length(length) == padded
    assert len(pad(bytes(length - 1))) == padded


def test_a_grant_carries_the_entrys_key(both: Book) -> None:
    """Refused for another key, an unknown entry, a circle without an epoch."""
    leaf = both.say("Ada", "text")
    ring = both.ring("Bo")
    cek = content_key(both.ledger, ring, leaf.entry, both.wraps.get)
    for target, circle, key, rule in (
        (leaf.entry, "support", bytes(32), "kc"),
        (b"x" * 16, "support", cek, "grant-target"),
        (leaf.entry, "supervision", cek, "grant-epoch"),
        (leaf.entry, "contact", cek, "grant-again"),
    ):
        with pytest.raises(RefusedError, match=rule):
            grant(both.ledger, ring, entry=both.draw(16), target=target, circle=both.circle(circle), cek=key)
    both.grant("Bo", leaf, "support")
    assert both.read("Sol", leaf).payload == b"text"


def test_shredding_and_leaving_are_refused_by_rule(both: Book) -> None:
    """The codes are the ledger's."""
    leaf = both.say("Ada", "text", "contact", "support")
    with pytest.raises(RefusedError, match="shred-author"):
        shred(both.ledger, both.ring("Sol"), entry=both.draw(16), target=leaf.entry)
    with pytest.raises(RefusedError, match="retire-target"):
        retire(both.ledger, both.ring("Sol"), entry=both.draw(16), user=both.id("Out"))


def test_which_wraps_a_leaver_no_longer_needs(two: Book) -> None:
    """All of hers in the circles she left, and nobody else's."""
    bo = two.id("Bo")
    assert wraps_of_retired(two.ledger, bo) == ()
    epochs = two.ledger.epochs(two.circle("contact"))
    two.retire("Bo", "Bo", "contact")
    assert wraps_of_retired(two.ledger, bo) == (epochs[1].members[bo],)
    assert two.ring("Bo").epochs == {}
    assert two.ring("Bo").withheld == ()


def test_a_wrap_that_stands_for_others_too_is_not_destroyed(two: Book) -> None:
    """Whoever lists one digest for two people, or as the box too, does not get what others need destroyed."""
    contact, bo = two.circle("contact"), two.id("Bo")
    fair = two.ledger.epochs(contact)[-1].members[bo]
    shared, key = b"w" * 32, KemPair.of_seed(b"e" * 32).public
    listed = tuple((user, shared) for user in sorted((two.id("Ada"), bo)))
    two.write(two.forged_op("Ada", EpochOp(contact, 2, key, listed, b"")))
    two.write(two.forged_op("Bo", RetireOp(bo, contact)))
    assert wraps_of_retired(two.ledger, bo) == (fair,)
