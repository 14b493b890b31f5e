"""What leaves, folded: whose list counts, checks, and who read which words (R12)."""

from answerable.core.entries import OutgoingRead, ProtectedHashes, ProtectedWords, TextChecked
from tests.core.examples import ADA, BO, COPIED, SOL
from tests.core.logbook import Log

KEYS = [bytes([number]) * 32 for number in range(4)]


def test_the_support_circles_list_takes_the_place_of_all_before_and_copies_only_add() -> None:
    """Members add words the support circle sent; they take none away."""
    log = Log()
    log.add(ADA, ProtectedHashes, key=KEYS[0], copied=COPIED)
    log.add(BO, ProtectedHashes, key=KEYS[1], copied=COPIED)
    assert [item.entry.key for item in log.state().outgoing.lists] == KEYS[:2]
    log.add(SOL, ProtectedHashes, key=KEYS[2], copied=None)
    log.add(ADA, ProtectedHashes, key=KEYS[3], copied=COPIED)
    assert [item.entry.key for item in log.state().outgoing.lists] == KEYS[2:]


def test_members_make_no_list_of_their_own() -> None:
    """A list of the contact circle's own words does not fit, nor can it read or write the words."""
    log = Log()
    log.add(ADA, ProtectedHashes, copied=None)
    log.add(ADA, ProtectedWords)
    state = log.state()
    assert state.outgoing.lists == ()
    assert state.outgoing.words is None
    assert len(state.does_not_fit) == 2


def test_the_newest_words_stand() -> None:
    """A newer list takes the place of an older one, also an empty one."""
    log = Log()
    log.add(SOL, ProtectedWords, words=("Anna",))
    log.add(SOL, ProtectedWords, words=())
    newest = log.state().outgoing.words
    assert newest is not None
    assert newest.entry.words == ()


def test_checks_and_readings_are_kept_apart_by_what_was_read() -> None:
    """Readings of a corrected entry stand at its place."""
    log = Log()
    log.add(ADA, TextChecked, found=1)
    log.add(BO, OutgoingRead, entry=b"\x05" * 16)
    state = log.state()
    assert [item.entry.found for item in state.outgoing.checks] == [1]
    assert [item.author for item in state.outgoing.readings[b"\x05" * 16]] == [BO]
