"""Entries about who may be told, and what reaches her, in words (R9, R10, R13)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import Entry, MayTellAsked, MayTellConfirmed, MayTellSet, MayTellStopped, ReachChosen
from answerable.wording import may_tell
from answerable.wording.entries_of_x import copied_pairs
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.lists import capital


def may_tell_set(entry: MayTellSet, telling: Telling) -> EntryWords:
    """Tell the support group's answer: whom, what, until when (R9)."""
    _ = telling.gettext
    words = telling.words
    sentence = _("%(people)s, %(material)s: %(answer)s. Said on %(day)s.") % {
        "people": capital(may_tell.whom(entry.audience, words)),
        "material": may_tell.material(entry.material, words),
        "answer": may_tell.answered(entry.answer, words),
        "day": telling.day(entry.said_on),
    }
    parts = (Part(_("Under which condition"), entry.condition),) if entry.condition else ()
    pairs = ((_("Until"), telling.day(entry.until_on)),) if entry.until_on else ()
    pairs = (*pairs, *copied_pairs(entry.copied, telling))
    return EntryWords(title=_("Who may be told"), sentence=sentence, parts=parts, pairs=pairs)


def may_tell_stopped(entry: MayTellStopped, telling: Telling) -> EntryWords:
    """Tell that nobody new is told anything from a day on; no reason is asked (R10)."""
    _ = telling.gettext
    sentence = _("Stop: from %(day)s on nobody new is told anything.") % {"day": telling.day(entry.said_on)}
    pairs = copied_pairs(entry.copied, telling)
    return EntryWords(title=_("Who may be told: stop"), sentence=sentence, pairs=pairs)


def may_tell_confirmed(entry: MayTellConfirmed, telling: Telling) -> EntryWords:
    """Tell that what stands still holds."""
    _ = telling.gettext
    sentence = _("Who may be told was looked at on %(day)s. It still holds.") % {"day": telling.day(entry.said_on)}
    pairs = copied_pairs(entry.copied, telling)
    return EntryWords(title=_("Who may be told: still holds"), sentence=sentence, pairs=pairs)


def may_tell_asked(entry: MayTellAsked, telling: Telling) -> EntryWords:
    """Tell what the contact group asks a yes for (R54)."""
    _ = telling.gettext
    sentence = may_tell.may_we(entry.audience, entry.material, telling.words)
    parts = (Part(_("Why we ask"), entry.why),) if entry.why else ()
    return EntryWords(title=_("A question about who may be told"), sentence=sentence, parts=parts)


def reach_chosen(entry: ReachChosen, telling: Telling) -> EntryWords:
    """Tell what reaches her, and through whom (R13)."""
    _ = telling.gettext
    sentence = may_tell.reach_sentence(entry, telling.words)
    pairs = ((_("Said on"), telling.day(entry.said_on)), *copied_pairs(entry.copied, telling))
    return EntryWords(title=_("What reaches her"), sentence=sentence, pairs=pairs)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    MayTellSet: may_tell_set,
    MayTellStopped: may_tell_stopped,
    MayTellConfirmed: may_tell_confirmed,
    MayTellAsked: may_tell_asked,
    ReachChosen: reach_chosen,
}
