"""One's sessions: since when, last active, ending them; the host cannot tell whose a row is after a restart."""

from typing import NamedTuple

import msgspec

from answerable.actions import host_keys
from answerable.sealing import host_boxes as boxes
from answerable.sealing.errors import AlteredError
from answerable.store import people


class Note(msgspec.Struct):
    """What a member sees of her other sessions: since when, nothing about the machine."""

    started_at: int
    active_at: int


class Session(NamedTuple):
    """A session of one's own; `known` is False for one that is locked since before its note was written."""

    session: bytes
    started_at: int
    active_at: int
    here: bool


def sealed_note(seed: bytes, session: bytes, note: Note) -> bytes:
    """Return the note of a session, sealed for its owner."""
    return boxes.lock_box(seed, "note", msgspec.msgpack.encode(note), session)


def sessions_of(user: bytes, seed: bytes, *, here: bytes) -> tuple[Session, ...]:
    """Return one's sessions, the newest first; `here` is the one that asks."""
    found = []
    for session, box in people.sessions_of(host_keys.owner_tag(user)):
        try:
            note = msgspec.msgpack.decode(boxes.unlock_box(seed, "note", box, session), type=Note)
        except (AlteredError, msgspec.MsgspecError, ValueError):
            note = Note(0, 0)
        found.append(Session(session, note.started_at, note.active_at, session == here))
    return tuple(sorted(found, key=lambda one: (not one.here, -one.active_at, one.session)))


def end(user: bytes, session: bytes) -> bool:
    """End one of one's own sessions; False where it is none of hers (or over)."""
    if session not in {ident for ident, _box in people.sessions_of(host_keys.owner_tag(user))}:
        return False
    people.drop_session(session)
    return True


def end_others(user: bytes, *, here: bytes) -> int:
    """End all of one's sessions but the one that asks; return how many ended."""
    return people.drop_sessions(host_keys.owner_tag(user), but=here)
