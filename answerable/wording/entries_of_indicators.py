"""Entries about the list of indicators in words (R65)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import Entry, IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.indicators import Ground
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.indicators import attendance, ground, name


def indicators_taken_on(entry: IndicatorsTakenOn, telling: Telling) -> EntryWords:
    """Tell that the group took the list on, or put it down (R4)."""
    _ = telling.gettext
    if entry.taken_on:
        sentence = _("Since %(day)s we use the list of indicators.")
    else:
        sentence = _("Since %(day)s we no longer use the list of indicators.")
    parts = (Part(_("Why"), entry.reason),) if entry.reason else ()
    return EntryWords(title=_("What we agreed"), sentence=sentence % {"day": telling.day(entry.on)}, parts=parts)


def indicator_noted(entry: IndicatorNoted, telling: Telling) -> EntryWords:
    """Tell what an indicator showed and what that rests on; what comes from him is his account (R14)."""
    _ = telling.gettext
    does = _("It shows that he does it: %(what)s.")
    does_not = _("It shows that he refuses or does not do it: %(what)s.")
    what = name(entry.indicator, entry.list_version, entry.wording, telling.words)
    pairs = [(_("It rests on"), ground(entry.ground, telling.words))]
    if entry.by:
        pairs.append((_("Who of us saw it"), telling.names(entry.by)))
    if entry.attendance is not None:
        pairs.append((_("What they say"), attendance(entry.attendance, telling.words)))
    if entry.ground is Ground.CONFIRMED:
        pairs.append((_("They have the letter, or her perspective"), _("Yes") if entry.with_letter else _("No")))
        pairs.append((_("May he learn how we know?"), _("Yes") if entry.x_may_learn else _("No")))
    return EntryWords(
        title=_("An indicator"),
        sentence=(does if entry.does else does_not) % {"what": what},
        parts=(Part(_("What exactly"), entry.text, his=entry.ground in (Ground.HIS_WORD, Ground.HIS_PAPER)),),
        pairs=((_("Day"), telling.day(entry.on)), *pairs),
    )


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    IndicatorsTakenOn: indicators_taken_on,
    IndicatorNoted: indicator_noted,
}
"""How the kinds of this family are told."""
