"""The translations' tool finds every text and refuses every gap."""

from pathlib import Path

import pytest

from tools.catalogues import areas, compile_all, po_path, read
from tools.messages import problems, update

VIEW = '''"""A view."""
from django.utils.translation import gettext as _, ngettext, pgettext

TITLE = _("Now")
COUNT = ngettext("%(n)s day", "%(n)s days", 3)
VERB = pgettext("verb", "Close")
'''
TEMPLATE = """<div>
    {% load i18n %}
  <p>{% translate "Nothing is due" %}</p>
        {% blocktranslate with day=day %}Locks at {{ day }}, 100% sure{% endblocktranslate %}
    {% blocktranslate count n=n %}{{ n }} step{% plural %}{{ n }} steps{% endblocktranslate %}
</div>
"""
GERMAN: dict[str, str | tuple[str, str]] = {
    "Now": "Jetzt",
    "%(n)s day": ("%(n)s Tag", "%(n)s Tage"),
    "Close": "Schließen",
    "Nothing is due": "Nichts steht an",
    "Locks at %(day)s, 100%% sure": "Sperrt um %(day)s, 100%% sicher",
    "%(n)s step": ("%(n)s Schritt", "%(n)s Schritte"),
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package with one page area that speaks, in code and in a template."""
    area = tmp_path / "web" / "now"
    (area / "templates" / "now").mkdir(parents=True)
    (area / "views.py").write_text(VIEW, encoding="utf-8")
    (area / "templates" / "now" / "now.html").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def _translate(package: Path, german: dict[str, str | tuple[str, str]]) -> None:
    """Fill in the area's catalogue by hand, as a translator does in a text editor."""
    path = po_path(package, "now", "de")
    lines = path.read_text(encoding="utf-8")
    for english, said in german.items():
        if isinstance(said, str):
            lines = lines.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{said}"')
            continue
        start = lines.index(f'msgid "{english}"\n')
        entry = lines[start:].split("\n\n")[0]
        filled = entry.replace('msgstr[0] ""', f'msgstr[0] "{said[0]}"').replace(
            'msgstr[1] ""', f'msgstr[1] "{said[1]}"'
        )
        lines = lines.replace(entry, filled)
    path.write_text(lines, encoding="utf-8")


@pytest.fixture
def complete(package: Path) -> Path:
    """Return the package with every text translated."""
    list(update(package))
    _translate(package, GERMAN)
    return package


def test_texts_are_found_in_code_and_templates(package: Path) -> None:
    """Plain texts, plurals, contexts and texts with placeholders."""
    list(update(package))
    ids = {
        message.id if isinstance(message.id, str) else message.id[0] for message in read(po_path(package, "now", "de"))
    }
    assert ids - {""} == set(GERMAN)


def test_complete_translations_have_no_problems_and_survive_an_update(complete: Path) -> None:
    """Nothing a translator wrote is lost when the catalogue is written again."""
    before = po_path(complete, "now", "de").read_bytes()
    assert list(problems(complete)) == []
    list(update(complete))
    assert po_path(complete, "now", "de").read_bytes() == before


def test_a_text_without_translation_is_a_problem(complete: Path) -> None:
    """A new English sentence shows at once."""
    template = complete / "web/now/templates/now/now.html"
    template.write_text(TEMPLATE + '{% translate "See you next week" %}', encoding="utf-8")
    assert any("missing 'See you next week'" in problem for problem in problems(complete))
    list(update(complete))
    assert any("no translation: 'See you next week'" in problem for problem in problems(complete))


def test_a_text_nobody_says_any_more_is_a_problem_until_dropped(complete: Path) -> None:
    """Catalogues hold no dead sentences."""
    (complete / "web/now/views.py").write_text('"""A view."""\n', encoding="utf-8")
    assert any("nobody says this any more: 'Now'" in problem for problem in problems(complete))
    list(update(complete))
    assert list(problems(complete)) == []


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("Sperrt um %(day)s", "Sperrt um %(tag)s", "placeholders differ"),
        ('msgid "Now"', '#, fuzzy\nmsgid "Now"', "marked fuzzy"),
        ('msgstr "Jetzt"', 'msgstr ""', "no translation"),
    ],
)
def test_a_translation_that_does_not_fit_is_a_problem(complete: Path, written: str, instead: str, problem: str) -> None:
    """A wrong placeholder would break the page in one language only."""
    path = po_path(complete, "now", "de")
    path.write_text(path.read_text(encoding="utf-8").replace(written, instead), encoding="utf-8")
    assert any(problem in found for found in problems(complete))


def test_one_text_with_two_translations_is_a_problem(complete: Path) -> None:
    """Django merges all catalogues: which of two would show is an accident."""
    other = complete / "cli"
    other.mkdir()
    (other / "main.py").write_text('"""A command."""\n_ = str\nprint(_("Now"))\n', encoding="utf-8")
    list(update(complete))
    assert list(problems(complete)) == [], "a new text takes the translation that another area has"
    path = po_path(complete, "cli", "de")
    path.write_text(path.read_text(encoding="utf-8").replace("Jetzt", "Nun"), encoding="utf-8")
    assert any("is translated otherwise" in problem for problem in problems(complete))


def test_catalogues_are_compiled_and_stale_ones_removed(complete: Path) -> None:
    """What is served is what the catalogues say now."""
    compiled = po_path(complete, "now", "de").with_suffix(".mo")
    assert compile_all(complete) == 1
    assert b"Nichts steht an" in compiled.read_bytes()
    po_path(complete, "now", "de").unlink()
    assert compile_all(complete) == 0
    assert not compiled.exists()


def test_areas_are_page_areas_and_other_rooms(complete: Path) -> None:
    """Web itself has no catalogue: its areas have."""
    assert set(areas(complete)) == {"now"}
