"""Sentences of the pages about contact with X: how the last one ended, what the next one has on its list."""

from datetime import date

from msgspec import Struct

from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import State
from answerable.wording import names
from answerable.wording.entry_words import Gettext, Telling, shortened


class AgendaLine(Struct, frozen=True, kw_only=True):
    """One thing to bring up at the next contact; `about` is the entry it comes from, `kind` what it is."""

    kind: str
    text: str
    about: bytes


def last_time(state: State, telling: Telling) -> str:
    """Return the sentence that opens the form: what was agreed last, or when he was last reached."""
    _ = telling.gettext
    made = [agreement for agreement in state.agreements if agreement.is_open]
    if made:
        newest = max(made, key=lambda agreement: (agreement.item.entry.on, agreement.item.seq)).item.entry
        return _("Last time, on %(day)s, %(x)s said what he will do: “%(text)s”") % {
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
    """Return what the next contact has on its list: demands, agreements, the letter, messages (R26, R29-R31)."""
    return (
        *_demands(state, telling),
        *_agreements(state, today, telling),
        *_letters(state, telling),
        *_messages(state, telling),
    )


def _demands(state: State, telling: Telling) -> list[AgendaLine]:
    """Return the demands that were not passed on yet (R30)."""
    _ = telling.gettext
    open_ones = (one for one in state.demands if one.counts and not one.withdrawn and not one.current.passings)
    text = _("Pass on demand %(number)s, word for word: “%(text)s”")
    return [
        AgendaLine(
            kind="demand",
            text=text % {"number": one.number, "text": shortened(one.current.text, 160)},
            about=one.current.item.entry_id,
        )
        for one in open_ones
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
        lines.append(AgendaLine(kind="agreement", text=text, about=one.item.entry_id))
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
    """Return of whom it is not known whether they have the letter: a question to him, nothing to find out (R29)."""
    _ = telling.gettext
    text = _("Ask him: did he hand the letter to %(label)s? We do not know.")
    return [
        AgendaLine(kind="letter", text=text % {"label": told.label}, about=told.newest.entry_id)
        for told in state.told
        if told.newest.entry.letter is LetterGiven.UNKNOWN
    ]


def _messages(state: State, telling: Telling) -> list[AgendaLine]:
    """Return what he was asked and did not answer (R26)."""
    _ = telling.gettext
    lines = []
    for message in state.contacts.open_messages:
        text = _("He has not answered our message of %(day)s: “%(text)s”")
        text %= {"day": telling.day(message.on), "text": shortened(message.asked, 160)}
        if message.new_dates:
            text += " " + new_dates(message.new_dates, _)
        lines.append(AgendaLine(kind="message", text=text, about=message.attempts[-1].entry_id))
    return lines


def new_dates(count: int, _: Gettext) -> str:
    """Return how often a message was given a new date; it is counted (R26)."""
    if count == 1:
        return _("It has a new date.")
    return _("This is its new date number %(count)s.") % {"count": count}
