"""Files: kept sealed with a letter or for themselves, opened whole or not at all, found missing by members (R3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core.entries import FileAdded, codec
from answerable.core.entries.letters import Details
from answerable.core.state import Item, State
from answerable.publishing import cleaning
from answerable.sealing.attachments import SealedFile, open_file, seal_file, stored_length
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, Finding, SealingError, WithheldError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger
from answerable.sealing.open import OpenedEntry, key_ring, open_all
from answerable.sealing.verify import Result, Rows
from answerable.store import attachments

HEAD: Final = 1024
"""How many bytes of a file tell what sort it is."""


@dataclass(frozen=True)
class Prepared:
    """A file as it will be kept: sealed, what sort it is, and what became of what it carries beside what it shows."""

    sealed: SealedFile
    media_type: str
    details: Details


def prepared(sealed: SealedFile, head: bytes, *, is_text: bool, keep_details: bool) -> Prepared:
    """Return a file that came in as it will be kept: cleaned where there is a way, in memory alone.

    Raises publishing.cleaning.CannotCleanError where there is none, unless it is to be kept with all it carries.
    """
    media_type = cleaning.sort_of(head)
    if is_text and media_type == cleaning.UNKNOWN:
        return Prepared(sealed, cleaning.TEXT, Details.NONE)
    try:
        data = cleaning.clean(open_file(sealed.key, sealed.digest, sealed.size, sealed.parts), media_type)
    except cleaning.CannotCleanError:
        if not keep_details:
            raise
        return Prepared(sealed, media_type, Details.KEPT)
    return Prepared(seal_file(data), media_type, Details.REMOVED)


def add(
    opened: OpenProcess, entry_id: bytes, file: Prepared, *, document: bytes | None, name: str, now: int
) -> OpenProcess:
    """Keep a file and the entry that holds its key, both or neither.

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """
    entry = FileAdded(
        at=now,
        meant_for=(),
        document=document,
        name=name,
        media_type=file.media_type,
        size=file.sealed.size,
        details=file.details,
        key=file.sealed.key,
        ciphertext_hash=file.sealed.digest,
    )

    def build(writer: Writer) -> None:
        # Sent twice it was sealed twice, under another key each time: only these tell whether it is the same.
        writer.once(entry_id, name=name, size=file.sealed.size, document=document)
        writer.entry(entry_id, entry)
        writer.files.append(file.sealed)

    return write(opened, build, now=now)


def file_of(state: State, entry_id: bytes) -> Item[FileAdded] | None:
    """Return the file of this entry."""
    return next((item for item in state.files if entry_id in (item.entry_id, item.first_id)), None)


def content(opened: OpenProcess, file: FileAdded) -> bytes:
    """Return a file, whole and as it was kept, or nothing of it. Raises sealing.errors.WithheldError, AlteredError."""
    parts = attachments.parts(opened.process, file.ciphertext_hash)
    return open_file(file.key, file.ciphertext_hash, file.size, parts)


def missing(opened: OpenProcess) -> frozenset[bytes]:
    """Return the entries whose file is not here in its full length; nothing of a file is read for it."""
    here = attachments.lengths(opened.process) if opened.state.files else {}
    return frozenset(
        item.entry_id
        for item in opened.state.files
        if here.get(item.entry.ciphertext_hash) != stored_length(item.entry.size)
    )


def check(
    result: Result, process: bytes, rows: Rows, stored: Mapping[bytes, bytes], *, identity: Identity | None
) -> Result:
    """Add what is wrong with the stored files to what was found in the log.

    Without keys only files that do not give their own hash are found; a member misses those that her entries name.
    """
    altered = [Finding("attachment", None, key) for key in sorted(stored) if digest(stored[key]) != key]
    withheld: list[Finding] = []
    known = {finding.ref for finding in altered}
    for opened in _readable(process, rows, identity):
        entry = _decoded(opened)
        if not isinstance(entry, FileAdded) or entry.ciphertext_hash in known:
            continue
        try:
            open_file(entry.key, entry.ciphertext_hash, entry.size, (stored.get(entry.ciphertext_hash, b""),))
        except WithheldError as error:
            withheld.append(Finding(error.what, opened.seq, entry.ciphertext_hash))
        except AlteredError as error:
            altered.append(Finding(error.what, opened.seq, entry.ciphertext_hash))
    return result._replace(withheld=(*result.withheld, *withheld), altered=(*result.altered, *altered))


def _readable(process: bytes, rows: Rows, identity: Identity | None) -> Iterator[OpenedEntry]:
    """Yield what this member can open of the rows; nothing where the log cannot be followed, which was found before."""
    if identity is None:
        return
    ledger = Ledger.start(process)
    try:
        for seq, header, body_hash in rows.leaves:
            ledger.follow(header, body_hash, rows.bodies.get(seq))
    except SealingError:
        return
    ring = key_ring(identity, ledger, rows.wraps.get)
    entries, _failed = open_all(ledger, ring, ledger.entries, rows.bodies.get, rows.wraps.get)
    yield from entries


def _decoded(opened: OpenedEntry) -> object:
    try:
        return codec.decode(opened.payload)
    except codec.MalformedEntryError:
        return None  # an alarm of its own where the process is opened
