"""Sentences of the pages about contact with X: how the last one ended, what the next one has on its list."""

from datetime import date

from msgspec import Struct

from answerable.core import asking, deciding
from answerable.core.entries import AgreementMade, ContactAttempted
from answerable.core.entries.agreements import Kept
from answerable.core.entries.around import Hearing
from answerable.core.entries.base import Medium
from answerable.core.entries.contacts import MissedReason
from answerable.core.entries.sent import HowAnswered
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around, State
from answerable.wording import caution, lists, names
from answerable.wording.entry_words import Gettext, Telling, shortened

LABEL = 40
"""How much of a label stands in a line that must not be cut before its end."""


class AgendaLine(Struct, frozen=True, kw_only=True):
    """One thing to bring up at the next contact; `about` is the entry it comes from, `kind` what it is.

    `care` is what he may not learn: it stands beside the text and is never cut with it (R42).
    """

    kind: str
    text: str
    about: bytes
    care: str = ""

    @property
    def whole(self) -> str:
        """Return the line with what he may not learn."""
        return lists.sentences(self.text, self.care)


def last_time(state: State, telling: Telling) -> str:
    """Return the sentence that opens the form: what he last agreed to, with its day, or when he was last reached."""
    _ = telling.gettext
    made = [agreement for agreement in state.agreements if agreement.is_open]
    if made:
        newest = max(made, key=lambda agreement: (agreement.item.entry.on, agreement.item.seq)).item.entry
        return _("On %(day)s, %(x)s said what he will do: “%(text)s”") % {
            "day": telling.day(newest.on),
            "x": telling.person_x,
            "text": shortened(newest.text, 160),
        }
    last_on = state.contacts.last_reached_on
    if last_on is None:
        return _("This is the first contact you write down.")
    return _("The last contact was on %(day)s.") % {"day": telling.day(last_on)}


def when_and_how(on: date, today: date, medium: Medium, by: tuple[bytes, ...], telling: Telling) -> str:
    """Return what is filled in already: "Today, 22 September. Call. Ada and Bo." (R28)."""
    _ = telling.gettext
    day = _("Today, %(day)s") % {"day": telling.day(on)} if on == today else telling.day(on)
    return f"{day}. {names.medium(medium, telling.words)}. {telling.names(by)}."


def agenda(state: State, today: date, telling: Telling) -> tuple[AgendaLine, ...]:
    """Return what the next contact has on its list, gathered by itself (R26, R29-R31).

    First what we decide among us, then what he left open: demands, agreements, evasions, the letter, messages.
    """
    return (
        *_to_decide(state, telling),
        *_demands(state, telling),
        *_asked_demands(state, today, telling),
        *_agreements(state, today, telling),
        *_left_open(state, telling),
        *_letters(state, telling),
        *_hearings(state, telling),
        *_messages(state, telling),
    )


def missed(state: State, telling: Telling) -> str:
    """Return the meetings that did not happen, counted by whose reason (R34)."""
    words = telling.words
    counts = dict.fromkeys(MissedReason, 0)
    for item in state.contacts.missed:
        counts[item.entry.reason] += 1
    said = {
        MissedReason.ACCEPTABLE: words.gettext("%(count)s with a reason of his that we accept"),
        MissedReason.NOT_ACCEPTABLE: words.gettext("%(count)s without a reason that we accept"),
        MissedReason.OURS: words.gettext("%(count)s because of us"),
    }
    parts = [said[reason] % {"count": count} for reason, count in counts.items() if count]
    return lists.ended(lists.joined(parts, words)) if parts else ""


def _to_decide(state: State, telling: Telling) -> list[AgendaLine]:
    """Return the messages with more new dates than one: a question for the group, not for him (R26)."""
    _ = telling.gettext
    lines = []
    for one in asking.to_decide(state):
        decision = deciding.asked_about(state, one)
        about = decision.item.first_id if decision else deciding.subject_id(one)
        text = _("Decide together: our message of %(day)s. %(dates)s")
        if decision is not None:
            now, made = (
                _("We are deciding about our message of %(day)s. %(dates)s"),
                _("Decided: our message of %(day)s. %(dates)s"),
            )
            text = now if decision.is_open else made
        text %= {"day": telling.day(one.on), "dates": new_dates(one.new_dates, _)}
        lines.append(AgendaLine(kind="decision" if decision else "decide", text=text, about=about))
    return lines


def _asked_demands(state: State, today: date, telling: Telling) -> list[AgendaLine]:
    """Return the demands that were passed on and that he has not answered (R30)."""
    _ = telling.gettext
    text = _("Ask for his answer to demand %(number)s: “%(text)s”")
    return [
        AgendaLine(
            kind="asked",
            text=text % {"number": one.number, "text": shortened(one.current.text, 160)}
            + _last_time(state, one.demand_id, telling),
            about=one.demand_id,
            care=caution.about_demand(one, telling),
        )
        for one in asking.open_questions(state, today).demands
    ]


def _left_open(state: State, telling: Telling) -> list[AgendaLine]:
    """Return what he evaded or answered in part last time: it is asked again (R28)."""
    _ = telling.gettext
    evaded, partly = _("He evaded this: “%(text)s”"), _("He answered this in part: “%(text)s”")
    found = asking.left_open(state)
    lines = [
        AgendaLine(kind="evaded", text=evaded % {"text": shortened(answer.wording, 160)}, about=entry_id)
        for entry_id, answer in found.answers
    ]
    still_open = {one.demand_id for one in asking.open_questions(state, date.max).demands}
    still_open |= {one.item.first_id for one in state.agreements if one.is_open}
    for about, how in found.sorted:
        if about in still_open:
            continue
        text = (partly if how is HowAnswered.PARTLY else evaded) % {"text": asked_by(state, about, telling)}
        lines.append(AgendaLine(kind="evaded", text=text, about=about))
    return lines


def _last_time(state: State, about: bytes, telling: Telling) -> str:
    """Return what he did last time with a question that is still on the list, as a sentence that follows."""
    _ = telling.gettext
    how = dict(asking.left_open(state).sorted).get(about)
    if how is None:
        return ""
    return " " + (_("Last time he answered in part.") if how is HowAnswered.PARTLY else _("Last time he evaded it."))


def asked_by(state: State, about: bytes, telling: Telling) -> str:
    """Return what an entry asked him, in one line: the message, the demand, the agreement."""
    demand = next((one for one in state.demands if one.demand_id == about), None)
    if demand is not None:
        text = telling.gettext("Demand %(number)s: %(text)s")
        return text % {"number": demand.number, "text": shortened(demand.current.text, 120)}
    filed = state.entries.get(about)
    entry = filed.entry if filed else None
    if isinstance(entry, ContactAttempted):
        return shortened(entry.asked or "", 120)
    return shortened(entry.text, 120) if isinstance(entry, AgreementMade) else telling.entry(about)


def whose_turn(state: State, members: tuple[bytes, ...], telling: Telling) -> str:
    """Return who was there last and whose turn it could be; a proposal, never a ranking (R19)."""
    _ = telling.gettext
    turn = asking.whose_turn(state, members)
    if turn is None:
        return ""
    last = telling.words.ngettext("Last time %(names)s was there.", "Last time %(names)s were there.", len(turn.last))
    last %= {"names": telling.names(turn.last)}
    if not turn.next:
        return last
    could = _("This time it could be the turn of %(names)s.") % {"names": telling.names(turn.next)}
    return f"{last} {could}"


def _demands(state: State, telling: Telling) -> list[AgendaLine]:
    """Return the demands and decisions that were not passed on yet (R8, R30)."""
    _ = telling.gettext
    open_ones = (one for one in state.demands if one.counts and not one.withdrawn and not one.current.passings)
    text = _("Pass on demand %(number)s, word for word: “%(text)s”")
    lines = [
        AgendaLine(
            kind="demand",
            text=text % {"number": one.number, "text": shortened(one.current.text, 160)},
            about=one.current.item.entry_id,
            care=caution.about_demand(one, telling),
        )
        for one in open_ones
    ]
    text = _("Pass on a decision of the parent process, word for word: “%(text)s”")
    decisions = (one for one in state.parent.decisions if one.counts and not one.passings)
    return lines + [
        AgendaLine(kind="demand", text=text % {"text": shortened(one.text, 160)}, about=one.item.entry_id)
        for one in decisions
    ]


def _agreements(state: State, today: date, telling: Telling) -> list[AgendaLine]:
    """Return the open agreements, those first whose day is over (R31)."""
    _ = telling.gettext
    far = date.max
    made = sorted((one for one in state.agreements if one.stays_on_list), key=lambda one: one.item.entry.by_on or far)
    lines = []
    for one in made:
        entry = one.item.entry
        ask = (
            _("Ask about the agreement: “%(text)s”") if one.is_open else _("Ask again about the agreement: “%(text)s”")
        )
        text = ask % {"text": shortened(entry.text, 160)}
        if entry.by_on is not None:
            over, ahead = _("Its day was %(day)s."), _("Its day is %(day)s.")
            text += " " + (over if entry.by_on < today else ahead) % {"day": telling.day(entry.by_on)}
        if one.replaced_times:
            text += " " + replaced(one.replaced_times, _)
        text += _last_time(state, one.item.first_id, telling)
        care = caution.about_agreement(one, telling)
        lines.append(AgendaLine(kind="agreement", text=text, about=one.item.entry_id, care=care))
    return [*lines, *_broken(state, telling)]


def _broken(state: State, telling: Telling) -> list[AgendaLine]:
    """Return the agreements that he did not wholly keep, while nobody has said what follows (R31)."""
    _ = telling.gettext
    said = {
        Kept.PARTLY: _("He kept this partly: “%(text)s” What follows?"),
        Kept.NOT_KEPT: _("He did not keep this: “%(text)s” What follows?"),
    }
    return [
        AgendaLine(
            kind="follows",
            text=said[one.kept] % {"text": shortened(one.item.entry.text, 160)},
            about=one.item.entry_id,
            care=caution.about_agreement(one, telling),
        )
        for one in state.agreements
        if one.lacks_what_follows and one.kept is not None
    ]


def replaced(times: int, _: Gettext) -> str:
    """Return how often an agreement took the place of one before; it shows (R31)."""
    if times == 1:
        return _("Replaced once.")
    return _("Replaced %(times)s times.") % {"times": times}


def _letters(state: State, telling: Telling) -> list[AgendaLine]:
    """Return of whom it is not known whether they have the letter: a question to him, nothing to find out (R29).

    Who wants no further contact is in no list. Whom he has not named himself, and who does not want him to learn how
    we know, is not named to him (R42).
    """
    _ = telling.gettext
    lines = []
    for one in state.surroundings.people:
        if one.letter is not LetterGiven.UNKNOWN or not one.know or one.no_contact is not None:
            continue
        text, care = _ask_about(one, telling)
        lines.append(AgendaLine(kind="letter", text=text, about=one.around_id, care=care))
    return lines


def _ask_about(one: Around, telling: Telling) -> tuple[str, str]:
    """Return the question to him about people around him, and what he may not learn (R29, R42)."""
    _ = telling.gettext
    if one.he_may_not_learn and one.said is None:
        text = _("Ask him whom he has told, without naming %(label)s: he may not learn how we know.")
        return text % {"label": shortened(one.label, LABEL)}, ""
    text = _("Ask him: did he hand the letter to %(label)s? We do not know.") % {"label": one.label}
    return text, caution.about_people(one, telling)


def _hearings(state: State, telling: Telling) -> list[AgendaLine]:
    """Return whom he was to tell of a new demand himself, as long as nobody wrote down that he did (R35)."""
    _ = telling.gettext
    numbers = {demand.demand_id: demand.number for demand in state.demands if not demand.withdrawn}
    text = _("Ask him: has he told %(label)s about demand %(number)s?")
    return [
        AgendaLine(
            kind="hearing",
            text=text % {"label": one.label, "number": numbers[heard.demand]},
            about=one.around_id,
            care=caution.about_people(one, telling),
        )
        for one in state.surroundings.people
        if one.no_contact is None
        for heard in one.heard
        if heard.hearing is Hearing.HE_TELLS and not heard.done and heard.demand in numbers
    ]


def _messages(state: State, telling: Telling) -> list[AgendaLine]:
    """Return what he was asked and did not answer; while his date has not passed, that it is waited for (R26)."""
    _ = telling.gettext
    lines = []
    for message in state.contacts.open_messages:
        until = message.answer_by_on
        text = _("He has not answered our message of %(day)s: “%(text)s”")
        if until is not None and until >= telling.words.today:
            text = _("We wait for his answer to our message of %(day)s, until %(until)s: “%(text)s”")
        said = {"day": telling.day(message.on), "text": shortened(message.asked, 160)}
        text %= said | {"until": telling.day(until) if until else ""}
        if message.new_dates:
            text += " " + new_dates(message.new_dates, _)
        lines.append(AgendaLine(kind="message", text=text, about=message.attempts[-1].entry_id))
    return lines


def new_dates(count: int, _: Gettext) -> str:
    """Return how often a message was given a new date; it is counted (R26)."""
    said = {
        1: _("It has one new date."),
        2: _("This is its second new date."),
        3: _("This is its third new date."),
        4: _("This is its fourth new date."),
    }
    return said.get(count) or _("This is its new date number %(count)s.") % {"count": count}
