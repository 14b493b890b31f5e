"""A letter is authorised by mail, read, printed; its scan is kept, looked at, downloaded, taken out again."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from answerable.actions import keeping
from answerable.core.entries.documents import DocumentSort
from answerable.core.letters import authorised
from answerable.sealing import archive
from answerable.store import models
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import PASSPHRASE, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LETTER = {
    "sort": "open-letter",
    "words": "To all who know him: this is what he did, and what we ask of him.",
    "dated_on": "2026-02-01",
    "language": "en",
    "source": "The letter on paper",
    "from_whom": "Support group",
}
MAIL = {
    "ways": ["read-aloud"],
    "to_whom": "Who works with him.",
    "said_on": "2026-03-02",
    "source": "A mail of 2 March",
}


def scan() -> SimpleUploadedFile:
    """Return a photograph of the letter, as a telephone makes it: with its maker and its day."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[271], exif[306] = "heronfeather", "2026:02:01 10:00:00"
    Image.new("RGB", (300, 200), "#faf7f1").save(out, format="JPEG", exif=exif)
    return SimpleUploadedFile("IMG_20260201_100000.jpg", out.getvalue(), "image/jpeg")


def test_from_the_letter_on_paper_to_a_file_that_is_gone(cast: Cast) -> None:
    """Ada copies letter and mail, Bo reads both; a scan comes and goes; nothing of it is left in rows or archive."""
    ada, bo = cast.ada.client(), cast.bo.client()
    assert cast.ada.account
    letter = send(ada, cast.path("pages/new"), LETTER)["Location"]
    ident = letter.rpartition("/")[2]
    assert send(ada, f"{letter}/who", MAIL).status_code == 303
    assert "not authorised" in text_of_page(bo.get(letter))
    for link in sorted({one for one in bo.get(cast.path("read")).content.decode().split('"') if "/read/" in one}):
        assert send(bo, link, {}).status_code == 303
    opened = cast.open(cast.bo)
    found = authorised(opened.state, DocumentSort.OPEN_LETTER, opened.today)
    assert found is not None
    assert text_of(found.item.first_id) == ident
    sheet = text_of_page(bo.get(f"{letter}/sheet"))
    assert "authorised" in sheet
    assert "is a step of its own" in sheet

    _action, values = form_on(ada.get(f"{letter}/new"), holding="entry")
    values.pop("file", None)
    file = ada.post(f"{letter}/new", {**values, "file": scan()})["Location"]
    assert "IMG_20260201_100000.jpg" in bo.get(letter).content.decode()
    before = bo.get(file)
    assert "On your device it is not" in before.content.decode()
    got = bo.post(file)
    assert got.content.startswith(b"\xff\xd8\xff")
    assert b"heronfeather" not in got.content
    assert "IMG" not in got["Content-Disposition"]
    assert "IMG_20260201_100000.jpg" in bo.get(cast.path("all")).content.decode()

    tar = io.BytesIO()
    archive.write(tar, keeping.sealed_archive(cast.process))
    tar.seek(0)
    assert len(archive.read(tar).attachments) == 1
    entry = cast.path(f"e/{file.rpartition('/')[2]}")
    assert send(ada, f"{entry}/out", {"why": "Not needed.", "passphrase": PASSPHRASE}).status_code == 303
    assert bo.get(file).status_code == 404
    assert not models.Attachment.objects.exists()
    assert not keeping.sealed_archive(cast.process).attachments
    stored = keeping.sealed_archive(cast.process)
    result = keeping.check(cast.process, stored.rows, stored=stored.attachments, identity=cast.bo.identity)
    assert result.outcome == "complete"
