"""Alarms and the results of verifying: what was found, and what to do next (C2)."""

from collections.abc import Iterable

from answerable.sealing.errors import Finding
from answerable.sealing.verify import Result
from answerable.wording.lists import joined, sentences
from answerable.wording.words import Words

MOST_NAMED = 5


def alarm(altered: tuple[Finding, ...], withheld: tuple[Finding, ...], words: Words) -> str:
    """Return the text of the alarm box: what was changed or is missing, and what to do."""
    parts = []
    if altered:
        parts.append(_changed(altered, words))
    if withheld:
        parts.append(_gone(withheld, words))
    return sentences(*parts, *what_to_do(words))


def what_to_do(words: Words) -> tuple[str, ...]:
    """Return what to do after an alarm, step by step."""
    return (
        words.gettext("Do not write on."),
        words.gettext("Compare the safety words with another member, by another way than this page."),
        words.gettext("Then run “verify” against the last printed update."),
    )


def _changed(findings: tuple[Finding, ...], words: Words) -> str:
    """Return which entries were changed; where only the whole is known, that."""
    places = _places(findings)
    if not places:
        return words.gettext("What is stored here was changed or damaged.")
    text = words.ngettext(
        "Entry {numbers} was changed or damaged; its text is not shown.",
        "Entries {numbers} were changed or damaged; their text is not shown.",
        len(places),
    )
    return text.format(numbers=_listed(places, words))


def _gone(findings: tuple[Finding, ...], words: Words) -> str:
    """Return which entries are missing."""
    places = _places(findings)
    if not places:
        return words.gettext("Something that the record names is missing here.")
    text = words.ngettext("Entry {numbers} is missing.", "Entries {numbers} are missing.", len(places))
    return text.format(numbers=_listed(places, words))


def _places(findings: Iterable[Finding]) -> list[int]:
    """Return the places in the log, each once."""
    return sorted({finding.seq for finding in findings if finding.seq is not None})


def _listed(places: list[int], words: Words) -> str:
    """Return the first few places; an ellipsis says that there are more."""
    shown = [str(place) for place in places[:MOST_NAMED]]
    return joined(shown, words) if len(places) <= MOST_NAMED else f"{', '.join(shown)} …"


def verified(result: Result, words: Words) -> str:
    """Return the one line of verify: complete, withheld or altered (entries.md, verify)."""
    root = result.root.hex()
    if result.outcome == "complete":
        text = words.ngettext(
            "complete up to {size} entry, root {root}", "complete up to {size} entries, root {root}", result.size
        )
        return text.format(size=result.size, root=root)
    if result.outcome == "withheld":
        return words.gettext("withheld: {what}").format(what=_findings(result.withheld))
    return words.gettext("altered: {what}").format(what=_findings(result.altered))


def opened(result: Result, words: Words) -> str:
    """Return what a member could open."""
    text = words.gettext("{opened} entries open with your keys, {sealed} are sealed for other groups")
    return text.format(opened=result.opened, sealed=result.sealed)


def cannot_read(words: Words) -> str:
    """Return what verify says of something that is no archive and no process."""
    return words.gettext("cannot read")


def _findings(findings: tuple[Finding, ...]) -> str:
    """Return fixed codes with their places, for those who look into it."""
    shown = [
        f"{one.what} {one.seq}" if one.seq is not None else f"{one.what} {one.ref.hex()}".strip() for one in findings
    ]
    return ", ".join(shown[:MOST_NAMED]) + (" …" if len(shown) > MOST_NAMED else "")
