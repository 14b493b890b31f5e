"""Changes of the group: each rule refuses what breaks it, whoever signed."""

from typing import Any

import pytest

from answerable.sealing.circle_keys import EpochKeys
from answerable.sealing.circles import join_message
from answerable.sealing.control import ControlBody, EpochOp, GrantOp, RetireOp, ShredOp, UserOp
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.joining import open_epoch
from answerable.sealing.leaves import NewLeaf
from answerable.sealing.log import EVERYWHERE
from answerable.sealing.packing import pack
from tests.sealing.book import Book
from tests.sealing.tampering import flipped

WRAP = b"w" * 32
PUBLIC = EpochKeys.from_seed(b"a new epoch's seed, 32 bytes....").public_key


def _user(book: Book, name: str, role: str = "contact", **changes: Any) -> UserOp:
    identity = book.identity(name)
    values = {"sign_pk": identity.sign_pk, "kem_pk": identity.kem_pk, "circle": book.circle(role), **changes}
    proof = identity.sign(join_message(book.process, values["circle"], values["kem_pk"]))
    return UserOp(**{"proof": proof, **values})


def _epoch(book: Book, *names: str, role: str = "contact", number: int | None = None, **changes: Any) -> EpochOp:
    circle = changes.pop("circle", book.circle(role))
    newest = book.ledger.newest(circle)
    number = (newest.number + 1 if newest else 0) if number is None else number
    members = tuple((user, WRAP) for user in sorted(book.id(name) for name in names))
    values = {"public_key": PUBLIC, "members": members, "prev": b"", **changes}
    return EpochOp(circle, number, values["public_key"], values["members"], values["prev"])


def _refused(book: Book, by: str, op: Any) -> str:
    return book.refusal(book.forged_op(by, op))


# -- form and authorship ----------------------------------------------------------------------------------------------


def test_a_good_change_is_taken(two: Book) -> None:
    """The positive control for all that follows."""
    assert _refused(two, "Ada", _user(two, "Uma")) == ""
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo")) == ""
    assert _refused(two, "Ada", RetireOp(two.id("Ada"), EVERYWHERE)) == ""


@pytest.mark.parametrize(
    "op",
    [
        ("expel", b"u" * 16),
        ("retire", b"u" * 16),
        ("retire", b"u" * 16, b"", b""),
        ("retire", "u", b""),
        ("shred", None),
        ("epoch", b"c" * 16, True, b"", [], b""),
        (),
        b"retire",
    ],
)
def test_an_unknown_change_is_refused(two: Book, op: Any) -> None:
    """Unknown name, a field too few or too many, another type."""
    header = two.forged_header()
    body = pack((two.id("Ada"), bytes(64), op))
    assert two.refusal(NewLeaf(0, b"", header, body, digest(body), ())) == "control-form"


def test_the_author_is_known_and_not_retired(two: Book) -> None:
    """A stranger's and a leaver's signatures change nothing."""
    assert _refused(two, "Out", RetireOp(two.id("Out"), EVERYWHERE)) == "control-author"
    two.retire("Bo", "Bo")
    assert _refused(two, "Bo", _user(two, "Uma")) == "control-author"


def test_the_signature_binds_header_author_and_change(two: Book) -> None:
    """None of the three can be exchanged."""
    good = two.forged_op("Ada", RetireOp(two.id("Ada"), EVERYWHERE))
    author, sig, op = two.id("Ada"), *_sig_and_op(good)

    def refused(header: bytes, body: ControlBody) -> str:
        return two.refusal(NewLeaf(0, b"", header, body.packed, digest(body.packed), ()))

    assert refused(good.header, ControlBody(author, sig, op)) == ""
    assert refused(two.forged_header(), ControlBody(author, sig, op)) == "control-signature"
    assert refused(good.header, ControlBody(author, flipped(sig, 63), op)) == "control-signature"
    assert refused(good.header, ControlBody(author, b"", op)) == "control-signature"
    other = RetireOp(author, two.circle("contact"))
    assert refused(good.header, ControlBody(author, sig, other)) == "control-signature"
    assert refused(good.header, ControlBody(two.id("Bo"), sig, _user(two, "Uma"))) == "control-signature"


def _sig_and_op(leaf: NewLeaf) -> tuple[bytes, Any]:
    from answerable.sealing.control import read_body

    body = read_body(leaf.body, 0)
    return body.sig, body.op


# -- user -------------------------------------------------------------------------------------------------------------


def test_who_may_vouch(both: Book) -> None:
    """A member of the circle; while it has no epoch, a member of any role circle."""
    assert _refused(both, "Ada", _user(both, "Uma")) == ""
    assert _refused(both, "Sol", _user(both, "Uma")) == "user-voucher"
    assert _refused(both, "Sol", _user(both, "Uma", "supervision")) == ""
    both.vouch("Ada", "Out", "supervision")
    assert _refused(both, "Out", _user(both, "Uma", "supervision")) == "user-voucher"
    both.retire("Bo", "Bo", "contact")
    assert _refused(both, "Bo", _user(both, "Uma")) == "user-voucher"


def test_vouching_is_for_a_circle_that_can_be(two: Book) -> None:
    """An aside without an epoch takes nobody; one that has is open to its members."""
    assert _refused(two, "Ada", _user(two, "Uma", circle=b"a" * 16)) == "user-circle"
    two.epoch("Ada", add=["Ada", "Bo"], circle=b"a" * 16)
    assert _refused(two, "Ada", _user(two, "Uma", circle=b"a" * 16)) == ""


def test_a_newcomer_proves_her_key_for_this_circle(two: Book) -> None:
    """A proof for another circle, process or key, or by another, is none."""
    good = _user(two, "Uma")
    other = _user(two, "Uma", "support")
    assert _refused(two, "Ada", _user(two, "Uma", proof=other.proof)) == "user-proof"
    assert _refused(two, "Ada", _user(two, "Uma", proof=_user(two, "Out").proof)) == "user-proof"
    assert _refused(two, "Ada", _user(two, "Uma", proof=b"")) == "user-proof"
    elsewhere = Book(label="other")
    assert _refused(two, "Ada", _user(two, "Uma", proof=_user(elsewhere, "Uma").proof)) == "user-proof"
    assert _refused(two, "Ada", good) == ""


def test_keys_nobody_could_use_are_refused(two: Book) -> None:
    """Lengths, ML-KEM's check, small-order points."""
    kem = two.identity("Uma").kem_pk
    assert _refused(two, "Ada", _user(two, "Uma", sign_pk=bytes(31))) == "sign-key"
    assert _refused(two, "Ada", _user(two, "Uma", kem_pk=kem[:-1])) == "kem-key"
    assert _refused(two, "Ada", _user(two, "Uma", kem_pk=kem[:-32] + bytes(32))) == "kem-key"
    assert _refused(two, "Ada", _user(two, "Uma", kem_pk=b"\xff" * 1184 + kem[-32:])) == "kem-key"


def test_once_per_circle_and_never_after_leaving(two: Book) -> None:
    """A second circle for one user is R17's exception; a leaver needs a new identity."""
    assert _refused(two, "Ada", _user(two, "Bo")) == "user-again"
    assert _refused(two, "Ada", _user(two, "Bo", "support")) == ""
    two.retire("Bo", "Bo", "contact")
    assert _refused(two, "Ada", _user(two, "Bo", "support")) == ""
    two.retire("Bo", "Bo")
    assert _refused(two, "Ada", _user(two, "Bo", "support")) == "user-retired"


# -- epoch ------------------------------------------------------------------------------------------------------------


def test_epochs_count_up(two: Book) -> None:
    """The next number, none twice, none left out."""
    for number, what in ((2, ""), (1, "epoch-number"), (3, "epoch-number"), (-1, "epoch-number")):
        assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", number=number)) == what
    assert _refused(two, "Ada", _epoch(two, "Ada", role="support", number=1)) == "epoch-number"


def test_an_epochs_list_is_sorted_known_and_whole(two: Book) -> None:
    """Order, no doubles, hashes, a key others can seal to, known users."""
    ada, bo = sorted([(two.id("Ada"), WRAP), (two.id("Bo"), WRAP)])
    for members, what in (
        ((ada, bo), ""),
        ((bo, ada), "epoch-list"),
        ((ada, ada, bo), "epoch-list"),
        ((), "epoch-list"),
        ((ada, (bo[0], b"")), "epoch-wrap"),
    ):
        assert _refused(two, "Ada", _epoch(two, members=members)) == what
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", "Out")) == "epoch-unknown"
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", public_key=PUBLIC[:-32] + bytes(32))) == "epoch-key"
    assert _refused(two, "Ada", _epoch(two, "Ada", circle=b"a" * 15)) == "epoch-circle"


def test_an_epoch_is_opened_by_one_in_it(both: Book) -> None:
    """The author is listed, and for a later epoch a member."""
    assert _refused(both, "Ada", _epoch(both, "Bo")) == "epoch-author"
    both.vouch("Ada", "Uma")
    assert _refused(both, "Uma", _epoch(both, "Ada", "Bo", "Uma")) == "epoch-author"


def test_a_role_circle_lists_those_vouched_for_it(both: Book) -> None:
    """Being known elsewhere is not enough."""
    assert _refused(both, "Ada", _epoch(both, "Ada", "Bo", "Sol")) == "epoch-vouch"
    assert _refused(both, "Ada", _epoch(both, "Ada", role="supervision")) == "epoch-vouch"
    both.vouch("Ada", "Ada", "supervision")
    assert _refused(both, "Ada", _epoch(both, "Ada", role="supervision")) == ""


def test_an_aside_is_of_known_users_and_opened_by_a_member(two: Book) -> None:
    """No vouching is asked, but the author is a member of some circle."""
    aside = b"a" * 16
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", circle=aside)) == ""
    two.vouch("Ada", "Uma")
    assert _refused(two, "Ada", _epoch(two, "Ada", "Uma", circle=aside)) == ""
    assert _refused(two, "Uma", _epoch(two, "Uma", circle=aside)) == "epoch-author"
    assert _refused(two, "Ada", _epoch(two, "Ada", circle=aside, prev=WRAP)) == "epoch-prev"


def test_nobody_retired_is_listed_and_nobody_else_is_dropped(two: Book) -> None:
    """Leaving is said by name, never by a list."""
    two.vouch("Ada", "Uma")
    two.epoch("Bo", add=["Uma"])
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo")) == "epoch-dropped"
    two.retire("Uma", "Uma", "contact")
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", "Uma")) == "epoch-retired"
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo")) == ""


def test_nobody_is_let_in_by_one_alone(two: Book) -> None:
    """Vouched for by one, let in by another; a founder alone does both."""
    two.vouch("Ada", "Uma")
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", "Uma")) == "epoch-alone"
    assert _refused(two, "Bo", _epoch(two, "Ada", "Bo", "Uma")) == ""
    two.retire("Bo", "Bo")
    assert _refused(two, "Ada", _epoch(two, "Ada", "Uma")) == ""


def test_nor_into_an_aside(two: Book) -> None:
    """A newcomer there was vouched for by another member of it."""
    aside = b"a" * 16
    two.epoch("Ada", add=["Ada", "Bo"], circle=aside)
    two.vouch("Ada", "Uma")
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", "Uma", circle=aside)) == "epoch-alone"
    two.write(two.forged_op("Bo", _user(two, "Uma", circle=aside)))
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", "Uma", circle=aside)) == ""


def test_the_box_of_the_past_is_a_hash_or_nothing(two: Book) -> None:
    """For a first epoch nothing; later either."""
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", prev=WRAP)) == ""
    assert _refused(two, "Ada", _epoch(two, "Ada", "Bo", prev=b"x")) == "epoch-prev"
    two.vouch("Ada", "Sol", "support")
    assert _refused(two, "Sol", _epoch(two, "Sol", role="support", prev=WRAP)) == "epoch-prev"


def test_a_closed_circle_stays_closed(both: Book) -> None:
    """When all members are gone, nobody can open it again; its successor has an id of its own."""
    both.retire("Sol", "Sol")
    assert _refused(both, "Ada", _user(both, "Uma", "support")) == "user-voucher"
    assert _refused(both, "Ada", _user(both, "Uma", "support/2")) == ""


# -- grant and shred --------------------------------------------------------------------------------------------------


def _grant(book: Book, leaf: NewLeaf, role: str = "support", **changes: Any) -> GrantOp:
    values = {"entry": leaf.entry, "circle": book.circle(role), "epoch": 0, "how": "hpke", "wrap": WRAP, **changes}
    return GrantOp(**values)


def test_who_may_grant_what(both: Book) -> None:
    """A member of a circle that has the entry, to a newest epoch, once, wrapped as she can."""
    leaf = both.say("Ada", "text")
    assert _refused(both, "Bo", _grant(both, leaf)) == ""
    assert _refused(both, "Sol", _grant(both, leaf, how="own")) == "grant-author"
    assert _refused(both, "Bo", _grant(both, leaf, epoch=1)) == "grant-epoch"
    assert _refused(both, "Bo", _grant(both, leaf, role="supervision")) == "grant-epoch"
    assert _refused(both, "Bo", _grant(both, leaf, how="own")) == "grant-how"
    assert _refused(both, "Bo", _grant(both, leaf, how="open")) == "grant-how"
    assert _refused(both, "Bo", _grant(both, leaf, wrap=b"")) == "grant-wrap"
    assert _refused(both, "Bo", _grant(both, leaf, entry=b"x" * 16)) == "grant-target"
    assert _refused(both, "Bo", _grant(both, leaf, role="contact", epoch=1, how="own")) == "grant-again"
    both.grant("Bo", leaf, "support")
    assert _refused(both, "Bo", _grant(both, leaf)) == "grant-again"
    assert _refused(both, "Sol", _grant(both, leaf, role="contact", epoch=1)) == "grant-again"


def test_a_circle_with_someone_retired_in_it_is_granted_nothing(both: Book) -> None:
    """First a new epoch."""
    leaf = both.say("Ada", "text")
    both.vouch("Sol", "Uma", "support")
    both.epoch("Sol", "support", ["Uma"])
    both.retire("Uma", "Uma")
    assert _refused(both, "Ada", _grant(both, leaf, epoch=1)) == "grant-epoch"


def test_who_may_shred(both: Book) -> None:
    """A member of a circle the entry is marked own in; not of one it was only sealed for; once."""
    leaf = both.say("Ada", "text", "contact", "support")
    assert _refused(both, "Sol", ShredOp(leaf.entry)) == "shred-author"
    assert _refused(both, "Bo", ShredOp(b"x" * 16)) == "shred-target"
    both.shred("Bo", leaf)
    assert _refused(both, "Bo", ShredOp(leaf.entry)) == "shred-target"
    assert _refused(both, "Bo", _grant(both, leaf)) == "grant-target"


# -- retire -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def three(both: Book) -> Book:
    """Return a process with Ada, Bo and Uma in the contact circle, Sol in support."""
    both.vouch("Ada", "Uma")
    both.epoch("Bo", add=["Uma"])
    return both


def test_one_leaves_at_once(three: Book) -> None:
    """By her own word, a circle or everything; not twice."""
    three.retire("Bo", "Bo", "contact")
    contact = three.circle("contact")
    assert three.id("Bo") not in three.ledger.members(contact)
    assert _refused(three, "Bo", RetireOp(three.id("Bo"), contact)) == "retire-again"
    assert _refused(three, "Bo", RetireOp(three.id("Bo"), EVERYWHERE)) == ""


def test_another_is_shut_out_by_two(three: Book) -> None:
    """The second of the circle who says the same makes it count; nobody says it twice."""
    contact, uma = three.circle("contact"), three.id("Uma")
    three.retire("Ada", "Uma", "contact")
    assert three.ledger.retire_votes(uma, contact) == {three.id("Ada")}
    assert uma in three.ledger.members(contact)
    assert _refused(three, "Ada", RetireOp(uma, contact)) == "retire-again"
    assert _refused(three, "Sol", RetireOp(uma, contact)) == "retire-author"
    three.retire("Bo", "Uma", "contact")
    assert uma not in three.ledger.members(contact)
    assert three.ledger.retire_votes(uma, contact) == frozenset()


def test_a_word_counts_while_its_author_is_a_member(three: Book) -> None:
    """Who has left since no longer shuts others out."""
    contact, uma = three.circle("contact"), three.id("Uma")
    three.vouch("Ada", "Out")
    three.epoch("Bo", add=["Out"])
    three.retire("Ada", "Uma", "contact")
    three.retire("Ada", "Ada", "contact")
    three.retire("Bo", "Uma", "contact")
    assert uma in three.ledger.members(contact)
    three.retire("Out", "Uma", "contact")
    assert uma not in three.ledger.members(contact)


def test_in_a_circle_of_two_a_member_of_another_circle_is_needed(both: Book) -> None:
    """One of the two, with one from elsewhere; two from elsewhere are not enough."""
    contact, bo = both.circle("contact"), both.id("Bo")
    both.vouch("Sol", "Uma", "support")
    both.epoch("Sol", "support", ["Uma"])
    both.retire("Sol", "Bo", "contact")
    both.retire("Uma", "Bo", "contact")
    assert bo in both.ledger.members(contact)
    both.retire("Ada", "Bo", "contact")
    assert bo not in both.ledger.members(contact)


def test_everywhere_needs_two_of_one_of_her_circles(three: Book) -> None:
    """The same for leaving all at once."""
    uma = three.id("Uma")
    assert _refused(three, "Sol", RetireOp(uma, EVERYWHERE)) == "retire-author"
    three.retire("Ada", "Uma")
    assert three.ledger.retire_votes(uma) == {three.id("Ada")}
    three.retire("Bo", "Uma")
    assert three.ledger.is_retired(uma)


def test_only_who_is_there_can_leave(three: Book) -> None:
    """A known user, in this circle or vouched for it; alone in a circle nobody else can say it."""
    contact, support = three.circle("contact"), three.circle("support")
    assert _refused(three, "Ada", RetireOp(three.id("Out"), EVERYWHERE)) == "retire-target"
    assert _refused(three, "Ada", RetireOp(three.id("Ada"), support)) == "retire-target"
    assert _refused(three, "Ada", RetireOp(three.id("Sol"), contact)) == "retire-target"
    assert _refused(three, "Ada", RetireOp(three.id("Sol"), support)) == "retire-author"
    three.vouch("Ada", "Out")
    assert _refused(three, "Ada", RetireOp(three.id("Out"), contact)) == "retire-author"
    assert _refused(three, "Out", RetireOp(three.id("Out"), contact)) == ""


def test_a_change_of_rules_would_show(two: Book) -> None:
    """The forger of these tests is a real signer: what no rule forbids is taken and followed."""
    op = RetireOp(two.id("Ada"), EVERYWHERE)
    two.write(two.forged_op("Ada", op))
    with pytest.raises(AlteredError, match="control-author"):
        two.write(two.forged_op("Ada", op))


def test_open_epoch_gives_keys_that_fit_the_log(two: Book) -> None:
    """The leaf's public key is the one of the returned seed."""
    circle = two.circle("contact")
    leaf, keys = open_epoch(two.ledger, two.ring("Ada"), circle, entry=two.draw(16), members=two.ledger.members(circle))
    two.write(leaf)
    newest = two.ledger.newest(circle)
    assert newest is not None
    assert newest.public_key == keys.public_key
