"""An update is taken along: as a PDF, with its checkpoint, or in a locked file for a mail (R53, R64, C2, C4)."""

import dataclasses
import re

import pyrage  # type: ignore[import-untyped]  # pyrage ships no types
import pytest

from answerable.actions import keeping
from tests.filled import form_on, text_of_page
from tests.journeys.handing import press, ready, update_path
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_the_pdf_comes_after_a_warning_under_a_neutral_name(cast: Cast) -> None:
    """GET warns, POST gives: an attachment that nothing keeps."""
    press(cast.ada.client(), cast, ready(cast), "/out")
    path = cast.path(update_path(cast) + "/sheet")
    month = cast.open(cast.ada).today.strftime("%Y-%m")
    for person in (cast.ada, cast.sol, cast.uma):
        client = person.client()
        assert "The PDF is not locked" in text_of_page(client.get(path))
        answer = client.post(path, {"act": "pdf"})
        assert answer.content.startswith(b"%PDF")
        assert answer["Content-Disposition"] == f'attachment; filename="update-{month}.pdf"'
        assert answer["Cache-Control"] == "no-store"


def test_the_checkpoint_can_be_kept_elsewhere(cast: Cast) -> None:
    """The text that is downloaded finds out later whether something before it was changed (C2)."""
    press(cast.ada.client(), cast, ready(cast), "/out")
    path = cast.path(update_path(cast) + "/sheet")
    answer = cast.sol.client().post(path, {"act": "checkpoint"})
    assert re.fullmatch(r'attachment; filename="update-\d{4}-\d{2}\.txt"', answer["Content-Disposition"])
    copy = answer.content.decode()
    rows = keeping.stored_rows(cast.process)
    assert keeping.check(cast.process, rows, copies=(copy,)).outcome == "complete"
    kept = rows.leaves[:-3]
    bodies = {leaf.seq: rows.bodies[leaf.seq] for leaf in kept}
    cut = dataclasses.replace(rows, leaves=kept, bodies=bodies, checkpoints=(), head=None)
    assert keeping.check(cast.process, cut, copies=(copy,)).outcome == "withheld"


def test_the_locked_file_opens_with_the_six_words_only(cast: Cast) -> None:
    """By mail: six words are drawn, shown once, and open the file; they stand nowhere else."""
    press(cast.ada.client(), cast, ready(cast), "/out", how="mailed-locked")
    client = cast.ada.client()
    path = cast.path(update_path(cast) + "/post")
    assert "First six words are drawn." in text_of_page(client.get(path))
    page = client.post(path)
    _action, values = form_on(page, holding="words")
    words = values["words"][0]
    assert len(words.split(" ")) == 6
    answer = client.post(path, {"words": words})
    assert answer["Content-Disposition"].endswith('.age"')
    assert pyrage.passphrase.decrypt(answer.content, words).startswith(b"%PDF")
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(answer.content, "other words")
    assert form_on(client.post(path), holding="words")[1]["words"] != [words]
