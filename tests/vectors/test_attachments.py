"""Frozen attachments, opened by both readers: whole, or with the frozen finding and nothing of the file."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from answerable.sealing.attachments import open_file
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, WithheldError
from tests.vectors import make_attachments
from tests.vectors.independent_reader import attachments as second
from tests.vectors.independent_reader.alarm import AlarmError, MissingError

HERE = Path(__file__).parent
FROZEN: dict[str, Any] = json.loads((HERE / "sealing-1-attachments.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("reader", [open_file, second.open_attachment], ids=["program", "second reader"])
@pytest.mark.parametrize("case", FROZEN["cases"], ids=lambda case: case["what"])
def test_a_frozen_file(case: dict[str, Any], reader: Any) -> None:
    """It opens as it was, or is found missing, changed, cut or in another order."""
    key, hashed = bytes.fromhex(case["key"]), bytes.fromhex(case["digest"])
    parts = [b64decode(FROZEN["parts"][name]) for name in case["stored"]]
    if not case["code"]:
        assert digest(reader(key, hashed, case["size"], parts)).hex() == case["opens"]
        return
    missing = case["what"].startswith(("cut", "nothing"))
    with pytest.raises((WithheldError, MissingError) if missing else (AlteredError, AlarmError)) as caught:
        reader(key, hashed, case["size"], parts)
    assert caught.value.what == case["code"]  # type: ignore[attr-defined]  # all four have it


def test_a_new_set_has_the_same_shape() -> None:
    """The program that made the file still runs, and names the same cases."""
    made = json.loads(json.dumps(make_attachments.make()))
    assert [(one["what"], one["code"]) for one in made["cases"]] == [
        (one["what"], one["code"]) for one in FROZEN["cases"]
    ]
