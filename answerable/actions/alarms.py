"""Alarms: which findings a member has written down that she saw (entries.md, Alarm)."""

from answerable.actions.reading import OpenProcess


def findings(opened: OpenProcess) -> str:
    """Return the findings of an open process as one line: what and where, e.g. "signature 12; body 15"."""
    found = sorted({(finding.seq or 0, finding.what) for finding in (*opened.altered, *opened.withheld)})
    return "; ".join(f"{what} {seq}" for seq, what in found)


def is_noted(opened: OpenProcess) -> bool:
    """Say whether a member noted every finding there is now; a new one shuts writing again."""
    noted = {part for item in opened.state.alarms for part in item.entry.what.split("; ")}
    return noted.issuperset(findings(opened).split("; "))
