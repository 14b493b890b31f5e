"""Rows spoiled from outside: single bytes, and what somebody with the database might do on purpose."""

import random
from collections.abc import Callable

from tests.vectors.independent_reader.primitives import sha256
from tests.vectors.independent_reader.verify import Rows

Spoil = Callable[[Rows, random.Random], Rows]


def flip(data: bytes, chance: random.Random) -> bytes:
    """One byte is another."""
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :]


def change_a_byte(rows: Rows, chance: random.Random) -> Rows:
    """One byte of one stored row is another; a checkpoint stays text."""
    leaves, notes = list(rows.leaves), list(rows.checkpoints)
    where = chance.choice(["header", "digest", "body", "wrap", "key", "note", "root"])
    leaf = chance.randrange(len(leaves))
    seq, header, body_hash = leaves[leaf]
    if where == "header":
        leaves[leaf] = (seq, flip(header, chance), body_hash)
    elif where == "digest":
        leaves[leaf] = (seq, header, flip(body_hash, chance))
    elif where == "body":
        seq = chance.choice(sorted(rows.bodies))
        rows.bodies[seq] = flip(rows.bodies[seq], chance)
    elif where == "note":
        number = chance.randrange(len(notes))
        notes[number] = flip(notes[number].encode(), chance).decode("utf-8", "surrogateescape")
    elif where == "root" and rows.head is not None:
        rows = rows._replace(head=rows.head._replace(root=flip(rows.head.root, chance)))
    else:
        key = chance.choice(list(rows.wraps))  # in the order they were written: their digests differ each time
        wrap = rows.wraps.pop(key)
        rows.wraps.update({flip(key, chance): wrap} if where == "key" else {key: flip(wrap, chance)})
    return rows._replace(leaves=leaves, checkpoints=notes)


def _without(rows: Rows, seq: int) -> Rows:
    rows.bodies.pop(seq, None)
    return rows._replace(leaves=[leaf for leaf in rows.leaves if leaf[0] != seq])


def _drop_leaf(rows: Rows, chance: random.Random) -> Rows:
    return _without(rows, chance.randrange(1, len(rows.leaves) - 1))


def _drop_leaf_only(rows: Rows, chance: random.Random) -> Rows:
    gone = chance.randrange(len(rows.leaves))
    return rows._replace(leaves=[leaf for leaf in rows.leaves if leaf[0] != gone])


def _cut_the_end(rows: Rows, chance: random.Random) -> Rows:
    for seq in range(chance.randrange(1, len(rows.leaves)), len(rows.leaves)):
        rows = _without(rows, seq)
    return rows


def _cut_the_end_and_the_head(rows: Rows, chance: random.Random) -> Rows:
    return _cut_the_end(rows, chance)._replace(head=None, checkpoints=[])


def _swap_leaves(rows: Rows, chance: random.Random) -> Rows:
    one, other = chance.sample(range(len(rows.leaves)), 2)
    leaves = list(rows.leaves)
    leaves[one], leaves[other] = (one, *leaves[other][1:]), (other, *leaves[one][1:])
    return rows._replace(leaves=leaves)


def _leaf_twice(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(leaves=[*rows.leaves, rows.leaves[-1]])


def _leaf_behind_the_end(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(leaves=[*rows.leaves, (len(rows.leaves), *rows.leaves[-1][1:])])


def _drop_body(rows: Rows, chance: random.Random) -> Rows:
    del rows.bodies[chance.choice(sorted(rows.bodies))]
    return rows


def _swap_bodies(rows: Rows, chance: random.Random) -> Rows:
    one, other = chance.sample(sorted(rows.bodies), 2)
    rows.bodies[one], rows.bodies[other] = rows.bodies[other], rows.bodies[one]
    return rows


def _body_back(rows: Rows, chance: random.Random) -> Rows:
    gone = next(seq for seq, _, _ in rows.leaves if seq not in rows.bodies)
    rows.bodies[gone] = rows.bodies[gone - 1]
    return rows


def _body_of_nothing(rows: Rows, chance: random.Random) -> Rows:
    rows.bodies[chance.choice([-1, len(rows.leaves), 10**9])] = b"x"
    return rows


def _body_of_nothing_in_a_cut_log(rows: Rows, chance: random.Random) -> Rows:
    return _body_of_nothing(_cut_the_end(rows, chance), chance)


def _drop_wrap(rows: Rows, chance: random.Random) -> Rows:
    del rows.wraps[chance.choice(list(rows.wraps)[-4:])]  # an earlier one may be of somebody retired
    return rows


def _replayed_wrap(rows: Rows, chance: random.Random) -> Rows:
    one, other = chance.sample(list(rows.wraps), 2)
    rows.wraps[one] = rows.wraps[other]
    return rows


def _wrap_of_nothing(rows: Rows, chance: random.Random) -> Rows:
    rows.wraps[sha256(b"x")] = b"x"
    return rows


def _head_behind(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(head=rows.head and rows.head._replace(size=len(rows.leaves) - 1))


def _head_ahead(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(head=rows.head and rows.head._replace(size=len(rows.leaves) + 1))


def _head_frontier(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(head=rows.head and rows.head._replace(frontier=rows.head.frontier[:-1]))


def _checkpoint_ahead(rows: Rows, chance: random.Random) -> Rows:
    note = rows.checkpoints[0]
    return rows._replace(checkpoints=[note.replace("\n10\n", "\n99\n")])


def _checkpoint_without_lines(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(checkpoints=[rows.checkpoints[0].split("—", maxsplit=1)[0]])


def _checkpoint_line_twice(rows: Rows, chance: random.Random) -> Rows:
    note = rows.checkpoints[0]
    return rows._replace(checkpoints=[note + note.splitlines(keepends=True)[-1]])


def _checkpoint_line_of_another_note(rows: Rows, chance: random.Random) -> Rows:
    one, other = rows.checkpoints[:2]
    return rows._replace(checkpoints=[one.partition("\n\n")[0] + "\n\n" + other.partition("\n\n")[2]])


def _checkpoint_of_endless_size(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(checkpoints=[rows.checkpoints[0].replace("\n10\n", "\n" + "9" * 5000 + "\n")])


def _nested_header(rows: Rows, chance: random.Random) -> Rows:
    return rows._replace(leaves=[*rows.leaves[:5], (5, b"\x91" * 8000 + b"\xc0", bytes(32)), *rows.leaves[6:]])


def _nested_body(rows: Rows, chance: random.Random) -> Rows:
    rows.bodies[1] = b"\x91" * 100_000 + b"\xc0"
    return rows._replace(leaves=[rows.leaves[0], (*rows.leaves[1][:2], sha256(rows.bodies[1])), *rows.leaves[2:]])


def _nothing_at_all(rows: Rows, chance: random.Random) -> Rows:
    return Rows([], {}, {}, rows.checkpoints, rows.head)


# No one of these leaves a log complete.
KINDS: list[Spoil] = [
    _drop_leaf,
    _drop_leaf_only,
    _cut_the_end,
    _cut_the_end_and_the_head,
    _swap_leaves,
    _leaf_twice,
    _leaf_behind_the_end,
    _drop_body,
    _swap_bodies,
    _body_back,
    _body_of_nothing,
    _body_of_nothing_in_a_cut_log,
    _drop_wrap,
    _replayed_wrap,
    _wrap_of_nothing,
    _head_behind,
    _head_ahead,
    _head_frontier,
    _checkpoint_ahead,
    _checkpoint_without_lines,
    _checkpoint_line_twice,
    _checkpoint_line_of_another_note,
    _checkpoint_of_endless_size,
    _nested_header,
    _nested_body,
    _nothing_at_all,
]
