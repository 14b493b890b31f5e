"""Entries about decisions in words (R7, R24, R46, R47)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import (
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    Entry,
    PositionTaken,
    QuorumSet,
)
from answerable.wording import decisions, names
from answerable.wording.entry_words import EntryWords, Part, Telling


def decision_proposed(entry: DecisionProposed, telling: Telling) -> EntryWords:
    """Tell what is to be decided, what it rests on, whom it protects, who is asked (R7, R47)."""
    _ = telling.gettext
    text = _("Asked: %(names)s. Until %(day)s.")
    sentence = text % {"names": telling.names(entry.asked), "day": telling.day(entry.until_on)}
    facts = "\n".join(f"{one.text} ({names.source(one.source, telling.words)})" for one in entry.facts)
    parts = [Part("", entry.question)]
    if entry.options:
        parts.append(Part(_("What we could do"), "\n".join(entry.options)))
    if facts:
        parts.append(Part(_("What we know, and how"), facts))
    parts.append(Part(_("Whom it protects"), entry.protects))
    pairs = tuple((_("Takes no part: %(name)s") % {"name": telling.name(one.user)}, one.why) for one in entry.recused)
    if entry.at_meeting:
        pairs = (*pairs, (_("How"), _("Decided at a meeting, written down afterwards.")))
    if entry.follows:
        pairs = (*pairs, (_("A fresh round about"), telling.entry(entry.follows)))
    return EntryWords(title=_("A question to decide"), sentence=sentence, parts=tuple(parts), pairs=pairs)


def position_taken(entry: PositionTaken, telling: Telling) -> EntryWords:
    """Tell how a member stands to a proposal; a view noted by another is marked as such (R47)."""
    _ = telling.gettext
    facts = {"name": telling.name(entry.member), "view": decisions.view(entry.view, telling.words)}
    sentence = _("%(name)s: %(view)s.") % facts
    parts = (Part("", entry.text),) if entry.text else ()
    pairs = [(_("About"), telling.entry(entry.proposal))]
    if entry.told_how is not None:
        pairs.append((_("Noted by another member"), entry.told_how))
    return EntryWords(title=_("How somebody stands to it"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def decision_reached(entry: DecisionReached, telling: Telling) -> EntryWords:
    """Tell what was decided and why, how many stood how, and who saw it otherwise, unchanged (R24, R47)."""
    _ = telling.gettext
    parts = [Part("", entry.decided), Part(_("Why"), entry.reasons), Part(_("Whom it protects"), entry.protects)]
    for one in entry.dissent:
        who = _("%(name)s sees it otherwise") % {"name": telling.name(one.user)} if one.user else _("Seen otherwise")
        parts.append(Part(who, one.text))
    if entry.tell:
        parts.append(Part(_("Reasons we can tell"), entry.tell))
    pairs = [
        (_("The question"), telling.entry(entry.proposal)),
        (_("Views"), decisions.tally(entry.tally, telling.words)),
    ]
    if entry.look_again_on:
        pairs.append((_("Looked at again on"), telling.day(entry.look_again_on)))
    text = _("%(outcome)s on %(day)s.")
    sentence = text % {"outcome": decisions.outcome(entry.sort, telling.words), "day": telling.day(entry.on)}
    return EntryWords(title=_("A decision"), sentence=sentence, parts=tuple(parts), pairs=tuple(pairs))


def decision_confirmed(entry: DecisionConfirmed, telling: Telling) -> EntryWords:
    """Tell that a decision was looked at again and stays (R46)."""
    _ = telling.gettext
    sentence = _("Looked at again on %(day)s: it stays.") % {"day": telling.day(entry.on)}
    pairs = [(_("The decision"), telling.entry(entry.decision))]
    if entry.look_again_on:
        pairs.append((_("Looked at again on"), telling.day(entry.look_again_on)))
    parts = (Part(_("Why"), entry.why),)
    return EntryWords(title=_("A decision looked at again"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def decision_questioned(entry: DecisionQuestioned, telling: Telling) -> EntryWords:
    """Tell what people concerned asked about reasons they were told, and what we said (R47)."""
    _ = telling.gettext
    sentence = _("%(who)s asked on %(day)s.") % {"who": entry.by, "day": telling.day(entry.on)}
    parts = [Part(_("What they asked"), entry.question)]
    if entry.answer:
        parts.append(Part(_("What we said"), entry.answer))
    pairs = ((_("The decision"), telling.entry(entry.decision)),)
    return EntryWords(title=_("A question about a decision"), sentence=sentence, parts=tuple(parts), pairs=pairs)


def decision_about(entry: DecisionAbout, telling: Telling) -> EntryWords:
    """Tell because of which entry a question was asked (R26, R31, R38)."""
    _ = telling.gettext
    pairs = ((_("The question"), telling.entry(entry.proposal)), (_("Because of"), telling.entry(entry.about)))
    return EntryWords(
        title=_("Why it is to be decided"), sentence=_("A question for the group to answer."), pairs=pairs
    )


def quorum_set(entry: QuorumSet, telling: Telling) -> EntryWords:
    """Tell how many views a decision needs from a day on, and why (R4, R47)."""
    _ = telling.gettext
    sentence = _("From %(day)s on a decision needs the views of %(whom)s.") % {
        "day": telling.day(entry.from_on),
        "whom": decisions.quorum(entry.quorum, telling.words),
    }
    parts = (Part(_("Why"), entry.reason),) if entry.reason else ()
    return EntryWords(title=_("How many a decision needs"), sentence=sentence, parts=parts)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    DecisionProposed: decision_proposed,
    PositionTaken: position_taken,
    DecisionReached: decision_reached,
    DecisionConfirmed: decision_confirmed,
    DecisionQuestioned: decision_questioned,
    DecisionAbout: decision_about,
    QuorumSet: quorum_set,
}
