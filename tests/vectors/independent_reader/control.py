"""Control leaves: who may change the group, and how (section 5)."""

from typing import Any

from tests.vectors.independent_reader.alarm import AlarmError, MissingError, must
from tests.vectors.independent_reader.log import BODY_LIMIT, Entry, Epoch, Header, Item, Log
from tests.vectors.independent_reader.packing import pack, unpack
from tests.vectors.independent_reader.people import is_vouchable, user_id
from tests.vectors.independent_reader.primitives import L, is_kem_key, sha256, signed

_FORMS: dict[str, Any] = {
    "user": (str, bytes, bytes, bytes, bytes),
    "epoch": (str, bytes, int, bytes, [(bytes, bytes)], bytes),
    "grant": (str, bytes, bytes, int, str, bytes),
    "shred": (str, bytes),
    "retire": (str, bytes, bytes),
}


def follow(log: Log, raw: bytes, body_hash: bytes, body: bytes | None, *, trusted: int = 0) -> None:
    """Take the next leaf, or raise; signatures below the seq `trusted` are spared."""
    header = log.read_header(raw)
    must(fits=len(body_hash) == 32, what="body-hash")
    must(fits=log.size > 0 or header.kind == "control", what="founding")
    if header.kind == "control":
        if body is None:
            raise MissingError("body")
        must(fits=len(body) <= BODY_LIMIT, what="body-size")
        must(fits=sha256(body) == body_hash, what="body-hash")
        _control(log, raw, header, body, spared=header.seq < trusted)
    log.name_wraps([item.wrap for item in header.audience])
    log.append(raw, header, body_hash)


def _read(body: bytes) -> tuple[bytes, bytes, list[Any]]:
    author, signature, op = unpack(body, (bytes, bytes, Any), "control-form")
    known = type(op) is list and op and type(op[0]) is str and op[0] in _FORMS
    must(fits=bool(known), what="control-form")
    unpack(pack(op), _FORMS[op[0]], "control-form")
    return author, signature, op


def _control(log: Log, raw: bytes, header: Header, body: bytes, *, spared: bool) -> None:
    author, signature, op = _read(body)
    name, *fields = op
    if log.size == 0:
        _founding(log, header, author, op)
        key = fields[0]
    else:
        must(fits=author in log.users and (author, b"") not in log.retired, what="control-author")
        key = log.users[author][0]
    message = L + b"control\x00" + sha256(raw) + author + sha256(pack(op))
    must(fits=spared or signed(key, signature, message), what="control-signature")
    match name:
        case "user":
            _user(log, author, *fields, spared=spared)
        case "epoch":
            _epoch(log, author, *fields)
        case "grant":
            _grant(log, author, *fields)
        case "shred":
            _shred(log, author, *fields)
        case _:
            _retire(log, author, *fields)


def _founding(log: Log, header: Header, author: bytes, op: list[Any]) -> None:
    must(fits=op[0] == "user", what="founding")
    must(fits=author == user_id(op[1], op[2]), what="founding")
    must(fits=log.role_circles.get(op[3]) == "contact", what="founding")
    must(fits=log.process == sha256(L + b"process" + author + header.entry)[:16], what="founding")


def _user(log: Log, author: bytes, sign_pk: bytes, kem_pk: bytes, circle: bytes, proof: bytes, *, spared: bool) -> None:
    must(fits=len(sign_pk) == 32, what="sign-key")
    must(fits=is_kem_key(kem_pk), what="kem-key")
    user = user_id(sign_pk, kem_pk)
    if circle in log.epochs:
        must(fits=author in log.members(circle), what="user-voucher")
    else:
        must(fits=circle in log.role_circles, what="user-circle")
        founding = log.size == 0
        must(fits=founding or log.is_member_somewhere(author, set(log.role_circles)), what="user-voucher")
    must(fits=(user, circle) not in log.vouchers, what="user-again")
    must(fits=not log.is_retired(user, circle), what="user-retired")
    must(fits=spared or is_vouchable(sign_pk, kem_pk, circle, proof, log.process), what="user-proof")
    log.users[user] = (sign_pk, kem_pk)
    log.vouchers[user, circle] = author


def _epoch(
    log: Log, author: bytes, circle: bytes, number: int, kem_pk: bytes, listed: list[list[bytes]], prev: bytes
) -> None:
    users = [user for user, _ in listed]
    must(fits=len(circle) == 16, what="epoch-circle")
    must(fits=number == len(log.epochs.get(circle, ())), what="epoch-number")
    must(fits=is_kem_key(kem_pk), what="epoch-key")
    must(fits=bool(users) and users == sorted(set(users)), what="epoch-list")
    must(fits=all(len(wrap) == 32 for _, wrap in listed), what="epoch-wrap")
    must(fits=all(user in log.users for user in users), what="epoch-unknown")
    must(fits=not any(log.is_retired(user, circle) for user in users), what="epoch-retired")
    must(fits=author in users, what="epoch-author")
    if circle in log.role_circles:
        must(fits=all((user, circle) in log.vouchers for user in users), what="epoch-vouch")
    must(fits=len(prev) in ({0, 32} if number else {0}), what="epoch-prev")
    if number:
        _next_epoch(log, author, circle, set(users))
    elif circle not in log.role_circles:
        must(fits=log.is_member_somewhere(author), what="epoch-author")
    wraps = dict(zip(users, (wrap for _, wrap in listed), strict=True))
    log.name_wraps([*wraps.values(), *([prev] if prev else [])])
    log.epochs.setdefault(circle, []).append(Epoch(kem_pk, wraps, prev))


def _next_epoch(log: Log, author: bytes, circle: bytes, users: set[bytes]) -> None:
    members = log.members(circle)
    must(fits=author in members, what="epoch-author")
    must(fits=members <= users, what="epoch-dropped")
    if len(members) >= 2:
        vouchers = [log.vouchers.get((user, circle), author) for user in users - members]
        must(fits=author not in vouchers, what="epoch-alone")


def _grant(log: Log, author: bytes, entry: bytes, circle: bytes, epoch: int, how: str, wrap: bytes) -> None:
    target = _standing(log, entry, "grant-target")
    holders = {item.circle for item in target.items()}
    must(fits=log.is_member_somewhere(author, holders), what="grant-author")
    must(fits=log.is_newest(circle, epoch) and not log.is_stale(circle), what="grant-epoch")
    must(fits=how == ("own" if author in log.members(circle) else "hpke"), what="grant-how")
    must(fits=len(wrap) == 32, what="grant-wrap")
    must(fits=all((item.circle, item.epoch) != (circle, epoch) for item in target.items()), what="grant-again")
    log.name_wraps([wrap])
    target.granted.append(Item(circle, epoch, how, wrap))


def _shred(log: Log, author: bytes, entry: bytes) -> None:
    target = _standing(log, entry, "shred-target")
    ingest = target.header.kind == "ingest"
    circles = {item.circle for item in target.header.audience if ingest or item.how == "own"}
    must(fits=log.is_member_somewhere(author, circles), what="shred-author")
    target.shredded = True


def _standing(log: Log, entry: bytes, what: str) -> Entry:
    if entry not in log.entries or log.entries[entry].shredded:
        raise AlarmError(what)
    return log.entries[entry]


def _retire(log: Log, author: bytes, user: bytes, circle: bytes) -> None:
    must(fits=user in log.users, what="retire-target")
    if circle:
        must(fits=user in log.members(circle) or (user, circle) in log.vouchers, what="retire-target")
    must(fits=not log.is_retired(user, circle), what="retire-again")
    if author != user:
        circles = [circle] if circle else [one for one in log.epochs if one in log.role_circles]
        circles = [one for one in circles if user in log.members(one)]
        must(fits=any(_may_say(log, author, user, one) for one in circles), what="retire-author")
        said = log.words.setdefault((user, circle), set())
        must(fits=author not in said, what="retire-again")
        said.add(author)
        if not any(_counts(log, said, user, one) for one in circles):
            return
    log.retired.add((user, circle))


def _may_say(log: Log, author: bytes, user: bytes, circle: bytes) -> bool:
    others = log.members(circle) - {user}
    return author in others or (len(others) == 1 and log.is_member_somewhere(author, set(log.role_circles)))


def _counts(log: Log, said: set[bytes], user: bytes, circle: bytes) -> bool:
    able = {author for author in said if _may_say(log, author, user, circle)}
    return len(able) >= 2 and bool(able & log.members(circle))
