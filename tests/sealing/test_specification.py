"""docs/sealing.md names every code and label, and what only seals stands apart from what opens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import answerable.sealing

ROOM = Path(answerable.sealing.__file__).parent
PAGE = (ROOM.parents[1] / "docs/sealing.md").read_text(encoding="utf-8")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.glob("*.py")))
CODES = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', SOURCE)) | set(
    re.findall(r'(?:Altered|Withheld|Refused)Error\("([a-z]+)"', SOURCE)
)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_in_the_page(code: str) -> None:
    """A finding can be looked up."""
    assert f"`{code}`" in PAGE


def test_every_code_of_the_page_is_in_the_program() -> None:
    """The table does not promise what is never found."""
    table = PAGE[PAGE.index("### Codes") : PAGE.index("## 10")]
    named = {code for row in table.splitlines() if row.startswith("| `") for code in re.findall(r"`([a-z-]+)`", row)}
    assert len(named) > 80
    assert {code for code in named if f'"{code}"' not in SOURCE} == set()


@pytest.mark.parametrize(
    "label", ["member", "prev", "entry", "control", "join", "invite", "process", "circle", "words", "kc"]
)
def test_every_label_is_in_the_page(label: str) -> None:
    """Texts that bind keys and signatures are part of the format."""
    assert f'"{label}"' in PAGE
    assert re.search(rf'b"{label}(?:\\x00)?"', SOURCE)


@pytest.mark.parametrize("module", ["kem", "envelope", "log", "leaves", "control"])
def test_what_seals_can_be_loaded_without_what_opens(module: str) -> None:
    """A public door that imports these has no code in memory that opens anything."""
    opens = ("open", "kem_pair", "identity", "circle_keys")
    program = (
        f"import sys, answerable.sealing.{module}; "
        f"print([name for name in {opens} if 'answerable.sealing.' + name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
