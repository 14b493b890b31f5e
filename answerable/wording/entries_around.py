"""Entries about people around X in words: what they know, talks, who hears of a demand; accounts stay marked (R14)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import AroundNoted, AskAnswered, Entry, NoFurtherContact, TalkNoted, WhoHears
from answerable.core.entries.around import KNOWING, TalkStage
from answerable.core.entries.base import Source
from answerable.wording import names
from answerable.wording.entries_of_x import account, how_we_know
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.lists import before_stop, small

Pairs = list[tuple[str, str]]


def around_noted(entry: AroundNoted, telling: Telling) -> EntryWords:
    """Tell what a group or person knows, from whom, with the letter or not (R29, R35)."""
    _ = telling.gettext
    he_says, known = _("%(x)s says about %(label)s: %(knows)s."), _("About %(label)s: %(knows)s.")
    sentence = (he_says if entry.source is Source.HE_SAID else known) % {
        "x": telling.person_x,
        "label": entry.label,
        "knows": names.knows_clause(entry.knows, telling.words),
    }
    label = _("What he says") if entry.source is Source.HE_SAID else _("What was said")
    parts = list(account(label, entry.account, entry.source, telling))
    if entry.disagrees:
        parts += account(_("What they disagree with"), entry.disagrees, entry.source, telling)
    return EntryWords(
        title=_("People around %(x)s") % {"x": telling.person_x},
        sentence=sentence,
        parts=tuple(parts),
        pairs=tuple(_around_pairs(entry, telling)),
    )


def _around_pairs(entry: AroundNoted, telling: Telling) -> Pairs:
    """Return the small facts of a note about people around X."""
    _, words = telling.gettext, telling.words
    pairs: Pairs = [(_("Who"), names.around_kind(entry.kind, words))]
    if entry.relation:
        pairs.append((_("How they know him"), entry.relation))
    if entry.from_whom is not None:
        pairs.append((_("From whom"), names.from_whom(entry.from_whom, words)))
    if entry.knows in KNOWING:
        pairs.append((_("With the letter?"), names.letter_word(entry.letter, words)))
    if entry.on:
        pairs.append((_("Since when"), telling.day(entry.on)))
    if entry.perspective:
        pairs.append((_("Her perspective, in another way"), entry.perspective))
    pairs += [(_("They were told"), telling.entry(demand)) for demand in entry.demands]
    pairs += how_we_know(entry.source, x_may_learn=entry.x_may_learn, telling=telling)
    if entry.confirmed_by:
        pairs.append((_("Confirmed by"), entry.confirmed_by))
    return pairs


def talk_noted(entry: TalkNoted, telling: Telling) -> EntryWords:
    """Tell a talk with people around X, what they said, and what was asked of them (R36)."""
    _, words = telling.gettext, telling.words
    sentence = {
        TalkStage.OFFERED: _("On %(day)s we offered a talk: %(label)s."),
        TalkStage.HELD: _("On %(day)s we talked: %(label)s."),
        TalkStage.DECLINED: _("On %(day)s they did not want to talk: %(label)s."),
    }[entry.stage] % {"day": telling.day(entry.on), "label": before_stop(entry.label)}
    parts = [_friends(_("What they said"), entry.said, telling)]
    parts.append(_friends(_("What they disagree with"), entry.disagrees or "", telling))
    parts.append(Part(_("What we asked of them"), entry.asked or ""))
    parts.append(_friends(_("Their answer"), entry.answered, telling))
    pairs: Pairs = [(_("Who of us"), telling.names(entry.by))] if entry.by else []
    if entry.asked:
        at_once = _("not at once") if entry.answer is None else names.ask_outcome(entry.answer, words)
        pairs.append((_("Their answer"), at_once))
    may = _("yes") if entry.x_may_learn else _("no")
    pairs.append((_("May %(x)s learn of it?") % {"x": telling.person_x}, may))
    return EntryWords(
        title=_("Talk with people around %(x)s") % {"x": telling.person_x},
        sentence=sentence,
        parts=tuple(part for part in parts if part.text),
        pairs=tuple(pairs),
    )


def ask_answered(entry: AskAnswered, telling: Telling) -> EntryWords:
    """Tell what people around X answered later (R36)."""
    _ = telling.gettext
    sentence = _("On %(day)s they answered: %(answer)s.") % {
        "day": telling.day(entry.on),
        "answer": small(names.ask_outcome(entry.outcome, telling.words)),
    }
    parts = (_friends("", entry.text, telling),) if entry.text else ()
    pairs = ((_("What we asked of them"), telling.entry(entry.talk)),)
    return EntryWords(title=_("Their answer"), sentence=sentence, parts=parts, pairs=pairs)


def no_further_contact(entry: NoFurtherContact, telling: Telling) -> EntryWords:
    """Tell that somebody wants no further contact; it is final (R36)."""
    _ = telling.gettext
    sentence = _("On %(day)s they said: no further contact with us. It is final: %(label)s.") % {
        "day": telling.day(entry.on),
        "label": before_stop(entry.label),
    }
    parts = (_friends(_("What they said"), entry.said, telling),) if entry.said else ()
    return EntryWords(title=_("No further contact"), sentence=sentence, parts=parts)


def who_hears(entry: WhoHears, telling: Telling) -> EntryWords:
    """Tell who of those who know hears of a new demand (R35)."""
    _ = telling.gettext
    sentence = _("Who of those who know hears of it: %(demand)s") % {"demand": telling.entry(entry.demand)}
    pairs = tuple((row.label, names.hearing(row.hearing, telling.words)) for row in entry.rows)
    parts = (Part(_("Who hears first, and who supports them"), entry.sequence),) if entry.sequence else ()
    return EntryWords(title=_("Who hears of a demand"), sentence=sentence, parts=parts, pairs=pairs)


def _friends(label: str, text: str, telling: Telling) -> Part:
    """Return words of people around X, marked so (R14)."""
    return Part(label, text, his=True, whose=telling.gettext("his friends’ account"))


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    AroundNoted: around_noted,
    TalkNoted: talk_noted,
    AskAnswered: ask_answered,
    NoFurtherContact: no_further_contact,
    WhoHears: who_hears,
}
