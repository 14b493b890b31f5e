"""The ledger: what it says, and the rules a leaf of any kind must keep."""

from typing import Any

import pytest

from answerable.sealing.circles import ROLES, circle_id, process_id
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, WithheldError
from answerable.sealing.leaves import AudienceItem, decode_header
from answerable.sealing.log import EVERYWHERE, Ledger
from tests.sealing.book import Book

WRAP = b"w" * 32
KC = b"k" * 32


def _refused(book: Book, header: bytes, body_hash: bytes = WRAP, body: bytes | None = None) -> str:
    try:
        book.ledger.examine(header, body_hash, body)
    except AlteredError as error:
        return error.what if error.seq == book.ledger.size else "wrong place"
    return ""


def _items(book: Book, how: str = "own", role: str = "contact", **changes: Any) -> tuple[AudienceItem, ...]:
    circle = book.circle(role)
    epoch = book.ledger.newest(circle)
    return (AudienceItem(circle, epoch.number if epoch else 0, how, WRAP)._replace(**changes),)


def test_what_a_process_says_of_itself(both: Book) -> None:
    """Users, circles, members, epochs and who vouched."""
    ledger = both.ledger
    contact, support = both.circle("contact"), both.circle("support")
    assert ledger.process == both.process
    assert set(ledger.users) == {both.id("Ada"), both.id("Bo"), both.id("Sol")}
    assert ledger.users[both.id("Bo")] == both.identity("Bo").keys
    assert ledger.circles == (contact, support)
    assert ledger.members(contact) == {both.id("Ada"), both.id("Bo")}
    assert [epoch.number for epoch in ledger.epochs(contact)] == [0, 1]
    assert ledger.members(contact, before_seq=2) == {both.id("Ada")}
    assert ledger.members(contact, before_seq=1) == frozenset()
    assert ledger.circles_of(both.id("Sol")) == {support}
    assert ledger.circles_of(both.id("Bo"), before_seq=3) == frozenset()
    assert ledger.vouched_by(both.id("Sol"), support) == both.id("Bo")
    assert ledger.vouched_by(both.id("Sol"), contact) is None
    assert ledger.newest(both.circle("supervision")) is None
    assert ledger.epochs(both.circle("supervision")) == ()
    assert (ledger.roles[contact], len(ledger.roles)) == ("contact", 27)


def test_ids_of_role_circles_are_derived() -> None:
    """A role circle is found once; nobody can sit on its id."""
    process = process_id(b"u" * 16, b"e" * 16)
    assert process == digest(b"answerable/1/process" + b"u" * 16 + b"e" * 16)[:16]
    assert circle_id(process, "support/2") == digest(b"answerable/1/circle" + process + b"support/2")[:16]
    assert len(ROLES) == len(set(ROLES)) == 27


def test_who_waits_for_a_second_member(two: Book) -> None:
    """Vouched for and not yet in an epoch; a retired one waits no more."""
    contact = two.circle("contact")
    two.vouch("Ada", "Uma")
    two.vouch("Bo", "Sol")
    assert [(vouch.user, vouch.by) for vouch in two.ledger.waiting(contact)] == [
        (two.id("Uma"), two.id("Ada")),
        (two.id("Sol"), two.id("Bo")),
    ]
    two.retire("Sol", "Sol", "contact")
    assert [vouch.user for vouch in two.ledger.waiting(contact)] == [two.id("Uma")]
    two.vouch("Ada", "Out", "support")
    assert [vouch.user for vouch in two.ledger.waiting(two.circle("support"))] == [two.id("Out")]


def test_sizes_roots_and_entries(two: Book) -> None:
    """Each size has its root; entries stand under their ids, control leaves are only known."""
    before = (two.ledger.size, two.ledger.root)
    leaf = two.say("Ada", "text")
    control = two.leaves[0]
    assert two.ledger.root_at(before[0]) == before[1] == decode_header(leaf.header).root
    assert two.ledger.root_at(two.ledger.size) == two.ledger.root != before[1]
    assert list(two.ledger.entries) == [leaf.entry]
    assert two.ledger.entries[leaf.entry].body_hash == leaf.body_hash
    assert two.ledger.has(leaf.entry)
    assert two.ledger.has(decode_header(control.header).entry)
    assert not two.ledger.has(b"x" * 16)


def test_a_copy_goes_its_own_way(two: Book) -> None:
    """What a copy follows does not show in the ledger it came from."""
    copy = two.ledger.copy()
    size = copy.size
    two.vouch("Ada", "Uma")
    leaf = two.say("Ada", "text")
    two.retire("Bo", "Bo")
    assert (copy.size, copy.root_at(size)) == (size, copy.root)
    assert not copy.has(leaf.entry)
    assert (copy.waiting(two.circle("contact")), copy.retired) == ((), {})
    assert copy.circles_of(two.id("Bo")) == {two.circle("contact")}
    assert two.ledger.circles_of(two.id("Bo")) == frozenset()
    again = Ledger.start(two.process)
    again.follow_all((row.header, row.body_hash, two.bodies[row.seq]) for row in two.leaves)
    assert (again.root, again.frontier) == (two.ledger.root, two.ledger.frontier)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"v": 2}, "version"),
        ({"suite": 2}, "suite"),
        ({"kind": "note"}, "kind"),
        ({"seq": 1}, "seq"),
        ({"seq": 99}, "seq"),
        ({"process": bytes(16)}, "process"),
        ({"root": bytes(32)}, "root"),
        ({"entry": bytes(15)}, "entry-id"),
        ({"entry": bytes(17)}, "entry-id"),
        ({"audience": (AudienceItem(b"c" * 16, 0, "own", WRAP),)}, "control-audience"),
        ({"kc": KC}, "control-audience"),
    ],
)
def test_a_header_out_of_place_is_refused(two: Book, changes: dict[str, Any], what: str) -> None:
    """Version, suite, kind, place, history and id."""
    assert _refused(two, two.forged_header(**changes), digest(b""), b"") == what


def test_an_entry_id_serves_once(two: Book) -> None:
    """Neither an entry nor a control leaf may take an id again."""
    leaf = two.say("Ada", "text")
    assert _refused(two, two.forged_header(entry=leaf.entry)) == "entry-id-used"
    assert _refused(two, two.forged_header(entry=decode_header(two.leaves[0].header).entry)) == "entry-id-used"


def test_an_audience_names_newest_epochs_once_and_in_order(both: Book) -> None:
    """Count, order, epoch, how, hash and commitment."""
    contact, support = sorted((_items(both)[0], _items(both, "hpke", "support")[0]))

    def refused(*items: AudienceItem, kind: str = "entry", kc: bytes = KC) -> str:
        return _refused(both, both.forged_header(kind=kind, audience=items, kc=kc))

    assert refused(contact, support) == ""
    assert refused(support, contact) == "audience-order"
    assert refused(contact, contact) == "audience-order"
    assert refused() == "audience-count"
    assert refused(*[contact] * 17) == "audience-count"
    assert refused(*_items(both, epoch=0)) == "audience-epoch"
    assert refused(*_items(both, epoch=2)) == "audience-epoch"
    assert refused(*_items(both, circle=b"c" * 16)) == "audience-epoch"
    assert refused(*_items(both, circle=b"")) == "audience-order"
    assert refused(*_items(both, wrap=b"")) == "audience-wrap"
    assert refused(*_items(both, how="open")) == "audience-how"
    assert refused(*_items(both, how="hpke")) == "audience-own"
    assert refused(contact, support, kc=b"") == "kc"
    assert refused(*_items(both, how="hpke"), kind="ingest") == ""
    assert refused(*_items(both), kind="ingest") == "audience-how"
    assert refused(kind="ingest") == "audience-count"


def test_nobody_writes_to_those_who_left_but_mail_still_comes(two: Book) -> None:
    """While the newest epoch lists someone retired, entries wait for a new epoch; mail is taken all the same."""
    two.retire("Bo", "Bo", "contact")
    assert two.ledger.is_stale(two.circle("contact"))
    assert _refused(two, two.forged_header(kind="entry", audience=_items(two), kc=KC)) == "audience-stale"
    assert _refused(two, two.forged_header(kind="ingest", audience=_items(two, "hpke"), kc=KC)) == ""
    two.epoch("Ada")
    assert not two.ledger.is_stale(two.circle("contact"))
    assert _refused(two, two.forged_header(kind="entry", audience=_items(two), kc=KC)) == ""


def test_a_body_must_be_its_leafs(two: Book) -> None:
    """Length of the hash, size of the body, digest."""
    header = two.forged_header(kind="entry", audience=_items(two), kc=KC)
    assert _refused(two, header, bytes(31)) == "body-hash"
    assert _refused(two, header, digest(b"a"), b"b") == "body-hash"
    large = bytes(16 * 1024 * 1024 + 1)
    assert _refused(two, header, digest(large), large) == "body-size"


def test_a_control_leaf_cannot_be_followed_without_its_body(two: Book) -> None:
    """It is withheld, and nothing has changed."""
    size = two.ledger.size
    with pytest.raises(WithheldError) as caught:
        two.ledger.follow(two.forged_header(), bytes(32))
    assert (caught.value.what, caught.value.seq, two.ledger.size) == ("body", size, size)


def test_a_refused_leaf_changes_nothing(two: Book) -> None:
    """The ledger can go on with the right one."""
    before = (two.ledger.size, two.ledger.root, two.ledger.frontier)
    with pytest.raises(AlteredError):
        two.ledger.follow(two.forged_header(v=2), bytes(32))
    assert (two.ledger.size, two.ledger.root, two.ledger.frontier) == before
    two.say("Ada", "text")


def test_a_process_begins_with_its_founder_vouching_for_herself(two: Book) -> None:
    """Leaf 0 of another process, or another operation, begins nothing."""
    from answerable.sealing.control import ControlBody, RetireOp, UserOp, control_message

    ada = two.identity("Ada")
    row = two.leaves[0]
    fresh = Ledger.start(b"p" * 16)
    with pytest.raises(AlteredError, match="process"):
        fresh.follow(row.header, row.body_hash, two.bodies[0])

    def first(op: Any, entry: bytes, signer: str = "Ada", process: bytes = b"") -> str:
        ledger = Ledger.start(process or two.process)
        header = two.forged_header(seq=0, root=ledger.root, entry=entry, process=ledger.process)
        identity = two.identity(signer)
        sig = identity.sign(control_message(header, identity.user_id, op))
        body = ControlBody(identity.user_id, sig, op).packed
        try:
            ledger.follow(header, digest(body), body)
        except AlteredError as error:
            return error.what
        return ""

    entry = decode_header(row.header).entry
    contact, support = two.circle("contact"), two.circle("support")
    proof = ada.sign(b"answerable/1/join\x00" + two.process + contact + ada.kem_pk)
    good = UserOp(ada.sign_pk, ada.kem_pk, contact, proof)
    assert first(good, entry) == ""
    assert first(good, b"other entry id..") == "founding"
    assert first(RetireOp(ada.user_id, EVERYWHERE), entry) == "founding"
    assert first(good, entry, "Bo") == "founding"
    assert first(UserOp(ada.sign_pk, ada.kem_pk, support, proof), entry) == "user-circle"
    bo = two.identity("Bo")
    other = process_id(bo.user_id, entry)
    assert first(good, entry, "Bo", other) == "user-voucher"


def test_retirement_before_a_seq(two: Book) -> None:
    """Who left was a member before."""
    leaf = two.retire("Bo", "Bo")
    bo = two.id("Bo")
    assert two.ledger.is_retired(bo)
    assert two.ledger.is_retired(bo, two.circle("contact"))
    assert not two.ledger.is_retired(bo, before_seq=leaf.seq)
    assert bo in two.ledger.members(two.circle("contact"), before_seq=leaf.seq)
    assert two.ledger.retired == {(bo, EVERYWHERE): leaf.seq}
