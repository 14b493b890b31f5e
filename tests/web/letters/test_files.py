"""Files: sealed as they come in, cleaned, handed out whole behind a warning, found missing or changed, destroyed."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from answerable.actions import files as deeds
from answerable.core.entries import FileAdded
from answerable.core.entries.letters import Details
from answerable.sealing.attachments import Sealer
from answerable.store import attachments, models
from answerable.web.base import uploads
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import PASSPHRASE, Cast, browser
from tests.web.letters.test_pages import added

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

WORDS = b"The minutes of our first evening."


def upload(data: bytes = WORDS, name: str = "minutes.txt", kind: str = "text/plain") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, data, kind)


def add(client: Client, path: str, file: SimpleUploadedFile | None, **more: object) -> Any:
    """Fill in the form and send it with a file."""
    page = client.get(path)
    assert page.status_code == 200
    _action, values = form_on(page, holding="entry")
    values.pop("file", None)
    return client.post(path, {**values, **({"file": file} if file else {}), **more})


def kept(cast: Cast) -> FileAdded:
    """Return the only file there is."""
    (item,) = cast.open(cast.ada).state.files
    return item.entry


def rows() -> int:
    """Return how many sealed chunks are stored."""
    return models.Attachment.objects.count()


def test_a_text_is_sealed_and_comes_back_as_it_was(cast: Cast) -> None:
    """Its name and words lie nowhere in clear; Sol reads it too; it leaves under a name that says nothing."""
    answer = add(cast.ada.client(), cast.path("paper/new"), upload())
    assert answer.status_code == 303
    entry = kept(cast)
    assert (entry.name, entry.media_type, entry.details) == ("minutes.txt", "text/plain", Details.NONE)
    stored = b"".join(attachments.parts(cast.process, entry.ciphertext_hash))
    assert WORDS not in stored
    client = cast.sol.client()
    page = client.get(answer["Location"])
    assert "minutes.txt" in page.content.decode()
    assert "No picture of a person" in text_of_page(cast.ada.client().get(cast.path("paper/new")))
    assert "Text, 33 bytes." in text_of_page(page)
    assert "minutes" not in page.content.decode().partition("</title>")[0]
    got = client.post(answer["Location"])
    assert b"".join([got.content]) == WORDS
    opened = cast.open(cast.ada)
    assert got["Content-Disposition"] == f'attachment; filename="paper-{opened.today:%Y-%m-%d}.txt"'
    assert got["Content-Type"] == "application/octet-stream"
    assert (got["Cache-Control"], got["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert "sandbox" in got["Content-Security-Policy"]
    assert "script-src 'none'" in page["Content-Security-Policy"]


def test_a_picture_loses_what_it_carries(cast: Cast) -> None:
    """Who made it and where is gone before it is sealed, and the page says so."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[271] = "heronfeather"
    Image.new("RGB", (30, 20), "#1c5750").save(out, format="JPEG", exif=exif)
    answer = add(cast.ada.client(), cast.path("paper/new"), upload(out.getvalue(), "IMG_1.JPG", "image/jpeg"))
    assert kept(cast).details is Details.REMOVED
    assert "were removed before it was sealed" in text_of_page(cast.ada.client().get(answer["Location"]))
    got = cast.ada.client().post(answer["Location"])
    assert b"heronfeather" not in got.content
    assert got["Content-Disposition"].endswith('.jpg"')


def test_what_cannot_be_cleaned_needs_a_tick(cast: Cast) -> None:
    """The words say what it may carry; the file has to be chosen again; nothing typed is lost."""
    odd = upload(b"PK\x03\x04\x00\x01odd", "talk.odt", "application/vnd.oasis.opendocument.text")
    refused = add(cast.ada.client(), cast.path("paper/new"), odd, name="The talk")
    assert refused.status_code == 422
    assert "cannot be removed here" in text_of_page(refused)
    assert "choose it again" in text_of_page(refused)
    assert form_on(refused, holding="entry")[1]["name"] == ["The talk"]
    assert rows() == 0
    odd.seek(0)
    answer = add(cast.ada.client(), cast.path("paper/new"), odd, name="The talk", keep="on")
    assert answer.status_code == 303
    assert (kept(cast).details, kept(cast).name) == (Details.KEPT, "The talk.odt")
    assert cast.ada.client().post(answer["Location"])["Content-Disposition"].endswith('.odt"')
    assert "may still hold hidden details" in text_of_page(cast.ada.client().get(answer["Location"]))


@pytest.mark.parametrize(("name", "ending"), [("a.odt", ".odt"), ("a.exe", ""), ("a.HTML", ""), ("a", "")])
def test_only_endings_that_run_nothing_leave_again(cast: Cast, name: str, ending: str) -> None:
    """Whatever somebody called it."""
    answer = add(cast.ada.client(), cast.path("paper/new"), upload(b"\x00\x01", name), keep="on")
    got = cast.ada.client().post(answer["Location"])
    assert got["Content-Disposition"].endswith(f'{cast.open(cast.ada).today}{ending}"')


def test_refusals_say_what_is_wrong(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file, an empty one, one too large: each with its sentence, and the form as it was."""
    client, path = cast.ada.client(), cast.path("paper/new")
    for file, said in ((None, "Choose a file"), (upload(b""), "This file is empty.")):
        answer = add(client, path, file, name="The talk")
        assert answer.status_code == 422
        assert said in text_of_page(answer)
        assert form_on(answer, holding="entry")[1]["name"] == ["The talk"]
    monkeypatch.setattr(uploads, "LARGEST", 100_000)
    answer = add(client, path, upload(bytes(300_000)), name="The talk", keep="on")
    assert answer.status_code == 422
    assert "This file is too large: 293 KB." in text_of_page(answer)
    assert form_on(answer, holding="entry")[1]["name"] == ["The talk"]
    assert rows() == 0


def test_a_file_stands_with_its_letter(cast: Cast) -> None:
    """On the page of the letter, on its own page, and where it stands for itself in the list."""
    ident = added(cast, cast.sol)
    answer = add(cast.sol.client(), cast.path(f"pages/{ident}/new"), upload())
    page = cast.ada.client().get(cast.path(f"pages/{ident}"))
    assert "minutes.txt" in page.content.decode()
    assert f"pages/{ident}" in cast.ada.client().get(answer["Location"]).content.decode()
    assert "minutes.txt" not in cast.ada.client().get(cast.path("pages")).content.decode()
    add(cast.ada.client(), cast.path("paper/new"), upload(name="alone.txt"))
    assert "alone.txt" in cast.ada.client().get(cast.path("pages")).content.decode()


def test_only_its_readers_come_to_it(cast: Cast) -> None:
    """Not supervision, not strangers; ids of nothing and of other entries answer 404, also for the download."""
    answer = add(cast.ada.client(), cast.path("paper/new"), upload())
    for client, code in ((cast.uma.client(), 403), (cast.out.client(), 404), (cast.eve.client(), 404)):
        assert client.get(answer["Location"]).status_code == code
        assert client.post(answer["Location"]).status_code == code
    letter = added(cast, cast.sol)
    for ident in ("a" * 26, "x", letter):
        assert cast.ada.client().post(cast.path(f"paper/{ident}")).status_code == 404


def test_sent_twice_it_is_kept_once(cast: Cast) -> None:
    """Another file under the same form is not taken for it."""
    client, path = cast.ada.client(), cast.path("paper/new")
    _action, values = form_on(client.get(path), holding="entry")
    values.pop("file", None)
    for _ in range(2):
        assert client.post(path, {**values, "file": upload()}).status_code == 303
    assert len(cast.open(cast.ada).state.files) == 1
    assert client.post(path, {**values, "file": upload(b"Other words.")}).status_code == 409
    assert rows() == 1


@pytest.mark.parametrize("harm", ["gone", "cut", "swapped", "changed"])
def test_a_file_that_is_not_whole_is_not_handed_out(cast: Cast, harm: str) -> None:
    """Rows missing, cut off, in another order, changed: a sentence like an alarm, and nothing of the file."""
    data = bytes(range(256)) * 700
    answer = add(cast.ada.client(), cast.path("paper/new"), upload(data, "a.bin"), keep="on")
    found = models.Attachment.objects.filter(digest=kept(cast).ciphertext_hash)
    parts = [bytes(one) for one in found.order_by("part").values_list("chunk", flat=True)]
    assert len(parts) == 3
    if harm == "gone":
        found.delete()
    elif harm == "cut":
        found.filter(part=2).delete()
    elif harm == "swapped":
        found.filter(part=0).update(chunk=parts[1])
        found.filter(part=1).update(chunk=parts[0])
    else:
        found.filter(part=1).update(chunk=parts[1][:-1] + bytes([parts[1][-1] ^ 1]))
    got = cast.ada.client().post(answer["Location"])
    assert got.status_code == 409
    assert "Nothing of it is handed out" in text_of_page(got)
    assert data[:64] not in got.content
    shown = text_of_page(cast.ada.client().get(answer["Location"]))
    is_short = harm in ("gone", "cut")
    assert ("is missing from the store" in shown) is is_short
    assert ("is missing from the store" in text_of_page(cast.ada.client().get(cast.path("pages")))) is is_short
    assert deeds.missing(cast.open(cast.ada)) == (
        {cast.open(cast.ada).state.files[0].entry_id} if is_short else frozenset()
    )


def test_taking_it_out_destroys_rows_and_key(cast: Cast) -> None:
    """With the entry goes the only copy of the key, and all chunks; the page is gone, a tombstone stays (R60)."""
    assert cast.ada.account
    answer = add(cast.ada.client(), cast.path("paper/new"), upload())
    ident = text_of(cast.open(cast.ada).state.files[0].entry_id)
    entry = cast.ada.client().get(cast.path(f"e/{ident}"))
    assert answer["Location"] in entry.content.decode()
    assert rows() == 1
    done = send(cast.ada.client(), cast.path(f"e/{ident}/out"), {"why": "Not for here.", "passphrase": PASSPHRASE})
    assert done.status_code == 303
    assert rows() == 0
    assert cast.sol.client().get(answer["Location"]).status_code == 404
    assert "Taken out" in text_of_page(cast.sol.client().get(cast.path(f"e/{ident}")))


def test_files_are_thrown_away_where_none_is_asked_for(cast: Cast) -> None:
    """On another page, and from whoever is not signed in, a file is not even sealed; after the lock the words stay."""
    seen: list[object] = []

    def counted() -> Sealer:
        seen.append(1)
        return Sealer()

    patched = pytest.MonkeyPatch()
    patched.setattr(uploads, "Sealer", counted)
    try:
        cast.ada.client().post(cast.path("pages/new"), {"file": upload()})
        browser().post(cast.path("paper/new"), {"file": upload()})
        assert not seen
        add(cast.ada.client(), cast.path("paper/new"), upload())
        assert seen
    finally:
        patched.undo()


def test_after_the_lock_the_words_stay_and_the_file_is_chosen_again(cast: Cast) -> None:
    """Without her keys nothing is sealed for anybody: the passphrase first, then the file once more."""
    assert cast.ada.account
    client, path = cast.ada.client(), cast.path("paper/new")
    _action, values = form_on(client.get(path), holding="entry")
    values.pop("file", None)
    client.post("/lock")
    locked = client.post(path, {**values, "name": "The talk", "file": upload()})
    assert locked.status_code == 403
    _action, carried = form_on(locked, holding="_passphrase")
    assert carried["name"] == ["The talk"]
    answer = client.post(path, {**carried, "_passphrase": PASSPHRASE})
    assert answer.status_code == 422
    assert "Choose a file" in text_of_page(answer)
    assert form_on(answer, holding="entry")[1]["name"] == ["The talk"]
    assert rows() == 0
