"""Asides in the rules of the log: who is in one gains no say over what others are in."""

from answerable.sealing.control import Op, RetireOp
from answerable.sealing.groups import EVERYWHERE
from tests.sealing.book import Book


def _refused(book: Book, by: str, op: Op) -> str:
    return book.refusal(book.forged_op(by, op))


def test_an_aside_gives_nobody_a_say_over_other_circles(both: Book) -> None:
    """It is opened without her word: whoever shares only an aside with her cannot have her out of everything."""
    both.vouch("Ada", "Uma")
    both.epoch("Bo", add=["Uma"])
    both.vouch("Sol", "Out", "support")
    both.epoch("Sol", "support", ["Out"])
    both.epoch("Sol", add=["Sol", "Uma"], circle=b"a" * 16)
    uma = both.id("Uma")
    assert _refused(both, "Sol", RetireOp(uma, EVERYWHERE)) == "retire-author"
    assert _refused(both, "Out", RetireOp(uma, EVERYWHERE)) == "retire-author"
    assert _refused(both, "Out", RetireOp(uma, b"a" * 16)) == ""


def test_who_is_in_asides_alone_has_no_say_in_a_circle_of_two(both: Book) -> None:
    """The word from elsewhere is that of a role circle's member."""
    both.vouch("Ada", "Uma")
    both.epoch("Ada", add=["Ada", "Uma"], circle=b"a" * 16)
    contact, bo = both.circle("contact"), both.id("Bo")
    assert both.id("Uma") in both.ledger.members(b"a" * 16)
    assert _refused(both, "Uma", RetireOp(bo, contact)) == "retire-author"
    assert _refused(both, "Sol", RetireOp(bo, contact)) == ""
