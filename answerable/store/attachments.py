"""The rows of files: sealed chunks in their order, under the hash of them all; read in turn, destroyed whole."""

from collections.abc import Iterable, Iterator, Mapping

from django.db import connection
from django.db.models import Sum
from django.db.models.functions import Length

from answerable.store import models

_BATCH = 16
_PART = "INSERT INTO store_attachment (process, digest, part, chunk) VALUES (%s, %s, %s, %s)"


def keep(process: bytes, digest: bytes, parts: Iterable[bytes]) -> None:
    """Insert the chunks of a file. The caller holds the transaction in which its entry is appended."""
    with connection.cursor() as cursor:
        cursor.executemany(_PART, [(process, digest, part, chunk) for part, chunk in enumerate(parts)])


def parts(process: bytes, digest: bytes) -> Iterator[bytes]:
    """Yield the chunks that are here, in their order."""
    rows = models.Attachment.objects.filter(process=process, digest=digest).order_by("part")
    for chunk in rows.values_list("chunk", flat=True).iterator(_BATCH):
        yield bytes(chunk)


def lengths(process: bytes) -> dict[bytes, int]:
    """Return how many bytes are here of each file, by its hash: nothing of them is read."""
    rows = models.Attachment.objects.filter(process=process).values_list("digest")
    return {bytes(digest): length for digest, length in rows.annotate(length=Sum(Length("chunk"))).order_by("digest")}


def destroy(process: bytes, digests: Iterable[bytes]) -> None:
    """Delete all chunks of these files. `log.scrub` afterwards, outside the transaction."""
    models.Attachment.objects.filter(process=process, digest__in=list(digests)).delete()


class Stored(Mapping[bytes, bytes]):
    """All files of a process by their hash, each read when it is asked for: one at a time in memory."""

    def __init__(self, process: bytes) -> None:
        self._process = process
        self._known = lengths(process)

    def __getitem__(self, digest: bytes) -> bytes:
        """Return what is stored of a file, its chunks joined."""
        if digest not in self._known:
            raise KeyError(digest)
        return b"".join(parts(self._process, digest))

    def __iter__(self) -> Iterator[bytes]:
        """Yield the hashes."""
        return iter(self._known)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known)
