"""The two keys of a host: the pepper on its disk, the boot key in memory alone."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from answerable.actions import host_keys
from answerable.actions.host_keys import NoPepperError
from tests.running import memory_folder


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Let each test ask anew, and leave nothing behind for others."""
    host_keys._pepper.cache_clear()  # a new start of the program
    host_keys.memory_folder.cache_clear()
    kept = list(host_keys._in_process)  # a new start of the program
    host_keys._in_process.clear()  # a new start of the program
    yield
    host_keys._pepper.cache_clear()  # as above
    host_keys.memory_folder.cache_clear()
    host_keys._in_process[:] = kept  # as above


def use_pepper(settings: Settings, path: Path) -> None:
    """Let the settings name this pepper file."""
    settings.PLACE = settings.PLACE._replace(pepper=path)


def use_memory(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """Let the machine have this memory-backed folder, or none."""
    monkeypatch.setattr(host_keys, "_candidates", lambda: iter([folder] if folder else []))


def test_the_pepper_is_made_once_and_for_nobody_else(tmp_path: Path) -> None:
    """32 random bytes, 0600; a second start leaves it alone."""
    path = tmp_path / "folder" / "pepper"
    host_keys.make_pepper(path)
    first = path.read_bytes()
    host_keys.make_pepper(path)
    assert path.read_bytes() == first
    assert len(first) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["pepper"]


def test_two_installations_have_two_peppers(tmp_path: Path) -> None:
    """A pepper is drawn, not derived."""
    host_keys.make_pepper(tmp_path / "a")
    host_keys.make_pepper(tmp_path / "b")
    assert (tmp_path / "a").read_bytes() != (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"short", bytes(31), bytes(33)])
def test_a_missing_or_wrong_pepper_stops_everything(tmp_path: Path, settings: Settings, content: bytes | None) -> None:
    """Going on with another pepper would shut everybody out for good."""
    path = tmp_path / "pepper"
    if content is not None:
        path.write_bytes(content)
    use_pepper(settings, path)
    with pytest.raises(NoPepperError):
        host_keys.pepper()
    with pytest.raises(NoPepperError):
        host_keys.name_tag("Ada")
    if content is not None:
        host_keys.make_pepper(path)
        assert path.read_bytes() == content


def test_the_boot_key_lies_in_memory_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers share it through one folder; it stays the same until it is forgotten."""
    use_memory(monkeypatch, tmp_path)
    first = host_keys.boot_key()
    folder = host_keys.memory_folder()
    assert folder is not None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    assert host_keys.boot_key() == first
    host_keys.end_all_sessions()
    assert list(folder.iterdir()) == []
    assert host_keys.boot_key() != first


def test_without_memory_backed_storage_it_stays_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to a disk; forgetting works all the same."""
    use_memory(monkeypatch, None)
    first = host_keys.boot_key()
    assert host_keys.memory_folder() is None
    assert len(first) == 32
    assert host_keys.boot_key() == first
    host_keys.end_all_sessions()
    assert host_keys.boot_key() != first


def test_a_folder_that_others_can_open_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody on the machine made it first: better process memory than a key they can read."""
    use_memory(monkeypatch, tmp_path)
    folder = host_keys.memory_folder()
    assert folder is not None
    folder.chmod(0o755)
    host_keys.memory_folder.cache_clear()
    assert host_keys.memory_folder() is None


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could lead to a disk."""
    (tmp_path / "memory").mkdir()
    use_memory(monkeypatch, tmp_path / "memory")
    folder = host_keys.memory_folder()
    assert folder is not None
    folder.rmdir()
    (tmp_path / "disk").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "disk")
    host_keys.memory_folder.cache_clear()
    assert host_keys.memory_folder() is None


def test_a_disk_is_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A runtime folder that does not lie on tmpfs is passed over."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    kinds = {"tmpfs": True, "ramfs": True}
    found = host_keys.memory_folder()
    mounts = [line.split() for line in Path("/proc/self/mounts").read_text("utf-8").splitlines()]
    kind = max((len(parts[1]), parts[2]) for parts in mounts if tmp_path.is_relative_to(parts[1]))[1]
    assert (found is not None and found.parent == tmp_path) == kinds.get(kind, False)


def test_a_damaged_boot_key_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another size (a full memory disk) must never become a key."""
    use_memory(monkeypatch, tmp_path)
    folder = host_keys.memory_folder()
    assert folder is not None
    (folder / "k").write_bytes(b"short")
    assert len(host_keys.boot_key()) == 32


@pytest.mark.parametrize(
    "typed",
    ["ada lovell", "  Ada   Lovell ", "ADA LOVELL", "Ada\tLovell", "Ada\N{NO-BREAK SPACE}Lovell", "Ａda Lovell"],
)
def test_a_name_is_known_however_it_is_typed(typed: str) -> None:
    """Case, spaces and look-alike widths do not count."""
    assert host_keys.name_tag(typed) == host_keys.name_tag("Ada Lovell")


def test_other_names_are_other_tags() -> None:
    """And a tag is keyed: another pepper gives another one."""
    assert host_keys.name_tag("Ada") != host_keys.name_tag("Bo")
    assert host_keys.name_tag("AdaLovell") != host_keys.name_tag("Ada Lovell")


def test_composed_and_decomposed_letters_are_one_name() -> None:
    """Phones and computers write the same letter in two ways."""
    assert host_keys.name_tag("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}") == host_keys.name_tag("Zoe\u0308")


def test_tags_of_the_day_change_with_the_day_and_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tomorrow nobody can tell whose refusals were counted today."""
    use_memory(monkeypatch, None)
    today = host_keys.day_tag("2026-09-01", "Ada")
    assert host_keys.day_tag("2026-09-01", " ada ") == today
    assert host_keys.day_tag("2026-09-02", "Ada") != today
    host_keys.end_all_sessions()
    assert host_keys.day_tag("2026-09-01", "Ada") != today


def test_the_owner_of_a_session_is_unknown_after_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A seized disk does not tell which sessions are one person's."""
    use_memory(monkeypatch, None)
    before = host_keys.owner_tag(bytes(16))
    host_keys.end_all_sessions()
    assert host_keys.owner_tag(bytes(16)) != before


def test_each_worker_of_these_tests_has_a_place_of_its_own(data: Path, settings: Settings) -> None:
    """What one of them forgets here would else end the sessions in which another is reading."""
    assert data == settings.PLACE.data
    folder = host_keys.memory_folder()
    assert folder is None or memory_folder(data).name == folder.name
