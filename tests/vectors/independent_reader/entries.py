"""Opening: a member's key ring and the entries of her circles (sections 3 and 4)."""

from collections.abc import Callable
from typing import NamedTuple

from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.alarm import AlarmError, MissingError, must
from tests.vectors.independent_reader.log import BODY_LIMIT, Entry, Item, Log
from tests.vectors.independent_reader.packing import pack, unpack
from tests.vectors.independent_reader.people import Person, epoch_pair

Find = Callable[[bytes], bytes | None]
Ring = dict[tuple[bytes, int], bytes]
_TAG = 16


class Trust(NamedTuple):
    """What a mark spares: signatures below a size, of entries whose header names a held epoch."""

    size: int
    root: bytes
    held: frozenset[tuple[bytes, int]]


NO_TRUST = Trust(0, p.sha256(b""), frozenset())


def key_ring(log: Log, person: Person, find: Find) -> tuple[Ring, list[str]]:
    """Her epoch seeds by circle and epoch, and the codes of what did not open."""
    ring: Ring = {}
    alarms: list[str] = []
    for circle, epochs in log.epochs.items():
        for number in reversed(range(len(epochs))):
            for attempt in (_own_wrap, _prev_box):
                try:
                    seed = attempt(log, person, ring, (circle, number), find)
                    if seed is not None:
                        must(fits=epoch_pair(seed).public == epochs[number].kem_pk, what="epoch-key")
                        ring[circle, number] = seed
                except AlarmError as alarm:
                    alarms.append(alarm.what)
    return ring, alarms


def _own_wrap(log: Log, person: Person, _ring: Ring, place: tuple[bytes, int], find: Find) -> bytes | None:
    circle, number = place
    wrap = find(log.epochs[circle][number].wraps.get(person.user, b""))
    if wrap is None:
        return None
    info = p.L + b"member" + pack([log.process, circle, number, person.user])
    return _seed(person.kem.open(wrap, info, "member-wrap"), "member-wrap")


def _prev_box(log: Log, _person: Person, ring: Ring, place: tuple[bytes, int], find: Find) -> bytes | None:
    circle, number = place
    later = ring.get((circle, number + 1))
    box = None if later is None else find(log.epochs[circle][number + 1].prev)
    if later is None or box is None:
        return None
    info = p.L + b"prev" + pack([log.process, circle, number + 1])
    return _seed(epoch_pair(later).open(box, info, "prev-box"), "prev-box")


def _seed(data: bytes, what: str) -> bytes:
    must(fits=len(data) == 32, what=what)
    return data


def check_length(body: bytes) -> None:
    """A stored body of an entry has a length that padding gives."""
    must(fits=len(body) <= BODY_LIMIT, what="body-size")
    inner = len(body) - _TAG
    must(fits=inner > 0 and p.padded_length(inner) == inner, what="body-length")


def open_entry(log: Log, ring: Ring, entry: Entry, body: bytes | None, find: Find, trust: Trust) -> bytes | None:
    """Her entry's payload; None where none of her keys is for it."""
    hers = [item for item in entry.items() if (item.circle, item.epoch) in ring]
    if not hers:
        return None
    if body is None:
        raise MissingError("body")
    must(fits=p.sha256(body) == entry.body_hash, what="body-hash")
    wraps = [(item, find(item.wrap)) for item in hers]
    must(fits=all(wrap is None or p.sha256(wrap) == item.wrap for item, wrap in wraps), what="wrap-hash")
    keys = {_content_key(log, ring, entry, item, wrap) for item, wrap in wraps}
    check_length(body)
    inner = p.unpad(p.chacha_open(keys.pop(), body, entry.raw, "body"))
    author, signature, payload = unpack(inner, (bytes, bytes, bytes), "inside-form")
    named = {(item.circle, item.epoch) for item in entry.header.audience}
    spared = entry.header.seq < trust.size and bool(named & trust.held)
    _check_author(log, entry, author, signature, payload, spared=spared)
    return bytes(payload)


def _content_key(log: Log, ring: Ring, entry: Entry, item: Item, wrap: bytes | None) -> bytes:
    if wrap is None:
        raise MissingError("wrap")
    seed = ring[item.circle, item.epoch]
    context = pack([log.process, entry.header.entry, item.circle, item.epoch, entry.header.kc])
    if item.how == "own":
        key = p.chacha_open(p.blake2b(p.derive(seed, "wrap"), context), wrap, b"", "wrap")
    else:
        key = epoch_pair(seed).open(wrap, p.L + b"entry" + context, "wrap")
    must(fits=p.sha256(b"kc" + key) == entry.header.kc, what="kc")
    return key


def _check_author(log: Log, entry: Entry, author: bytes, signature: bytes, payload: bytes, *, spared: bool) -> None:
    if entry.header.kind == "ingest":
        must(fits=not author and not signature, what="ingest-author")
        return
    for item in entry.header.audience:
        must(fits=(item.how == "own") == (author in entry.members[item.circle]), what="own-circles")
    message = p.L + b"entry\x00" + p.sha256(entry.raw) + author + p.sha256(payload)
    must(fits=spared or p.signed(log.users[author][0], signature, message), what="signature")
