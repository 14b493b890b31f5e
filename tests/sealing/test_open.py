"""What a member reads, and every way in which what she is given can be wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from answerable.sealing.circles import member_info
from answerable.sealing.control import EpochOp, GrantOp
from answerable.sealing.derivation import digest
from answerable.sealing.envelope import Inside, hpke_wrap, key_commitment, own_wrap, pad, wrap_context
from answerable.sealing.errors import AlteredError, Finding, NotInAudienceError, ShreddedError, WithheldError
from answerable.sealing.kem import seal_to
from answerable.sealing.leaves import AudienceItem, NewLeaf
from answerable.sealing.open import can_open, content_key, open_all, open_entry
from answerable.sealing.packing import pack
from answerable.sealing.public_keys import PublicKeys
from tests.sealing.book import Book, signed
from tests.sealing.tampering import flipped

CEK = b"a content key of thirty-two byte"
ENTRY = b"an id of an entr"


def _item(
    book: Book, how: str, role: str = "contact", *, by: str = "Ada", cek: bytes = CEK, kc: bytes = b""
) -> tuple[AudienceItem, bytes]:
    """Return an audience item and its wrap, made by whoever likes."""
    circle = book.circle(role)
    epoch = book.ledger.newest(circle)
    assert epoch is not None
    context = wrap_context(book.process, ENTRY, circle, epoch.number, kc or key_commitment(cek))
    if how == "own":
        wrap = own_wrap(book.ring(by).epochs[circle, epoch.number].wrap_key, context, cek)
    else:
        wrap = hpke_wrap(epoch.public_key, context, cek)
    return AudienceItem(circle, epoch.number, how, digest(wrap)), wrap


def _forged(book: Book, *items: tuple[AudienceItem, bytes], inside: Any = None, **changes: Any) -> NewLeaf:
    """Write an entry of a forger's making; by default all in it is as it should be."""
    values: dict[str, Any] = {"kc": key_commitment(CEK), "entry": ENTRY, **changes}
    made: Callable[[bytes], Any] = inside or (lambda header: signed(book.identity("Ada"), header, b"text"))
    return book.forged_entry(CEK, tuple(sorted(items)), inside=made, **values)


def _alarm(book: Book, leaf: NewLeaf, name: str = "Ada") -> str:
    with pytest.raises(AlteredError) as caught:
        book.read(name, leaf)
    assert caught.value.seq == leaf.seq
    return caught.value.what


def test_what_an_author_wrote_opens_for_the_audience(both: Book) -> None:
    """Seq, entry, kind, author, her circles at that seq, payload; and for nobody else."""
    leaf = both.say("Bo", "text", "contact", "support")
    for name in ("Ada", "Bo", "Sol"):
        opened = both.read(name, leaf)
        assert opened.payload == b"text"
        assert (opened.seq, opened.entry, opened.kind) == (leaf.seq, leaf.entry, "entry")
        assert opened.author == both.id("Bo")
        assert opened.author_circles == {both.circle("contact")}
    inner = both.say("Ada", "inner")
    with pytest.raises(NotInAudienceError) as caught:
        both.read("Sol", inner)
    assert caught.value.audience == {both.circle("contact")}
    assert caught.value.held == {both.circle("support")}
    assert can_open(both.ledger, both.ring("Sol"), leaf.entry)
    assert not can_open(both.ledger, both.ring("Sol"), inner.entry)


def test_the_forger_of_these_tests_can_do_right(two: Book) -> None:
    """The positive control: a well made entry opens."""
    assert two.read("Bo", _forged(two, _item(two, "own"))).payload == b"text"


def test_an_unknown_entry_is_no_entry(two: Book) -> None:
    """Asking for an id that the log does not have."""
    with pytest.raises(AlteredError, match="entry-unknown"):
        open_entry(two.ledger, two.ring("Ada"), b"x" * 16, None, two.wraps.get)


def test_what_was_shredded_is_gone(two: Book) -> None:
    """Its rows may not lie about any more."""
    leaf = two.say("Ada", "text")
    two.shred("Ada", leaf)
    ring = two.ring("Ada")
    with pytest.raises(ShreddedError) as caught:
        two.read("Ada", leaf)
    assert caught.value.seq == leaf.seq
    with pytest.raises(ShreddedError):
        content_key(two.ledger, ring, leaf.entry, two.wraps.get)
    with pytest.raises(AlteredError, match="shredded-body"):
        open_entry(two.ledger, ring, leaf.entry, leaf.body, two.wraps.get)
    assert not can_open(two.ledger, ring, leaf.entry)


def test_missing_rows_are_withheld(two: Book) -> None:
    """The body, or a wrap she has the key for."""
    leaf = two.say("Ada", "text")
    ring = two.ring("Ada")
    with pytest.raises(WithheldError, match="body"):
        open_entry(two.ledger, ring, leaf.entry, None, two.wraps.get)
    with pytest.raises(WithheldError, match="wrap"):
        open_entry(two.ledger, ring, leaf.entry, leaf.body, lambda key: None if key else b"")
    with pytest.raises(NotInAudienceError):
        open_entry(two.ledger, two.ring("Out"), leaf.entry, None, two.wraps.get)


def test_a_wrap_of_another_circle_may_stay_unfetched_but_not_wrong(both: Book) -> None:
    """What is stored must have its digest, also where she has no key."""
    leaf = both.say("Ada", "text", "contact", "support")
    other = next(wrap for wrap in leaf.wraps if len(wrap) > 48)
    ring = both.ring("Ada")
    del both.wraps[digest(other)]
    assert both.read("Ada", leaf).payload == b"text"
    both.wraps[digest(other)] = b"changed"
    with pytest.raises(AlteredError, match="wrap-hash"):
        open_entry(both.ledger, ring, leaf.entry, leaf.body, both.wraps.get)


def test_a_changed_body_or_wrap_is_seen_before_it_is_opened(two: Book) -> None:
    """By digest."""
    leaf = two.say("Ada", "text")
    two.bodies[leaf.seq] = leaf.body[:-1] + bytes([leaf.body[-1] ^ 1])
    assert _alarm(two, leaf) == "body-hash"
    two.bodies[leaf.seq] = leaf.body
    two.wraps[digest(leaf.wraps[0])] = b"other"
    assert _alarm(two, leaf) == "wrap-hash"


def test_every_wrap_opens_and_gives_the_committed_key() -> None:
    """An entry cannot read differently in two circles."""
    kc = key_commitment(CEK)
    other = bytes(32)
    for cek, wrong_kc, what in ((CEK, kc, ""), (other, kc, "kc"), (CEK, key_commitment(other), "wrap")):
        book = Book(label=what or "good")
        book.vouch("Ada", "Bo")
        book.epoch("Ada", add=["Bo"])
        leaf = _forged(book, _item(book, "own", cek=cek, kc=wrong_kc), kc=kc)
        if what:
            assert _alarm(book, leaf) == what
        else:
            assert book.read("Ada", leaf).payload == b"text"


def test_a_bad_hpke_wrap_alarms_its_own_circle(both: Book) -> None:
    """The author's circle reads on; the support circle sees an alarm."""
    good, bad = _item(both, "own"), _item(both, "hpke", "support", cek=bytes(32), kc=key_commitment(CEK))
    leaf = _forged(both, good, bad)
    assert both.read("Ada", leaf).payload == b"text"
    assert _alarm(both, leaf, "Sol") == "kc"


def test_a_bad_grant_alarms(both: Book) -> None:
    """Granted wraps are opened and compared as well."""
    leaf = both.say("Ada", "text")
    wrap = seal_to(both.identity("Out").kem_pk, b"nothing of use", b"")
    op = GrantOp(leaf.entry, both.circle("support"), 0, "hpke", digest(wrap))
    both.write(both.forged_op("Bo", op)._replace(wraps=(wrap,)))
    assert both.read("Ada", leaf).payload == b"text"
    assert _alarm(both, leaf, "Sol") == "wrap"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (pad(b"no array"), "inside-form"),
        (pad(pack((b"", b""))), "inside-form"),
        (bytes(1024), "padding"),
        (b"\x80" + b"\1" * 1023, "padding"),
        (pad(b"x").ljust(2048, b"\0"), "padding"),
        (b"x" * 1000, "body-length"),
        (b"", "body-length"),
    ],
)
def test_the_inside_has_one_form(two: Book, inside: bytes, what: str) -> None:
    """Length, padding, canonical form."""
    assert _alarm(two, _forged(two, _item(two, "own"), inside=lambda header: inside)) == what


def test_a_body_under_another_key_or_header_does_not_open(two: Book) -> None:
    """The header is bound in."""
    other = two.forged_header()
    leaf = _forged(two, _item(two, "own"), inside=lambda header: signed(two.identity("Ada"), header, b"text"))
    from answerable.sealing.envelope import seal_body

    body = seal_body(CEK, other, signed(two.identity("Ada"), other, b"text"))
    facts = two.ledger.entries[leaf.entry]
    two.ledger.entries[leaf.entry] = facts._replace(body_hash=digest(body))  # type: ignore[index]  # as a forger would
    two.bodies[leaf.seq] = body
    assert _alarm(two, leaf) == "body"


def test_a_content_key_of_another_length_is_no_crash(two: Book) -> None:
    """Committed to, wrapped well, and no key."""
    short = b"short"
    kc = key_commitment(short)
    leaf = _forged(two, _item(two, "own", cek=short), kc=kc)
    assert _alarm(two, leaf) == "body"


def test_the_author_signs_this_header_and_payload(two: Book) -> None:
    """A signature of another, over another place, or none."""
    ada, bo = two.identity("Ada"), two.identity("Bo")
    item = _item(two, "own")
    forgeries = [
        lambda header: Inside(ada.user_id, bytes(64), b"text"),
        lambda header: Inside(ada.user_id, b"", b"text"),
        lambda header: Inside(ada.user_id, signed(bo, header, b"text").sig, b"text"),
        lambda header: Inside(ada.user_id, signed(ada, header, b"other").sig, b"text"),
        lambda header: signed(ada, b"elsewhere", b"text"),
    ]
    for number, inside in enumerate(forgeries):
        entry = bytes([number]) * 16
        context = wrap_context(two.process, entry, item[0].circle, item[0].epoch, key_commitment(CEK))
        wrap = own_wrap(two.ring("Ada").epochs[item[0].circle, item[0].epoch].wrap_key, context, CEK)
        fitting = (item[0]._replace(wrap=digest(wrap)), wrap)
        assert _alarm(two, _forged(two, fitting, inside=inside, entry=entry)) == "signature"


def test_own_stands_exactly_where_the_author_was_a_member(both: Book) -> None:
    """Nobody writes as a circle she is not in, or hides that she is."""
    sol, out = both.identity("Sol"), both.identity("Out")
    contact, support = _item(both, "own"), _item(both, "hpke", "support")
    for number, author in enumerate((sol, out)):
        book = Book(label=str(number))
        book.vouch("Ada", "Sol", "support")
        book.epoch("Sol", "support", ["Sol"])
        leaf = _forged(book, _item(book, "own"), inside=lambda header, who=author: signed(who, header, b"text"))
        assert _alarm(book, leaf) == "own-circles"
    assert both.read("Ada", _forged(both, contact, support)).payload == b"text"


def test_an_ingest_has_no_author(two: Book) -> None:
    """It opens as from outside; an author or a signature in it is an alarm."""
    leaf = _forged(two, _item(two, "hpke"), kind="ingest", inside=lambda header: Inside(b"", b"", b"mail"))
    opened = two.read("Bo", leaf)
    assert (opened.kind, opened.author, opened.author_circles, opened.payload) == ("ingest", b"", frozenset(), b"mail")
    for label, inside in (("a", Inside(two.id("Ada"), b"", b"mail")), ("s", Inside(b"", b"sig", b"mail"))):
        book = Book(label=label)
        forged = _forged(book, _item(book, "hpke"), kind="ingest", inside=lambda header, made=inside: made)
        assert _alarm(book, forged) == "ingest-author"


def test_earlier_entries_of_one_who_left_stay_valid(two: Book) -> None:
    """Leaving changes nothing that was said."""
    leaf = two.say("Bo", "text")
    two.retire("Bo", "Bo")
    two.epoch("Ada")
    assert two.read("Ada", leaf).author == two.id("Bo")


def test_many_open_at_once_and_one_bad_one_hides_nothing(both: Book) -> None:
    """What opened, what did not; what is not hers is in neither."""
    for number in range(4):
        both.say("Ada", str(number))
    support = both.say("Sol", "theirs", "support")
    bad = list(both.ledger.entries.values())[2]
    both.bodies[bad.seq] = b""
    opened, failed = open_all(both.ledger, both.ring("Bo"), both.ledger.entries, both.bodies.get, both.wraps.get)
    assert [entry.payload for entry in opened] == [b"0", b"1", b"3"]
    assert [(facts.seq, str(error)) for facts, error in failed] == [(bad.seq, "altered: body-hash")]
    assert support.entry not in {entry.entry for entry in opened}


# -- key ring ---------------------------------------------------------------------------------------------------------


def _own_wrap(book: Book, name: str, number: int = 1) -> bytes:
    return book.ledger.epochs(book.circle("contact"))[number].members[book.id(name)]


def test_a_missing_or_broken_own_wrap_is_a_finding(two: Book) -> None:
    """Never a crash; the ring opens what it can, and a new epoch mends it."""
    key, circle, seq = _own_wrap(two, "Ada"), two.circle("contact"), two.ledger.epochs(two.circle("contact"))[1].seq
    wrap = two.wraps.pop(key)
    assert two.ring("Ada").withheld == (Finding("member-wrap", seq, circle),)
    assert set(two.ring("Ada").epochs) == {(circle, 0)}
    two.wraps[key] = flipped(wrap, 0)
    assert two.ring("Ada").altered == (Finding("wrap-hash", seq, circle),)
    two.epoch("Bo")
    assert (circle, 2) in two.ring("Ada").epochs


def _epoch_with(book: Book, seed_for: Callable[[bytes], bytes], prev: bytes | None = None) -> None:
    """Write an epoch of Ada's whose wraps hold what she likes."""
    from answerable.sealing.circle_keys import EpochKeys

    circle, keys = book.circle("contact"), EpochKeys.from_seed(b"e" * 32)
    wraps = []
    listed = []
    for user in sorted(book.ledger.members(circle)):
        info = member_info(book.process, circle, 2, user)
        wrap = seal_to(book.ledger.users[user].kem_pk, seed_for(user), info)
        wraps.append(wrap)
        listed.append((user, digest(wrap)))
    if prev is not None:
        wraps.append(prev)
    op = EpochOp(circle, 2, keys.public_key, tuple(listed), digest(prev) if prev is not None else b"")
    book.write(book.forged_op("Ada", op)._replace(wraps=tuple(wraps)))


@pytest.mark.parametrize(("seed", "what"), [(b"f" * 32, "epoch-key"), (b"f" * 31, "member-wrap")])
def test_a_seed_that_is_not_the_logs_is_refused(two: Book, seed: bytes, what: str) -> None:
    """The derived public key must be the one in the log: else she would seal to a key others do not hold."""
    _epoch_with(two, lambda user: seed if user == two.id("Bo") else b"e" * 32)
    assert [finding.what for finding in two.ring("Bo").altered] == [what]
    assert two.ring("Ada").altered == ()


def test_a_past_that_was_not_handed_on_well(two: Book) -> None:
    """Missing, broken, or another seed."""
    two.vouch("Ada", "Uma")
    two.epoch("Bo", add=["Uma"])
    circle = two.circle("contact")
    newest = two.ledger.newest(circle)
    assert newest is not None
    box = two.wraps.pop(newest.prev)
    ring = two.ring("Uma")
    assert ring.withheld == (Finding("prev-box", newest.seq, circle),)
    assert set(ring.epochs) == {(circle, 2)}
    two.wraps[newest.prev] = box + b"\0"
    assert [finding.what for finding in two.ring("Uma").altered] == ["wrap-hash"]


def test_a_box_with_another_seed_is_refused(two: Book) -> None:
    """The public key of the epoch before decides; a box that opens for nobody is altered."""
    from answerable.sealing.circle_keys import EpochKeys
    from answerable.sealing.circles import prev_info
    from answerable.sealing.open import open_past

    public = EpochKeys.from_seed(b"e" * 32).public_key
    for number, what in ((2, "epoch-key"), (1, "prev-box")):
        book = Book(label=what)
        book.vouch("Ada", "Bo")
        book.epoch("Ada", add=["Bo"])
        circle = book.circle("contact")
        box = seal_to(public, b"x" * 32, prev_info(book.process, circle, number))
        _epoch_with(book, lambda user: b"e" * 32, prev=box)
        epochs, ring = book.ledger.epochs(circle), book.ring("Ada")
        with pytest.raises(AlteredError, match=what):
            open_past(book.ledger, epochs[1], ring.epochs[circle, 2], book.wraps.get)


def test_public_keys_give_the_id() -> None:
    """The id is their digest."""
    assert PublicKeys(b"s" * 32, b"k").user_id == digest(b"s" * 32 + b"k")[:16]
