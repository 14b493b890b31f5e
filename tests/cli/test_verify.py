"""verify and export: complete, withheld, altered, cannot read, each with its exit code; keyless and as a member."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answerable.sealing import archive as archives
from answerable.sealing import checkpoint
from answerable.sealing.archive import SealedArchive
from answerable.sealing.identity import Identity
from tests.cli.conftest import Place
from tests.running import Said, answerable, environment

CANNOT_READ, WITHHELD, ALTERED = 2, 3, 4


def read(file: Path) -> SealedArchive:
    """Open an archive."""
    return archives.read(io.BytesIO(file.read_bytes()))


def written(file: Path, archive: SealedArchive) -> str:
    """Write an archive that somebody changed; return its path."""
    with file.open("wb") as stream:
        archives.write(stream, archive)
    return str(file)


def offline(tmp_path: Path, *words: str, typed: str = "") -> Said:
    """Run verify on a machine where nothing of the installation is, not even its pepper."""
    (tmp_path / "elsewhere").mkdir(exist_ok=True)
    return answerable(environment(tmp_path / "elsewhere"), "verify", *words, typed=typed)


def test_a_whole_archive_is_complete(place: Place, archive: Path, tmp_path: Path) -> None:
    """One line says up to where; it needs no keys, no database, and makes no data folder."""
    said = offline(tmp_path, str(archive))
    assert said.code == 0
    assert said.out == f"complete up to {place.facts['size']} entries, root {place.facts['root']}\n"
    assert not (tmp_path / "elsewhere" / "data").exists()


def test_json_is_one_line_of_facts(place: Place, archive: Path, tmp_path: Path) -> None:
    """A script reads outcome, size, root and places."""
    said = offline(tmp_path, str(archive), "--json")
    assert said.code == 0
    facts = {"outcome": "complete", "size": place.facts["size"], "root": place.facts["root"]}
    assert json.loads(said.out) == {**facts, "withheld": [], "altered": []}


def test_the_database_itself_is_checked_by_its_alias(place: Place) -> None:
    """What lies here, without an export."""
    said = place.run("verify", "--process", place.facts["alias"])
    assert said.code == 0
    assert f"complete up to {place.facts['size']} entries" in said.out


def test_one_changed_byte_is_altered(archive: Path, tmp_path: Path) -> None:
    """In the body of an entry in the middle; the line names the entry as people count, from one."""
    whole = read(archive)
    seq = sorted(whole.rows.bodies)[len(whole.rows.bodies) // 2]
    body = bytearray(whole.rows.bodies[seq])
    body[len(body) // 2] ^= 1
    rows = replace(whole.rows, bodies={**whole.rows.bodies, seq: bytes(body)})
    file = written(tmp_path / "changed.tar", replace(whole, rows=rows))
    said = offline(tmp_path, file)
    assert said.code == ALTERED
    assert said.out.startswith("altered: ")
    assert f"at entry {seq + 1}" in said.out
    found = json.loads(offline(tmp_path, file, "--json").out)
    assert found["outcome"] == "altered"
    assert [one["entry"] for one in found["altered"]] == [seq + 1]


def test_a_missing_body_is_withheld(archive: Path, tmp_path: Path) -> None:
    """A row that was there and is not shredded."""
    whole = read(archive)
    seq = max(whole.rows.bodies)
    kept = {key: body for key, body in whole.rows.bodies.items() if key != seq}
    said = offline(tmp_path, written(tmp_path / "less.tar", replace(whole, rows=replace(whole.rows, bodies=kept))))
    assert said.code == WITHHELD
    assert f"at entry {seq + 1}" in said.out


@pytest.mark.parametrize("form", ["root", "short"])
def test_a_cut_log_is_withheld_against_the_printed_root(place: Place, archive: Path, tmp_path: Path, form: str) -> None:
    """Its last entry is gone with all that belongs to it: only the copy outside tells."""
    whole = read(archive)
    last = whole.rows.leaves[-1].seq
    bodies = {key: body for key, body in whole.rows.bodies.items() if key != last}
    cut = replace(whole, rows=replace(whole.rows, leaves=whole.rows.leaves[:-1], bodies=bodies))
    file = written(tmp_path / "cut.tar", cut)
    printed = ("--size", str(place.facts["size"]), "--root", place.facts[form])
    assert offline(tmp_path, str(archive), *printed).code == 0
    assert offline(tmp_path, file, *printed).code == WITHHELD


@pytest.mark.parametrize("form", ["root", "short"])
def test_another_root_at_that_size_is_altered(place: Place, archive: Path, tmp_path: Path, form: str) -> None:
    """A history rewritten whole is consistent in itself; the printed root does not fit it."""
    printed = place.facts[form]
    other = ("a" if printed[0] != "a" else "b") + printed[1:]
    said = offline(tmp_path, str(archive), "--size", str(place.facts["size"]), "--root", other)
    assert said.code == ALTERED


def test_a_short_root_is_read_however_it_is_typed(place: Place, archive: Path, tmp_path: Path) -> None:
    """Upper case, dashes or no spaces: as people copy from paper."""
    short = place.facts["short"]
    for typed in (short.upper(), short.replace(" ", "-"), short.replace(" ", "")):
        said = offline(tmp_path, str(archive), "--size", str(place.facts["size"]), "--root", typed)
        assert said.code == 0, typed


def test_an_older_size_is_checked_too(place: Place, archive: Path, tmp_path: Path) -> None:
    """An update of last year carries a smaller size; its root must be on the way."""
    whole = read(archive)
    size = place.facts["size"] - 2
    cut = json.loads(offline(tmp_path, written(tmp_path / "cut.tar", shortened(whole, size)), "--json").out)
    assert cut["size"] == size
    assert offline(tmp_path, str(archive), "--size", str(size), "--root", cut["root"]).code == 0
    assert offline(tmp_path, str(archive), "--size", str(size - 1), "--root", cut["root"]).code == ALTERED


def shortened(whole: SealedArchive, size: int) -> SealedArchive:
    """Return an archive as it was when the log had this size (wraps of later entries stay: they do not matter here)."""
    bodies = {key: body for key, body in whole.rows.bodies.items() if key < size}
    return replace(whole, rows=replace(whole.rows, leaves=whole.rows.leaves[:size], bodies=bodies))


def note_at(place: Place, *, size: int, root: bytes) -> str:
    """Return a checkpoint that a member kept outside."""
    process = bytes.fromhex(place.facts["process"])
    line = checkpoint.cosign(Identity.from_seed(bytes(32)), process, size, root, date(2026, 11, 1))
    return checkpoint.assemble(checkpoint.note(process, size, root), [line])


def test_a_checkpoint_kept_outside_is_compared(place: Place, archive: Path, tmp_path: Path) -> None:
    """It fits, or the log is shorter (withheld), or had another root (altered)."""
    size, root = place.facts["size"], bytes.fromhex(place.facts["root"])
    file = tmp_path / "checkpoint"
    for at, of, code in ((size, root, 0), (size + 1, root, WITHHELD), (size, bytes(32), ALTERED)):
        file.write_text(note_at(place, size=at, root=of), "utf-8")
        assert offline(tmp_path, str(archive), "--checkpoint", str(file)).code == code


def test_a_member_opens_everything_with_the_recovery_code(place: Place, archive: Path, tmp_path: Path) -> None:
    """The archive alone and the paper: no server is needed; a typing error is no alarm."""
    code = place.facts["code"]
    good = offline(tmp_path, str(archive), "--member", typed=f"{code.lower()}\n")
    assert (good.code, "complete up to" in good.out) == (0, True)
    bad = offline(tmp_path, str(archive), "--member", typed="0000-0000\n")
    assert bad.code == CANNOT_READ
    assert "opens none of the archive's slots" in bad.err


def test_a_member_opens_the_database_with_name_and_passphrase(place: Place) -> None:
    """On the host's machine, where the pepper is."""
    words = ("verify", "--process", place.facts["alias"], "--member")
    name, passphrase = place.facts["name"], place.facts["passphrase"]
    assert place.run(*words, typed=f"{name}\n{passphrase}\n").code == 0
    wrong = place.run(*words, typed=f"{name}\nanother one entirely\n")
    assert wrong.code == CANNOT_READ
    assert passphrase not in wrong.out + wrong.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("ARCHIVE", "--process", "aaaaaaaaaa"),
        ("ARCHIVE", "--size", "3"),
        ("ARCHIVE", "--root", "abc"),
        ("nothing-here.tar",),
        ("DAMAGED",),
        ("DIRECTORY",),
        ("ARCHIVE", "--checkpoint", "nothing-here"),
        ("ARCHIVE", "--checkpoint", "ARCHIVE"),
        ("ARCHIVE", "--checkpoint", "WORDS"),
        ("--process", "aaaaaaaaaa"),
    ],
)
def test_what_cannot_be_read_is_said_without_a_traceback(archive: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Exit code 2, and one line on what is wrong."""
    damaged, text = tmp_path / "damaged.tar", tmp_path / "words"
    damaged.write_bytes(archive.read_bytes()[:-700])
    text.write_text("not a checkpoint\n", "utf-8")
    stand_for = {"ARCHIVE": str(archive), "DAMAGED": str(damaged), "DIRECTORY": str(tmp_path), "WORDS": str(text)}
    said = offline(tmp_path, *(stand_for.get(word, word) for word in words))
    assert said.code == CANNOT_READ
    assert said.err.startswith("cannot read: ")
    assert "Traceback" not in said.err


def test_an_export_never_writes_over_a_file(place: Place, archive: Path) -> None:
    """The file that stands there stays as it is."""
    before = archive.read_bytes()
    said = place.run("export", place.facts["alias"], str(archive))
    assert said.code == CANNOT_READ
    assert archive.read_bytes() == before


def test_an_export_of_no_group_leaves_no_file(place: Place, tmp_path: Path) -> None:
    """An alias that does not exist."""
    said = place.run("export", "aaaaaaaaaa", str(tmp_path / "x.tar"))
    assert said.code == CANNOT_READ
    assert not (tmp_path / "x.tar").exists()


def test_a_missing_file_is_withheld_for_members_alone(place: Place, archive: Path, tmp_path: Path) -> None:
    """The log does not name it: without keys nobody can miss it; who reads its entry does."""
    whole = read(archive)
    assert len(whole.attachments) == 1
    file = written(tmp_path / "without.tar", replace(whole, attachments={}))
    assert offline(tmp_path, file).code == 0
    said = offline(tmp_path, file, "--member", typed=f"{place.facts['code']}\n")
    assert said.code == WITHHELD
    assert f"attachment at entry {place.facts['size']}" in said.out


def test_a_changed_file_is_altered_for_everybody(place: Place, archive: Path, tmp_path: Path) -> None:
    """It does not give the hash it is stored under; named once, also for a member."""
    whole = read(archive)
    ((digest, stored),) = whole.attachments.items()
    file = written(tmp_path / "changed.tar", replace(whole, attachments={digest: stored[:-1] + b"?"}))
    assert offline(tmp_path, file).out == "altered: attachment at entry ?\n"
    said = offline(tmp_path, file, "--member", typed=f"{place.facts['code']}\n")
    assert (said.code, said.out.count("attachment")) == (ALTERED, 1)
