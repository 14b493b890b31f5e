"""Files are kept without what they carry beside what they show; what cannot be cleaned says so."""

import io
from typing import Any

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from answerable.publishing import cleaning
from answerable.publishing.cleaning import JPEG, PDF, PNG, UNKNOWN, WEBP, CannotCleanError, clean, sort_of

SECRET = "heronfeather"
GPS, MAKER = 34853, 271


def picture(form: str, mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a picture that says who made it and where, in every way its form has."""
    out, drawn = io.BytesIO(), Image.new(mode, size, "#1c5750" if mode == "RGB" else 0)
    exif = Image.Exif()
    exif[MAKER], exif[GPS] = SECRET, {1: "N", 29: SECRET}
    exif[274] = 6  # turned by a quarter
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    every: dict[str, dict[str, Any]] = {
        "PNG": {"pnginfo": told},
        "JPEG": {"comment": SECRET},
        "WEBP": {"xmp": SECRET.encode()},
    }
    drawn.save(out, format=form, exif=exif, **every[form])
    return out.getvalue()


@pytest.mark.parametrize(("form", "sort"), [("JPEG", JPEG), ("PNG", PNG), ("WEBP", WEBP)])
def test_a_picture_shows_the_same_and_tells_nothing(form: str, sort: str) -> None:
    """Neither maker, place nor comment is left; it stands upright, as it was meant."""
    data = picture(form)
    assert SECRET.encode() in data
    assert sort_of(data) == sort
    cleaned = clean(data, sort)
    assert SECRET.encode() not in cleaned
    with Image.open(io.BytesIO(cleaned)) as shown:
        assert not shown.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & shown.info.keys()
        assert shown.size == (30, 40)
        assert shown.convert("RGB").getpixel((5, 5))[2] > 60  # type: ignore[index]  # three colours


def test_what_can_be_seen_through_stays_so() -> None:
    """The one fact beside the points that belongs to what is shown."""
    out = io.BytesIO()
    Image.new("P", (4, 4), 0).save(out, format="PNG", transparency=0)
    with Image.open(io.BytesIO(clean(out.getvalue(), PNG))) as shown:
        assert shown.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]  # four values


def test_a_picture_that_would_fill_the_memory_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its points are counted before one of them is drawn."""
    data = picture("PNG")
    monkeypatch.setattr(cleaning, "MOST_POINTS", 40 * 30 - 1)
    with pytest.raises(CannotCleanError):
        clean(data, PNG)


def test_a_picture_that_moves_is_not_cut_to_its_first() -> None:
    """What is left of a file is never less than what it shows."""
    out = io.BytesIO()
    first, second = Image.new("RGB", (4, 4), "#fff"), Image.new("RGB", (4, 4), "#000")
    first.save(out, format="WEBP", save_all=True, append_images=[second])
    with pytest.raises(CannotCleanError):
        clean(out.getvalue(), WEBP)


def pdf(**more: str) -> PdfWriter:
    """Return a document that says who made it, in its properties and beside its page."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    told = DecodedStreamObject()
    told.set_data(f"<x>{SECRET}</x>".encode())
    page[NameObject("/Metadata")] = writer._add_object(told)
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/App"): TextStringObject(SECRET)})
    writer.add_metadata({"/Author": SECRET, "/Title": "Minutes", **more})
    writer.add_attachment("notes.txt", SECRET.encode())
    does = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{SECRET}')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(does)
    return writer


def written(writer: PdfWriter) -> bytes:
    """Return a document as bytes."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_picture(data: bytes, *ways: str) -> PdfWriter:
    """Return a document with a camera's picture on its page."""
    writer = pdf()
    stream = StreamObject()
    stream._data = data
    stream[NameObject("/Type")], stream[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Image")
    names = [NameObject(f"/{way}") for way in ways]
    stream[NameObject("/Filter")] = names[0] if len(names) == 1 else ArrayObject(names)
    stream[NameObject("/Width")], stream[NameObject("/Height")] = NumberObject(40), NumberObject(30)
    drawn = DictionaryObject({NameObject("/P"): writer._add_object(stream)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    return writer


def test_a_document_keeps_its_pages_alone() -> None:
    """Properties, attachments, scripts and what stands beside a page are gone, also as objects nothing names."""
    data = written(pdf())
    assert SECRET.encode() in data
    assert sort_of(data) == PDF
    cleaned = clean(data, PDF)
    assert SECRET.encode() not in cleaned
    shown = PdfReader(io.BytesIO(cleaned))
    assert len(shown.pages) == 1
    assert shown.metadata is None
    assert not shown.attachments
    assert "/Names" not in shown.root_object


def test_notes_stay_and_their_authors_go() -> None:
    """What can be read on a page is kept; who wrote it, when, and what it would do is not."""
    writer = pdf()
    note = FreeText(text="Read this", rect=(10, 10, 90, 40))
    note[NameObject("/T")] = TextStringObject(SECRET)
    link = Link(rect=(10, 50, 90, 60), url="https://example.org/")
    script = Link(rect=(10, 70, 90, 80), url="https://example.org/")
    script[NameObject("/A")] = DictionaryObject({NameObject("/S"): NameObject("/Launch")})
    sound = DictionaryObject({NameObject("/Subtype"): NameObject("/Sound"), NameObject("/T"): TextStringObject(SECRET)})
    field = DictionaryObject({NameObject("/Subtype"): NameObject("/Widget"), NameObject("/T"): TextStringObject("day")})
    signed = DictionaryObject({NameObject("/Subtype"): NameObject("/Widget"), NameObject("/FT"): NameObject("/Sig")})
    signed[NameObject("/V")] = DictionaryObject({NameObject("/Name"): TextStringObject(SECRET)})
    for one in (note, link, script, sound, field, signed):
        writer.add_annotation(0, one)
    cleaned = clean(written(writer), PDF)
    assert SECRET.encode() not in cleaned
    notes = [one.get_object() for one in PdfReader(io.BytesIO(cleaned)).pages[0]["/Annots"]]  # type: ignore[attr-defined]  # an array
    assert [one["/Subtype"] for one in notes] == ["/FreeText", "/Link", "/Link", "/Widget", "/Widget"]
    assert [("/A" in one, one.get("/T")) for one in notes][1:4] == [(True, None), (False, None), (False, "day")]


def test_a_cameras_picture_in_a_document_tells_nothing() -> None:
    """It is not drawn anew: only the segments that tell of it fall away."""
    data = picture("JPEG") + SECRET.encode()
    cleaned = clean(written(with_picture(data, "DCTDecode")), PDF)
    assert SECRET.encode() not in cleaned
    (shown,) = PdfReader(io.BytesIO(cleaned)).pages[0].images
    assert shown.image is not None
    assert shown.image.size == (40, 30)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: written(with_picture(b"", "JPXDecode")), id="a picture nobody looks into"),
        pytest.param(lambda: written(with_picture(picture("JPEG"), "ASCIIHexDecode", "DCTDecode")), id="packed twice"),
        pytest.param(lambda: written(with_picture(b"no picture", "DCTDecode")), id="no picture"),
        pytest.param(lambda: written(with_picture(b"\xff\xd8\xff\xe0\x00\x04ab", "DCTDecode")), id="cut short"),
        pytest.param(lambda: written(PdfWriter()), id="no pages"),
        pytest.param(lambda: written(pdf())[:300], id="cut"),
        pytest.param(lambda: b"%PDF-1.7\nwords", id="words"),
    ],
)
def test_what_cannot_be_cleaned_is_said(data: object) -> None:
    """Nothing is kept half cleaned."""
    with pytest.raises(CannotCleanError):
        clean(data(), PDF)  # type: ignore[operator]  # a function


def test_locked_and_layered_documents_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without locks or layers they would show something else; one of too many pieces is not walked through."""
    locked, layered = pdf(), pdf()
    locked.encrypt("words", algorithm="RC4-128")
    layered.root_object[NameObject("/OCProperties")] = DictionaryObject()
    for one in (locked, layered):
        with pytest.raises(CannotCleanError):
            clean(written(one), PDF)
    monkeypatch.setattr(cleaning, "MOST_OBJECTS", 1)
    with pytest.raises(CannotCleanError):
        clean(written(pdf()), PDF)


def test_the_sort_is_what_the_bytes_say() -> None:
    """No name and no sender is asked."""
    assert sort_of(b"GIF89a") == sort_of(b"") == UNKNOWN
    for data, sort in ((b"\xff\xd8\xff no picture", JPEG), (b"GIF89a", UNKNOWN)):
        with pytest.raises(CannotCleanError):
            clean(data, sort)
