"""numbers: a host says whom to call where the site is used (R48)."""

from pathlib import Path

from tests.running import answerable, environment

OWN = "Night line of the town: 0000 1234\n\nThe clinic: 0000 5678\n"


def test_a_host_puts_in_other_numbers_and_takes_them_out(tmp_path: Path) -> None:
    """A line for each; an empty file brings back the list that ships."""
    env, file = environment(tmp_path), tmp_path / "numbers"
    assert "comes with this program" in answerable(env, "numbers").out
    file.write_text(OWN)
    said = answerable(env, "numbers", str(file))
    assert (said.code, said.out.split("\n")[0]) == (0, "Night line of the town: 0000 1234")
    assert answerable(env, "numbers").out == said.out
    file.write_text("")
    assert "comes with this program" in answerable(env, "numbers", str(file)).out


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """Nothing is changed by a mistyped name, a picture, or a book."""
    env, file = environment(tmp_path), tmp_path / "numbers"
    for content in (b"\xff\xfe\x00", b"a" * 20_001):
        file.write_bytes(content)
        assert answerable(env, "numbers", str(file)).code == 2
    assert answerable(env, "numbers", str(tmp_path / "nowhere")).code == 2
    assert "comes with this program" in answerable(env, "numbers").out
