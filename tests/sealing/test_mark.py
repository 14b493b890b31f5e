"""A member's mark: what she has checked once need not be checked again, and nobody else can say so."""

import pytest

from answerable.sealing.boxes import seal_box
from answerable.sealing.derivation import digest
from answerable.sealing.envelope import Inside, key_commitment, own_wrap, wrap_context
from answerable.sealing.errors import AlteredError
from answerable.sealing.leaves import AudienceItem, NewLeaf
from answerable.sealing.log import Ledger, Mark
from answerable.sealing.mark import open_mark, seal_mark
from answerable.sealing.open import key_ring, open_entry
from answerable.sealing.packing import pack
from tests.sealing.book import Book

CEK = b"a content key of thirty-two byte"
ENTRY = b"an id of an entr"


def _mark(book: Book, name: str = "Ada") -> Mark:
    box = seal_mark(book.ring(name), book.ledger, draw=book.draw)
    return open_mark(book.identity(name), book.process, box)


def _unsigned(book: Book) -> NewLeaf:
    """Write an entry of Bo's hand in Ada's name: only its signature is wrong."""
    circle = book.circle("contact")
    epoch = book.ledger.newest(circle)
    assert epoch is not None
    kc = key_commitment(CEK)
    keys = book.ring("Bo").epochs[circle, epoch.number]
    wrap = own_wrap(keys.wrap_key, wrap_context(book.process, ENTRY, circle, epoch.number, kc), CEK)
    item = AudienceItem(circle, epoch.number, "own", digest(wrap))
    inside = Inside(book.id("Ada"), bytes(64), b"text")
    return book.forged_entry(CEK, ((item, wrap),), kc=kc, entry=ENTRY, inside=lambda header: inside)


def _open(book: Book, name: str, leaf: NewLeaf, checked: Mark | None) -> bytes:
    ring = key_ring(book.identity(name), book.ledger, book.wraps.get)
    return open_entry(book.ledger, ring, leaf.entry, leaf.body, book.wraps.get, checked=checked).payload


def test_a_mark_tells_how_far_with_which_keys(two: Book) -> None:
    """Size, root, epochs held."""
    mark = _mark(two)
    assert (mark.size, mark.root) == (two.ledger.size, two.ledger.root)
    assert mark.held == ((two.circle("contact"), 0), (two.circle("contact"), 1))


def test_only_she_can_write_it_and_only_for_this_process(two: Book) -> None:
    """Another's key, another process, a changed byte."""
    box = seal_mark(two.ring("Ada"), two.ledger)
    for identity, process, changed in (
        (two.identity("Bo"), two.process, box),
        (two.identity("Ada"), bytes(16), box),
        (two.identity("Ada"), two.process, box[:-1] + bytes([box[-1] ^ 1])),
        (two.identity("Ada"), two.process, b""),
    ):
        with pytest.raises(AlteredError, match="mark"):
            open_mark(identity, process, changed)


@pytest.mark.parametrize("inside", [b"", pack((-1, bytes(32), ())), pack((1, bytes(31), ())), pack((1, bytes(32)))])
def test_a_mark_has_one_form(two: Book, inside: bytes) -> None:
    """Even from her own hand."""
    ada = two.identity("Ada")
    with pytest.raises(AlteredError, match="mark-form"):
        open_mark(ada, two.process, seal_box(ada.own_key("mark"), inside, two.process))


def test_signatures_under_the_mark_are_not_checked_again(two: Book) -> None:
    """Shown by one that is wrong: without a mark, or beyond it, it alarms."""
    before = _mark(two)
    leaf = _unsigned(two)
    after = _mark(two)
    for checked in (None, before):
        with pytest.raises(AlteredError, match="signature"):
            _open(two, "Ada", leaf, checked)
    assert _open(two, "Ada", leaf, after) == b"text"


def test_what_she_could_not_open_then_is_checked_now(two: Book) -> None:
    """A key that came later, or a grant, brings entries she has never checked."""
    leaf = _unsigned(two)
    mark = _mark(two)
    without = mark._replace(held=((two.circle("contact"), 0),))
    with pytest.raises(AlteredError, match="signature"):
        _open(two, "Ada", leaf, without)


def test_control_signatures_under_the_mark_are_spared(two: Book) -> None:
    """And the log must have the mark's root at its size, or nothing of it counts."""
    mark = _mark(two)
    two.say("Ada", "more")
    ledger = Ledger.start(two.process, checked=mark)
    ledger.follow_all((row.header, row.body_hash, two.bodies[row.seq]) for row in two.leaves)
    assert ledger.root == two.ledger.root
    ledger = Ledger.start(two.process, checked=mark._replace(root=b"r" * 32))
    with pytest.raises(AlteredError) as caught:
        ledger.follow_all((row.header, row.body_hash, two.bodies[row.seq]) for row in two.leaves)
    assert (caught.value.what, caught.value.seq) == ("mark-root", mark.size - 1)


def test_a_wrong_control_signature_shows_unless_it_lies_under_the_mark(two: Book) -> None:
    """What is spared is the signature alone."""
    row = two.leaves[-1]
    body = two.bodies[row.seq]
    from answerable.sealing.control import read_body

    changed = read_body(body, row.seq)._replace(sig=bytes(64)).packed

    def follow(checked: Mark | None) -> Ledger:
        ledger = Ledger.start(two.process, checked=checked)
        ledger.follow_all((leaf.header, leaf.body_hash, two.bodies[leaf.seq]) for leaf in two.leaves[:-1])
        ledger.follow(row.header, digest(changed), changed)
        return ledger

    with pytest.raises(AlteredError, match="control-signature"):
        follow(None)
    with pytest.raises(AlteredError, match="mark-root"):
        follow(_mark(two))
