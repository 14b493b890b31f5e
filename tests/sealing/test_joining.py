"""Founding, inviting, vouching, letting in."""

import pytest

from answerable.sealing.circle_keys import EpochKeys, KeyRing
from answerable.sealing.errors import AlteredError, NotInAudienceError, RefusedError
from answerable.sealing.joining import (
    found_process,
    invitation_code,
    invitation_mac,
    newcomer,
    open_epoch,
    read_newcomer,
    vouch,
)
from answerable.sealing.packing import pack
from tests.sealing.book import CODE, Book, person, seeded


def test_a_founder_can_write_at_once() -> None:
    """Two leaves, a ring with the contact circle, a ledger that holds both."""
    founded = found_process(person("Ada"), draw=seeded("found"))
    assert [leaf.seq for leaf in founded.leaves] == [0, 1]
    assert founded.ledger.size == 2
    assert founded.ring.circles == {founded.ledger.circle("contact")}
    assert found_process(person("Ada"), draw=seeded("found")).process == founded.process
    assert found_process(person("Ada")).process != founded.process


def test_a_pending_newcomer_shows_that_she_had_the_code(two: Book) -> None:
    """The mac binds code, process, circle and both keys; it is compared in constant time."""
    pending = two.pending("Uma")
    assert pending.user_id == two.id("Uma")
    assert pending.fits(two.process, CODE)
    assert not pending.fits(two.process, bytes(16))
    assert not pending.fits(bytes(16), CODE)
    assert not pending._replace(circle=two.circle("support")).fits(two.process, CODE)
    assert not pending._replace(sign_pk=two.identity("Out").sign_pk).fits(two.process, CODE)
    assert not pending._replace(kem_pk=two.identity("Out").kem_pk).fits(two.process, CODE)
    assert pending.mac == invitation_mac(CODE, two.process, pending.circle, pending.keys)


def test_codes_are_drawn() -> None:
    """Sixteen random bytes."""
    assert invitation_code(draw=lambda n: b"x" * n) == b"x" * 16
    assert invitation_code() != invitation_code()


def test_a_pending_row_is_read_strictly(two: Book) -> None:
    """Form, lengths, keys and proof."""
    uma = two.identity("Uma")
    row = newcomer(uma, process=two.process, circle=two.circle("contact"), code=CODE)
    good = read_newcomer(row, process=two.process)
    kem = good.kem_pk[:-32] + bytes(32)
    for changed, process, what in (
        (row + b"\0", two.process, "newcomer-form"),
        (pack(good._replace(circle=b"c")), two.process, "newcomer-form"),
        (pack(good._replace(mac=b"")), two.process, "newcomer-form"),
        (pack(good._replace(kem_pk=kem)), two.process, "kem-key"),
        (pack(good._replace(proof=bytes(64))), two.process, "user-proof"),
        (row, bytes(16), "user-proof"),
    ):
        with pytest.raises(AlteredError, match=what):
            read_newcomer(changed, process=process)


def test_letting_in_gives_the_past(two: Book) -> None:
    """What was written before she came opens through the box of the past."""
    old = two.say("Ada", "old")
    two.vouch("Ada", "Uma")
    two.epoch("Bo", add=["Uma"])
    assert two.read("Uma", old).payload == b"old"
    assert {epoch for _, epoch in two.ring("Uma").epochs} == {0, 1, 2}


def test_letting_in_without_the_past(two: Book) -> None:
    """A newcomer then reads from her epoch on; older members keep their older wraps."""
    old = two.say("Ada", "old")
    two.vouch("Ada", "Uma")
    two.epoch("Bo", add=["Uma"], with_past=False)
    new = two.say("Ada", "new")
    assert two.read("Uma", new).payload == b"new"
    with pytest.raises(NotInAudienceError):
        two.read("Uma", old)
    assert two.read("Ada", old).payload == b"old"


def test_a_circle_is_opened_by_its_first_member(two: Book) -> None:
    """The inviter never holds its seed."""
    two.vouch("Ada", "Sol", "support")
    support = two.circle("support")
    with pytest.raises(RefusedError, match="epoch-author"):
        open_epoch(two.ledger, two.ring("Ada"), support, entry=two.draw(16), members=[two.id("Sol")])
    two.epoch("Sol", "support", ["Sol"])
    assert support in two.ring("Sol").circles
    assert support not in two.ring("Ada").circles


def test_own_changes_are_refused_before_they_are_written(two: Book) -> None:
    """A second vouching, an unknown member, a past one has no key for."""
    with pytest.raises(RefusedError, match="user-again"):
        vouch(two.ledger, two.ring("Ada"), two.pending("Bo"), entry=two.draw(16))
    circle = two.circle("contact")
    with pytest.raises(RefusedError, match="epoch-unknown"):
        open_epoch(two.ledger, two.ring("Ada"), circle, entry=two.draw(16), members=[two.id("Out")])
    members = two.ledger.members(circle)
    bare = KeyRing(two.identity("Ada"), {})
    with pytest.raises(RefusedError, match="no-key"):
        open_epoch(two.ledger, bare, circle, entry=two.draw(16), members=members)
    open_epoch(two.ledger, bare, circle, entry=two.draw(16), members=members, with_past=False)


def test_a_ring_shows_nothing_of_its_keys() -> None:
    """No text form gives a seed away; a seed has 32 bytes."""
    keys = EpochKeys.from_seed(b"s" * 32)
    ring = KeyRing(person("Ada"), {}).with_epoch(b"c", 0, keys)
    assert ring.circles == {b"c"}
    assert "sss" not in repr(keys) + repr(ring)
    with pytest.raises(AlteredError, match="epoch-seed"):
        EpochKeys.from_seed(bytes(31))
