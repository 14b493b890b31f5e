"""What a member writes: entries, grants, tombstones, leavings. Every leaf is checked by the ledger's rules first."""

from collections.abc import Callable, Iterable

from answerable.sealing import randomness
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.control import ControlBody, GrantOp, Op, RetireOp, ShredOp, control_message
from answerable.sealing.derivation import KEY_LENGTH, digest
from answerable.sealing.envelope import (
    Inside,
    entry_message,
    hpke_wrap,
    key_commitment,
    own_wrap,
    seal_body,
    wrap_context,
)
from answerable.sealing.errors import AlteredError, RefusedError
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import (
    CONTROL,
    ENTRY,
    HPKE,
    OWN,
    SUITE,
    VERSION,
    AudienceItem,
    Header,
    NewLeaf,
    encode_header,
)
from answerable.sealing.log import EVERYWHERE, Epoch, Ledger


def checked(ledger: Ledger, leaf: NewLeaf) -> NewLeaf:
    """Return the leaf if the ledger takes it next, else raise RefusedError with the rule's code."""
    try:
        ledger.examine(leaf.header, leaf.body_hash, leaf.body)
    except AlteredError as error:
        raise RefusedError(error.what) from None
    return leaf


def seal_entry(
    ledger: Ledger,
    ring: KeyRing,
    *,
    entry: bytes,
    audience: Iterable[bytes],
    payload: bytes,
    draw: Callable[[int], bytes] = randomness.draw,
) -> NewLeaf:
    """Return an entry of the ring's holder for these circles; a retry may keep the entry id: the key is new.

    Raises RefusedError: "audience-..." (unknown circle, one that lists someone retired, none of her own),
    "entry-id-used", "no-key" (her own epoch was not unwrapped), "body-size".
    """
    cek = draw(KEY_LENGTH)
    kc = key_commitment(cek)
    mine = ledger.circles_of(ring.user_id)
    items, wraps = [], []
    for circle in sorted(set(audience)):
        epoch = ledger.newest(circle)
        if epoch is None:
            raise RefusedError("audience-epoch")
        item, wrap = wrap_for(ledger, ring, entry, epoch, cek, own=circle in mine)
        items.append(item)
        wraps.append(wrap)
    header = encode_header(
        Header(VERSION, SUITE, ENTRY, ledger.process, ledger.size, ledger.root, entry, tuple(items), kc)
    )
    identity = ring.identity
    sig = identity.sign(entry_message(header, identity.user_id, payload))
    body = seal_body(cek, header, Inside(identity.user_id, sig, payload))
    return checked(ledger, NewLeaf(ledger.size, entry, header, body, digest(body), tuple(wraps)))


def wrap_for(
    ledger: Ledger, ring: KeyRing, entry: bytes, epoch: Epoch, cek: bytes, *, own: bool
) -> tuple[AudienceItem, bytes]:
    """Return the audience item and the wrap of a content key for one epoch."""
    context = wrap_context(ledger.process, entry, epoch.circle, epoch.number, key_commitment(cek))
    if own:
        keys = ring.epochs.get((epoch.circle, epoch.number))
        if keys is None:
            raise RefusedError("no-key")
        wrap = own_wrap(keys.wrap_key, context, cek)
    else:
        wrap = hpke_wrap(epoch.public_key, context, cek)
    return AudienceItem(epoch.circle, epoch.number, OWN if own else HPKE, digest(wrap)), wrap


def seal_control(ledger: Ledger, identity: Identity, entry: bytes, op: Op, wraps: tuple[bytes, ...] = ()) -> NewLeaf:
    """Return a signed change of the group, or raise RefusedError with the code of the rule it breaks."""
    header = encode_header(Header(VERSION, SUITE, CONTROL, ledger.process, ledger.size, ledger.root, entry, (), b""))
    author = identity.user_id
    body = ControlBody(author, identity.sign(control_message(header, author, op)), op).packed
    return checked(ledger, NewLeaf(ledger.size, entry, header, body, digest(body), wraps))


def grant(ledger: Ledger, ring: KeyRing, *, entry: bytes, target: bytes, circle: bytes, cek: bytes) -> NewLeaf:
    """Return the leaf that lets `circle` read the entry `target`; `cek` comes from open.content_key.

    Raises RefusedError: "grant-..." , "no-key", "kc" (not the key of this entry).
    """
    facts = ledger.entries.get(target)
    epoch = ledger.newest(circle)
    if facts is None:
        raise RefusedError("grant-target")
    if epoch is None:
        raise RefusedError("grant-epoch")
    if key_commitment(cek) != facts.kc:
        raise RefusedError("kc")
    own = circle in ledger.circles_of(ring.user_id)
    item, wrap = wrap_for(ledger, ring, target, epoch, cek, own=own)
    op = GrantOp(target, circle, item.epoch, item.how, item.wrap)
    return seal_control(ledger, ring.identity, entry, op, (wrap,))


def shred(ledger: Ledger, ring: KeyRing, *, entry: bytes, target: bytes) -> NewLeaf:
    """Return the tombstone of the entry `target`; body, wraps and snapshots are destroyed by whoever writes it."""
    return seal_control(ledger, ring.identity, entry, ShredOp(target))


def retire(ledger: Ledger, ring: KeyRing, *, entry: bytes, user: bytes, circle: bytes = EVERYWHERE) -> NewLeaf:
    """Return the leaf that says `user` leaves the circle (or everything): at once if oneself, else with a second."""
    return seal_control(ledger, ring.identity, entry, RetireOp(user, circle))


def wraps_of_retired(ledger: Ledger, user: bytes) -> tuple[bytes, ...]:
    """Return the hashes of the member wraps that may now be destroyed: of epochs in circles the user has left.

    A wrap that its epoch names for somebody else too stays: a forger must not get it destroyed by leaving.
    """
    return tuple(
        epoch.members[user]
        for circle in ledger.circles
        if ledger.is_retired(user, circle)
        for epoch in ledger.epochs(circle)
        if user in epoch.members and [*epoch.members.values(), epoch.prev].count(epoch.members[user]) == 1
    )
