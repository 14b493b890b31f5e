"""What files carry beside what they show, taken out: pictures drawn anew, PDF files rewritten without it (R3).

Everything happens in memory. What cannot be cleaned is not half cleaned: it raises CannotCleanError.
"""

import io
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from PIL import Image, ImageOps
from PIL.Image import DecompressionBombError
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

MOST_POINTS: Final = 50_000_000
"""A picture of more is not drawn anew: a few bytes of it could fill the memory."""
MOST_OBJECTS: Final = 200_000
"""A PDF file of more pieces is not rewritten."""

PDF, JPEG, PNG, WEBP = "application/pdf", "image/jpeg", "image/png", "image/webp"
TEXT, UNKNOWN = "text/plain", "application/octet-stream"

_BESIDE: Final = frozenset({"/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA"})
"""Keys under which a PDF file keeps who made what, when and with which program, or does something when it is opened."""
_BY_WHOM: Final = frozenset({"/T", "/M", "/CreationDate", "/NM", "/Subj", "/Popup", "/RC", "/IRT"})
"""The same of a note on a page."""
_LINKS: Final = frozenset({"/URI", "/GoTo"})
_SHOWN: Final = frozenset(
    f"/{name}"
    for name in (
        *("Link", "Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Stamp", "Caret"),
        *("Ink", "Line", "Square", "Circle", "Polygon", "PolyLine", "Widget"),
    )
)
"""What stands on a page to be seen; what carries files, sounds or films falls away."""
_JPEG_START, _JPEG_SCAN, _JPEG_END = b"\xff\xd8", 0xDA, b"\xff\xd9"
_JPEG_BESIDE: Final = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Segments of a camera's picture in which it says who, where and when; colours are told by others."""

Image.MAX_IMAGE_PIXELS = None  # `_picture` asks for the points before it draws any

_UNREADABLE = (
    *(PyPdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError),
    *(SyntaxError, RecursionError, AssertionError, NotImplementedError, DecompressionBombError),
)
"""What parsers raise for strangers' bytes."""


class CannotCleanError(Exception):
    """What this file carries beside what it shows cannot be taken out here."""


def sort_of(head: bytes) -> str:
    """Return the media type that the first bytes of a file show, whatever its name or sender say."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    return PDF if b"%PDF-" in head[:1024] else UNKNOWN


def clean(data: bytes, media_type: str) -> bytes:
    """Return the file without what it carries beside what it shows.

    Raises CannotCleanError where there is no way for its sort, or none for this one.
    """
    try:
        return _WAYS[media_type](data)
    except _UNREADABLE:
        raise CannotCleanError from None  # none of these may say what the file holds


def _picture(form: str) -> Callable[[bytes], bytes]:
    def draw(data: bytes) -> bytes:
        with Image.open(io.BytesIO(data), formats=[form]) as picture:
            if picture.width * picture.height > MOST_POINTS or _moves(picture, form):
                raise CannotCleanError
            picture.load()
            upright = ImageOps.exif_transpose(picture)
        clear = upright.info.get("transparency")
        upright.info.clear()
        if clear is not None:
            upright.info["transparency"] = clear
        out = io.BytesIO()
        upright.save(out, format=form, quality=90)
        return out.getvalue()

    return draw


def _moves(picture: Image.Image, form: str) -> bool:
    """Whether it holds several pictures, of which only the first would be left; a JPEG's others are previews."""
    return form != "JPEG" and getattr(picture, "n_frames", 1) > 1


def _document(data: bytes) -> bytes:
    """Return the pages alone in a new file: no properties, attachments, scripts, names of those who wrote notes.

    Layers that can be hidden, and pictures in which no way was found to what they carry, make it none to clean.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted or not reader.pages or "/OCProperties" in reader.root_object:
        raise CannotCleanError
    stripped = _pages_of(reader)
    for piece in _pieces(stripped):
        _strip(piece)
    return _written(_pages_of(PdfReader(io.BytesIO(_written(stripped)))))  # once more: what nothing names now stays out


def _pages_of(reader: PdfReader) -> PdfWriter:
    """Return a new document that holds these pages and what they name, nothing else."""
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    return writer


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pieces(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Yield every dictionary that can be reached from the pages, each once."""
    waiting: list[PdfObject] = [writer.root_object]
    seen: set[int] = set()
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, IndirectObject):
            if piece.idnum in seen:
                continue
            seen.add(piece.idnum)
            if len(seen) > MOST_OBJECTS:
                raise CannotCleanError
            found = piece.get_object()
            waiting += [] if found is None else [found]
        elif isinstance(piece, DictionaryObject):
            yield piece
            waiting += piece.values()
        elif isinstance(piece, ArrayObject):
            waiting += piece


def _strip(piece: DictionaryObject) -> None:
    """Take out of one dictionary what it keeps beside what is shown."""
    _drop(piece, _BESIDE)
    if "/Annots" in piece:
        found: Any = piece["/Annots"]
        notes = [one for one in found if one.get_object().get("/Subtype") in _SHOWN]
        for note in notes:
            _strip_note(note.get_object())
        piece[NameObject("/Annots")] = ArrayObject(notes)
    if isinstance(piece, StreamObject):
        _strip_picture(piece)


def _strip_note(note: DictionaryObject) -> None:
    """Take out of a note, link or field who made it and when, and what it would do beside leading somewhere."""
    if note.get("/Subtype") != "/Widget":
        _drop(note, _BY_WHOM)
    elif note.get("/FT") == "/Sig":
        _drop(note, {"/V"})
    leads: Any = note.get("/A")
    if leads is not None and leads.get_object().get("/S") not in _LINKS:
        _drop(note, {"/A"})


def _drop(piece: DictionaryObject, names: Collection[str]) -> None:
    for name in [one for one in piece if one in names]:
        del piece[name]


def _strip_picture(stream: StreamObject) -> None:
    """Take out of a camera's picture what it says of itself; the way it is drawn stays as it is, byte for byte."""
    ways = stream.get("/Filter")
    ways = [ways] if isinstance(ways, NameObject) else list(ways or ())
    if "/JPXDecode" in ways or ("/DCTDecode" in ways and len(ways) > 1):
        raise CannotCleanError
    if "/DCTDecode" in ways:
        stream._data = _bare_jpeg(stream._data)  # noqa: SLF001  # set_data would draw it anew, and worse


def _bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG picture without the segments that tell of it, and without anything behind its end."""
    if not data.startswith(_JPEG_START):
        raise CannotCleanError
    kept, place = bytearray(_JPEG_START), len(_JPEG_START)
    while data[place : place + 1] == b"\xff":
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _JPEG_SCAN:
            return bytes(kept + data[place : data.index(_JPEG_END, place) + len(_JPEG_END)])
        if marker not in _JPEG_BESIDE:
            kept += data[place : place + 2 + length]
        place += 2 + length
    raise CannotCleanError


_WAYS: Mapping[str, Callable[[bytes], bytes]] = {
    PDF: _document,
    JPEG: _picture("JPEG"),
    PNG: _picture("PNG"),
    WEBP: _picture("WEBP"),
}
