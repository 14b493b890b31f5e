"""Checking a whole process: complete, withheld or altered."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.sealing.checkpoint import assemble, cosign, note
from answerable.sealing.circles import prev_info
from answerable.sealing.control import EpochOp
from answerable.sealing.derivation import digest
from answerable.sealing.errors import Finding
from answerable.sealing.kem import seal_to
from answerable.sealing.leaves import NewLeaf, decode_header, encode_header
from answerable.sealing.verify import Head, LeafRow, Result, Rows, verify_log
from tests.sealing.book import Book


def _verify(book: Book, rows: Rows | None = None, name: str = "", **more: Any) -> Result:
    identity = book.identity(name) if name else None
    return verify_log(book.process, rows or book.rows, identity=identity, **more)


def _codes(result: Result) -> tuple[str, set[str]]:
    findings = result.altered or result.withheld
    return result.outcome, {finding.what for finding in findings}


def test_an_untouched_process_is_complete(small: Book) -> None:
    """Without keys and for every member; complete up to its size and root."""
    result = _verify(small)
    assert (result.outcome, result.size, result.root) == ("complete", small.ledger.size, small.ledger.root)
    for name, opened, sealed in (("Ada", 4, 0), ("Sol", 3, 1), ("Bo", 0, 4), ("Out", 0, 4)):
        result = _verify(small, name=name)
        assert (result.outcome, result.opened, result.sealed) == ("complete", opened, sealed)


def test_older_heads_and_copies_of_checkpoints_fit(small: Book) -> None:
    """Each size the log ever had, and texts kept elsewhere with lines of whoever."""
    older = [(size, small.ledger.root_at(size)) for size in range(small.ledger.size + 1)]
    head = (small.process, 3, small.ledger.root_at(3))
    copy = assemble(note(*head), [cosign(small.identity("Out"), *head, date(2026, 1, 1))])
    assert _verify(small, older=older, copies=[copy, *small.checkpoints]).outcome == "complete"


def test_a_log_without_its_end_is_withheld(small: Book) -> None:
    """By the head row, a stored checkpoint, a copy or a head that somebody wrote down."""
    rows = small.rows
    size = 3
    cut = replace(
        rows,
        leaves=rows.leaves[:size],
        bodies={seq: body for seq, body in rows.bodies.items() if seq < size},
        wraps={key: wrap for leaf in _leaf_wraps(small, size) for key, wrap in leaf.items()},
        checkpoints=[],
        head=None,
    )
    head = (small.process, 9, small.ledger.root_at(9))
    copy = assemble(note(*head), [cosign(small.identity("Ada"), *head, date(2026, 1, 1))])
    expected = ("withheld", {"leaf"})
    assert _verify(small, cut).outcome == "complete"
    assert _codes(_verify(small, replace(cut, head=small.head))) == expected
    assert _codes(_verify(small, cut, copies=[copy])) == expected
    assert _codes(_verify(small, cut, older=[(9, small.ledger.root_at(9))])) == expected
    assert _verify(small, cut).size == size


def _leaf_wraps(book: Book, size: int) -> list[dict[bytes, bytes]]:
    """Return the wraps that the first leaves name."""
    from answerable.sealing.log import Ledger

    ledger = Ledger.start(book.process)
    ledger.follow_all((row.header, row.body_hash, book.bodies.get(row.seq)) for row in book.leaves[:size])
    named = [item.wrap for facts in ledger.entries.values() for item in facts.items]
    named += [wrap for circle in ledger.circles for epoch in ledger.epochs(circle) for wrap in epoch.members.values()]
    return [{key: book.wraps[key]} for key in named if key in book.wraps]


def test_a_stored_checkpoint_shows_a_log_cut_short(small: Book) -> None:
    """When its users are known to what is left."""
    rows = small.rows
    head = (small.process, 12, small.ledger.root_at(12))
    line = cosign(small.identity("Ada"), *head, date(2026, 1, 1))
    cut = Rows(rows.leaves[:2], {seq: rows.bodies[seq] for seq in range(2)}, {}, [assemble(note(*head), [line])])
    result = _verify(small, cut)
    assert Finding("leaf", 2) in result.withheld


@pytest.mark.parametrize("seq", range(15))
def test_a_missing_leaf_is_withheld(small: Book, seq: int) -> None:
    """Wherever it was."""
    rows = small.rows
    leaves = [row for row in rows.leaves if row.seq != seq]
    result = _verify(small, replace(rows, leaves=leaves))
    assert Finding("leaf", seq) in result.withheld
    assert result.size == seq


def test_leaves_twice_or_out_of_order_are_altered(small: Book) -> None:
    """A log has one order."""
    rows = small.rows
    for leaves in ([rows.leaves[0], *rows.leaves], [*rows.leaves, rows.leaves[-1]]):
        assert _codes(_verify(small, replace(rows, leaves=leaves)))[0] == "altered"
    assert "leaf-order" in _codes(_verify(small, replace(rows, leaves=[rows.leaves[0], *rows.leaves])))[1]


@pytest.mark.parametrize("seq", range(15))
def test_a_missing_body_is_withheld_unless_it_was_shredded(small: Book, seq: int) -> None:
    """Control bodies stop the reading, bodies of entries are found one by one."""
    rows = small.rows
    if seq not in rows.bodies:
        assert [facts.seq for facts in small.ledger.entries.values() if facts.shredded] == [seq]
        return
    del rows.bodies[seq]  # type: ignore[attr-defined]  # a copy of the test's own
    result = _verify(small, rows)
    assert result.outcome in {"withheld", "altered"}
    assert Finding("body", seq) in {finding._replace(ref=b"") for finding in result.withheld}


def test_each_missing_wrap_is_withheld(small: Book) -> None:
    """None may go that is not shredded or of someone who left."""
    for key in small.wraps:
        rows = small.rows
        del rows.wraps[key]  # type: ignore[attr-defined]  # a copy of the test's own
        result = _verify(small, rows)
        assert _codes(result)[1] <= {"wrap", "member-wrap", "prev-box"}
        assert (result.outcome, len(result.withheld), result.withheld[0].ref) == ("withheld", 1, key)


def test_rows_that_the_log_does_not_name_are_altered(small: Book) -> None:
    """Bodies beyond or before the log, wraps of nothing, wraps under another's hash."""
    for bodies, wraps, what in (
        ({99: b""}, {}, "unnamed-body"),
        ({-1: b""}, {}, "unnamed-body"),
        ({}, {digest(b"x"): b"x"}, "unnamed-wrap"),
        ({}, {digest(b"x"): b"y"}, "wrap-hash"),
    ):
        rows = small.rows
        rows = replace(rows, bodies={**rows.bodies, **bodies}, wraps={**rows.wraps, **wraps})
        assert _codes(_verify(small, rows)) == ("altered", {what})


def test_what_was_shredded_may_not_still_lie_there(both: Book) -> None:
    """Body or wraps kept back by the host."""
    leaf = both.say("Ada", "text")
    both.shred("Ada", leaf)
    assert _verify(both).outcome == "complete"
    rows = both.rows
    kept = replace(rows, bodies={**rows.bodies, leaf.seq: leaf.body})
    assert _codes(_verify(both, kept)) == ("altered", {"shredded-body"})
    assert "shredded-body" in _codes(_verify(both, kept, "Ada"))[1]
    kept = replace(rows, wraps={**rows.wraps, **dict(leaf.wrap_rows)})
    assert _codes(_verify(both, kept)) == ("altered", {"shredded-wrap"})


def test_altered_wins_over_withheld(small: Book) -> None:
    """Both are told, one word is said."""
    rows = small.rows
    bodies = dict(rows.bodies)
    gone, spoiled = (facts.seq for facts in list(small.ledger.entries.values())[:2])
    del bodies[gone]
    bodies[spoiled] = bodies[spoiled][:-1] + b"\0\0"
    result = _verify(small, replace(rows, bodies=bodies))
    assert (result.outcome, len(result.withheld), len(result.altered)) == ("altered", 1, 1)


def test_a_body_of_an_impossible_length_is_altered_without_keys(two: Book) -> None:
    """Lengths are checked before anything is opened."""
    leaf = two.say("Ada", "text")
    body = leaf.body + b"x"
    entry = decode_header(leaf.header).entry
    facts = two.ledger.entries[entry]
    rows = two.rows
    leaves = [*rows.leaves[:-1], LeafRow(leaf.seq, leaf.header, digest(body))]
    rows = replace(rows, leaves=leaves, bodies={**rows.bodies, leaf.seq: body}, head=None)
    assert _verify(two, rows).altered == (Finding("body-length", facts.seq, entry),)


@pytest.mark.parametrize(
    "head",
    [
        lambda head: head._replace(root=b"r" * 32),
        lambda head: head._replace(frontier=head.frontier[:-1]),
        lambda head: head._replace(size=head.size - 1),
        lambda head: Head(0, b"", ()),
    ],
)
def test_the_head_row_is_recomputed(small: Book, head: Any) -> None:
    """Size, root and frontier."""
    assert _codes(_verify(small, replace(small.rows, head=head(small.head)))) == ("altered", {"head"})


def test_rewritten_history_does_not_fit_what_was_kept(small: Book) -> None:
    """Another root at that size, another process's checkpoint, no checkpoint at all."""
    other = Book(label="other")
    head = (other.process, 1, other.ledger.root_at(1))
    foreign = assemble(note(*head), [cosign(other.identity("Ada"), *head, date(2026, 1, 1))])
    head = (small.process, 1, b"r" * 32)
    forked = assemble(note(*head), [cosign(small.identity("Ada"), *head, date(2026, 1, 1))])
    for more, what in (
        ({"older": [(1, b"r" * 32)]}, "older"),
        ({"older": [(-1, b"r" * 32)]}, "older"),
        ({"copies": [foreign]}, "checkpoint-origin"),
        ({"copies": [forked]}, "checkpoint-root"),
        ({"copies": ["no checkpoint"]}, "checkpoint-form"),
    ):
        assert _codes(_verify(small, **more)) == ("altered", {what})
    for text, what in ((foreign, "checkpoint-origin"), (forked, "checkpoint-root"), ("", "checkpoint-form")):
        assert _codes(_verify(small, replace(small.rows, checkpoints=[text]))) == ("altered", {what})


def test_after_a_broken_leaf_nothing_is_judged(small: Book) -> None:
    """One finding, and the size up to which the log stands."""
    rows = small.rows
    broken = rows.leaves[5]._replace(header=encode_header(decode_header(rows.leaves[5].header)._replace(v=2)))
    leaves = [*rows.leaves[:5], broken, *rows.leaves[6:]]
    result = _verify(small, replace(rows, leaves=leaves, checkpoints=[]))
    assert (result.altered, result.size) == ((Finding("version", 5),), 5)


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x91" * 8000, b"\x99" + b"\xc0" * 9, bytes(9000)])
def test_no_stored_bytes_make_it_crash(small: Book, data: bytes) -> None:
    """Headers, bodies of control leaves, hashes."""
    rows = small.rows
    for seq in (0, 1, 4):
        row = rows.leaves[seq]
        for changed in (row._replace(header=data), row._replace(body_hash=data)):
            leaves = [*rows.leaves[:seq], changed, *rows.leaves[seq + 1 :]]
            assert _verify(small, replace(rows, leaves=leaves), "Ada").outcome == "altered"
    kind = {row.seq: decode_header(row.header).kind for row in rows.leaves}
    seq = next(seq for seq in kind if kind[seq] == "control")
    leaves = [LeafRow(seq, rows.leaves[seq].header, digest(data)), *rows.leaves[1:]]
    bodies = {**rows.bodies, seq: data}
    assert _verify(small, replace(rows, leaves=leaves, bodies=bodies), "Ada").outcome == "altered"


# -- as a member ------------------------------------------------------------------------------------------------------


def test_only_a_member_sees_what_lies_inside(two: Book) -> None:
    """A wrap nobody can open has a fitting digest: without keys all is complete."""
    circle = two.circle("contact")
    epoch = two.ledger.newest(circle)
    assert epoch is not None
    op = EpochOp(circle, 2, epoch.public_key, tuple((user, digest(user)) for user in sorted(epoch.members)), b"")
    leaf = two.forged_op("Ada", op)
    two.write(leaf._replace(wraps=tuple(sorted(epoch.members))))
    assert _verify(two).outcome == "complete"
    assert _codes(_verify(two, name="Bo")) == ("altered", {"member-wrap"})


def test_a_box_of_the_past_is_opened_for_those_to_come(two: Book) -> None:
    """A member who needs it not finds it broken."""
    from answerable.sealing.circle_keys import EpochKeys
    from answerable.sealing.circles import member_info

    circle, keys = two.circle("contact"), EpochKeys.from_seed(b"e" * 32)
    box = seal_to(keys.public_key, b"another seed, also 32 bytes long", prev_info(two.process, circle, 2))
    listed, wraps = [], [box]
    for user in sorted(two.ledger.members(circle)):
        wrap = seal_to(two.ledger.users[user].kem_pk, keys.seed, member_info(two.process, circle, 2, user))
        listed.append((user, digest(wrap)))
        wraps.append(wrap)
    leaf: NewLeaf = two.forged_op("Ada", EpochOp(circle, 2, keys.public_key, tuple(listed), digest(box)))
    two.write(leaf._replace(wraps=tuple(wraps)))
    assert _verify(two).outcome == "complete"
    assert two.ring("Bo").altered == ()
    assert _codes(_verify(two, name="Bo")) == ("altered", {"epoch-key"})
