"""Keep the translations: find what code and templates say, bring the catalogues up to date, check them, compile them.

Usage: python -m tools.messages --update | --check | --compile
"""

import argparse
import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

from tools.catalogues import LANGUAGES, areas, catalogues, compile_all, po_path, read

PACKAGE = Path(__file__).resolve().parent.parent / "answerable"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "later": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
DATES = re.compile(rb'^"(POT-Creation-Date|PO-Revision-Date):.*\n', re.MULTILINE)
HEADER = """# German for one area of Answerable. Written by `make messages`; fill in each msgstr.
# Du-Form, B1, gender-neutral: see CONTRIBUTING.md."""

TextId = tuple[str, str | None]
Texts = str | list[str] | tuple[str, ...] | None


def extracted(package: Path, folder: Path) -> Catalog:
    """Return everything the Python files and templates in a folder say."""
    found = Catalog(charset="utf-8")
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.txt"))):
        in_templates = "templates" in path.relative_to(folder).parts
        if path.suffix != ".py" and not in_templates:
            continue
        source = path.read_text(encoding="utf-8")
        if in_templates:
            # Django turns a template into a line-by-line stand-in of calls; its margins would be indents to Python.
            source = "\n".join(line.strip() for line in templatize(source).splitlines())
        where = [(str(path.relative_to(package)), 0)]
        for _line, text, comments, context in extract(
            "python", io.BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
        ):
            found.add(text, locations=where, auto_comments=comments, context=context)
    return found


def entries(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def key(message: Message) -> TextId:
    """Return what tells a message from others: its (singular) text and its context."""
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return singular, message.context


def texts_of(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def update(package: Path) -> Iterator[str]:
    """Bring all catalogues up to date: new texts empty (or as another area has them), old ones dropped."""
    known: dict[tuple[str, TextId, bool], Texts] = {}
    for path in catalogues(package):
        for message in entries(read(path)):
            if message.string and all(texts_of(message)):
                known.setdefault((path.parent.parent.name, key(message), message.pluralizable), message.string)
    for area, folder in areas(package).items():
        found = extracted(package, folder)
        for language in LANGUAGES:
            path = po_path(package, area, language)
            if not len(found):
                path.unlink(missing_ok=True)
                continue

            def elsewhere(message: Message, language: str = language) -> Texts:
                return known.get((language, key(message), message.pluralizable), "")

            merged = merge(found, path, elsewhere)
            write(path, merged)
            missing = sum(not all(texts_of(m)) for m in entries(merged))
            yield f"{area}: {len(merged)} texts, {missing} without translation"


def merge(found: Catalog, path: Path, elsewhere: Callable[[Message], Texts]) -> Catalog:
    """Return what was found with the translations that the catalogue, or else another area, has for it."""
    merged = Catalog(locale=path.parent.parent.name, charset="utf-8", header_comment=HEADER)
    old = {key(m): m for m in entries(read(path))} if path.exists() else {}
    for message in entries(found):
        before = old.get(key(message))
        kept = before is not None and before.pluralizable == message.pluralizable and all(texts_of(before))
        merged.add(
            message.id,
            before.string if before is not None and kept else elsewhere(message),
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=before.user_comments if before is not None else (),
            context=message.context,
        )
    return merged


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue so that a diff shows what changed: sorted, no dates, no line numbers."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(DATES.sub(b"", out.getvalue()))


def problems(package: Path) -> Iterator[str]:
    """Yield what is wrong with the catalogues."""
    known_areas = areas(package)
    seen: dict[tuple[str, TextId], tuple[str, Message]] = {}
    for path in catalogues(package):
        if path.parts[-4] not in known_areas:
            yield f"{path.relative_to(package)}: no such area"
    for area, folder in known_areas.items():
        found = {key(m): m for m in entries(extracted(package, folder))}
        for language in LANGUAGES:
            path = po_path(package, area, language)
            catalog = read(path) if path.exists() else Catalog(locale=language)
            there = {key(m): m for m in entries(catalog)}
            where = f"{area}/{language}"
            yield from (f"{where}: missing {name[0]!r}" for name in found.keys() - there.keys())
            yield from (f"{where}: nobody says this any more: {name[0]!r}" for name in there.keys() - found.keys())
            yield from (f"{where}: dropped text kept: {name!r}" for name in catalog.obsolete)
            for name, message in there.items():
                yield from (f"{where}: {fault}: {name[0]!r}" for fault in faults(message, found.get(name)))
                other, first = seen.setdefault((language, name), (area, message))
                if texts_of(first) != texts_of(message):
                    yield f"{where}: {name[0]!r} is translated otherwise in {other}"


def faults(message: Message, source: Message | None) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    strings = texts_of(message)
    if not all(strings):
        yield "no translation"
        return
    if message.fuzzy:
        yield "marked fuzzy"
    if source is not None and source.pluralizable != message.pluralizable:
        yield "plural in one of code and catalogue only"
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    wanted = set(PLACEHOLDER.findall(ids[-1]))
    allowed = wanted.union(*(PLACEHOLDER.findall(text) for text in ids))
    if set(PLACEHOLDER.findall(strings[-1])) != wanted or any(
        not set(PLACEHOLDER.findall(text)) <= allowed for text in strings
    ):
        yield "placeholders differ"


def say(lines: Iterable[str]) -> int:
    """Print lines and return how many there were."""
    count = 0
    for count, line in enumerate(lines, 1):  # noqa: B007 - the last number is the result
        print(line)
    return count


def main() -> int:
    """Run one of the three jobs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    job = parser.add_mutually_exclusive_group(required=True)
    job.add_argument("--update", action="store_true", help="bring the catalogues up to date")
    job.add_argument("--check", action="store_true", help="fail when a translation is missing or does not fit")
    job.add_argument("--compile", action="store_true", help="write the .mo files")
    chosen = parser.parse_args()
    if chosen.update:
        say(update(PACKAGE))
        compile_all(PACKAGE)
        return 0
    if chosen.compile:
        compile_all(PACKAGE)
        return 0
    wrong = say(problems(PACKAGE))
    print("Translations are complete" if not wrong else f"{wrong} problems; `make messages` adds and drops texts")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
