"""Coming in: invitations and their codes, asking to join, vouching, opening a circle's first keys (sealing.md)."""

from base64 import b32decode, b32encode
from binascii import Error as NotBase32Error
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.db import transaction

from answerable.actions.reading import OpenProcess, open_process, utc_day
from answerable.actions.writing import AlreadyWrittenError, Writer, derived_id, write
from answerable.core.circles import Role
from answerable.core.entries import Invitation
from answerable.sealing import joining as sealing
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, RefusedError
from answerable.sealing.identity import Identity
from answerable.sealing.joining import Newcomer
from answerable.sealing.passphrases import safety_words
from answerable.store import log, people
from answerable.store.people import NewcomerRow

VALID_DAYS = 14
_GROUP = 5
_CODE_CHARACTERS = 26
_CHECK_CHARACTERS = 4
_TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_FROM_CROCKFORD = str.maketrans("0123456789ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_MISREAD = str.maketrans("ILO", "110", "- \t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014")


class InvitationOverError(Exception):
    """The invitation was used, withdrawn, or is older than 14 days; `known` where there is one of this token."""

    def __init__(self, *, known: bool) -> None:
        super().__init__("this invitation is over")
        self.known = known


class MistypedCodeError(Exception):
    """What was typed cannot be a code: a character is missing or wrong."""


class CodeDoesNotFitError(Exception):
    """Whoever used the link did not have the code of this invitation; nothing was written."""


class AlreadyInError(Exception):
    """This person is in the circle already, or waits for it, or has left it for good."""


class NotForYouError(Exception):
    """A member may invite into her own circles; a contact member also into one that has no keys yet."""


class Standing(StrEnum):
    """Where somebody stands on the way into a process."""

    IN = "in"
    NOT_GIVEN = "not-given"
    OPENS_KEYS = "opens-keys"
    SECOND = "second"
    FIRST = "first"
    OVER = "over"


class Place(NamedTuple):
    """Somebody's standing, and the circle that it is about (None where it is about none)."""

    standing: Standing
    role: Role | None = None


class Invited(NamedTuple):
    """An invitation of one's own circle that is still open, or was used by somebody who waits for a voucher.

    `words` are the safety words of whoever used it, empty while nobody has.
    """

    entry_id: bytes
    role: Role
    by: bytes
    code: bytes
    token: bytes
    until: date
    words: tuple[str, ...]


# -- the code, as people hand it on -----------------------------------------------------------------------------------


def shown_code(code: bytes) -> tuple[str, ...]:
    """Return the code in six groups of five; the last four characters only catch slips of the pen."""
    text = _crockford(code) + _check_characters(code)
    return tuple(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def typed_code(text: str) -> bytes:
    """Return the 16 bytes of a code as somebody typed it. Raises MistypedCodeError."""
    plain = text.upper().translate(_MISREAD)
    code, check = plain[:_CODE_CHARACTERS], plain[_CODE_CHARACTERS:]
    try:
        found = b32decode(code.translate(_FROM_CROCKFORD) + "======")
    except (NotBase32Error, ValueError):
        raise MistypedCodeError from None
    if _crockford(found) != code or _check_characters(found) != check:
        raise MistypedCodeError
    return found


def _crockford(data: bytes) -> str:
    return b32encode(data).decode().rstrip("=").translate(_TO_CROCKFORD)


def _check_characters(code: bytes) -> str:
    return _crockford(digest(b"check" + code)[:5])[:_CHECK_CHARACTERS]


def token_of(code: bytes) -> bytes:
    """Return the token of the link: it says nothing about the code and stands in no entry."""
    return digest(b"link" + code)[:16]


# -- inviting ---------------------------------------------------------------------------------------------------------


def may_invite_into(opened: OpenProcess) -> tuple[Role, ...]:
    """Return one's own circles; for a contact member also those that have no keys yet (their first member)."""
    doors = {role for role in Role if Role.CONTACT in opened.roles and not opened.has_circle(role)}
    return tuple(role for role in Role if role in opened.roles | doors)


def invite(opened: OpenProcess, entry_id: bytes, role: Role, *, now: int) -> OpenProcess:
    """Invite somebody into a circle: a sealed code, and a link that is open for 14 days.

    Sending the form twice makes one invitation. Raises NotForYouError, AlreadyWrittenError.
    """
    if role not in may_invite_into(opened):
        raise NotForYouError
    code = sealing.invitation_code()
    entry = Invitation(at=now, meant_for=tuple(sorted(opened.roles)), circle=role, code=code)
    until = utc_day(now) + timedelta(days=VALID_DAYS)
    row = NewcomerRow(opened.process, token_of(code), opened.circle(role), until, b"")

    def build(writer: Writer) -> None:
        writer.once(entry_id, circle=role)
        writer.entry(entry_id, entry)

    with transaction.atomic():
        after = write(opened, build, now=now)
        people.keep_newcomer(row)
    return after


def invitations(opened: OpenProcess) -> tuple[Invited, ...]:
    """Return the invitations that somebody can still use, or has used and now waits, soonest to end first."""
    rows = {row.token: row for row in people.newcomers(opened.process) if row.until >= utc_day(opened.now)}
    found = []
    for item in opened.state.invitations:
        code, role = item.entry.code, item.entry.circle
        row = rows.get(token_of(code))
        if row is not None and row.circle == opened.circle(role):
            words = _words(row)
            found.append(Invited(item.entry_id, role, item.author, code, row.token, row.until, words))
    return tuple(sorted(found, key=lambda one: (one.until, one.entry_id)))


def _words(row: NewcomerRow) -> tuple[str, ...]:
    if not row.row:
        return ()
    try:
        return safety_words(sealing.read_newcomer(row.row, process=row.process).keys.words_key)
    except AlteredError:
        return ("?",)  # it cannot be vouched for; the page offers to withdraw it


def invitation(opened: OpenProcess, entry_id: bytes) -> Invited:
    """Return one invitation of one's own circle. Raises InvitationOverError."""
    for one in invitations(opened):
        if one.entry_id == entry_id:
            return one
    raise InvitationOverError(known=any(item.entry_id == entry_id for item in opened.state.invitations))


def withdraw(opened: OpenProcess, entry_id: bytes) -> None:
    """Withdraw an invitation: the link ends, and whoever used it no longer waits. Raises InvitationOverError."""
    one = invitation(opened, entry_id)
    row = people.newcomer(one.token)
    with transaction.atomic():
        people.drop_newcomer(opened.process, one.token)
        if row is not None and row.row:
            _give_up_seat(opened, row)


def _give_up_seat(opened: OpenProcess, row: NewcomerRow) -> None:
    """Take the process from the list of somebody who is in no circle of it and waits for none."""
    try:
        user = sealing.read_newcomer(row.row, process=row.process).user_id
    except AlteredError:
        return
    if user not in opened.ledger.users:
        log.leave_seat(opened.process, user)


# -- the newcomer's side ----------------------------------------------------------------------------------------------


def open_door(token: bytes, *, now: int) -> NewcomerRow:
    """Return the unused invitation of a link. Raises InvitationOverError."""
    row = people.newcomer(token)
    if row is None:
        raise InvitationOverError(known=False)
    if row.row or row.until < utc_day(now) or _is_practice(row.process):
        raise InvitationOverError(known=True)
    return row


def _is_practice(process: bytes) -> bool:
    """Say whether it is a practice process: no real account comes into one that is thrown away."""
    return log.process_of_alias(log.alias_of_process(process))[1]


def ask_to_join(identity: Identity, token: bytes, code: bytes, *, now: int) -> str:
    """Leave one's public keys with the proof that one has the code; return the alias of the process.

    Raises InvitationOverError, AlreadyInError.
    """
    row = open_door(token, now=now)
    ledger = open_process(identity, row.process, now=now).ledger
    user = identity.user_id
    if ledger.vouched_by(user, row.circle) is not None or ledger.is_retired(user, row.circle):
        raise AlreadyInError
    packed = sealing.newcomer(identity, process=row.process, circle=row.circle, code=code)
    with transaction.atomic():
        if not people.use_invitation(token, packed):
            raise InvitationOverError(known=True)
        log.take_seat(row.process, user)
    return log.alias_of_process(row.process)


def place_of(opened: OpenProcess) -> Place:
    """Return where the holder of these keys stands on the way into the process."""
    if opened.roles:
        return Place(Standing.IN if opened.given else Standing.NOT_GIVEN, min(opened.roles))
    user = opened.user_id
    for role in Role:
        circle = opened.circle(role)
        if any(vouch.user == user for vouch in opened.ledger.waiting(circle)):
            return Place(Standing.SECOND if opened.has_circle(role) else Standing.OPENS_KEYS, role)
    for row in people.newcomers(opened.process):
        if row.until >= utc_day(opened.now) and _is_of(row, user):
            return Place(Standing.FIRST, next((role for role in Role if opened.circle(role) == row.circle), None))
    return Place(Standing.OVER)


def _is_of(row: NewcomerRow, user: bytes) -> bool:
    try:
        return bool(row.row) and sealing.read_newcomer(row.row, process=row.process).user_id == user
    except AlteredError:
        return False


def open_first_keys(opened: OpenProcess, *, now: int) -> OpenProcess:
    """Open the first epoch of the circle one was vouched for: nobody but its members ever holds its keys.

    Raises sealing's RefusedError where it has keys by now.
    """
    place = place_of(opened)
    if place.role is None or place.standing is not Standing.OPENS_KEYS:
        raise RefusedError("epoch-author")
    circle = opened.circle(place.role)

    def build(writer: Writer) -> None:
        leaf, _keys = sealing.open_epoch(
            writer.ledger,
            writer.ring,
            circle,
            entry=derived_id(circle, 0),
            members=(opened.user_id,),
        )
        writer.follow(leaf)

    write(opened, build, now=now)
    return open_process(opened.identity, opened.process, now=now)


# -- vouching ---------------------------------------------------------------------------------------------------------


def vouch_for(opened: OpenProcess, entry_id: bytes, *, now: int) -> bytes:
    """Compare whoever used the invitation with its code, vouch for her, and return her user id.

    Raises InvitationOverError, CodeDoesNotFitError (nothing was written), AlreadyInError.
    """
    one = invitation(opened, entry_id)
    row = people.newcomer(one.token)
    if row is None or not row.row:
        raise InvitationOverError(known=True)
    newcomer = _with_code(row, one.code, opened.process)
    leaf_id = derived_id(entry_id, 1)

    def build(writer: Writer) -> None:
        writer.once(leaf_id)
        writer.follow(sealing.vouch(writer.ledger, writer.ring, newcomer, entry=leaf_id))

    try:
        with transaction.atomic():
            write(opened, build, now=now)
            people.drop_newcomer(opened.process, one.token)
            log.take_seat(opened.process, newcomer.user_id)
    except RefusedError as error:
        if error.rule in {"user-again", "user-retired"}:
            raise AlreadyInError from None
        raise
    return newcomer.user_id


def _with_code(row: NewcomerRow, code: bytes, process: bytes) -> Newcomer:
    """Return the pending row of a newcomer who had this code (compared in constant time)."""
    try:
        newcomer = sealing.read_newcomer(row.row, process=process)
    except AlteredError:
        raise CodeDoesNotFitError from None
    if newcomer.circle != row.circle or not newcomer.fits(process, code):
        raise CodeDoesNotFitError
    return newcomer


__all__ = [
    "AlreadyInError",
    "AlreadyWrittenError",
    "CodeDoesNotFitError",
    "InvitationOverError",
    "Invited",
    "MistypedCodeError",
    "NotForYouError",
    "Place",
    "Standing",
    "ask_to_join",
    "invitation",
    "invitations",
    "invite",
    "may_invite_into",
    "open_door",
    "open_first_keys",
    "place_of",
    "shown_code",
    "token_of",
    "typed_code",
    "vouch_for",
    "withdraw",
]
