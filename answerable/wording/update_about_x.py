"""The sentences of the update that are about X: contact, demands, who knows; his words stay his words (R14)."""

from collections.abc import Callable

from answerable.core.drafting import (
    AgreementFact,
    ContactFacts,
    DemandFact,
    Draft,
    FacetFacts,
    KnowsFact,
    Missed,
    SentFact,
    TalkFacts,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.around import FromWhom
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.demands import DemandWord, Facet
from answerable.core.entries.sent import REACHING, HowAnswered
from answerable.core.entries.surroundings import LetterGiven
from answerable.wording import names
from answerable.wording.days import day, number, times
from answerable.wording.lists import ended, joined, quoted, sentences
from answerable.wording.words import Words


def contact(draft: Draft, words: Words) -> str:
    """Return the sentence about contact: reached when and how, tried, missed, what comes next."""
    facts = draft.contact
    parts = [_reached(facts, words), _tried(facts, words), *(sent_line(sent, words) for sent in facts.sent)]
    parts += [missed_line(missed, words) for missed in facts.missed]
    if facts.next_due_on is not None:
        text = words.gettext("The next contact is due by {day}.")
        parts.append(text.format(day=day(facts.next_due_on, words)))
    return sentences(*parts)


def missed_line(missed: Missed, words: Words) -> str:
    """Return that a meeting did not happen, and whose reason that was (R34)."""
    text = {
        MissedReason.ACCEPTABLE: words.gettext("He did not come on {day}, for a reason that we accept."),
        MissedReason.NOT_ACCEPTABLE: words.gettext("He did not come on {day}, without a reason that we accept."),
        MissedReason.OURS: words.gettext("A meeting on {day} did not happen because of us."),
    }[missed.reason]
    return text.format(day=day(missed.planned_on, words))


def _reached(facts: ContactFacts, words: Words) -> str:
    """Return when and how he was reached."""
    if not facts.reached:
        if any(how in REACHING for sent in facts.sent for how in sent.answers):
            return ""
        return words.gettext("We have not reached {x} in this time.").format(x=words.person_x)
    when = joined(
        (
            words.gettext("on {day} {how}").format(day=day(one.on, words), how=names.by_medium(one.medium, words))
            for one in facts.reached
        ),
        words,
    )
    return words.gettext("We reached {x} {when}.").format(x=words.person_x, when=when)


def sent_line(sent: SentFact, words: Words) -> str:
    """Return what he sent, read together, and what he did in it with what we had asked (R26)."""
    if sent.from_on == sent.until_on:
        when = words.gettext("on {day}").format(day=day(sent.until_on, words))
    else:
        when = words.gettext("between {first} and {last}")
        when = when.format(first=day(sent.from_on, words), last=day(sent.until_on, words))
    wrote = words.ngettext("He sent us one message {when}.", "He sent us {count} messages {when}.", sent.messages)
    wrote = wrote.format(count=number(sent.messages, words), when=when)
    counts = [(sent.answers.count(how), text) for how, text in _did_with_questions(words).items()]
    did = joined((text.format(count=count) for count, text in counts if count), words)
    if not did:
        return sentences(wrote, words.gettext("They were about something else than what we had asked."))
    return sentences(wrote, words.gettext("Of what we had asked he {what}.").format(what=did))


def _did_with_questions(words: Words) -> dict[HowAnswered, str]:
    """Return what he did with so many questions."""
    return {
        HowAnswered.ANSWERED: words.gettext("answered {count}"),
        HowAnswered.PARTLY: words.gettext("answered {count} in part"),
        HowAnswered.EVADED: words.gettext("evaded {count}"),
        HowAnswered.REFUSED: words.gettext("refused {count}"),
        HowAnswered.ASKS_FOR_TIME: words.gettext("asked for time with {count}"),
        HowAnswered.SOMETHING_ELSE: words.gettext("wrote about something else with {count}"),
    }


def _tried(facts: ContactFacts, words: Words) -> str:
    """Return what we tried, and what came back; that we did not try is said too (R26)."""
    if not facts.tried:
        return "" if facts.reached or facts.sent else words.gettext("We did not write to him either.")
    last = facts.tried[-1]
    if len(facts.tried) == 1:
        wrote = words.gettext("We tried on {day}, {how}.")
        wrote = wrote.format(day=day(last.on, words), how=names.by_medium(last.medium, words))
    else:
        wrote = words.gettext("We tried {times}, the last time on {day}.")
        wrote = wrote.format(times=times(len(facts.tried), words), day=day(last.on, words))
    silent = last.reply is Reply.NOTHING and not facts.waiting
    return sentences(wrote, "" if silent else names.reply(last.reply, words))


def facet_line(draft: Draft, facts: FacetFacts, words: Words) -> str:
    """Return one facet: he says, we have seen, he refuses, we do not know (R65)."""
    parts = [f"{names.facet(facts.facet, words)}:"]
    for word, sentence in _DEMAND_SENTENCES:
        demands = [demand for demand in facts.demands if demand.word is word]
        if demands:
            parts.append(sentence(demands, words))
    if facts.answered or facts.evaded or facts.refused:
        parts.append(_questions(facts, words))
    parts += [_told(facts, words), words.gettext("We have seen that he came.") if facts.came else ""]
    if facts.facet is Facet.STAY_ACCOUNTABLE:
        parts.append(agreements(draft, words))
    return sentences(*parts, _what_we_do_not_know(draft, facts, words))


def _told(facts: FacetFacts, words: Words) -> str:
    """Return whether it is only his word that he told anyone; the next sentence of the update names the groups."""
    if facts.told is None:
        return ""
    if facts.told is DemandWord.SEEN:
        return words.gettext("We have seen that somebody whom he told knows.")
    return words.gettext("That he told anyone, we have only his word.")


def _what_we_do_not_know(draft: Draft, facts: FacetFacts, words: Words) -> str:
    """Return that his word is all there is, or that there is nothing; silence would read as if all were well (R65)."""
    kept = draft.agreements if facts.facet is Facet.STAY_ACCOUNTABLE else ()
    known = {demand.word for demand in facts.demands} | {facts.told}
    seen = DemandWord.SEEN in known or facts.came or any(one.seen for one in kept)
    said = DemandWord.SAID in known or facts.answered > 0 or any(one.kept is not Kept.NOT_KEPT for one in kept)
    if seen:
        return ""
    if said:
        return words.gettext("We have seen nothing that shows it.")
    refused = DemandWord.REFUSED in known or facts.refused > 0 or bool(kept)
    return "" if refused else words.gettext("We do not know.")


def _numbers(demands: list[DemandFact], words: Words) -> str:
    """Return "demand 2" or "demands 2 and 5"."""
    listed = joined((str(demand.number) for demand in demands), words)
    return words.ngettext("demand {numbers}", "demands {numbers}", len(demands)).format(numbers=listed)


def _with_quotes(demands: list[DemandFact], words: Words, quoting: str, bare: str) -> str:
    """Return a sentence for each demand with words of its own, and one for the others together."""
    quotes = [
        quoting.format(number=demand.number, quote=ended(quoted(demand.quote, words)))
        for demand in demands
        if demand.quote
    ]
    others = [demand for demand in demands if not demand.quote]
    return sentences(*quotes, bare.format(demands=_numbers(others, words)) if others else "")


def _said(demands: list[DemandFact], words: Words) -> str:
    return _with_quotes(
        demands,
        words,
        words.gettext("On demand {number} he says: {quote}"),
        words.gettext("On {demands} we have only his word."),
    )


def _seen(demands: list[DemandFact], words: Words) -> str:
    return _with_quotes(
        demands,
        words,
        words.gettext("On demand {number} we have seen: {quote}"),
        words.gettext("On {demands} we have seen something that does not come from him."),
    )


def _refused(demands: list[DemandFact], words: Words) -> str:
    return words.gettext("He refuses {demands}.").format(demands=_numbers(demands, words))


def _asked(demands: list[DemandFact], words: Words) -> str:
    return words.gettext("On {demands} he has not answered yet.").format(demands=_numbers(demands, words))


def not_passed_on(demands: list[DemandFact], words: Words) -> str:
    """Return which demands were not passed on yet; the update does not hide it (R30)."""
    return words.gettext("We have not passed on {demands} yet.").format(demands=_numbers(demands, words))


_DEMAND_SENTENCES: tuple[tuple[DemandWord, Callable[[list[DemandFact], Words], str]], ...] = (
    (DemandWord.SAID, _said),
    (DemandWord.SEEN, _seen),
    (DemandWord.REFUSED, _refused),
    (DemandWord.ASKED, _asked),
    (DemandWord.NOT_ASKED, not_passed_on),
)


def _questions(facts: FacetFacts, words: Words) -> str:
    """Return what he did with our questions of this facet."""
    parts = [
        (facts.answered, words.gettext("answered {count}")),
        (facts.evaded, words.gettext("evaded {count}")),
        (facts.refused, words.gettext("refused {count}")),
    ]
    counted = joined((text.format(count=count) for count, text in parts if count), words)
    return words.gettext("Of our questions he {what}.").format(what=counted)


def agreements(draft: Draft, words: Words) -> str:
    """Return what became of agreements: seen and said stay apart (R31, R65)."""
    facts = draft.agreements
    parts = [
        (_count(facts, Kept.KEPT, seen=True), *_kept_seen(words)),
        (_count(facts, Kept.KEPT, seen=False), *_kept_said(words)),
        (_count(facts, Kept.PARTLY, seen=True), *_kept_partly(words)),
        (_count(facts, Kept.PARTLY, seen=False), *_kept_partly_said(words)),
        (_count(facts, Kept.NOT_KEPT, seen=True), *_kept_not(words)),
        (_count(facts, Kept.NOT_KEPT, seen=False), *_kept_not_said(words)),
    ]
    return sentences(
        *((one if count == 1 else many).format(count=number(count, words)) for count, one, many in parts if count)
    )


def _count(facts: tuple[AgreementFact, ...], kept: Kept, *, seen: bool) -> int:
    return len([fact for fact in facts if fact.kept is kept and fact.seen is seen])


def _kept_seen(words: Words) -> tuple[str, str]:
    return (
        words.gettext("We have seen that he kept one agreement."),
        words.gettext("We have seen that he kept {count} agreements."),
    )


def _kept_said(words: Words) -> tuple[str, str]:
    return (
        words.gettext("He says he kept one agreement."),
        words.gettext("He says he kept {count} agreements."),
    )


def _kept_partly(words: Words) -> tuple[str, str]:
    return (
        words.gettext("One agreement he kept in part."),
        words.gettext("In part he kept {count} agreements."),
    )


def _kept_partly_said(words: Words) -> tuple[str, str]:
    return (
        words.gettext("He says he kept one agreement in part."),
        words.gettext("He says he kept {count} agreements in part."),
    )


def _kept_not(words: Words) -> tuple[str, str]:
    return (
        words.gettext("One agreement he did not keep."),
        words.gettext("He did not keep {count} agreements."),
    )


def _kept_not_said(words: Words) -> tuple[str, str]:
    return (
        words.gettext("He says he did not keep one agreement."),
        words.gettext("He says he did not keep {count} agreements."),
    )


def who_knows(draft: Draft, words: Words) -> str:
    """Return which groups know, through whom, with the letter; single people and talks only as numbers (R29, R36)."""
    parts = [knows_line(fact, words) for fact in draft.who_knows]
    known = sentences(*parts, single_people(draft, words)) or words.gettext("He has named nobody whom he told.")
    return sentences(known, talks(draft.talks, words))


def single_people(draft: Draft, words: Words) -> str:
    """Return how many single people he says he told, and how many we have seen know: numbers, never labels (R29)."""
    parts = []
    if draft.single_people:
        text = words.ngettext("He says he told one person.", "He says he told {count} people.", draft.single_people)
        parts.append(text.format(count=number(draft.single_people, words)))
    if draft.single_people_seen:
        text = words.ngettext(
            "We have seen that one single person knows.",
            "We have seen that {count} single people know.",
            draft.single_people_seen,
        )
        parts.append(text.format(count=number(draft.single_people_seen, words)))
    return sentences(*parts)


def knows_line(fact: KnowsFact, words: Words) -> str:
    """Return one group: his word, or what others said or showed; from whom, where it is not he who says he told."""
    if not fact.seen and fact.from_whom is FromWhom.HIM:
        text = {
            LetterGiven.YES: words.gettext("He says he told this group, with the letter: {group}."),
            LetterGiven.NO: words.gettext("He says he told this group, without the letter: {group}."),
            LetterGiven.UNKNOWN: words.gettext(
                "He says he told this group, and we do not know whether with the letter: {group}."
            ),
        }[fact.letter]
        return text.format(group=fact.label)
    text = {
        (True, LetterGiven.YES): words.gettext("We have seen that this group knows, with the letter: {group}."),
        (True, LetterGiven.NO): words.gettext("We have seen that this group knows, without the letter: {group}."),
        (True, LetterGiven.UNKNOWN): words.gettext(
            "We have seen that this group knows, and do not know whether with the letter: {group}."
        ),
        (False, LetterGiven.YES): words.gettext("He says this group knows, with the letter: {group}."),
        (False, LetterGiven.NO): words.gettext("He says this group knows, without the letter: {group}."),
        (False, LetterGiven.UNKNOWN): words.gettext(
            "He says this group knows, and we do not know whether with the letter: {group}."
        ),
    }[fact.seen, fact.letter]
    through = {
        FromWhom.HIM: words.gettext("from him"),
        FromWhom.US: words.gettext("from us"),
        FromWhom.SOMEBODY_ELSE: words.gettext("from somebody else"),
        FromWhom.UNKNOWN: words.gettext("we do not know from whom"),
    }[fact.from_whom]
    return text.format(group=f"{fact.label} ({through})")


def talks(facts: TalkFacts, words: Words) -> str:
    """Return the talks with people around him, what was asked of them and what they answered (R36)."""
    counted = (
        (facts.held, words.gettext("We talked with people around him {times}.")),
        (facts.offered, words.gettext("We offered people around him a talk {times}.")),
        (facts.declined, words.gettext("People around him did not want to talk {times}.")),
    )
    parts = [text.format(times=times(count, words)) for count, text in counted if count]
    for ask in facts.asks:
        asked = words.gettext("We asked something of them.")
        if ask.asked:
            asked = words.gettext("We asked of them: {what}").format(what=ended(quoted(ask.asked, words)))
        parts += [asked, ended(names.ask_outcome(ask.answer, words))]
    return sentences(*parts)
