"""Entries about X in words: contacts, demands, agreements, people around him, notes. His account stays marked (R14)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    AgreementMade,
    AnswersReported,
    ChangeNoted,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    Entry,
    LookedAgain,
    MeetingMissed,
    NoteKept,
    ParentDecided,
    ParentHeard,
    ToldByX,
)
from answerable.core.entries.base import Copied, Source
from answerable.core.entries.contacts import MissedReason, ToldNew
from answerable.wording import entry_words, names
from answerable.wording.demand_story import told_them
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.lists import before_stop, ended

Pairs = tuple[tuple[str, str], ...]


def contact_reached(entry: ContactReached, telling: Telling) -> EntryWords:
    """Tell a contact: his account, his answers, in the wording that was asked (R28)."""
    _ = telling.gettext
    sentence = _("%(names)s reached %(x)s on %(day)s, %(how)s.") % {
        "names": telling.names(entry.by),
        "x": telling.person_x,
        "day": telling.day(entry.on),
        "how": names.by_medium(entry.medium, telling.words),
    }
    parts = [Part(_("What he said or did"), entry.account, his=True)] if entry.account else []
    for answer in entry.answers:
        label = f"{answer.question}. {answer.wording}"
        state = names.outcome(answer.outcome, telling.words)
        parts.append(Part(label, f"{state}: {answer.text}" if answer.text else state, his=True))
    pairs = [(_("Kind of place"), names.place(entry.place, telling.words))] if entry.place else []
    if entry.made_her_topic:
        pairs.append((_("About her"), _("He made her the topic; we stopped it")))
    if entry.told_new is not ToldNew.SOMEONE:
        pairs.append((_("Told anyone new"), entry_words.told_new(entry.told_new, telling.words)))
    return EntryWords(title=_("Contact"), sentence=sentence, parts=tuple(parts), pairs=tuple(pairs))


def contact_attempted(entry: ContactAttempted, telling: Telling) -> EntryWords:
    """Tell an attempt: what was asked and until when (R26)."""
    _ = telling.gettext
    sentence = _("%(names)s tried to reach %(x)s on %(day)s, %(how)s.") % {
        "names": telling.names(entry.by),
        "x": telling.person_x,
        "day": telling.day(entry.on),
        "how": names.by_medium(entry.medium, telling.words),
    }
    pairs = [(_("What came back"), names.reply(entry.reply, telling.words))]
    if entry.answer_by_on:
        pairs.append((_("Answer by"), telling.day(entry.answer_by_on)))
    if entry.new_date_for:
        pairs.append((_("A new date for"), telling.entry(entry.new_date_for)))
    parts = (Part(_("What we asked"), entry.asked),) if entry.asked else ()
    return EntryWords(title=_("Attempt"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def meeting_missed(entry: MeetingMissed, telling: Telling) -> EntryWords:
    """Tell a meeting that did not happen, and whose reason it was (R34)."""
    _ = telling.gettext
    ours = _("The meeting on %(day)s did not happen. The reason was ours.")
    is_ours = entry.reason is MissedReason.OURS
    sentence = ours if is_ours else _("%(x)s did not come on %(day)s.")
    sentence %= {"x": telling.person_x, "day": telling.day(entry.planned_on)}
    label = _("What hindered us") if is_ours else _("What he said about it")
    parts = (Part(label, entry.note, his=not is_ours),) if entry.note else ()
    pairs = ((_("The reason"), names.missed_reason(entry.reason, telling.words)),)
    return EntryWords(title=_("Missed meeting"), sentence=sentence, parts=parts, pairs=pairs)


def told_by_x(entry: ToldByX, telling: Telling) -> EntryWords:
    """Tell whom he told, with the letter or not, and how we know (R29)."""
    _ = telling.gettext
    says = entry.source is Source.HE_SAID
    he_says, others_say = _("%(x)s says he told: %(label)s."), _("Somebody other than %(x)s told us about: %(label)s.")
    pairs = [(_("With the letter?"), names.letter_word(entry.letter, telling.words))]
    if entry.on:
        pairs.append((_("When"), telling.day(entry.on)))
    if entry.perspective:
        pairs.append((_("Her perspective, in another way"), entry.perspective))
    pairs += how_we_know(entry.source, x_may_learn=entry.x_may_learn, telling=telling)
    if entry.confirmed_by:
        pairs.append((_("Confirmed by"), entry.confirmed_by))
    label = _("What he says he told") if says else _("What we were told")
    parts = account(label, entry.account, entry.source, telling)
    sentence = (he_says if says else others_say) % {"x": telling.person_x, "label": before_stop(entry.label)}
    return EntryWords(title=_("Whom he told"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def note_kept(entry: NoteKept, telling: Telling) -> EntryWords:
    """Tell a note with its source; what X said stays his account (R14, R42)."""
    _ = telling.gettext
    sentence = _("A note about %(day)s.") % {"day": telling.day(entry.on)}
    pairs = list(how_we_know(entry.source, x_may_learn=entry.x_may_learn, telling=telling))
    if entry.shows:
        word = names.demand_word(entry.shows.word, telling.words)
        pairs.append((_("What it shows"), f"{telling.entry(entry.shows.demand)}: {word}"))
    parts = (Part("", entry.text, his=entry.source is Source.HE_SAID),)
    return EntryWords(title=_("Note"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def account(label: str, text: str, source: Source, telling: Telling) -> tuple[Part, ...]:
    """Return what was said to us, marked as his account or his friends', nothing for no words (R14)."""
    if not text:
        return ()
    if source is Source.SOMEONE_CAME:
        return (Part(label, text, his=True, whose=telling.gettext("his friends’ account")),)
    return (Part(label, text, his=source is Source.HE_SAID),)


def how_we_know(source: Source, *, x_may_learn: bool, telling: Telling) -> Pairs:
    """Return how we know, and whether X may learn it (R42)."""
    _ = telling.gettext
    known = ((_("How we know"), names.source(source, telling.words)),)
    if source is not Source.SOMEONE_CAME:
        return known
    may = _("yes") if x_may_learn else _("no")
    return (*known, (_("May %(x)s learn how we know?") % {"x": telling.person_x}, may))


def agreement_made(entry: AgreementMade, telling: Telling) -> EntryWords:
    """Tell what X will do, by when (R31)."""
    _ = telling.gettext
    sentence = _("Agreed on %(day)s.") % {"day": telling.day(entry.on)}
    by = telling.day(entry.by_on) if entry.by_on else _("no day was set")
    pairs = [(_("By when"), by)]
    if entry.replaces:
        pairs.append((_("In place of"), telling.entry(entry.replaces)))
    parts = (Part(_("What he will do"), entry.text),)
    return EntryWords(title=_("Agreement"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def agreement_answered(entry: AgreementAnswered, telling: Telling) -> EntryWords:
    """Tell what became of an agreement (R31)."""
    _ = telling.gettext
    sentence = _("An agreement was looked at on %(day)s: %(kept)s.") % {
        "day": telling.day(entry.on),
        "kept": names.kept(entry.kept, telling.words),
    }
    pairs = (
        (_("The agreement"), telling.entry(entry.agreement)),
        (_("How we know"), names.source(entry.source, telling.words)),
    )
    parts = (Part("", entry.note, his=entry.source is Source.HE_SAID),) if entry.note else ()
    return EntryWords(title=_("Agreement, answered"), sentence=sentence, parts=parts, pairs=pairs)


def agreement_followed(entry: AgreementFollowed, telling: Telling) -> EntryWords:
    """Tell what follows from an agreement that was not wholly kept (R31)."""
    _ = telling.gettext
    sentence = _("What follows from an agreement, said on %(day)s: %(follows)s.") % {
        "day": telling.day(entry.on),
        "follows": names.follows(entry.follows, telling.words),
    }
    pairs = ((_("The agreement"), telling.entry(entry.agreement)),)
    return EntryWords(title=_("What follows"), sentence=sentence, pairs=pairs)


def change_noted(entry: ChangeNoted, telling: Telling) -> EntryWords:
    """Tell that X moves or joins something new (R33); what he said stays his account (R14)."""
    _ = telling.gettext
    sentence = _("A change in his life, %(day)s: %(what)s.") % {
        "day": telling.day(entry.on),
        "what": names.change(entry.sort, telling.words),
    }
    pairs = how_we_know(entry.source, x_may_learn=entry.x_may_learn, telling=telling)
    parts = (Part("", entry.text, his=entry.source is Source.HE_SAID),)
    return EntryWords(title=_("Something changes"), sentence=sentence, parts=parts, pairs=pairs)


def looked_again(entry: LookedAgain, telling: Telling) -> EntryWords:
    """Tell what the group looked at again, and agreed (R33)."""
    _ = telling.gettext
    sentence = _("Contact and surroundings looked at again on %(day)s.") % {"day": telling.day(entry.on)}
    pairs = tuple((_("Because of"), telling.entry(one)) for one in entry.changes)
    return EntryWords(title=_("Looked at again"), sentence=sentence, parts=(Part("", entry.text),), pairs=pairs)


def demand(entry: DemandRaised | DemandReplaced, telling: Telling) -> EntryWords:
    """Tell a demand in the words of those who make it (R2)."""
    _ = telling.gettext
    title = _("Demand %(number)s") % {"number": entry.number}
    raised = _("%(who)s raised this demand on %(day)s.")
    sentence = raised if isinstance(entry, DemandRaised) else _("%(who)s gave this demand new words on %(day)s.")
    sentence %= {"who": names.origin(entry.origin, telling.words), "day": telling.day(entry.said_on)}
    pairs = [(_("About"), names.facet(entry.facet, telling.words)), *copied_pairs(entry.copied, telling)]
    if isinstance(entry, DemandReplaced):
        pairs.append((_("In place of"), telling.entry(entry.replaces)))
    return EntryWords(title=title, sentence=sentence, parts=(Part("", entry.text),), pairs=tuple(pairs))


def demand_withdrawn(entry: DemandWithdrawn, telling: Telling) -> EntryWords:
    """Tell that a demand is no longer made (R2)."""
    _ = telling.gettext
    sentence = _("%(who)s withdrew a demand on %(day)s: %(demand)s") % {
        "who": names.origin(entry.origin, telling.words),
        "day": telling.day(entry.said_on),
        "demand": telling.entry(entry.withdraws),
    }
    parts = (Part("", entry.text),) if entry.text else ()
    return EntryWords(
        title=_("Demand withdrawn"), sentence=sentence, parts=parts, pairs=copied_pairs(entry.copied, telling)
    )


def demand_passed_on(entry: DemandPassedOn, telling: Telling) -> EntryWords:
    """Tell that a demand was passed on word for word, and his answer (R30)."""
    _ = telling.gettext
    sentence = _("%(names)s passed this on on %(day)s, %(how)s: %(demand)s") % {
        "names": telling.names(entry.by),
        "demand": telling.entry(entry.demand),
        "day": telling.day(entry.on),
        "how": names.by_medium(entry.medium, telling.words),
    }
    state = names.outcome(entry.answer.outcome, telling.words) if entry.answer else _("no answer yet")
    pairs = [(_("His answer"), state)]
    if entry.answer_by_on:
        pairs.append((_("Answer by"), telling.day(entry.answer_by_on)))
    text = entry.answer.text if entry.answer else ""
    parts = (Part(_("What he said"), text, his=True),) if text else ()
    return EntryWords(title=_("Demand passed on"), sentence=sentence, parts=parts, pairs=tuple(pairs))


def copied_pairs(copied: Copied | None, telling: Telling) -> Pairs:
    """Return whose words a copy holds, and where they stood (R64)."""
    if copied is None:
        return ()
    _ = telling.gettext
    pairs = [
        (_("Words of"), copied.from_),
        (_("Said on"), telling.day(copied.said_on)),
        (_("Copied from"), copied.source),
    ]
    if copied.how:
        pairs.append((_("How it came"), copied.how))
    return tuple(pairs)


def parent_decided(entry: ParentDecided, telling: Telling) -> EntryWords:
    """Tell a decision of the parent process in its own words (R8)."""
    _ = telling.gettext
    sentence = _("The parent process decided this on %(day)s.") % {"day": telling.day(entry.said_on)}
    pairs = copied_pairs(entry.copied, telling)
    title = _("Decision of the parent process")
    return EntryWords(title=title, sentence=sentence, parts=(Part("", entry.text),), pairs=pairs)


def parent_heard(entry: ParentHeard, telling: Telling) -> EntryWords:
    """Tell that the group heard from the parent process (R8)."""
    _ = telling.gettext
    sentence = _("We heard from the parent process on %(day)s.") % {"day": telling.day(entry.on)}
    parts = (Part("", entry.text),) if entry.text else ()
    return EntryWords(title=_("Heard from the parent process"), sentence=sentence, parts=parts)


def answers_reported(entry: AnswersReported, telling: Telling) -> EntryWords:
    """Tell who was told what he answered, when and how (R30)."""
    _ = telling.gettext
    sentence = ended(f"{telling.day(entry.on)}: {told_them(entry, telling.words)}")
    pairs = tuple((_("His answer to"), telling.entry(one)) for one in entry.passings)
    return EntryWords(title=_("Told back"), sentence=sentence, pairs=pairs)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    ContactReached: contact_reached,
    ContactAttempted: contact_attempted,
    MeetingMissed: meeting_missed,
    ToldByX: told_by_x,
    NoteKept: note_kept,
    AgreementMade: agreement_made,
    AgreementAnswered: agreement_answered,
    AgreementFollowed: agreement_followed,
    ChangeNoted: change_noted,
    LookedAgain: looked_again,
    ParentDecided: parent_decided,
    ParentHeard: parent_heard,
    AnswersReported: answers_reported,
    DemandRaised: demand,
    DemandReplaced: demand,
    DemandWithdrawn: demand_withdrawn,
    DemandPassedOn: demand_passed_on,
}
