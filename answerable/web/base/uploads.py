"""Files on their way in: sealed chunk by chunk as they come, so that none is ever whole in clear, nor on any disk."""

from codecs import getincrementaldecoder
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from answerable.actions.files import HEAD
from answerable.sealing.attachments import SealedFile, Sealer

LARGEST: Final = 20 * 1024 * 1024
"""How many bytes a file may have: docs/decisions tells why."""
_FEED_AND_TABS: Final = frozenset("\t\n\r\f")


class SealedUpload(UploadedFile):  # type: ignore[type-arg]  # it is generic in the stubs alone
    """A file that came in: `sealed`, or nothing where it was too large; its beginning, and whether it is plain text."""

    def __init__(self, *, name: str, size: int, sealed: SealedFile | None, head: bytes, is_text: bool) -> None:
        super().__init__(name=name, size=size)
        self.sealed = sealed
        self.head = head
        self.is_text = is_text

    def close(self) -> None:
        """Close nothing: there is no file on any disk behind it."""


class SealingHandler(FileUploadHandler):
    """Takes files in for pages that ask for one, from whoever is signed in; for all others they are thrown away unread.

    What is over the limit is let run out and thrown away too: the fields behind it still arrive, and the page can say
    what is wrong without losing what was typed.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file, or have it thrown away."""
        super().new_file(*args, **kwargs)
        if not _is_asked_for(self.request):
            raise SkipFile
        self._sealer = Sealer()
        self._parts: list[bytes] = []
        self._size = 0
        self._head = b""
        self._reads_as_text = _TextCheck()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal what has come; nothing of it goes to another handler."""
        del start
        self._size += len(raw_data)
        self._head = (self._head + raw_data[:HEAD])[:HEAD]
        self._reads_as_text.look(raw_data)
        if self._size <= LARGEST:
            self._parts += self._sealer.add(raw_data)
        else:
            self._parts.clear()

    def file_complete(self, file_size: int) -> SealedUpload:
        """Return the whole file, sealed."""
        sealed = None
        if self._size <= LARGEST:
            self._parts += self._sealer.end()
            sealed = SealedFile(self._sealer.key, self._sealer.digest, self._sealer.size, tuple(self._parts))
        is_text = self._reads_as_text.holds()
        name = str(self.file_name)
        return SealedUpload(name=name, size=file_size, sealed=sealed, head=self._head, is_text=is_text)


class _TextCheck:
    """Whether bytes that come piece by piece are plain text in UTF-8, with nothing in it that a screen cannot show."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")()
        self._fits = True

    def look(self, data: bytes, *, final: bool = False) -> None:
        """Take the next piece in."""
        if not self._fits:
            return
        try:
            text = self._decoder.decode(data, final=final)
        except UnicodeDecodeError:
            self._fits = False
        else:
            self._fits = all(one >= " " or one in _FEED_AND_TABS for one in text)

    def holds(self) -> bool:
        """Say whether all of it was text."""
        self.look(b"", final=True)
        return self._fits


def _is_asked_for(request: Any) -> bool:
    """Whether the page that this goes to takes files, and whoever sends it has her keys here."""
    match, visit = getattr(request, "resolver_match", None), getattr(request, "visit", None)
    rule = getattr(match.func, "rule", None) if match else None
    return bool(rule and rule.files and visit and visit.seed is not None)
