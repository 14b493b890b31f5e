"""What he sent, second notes and pauses of ours, in words; his account stays marked (R14, R26, R28, R34)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import Entry, NoteBeside, PauseEnded, PauseTaken, SentByX, SentSorted
from answerable.wording import days, names
from answerable.wording.entry_words import EntryWords, Part, Telling


def sent_by_x(entry: SentByX, telling: Telling) -> EntryWords:
    """Tell what he sent: how many messages, how, on which days, his words."""
    _ = telling.gettext
    one, many = _("%(x)s sent one message %(when)s, %(how)s."), _("%(x)s sent %(count)s messages %(when)s, %(how)s.")
    on_day, span = _("on %(last)s"), _("between %(first)s and %(last)s")
    when = on_day if entry.from_on == entry.on else span
    when %= {"first": telling.day(entry.from_on), "last": telling.day(entry.on)}
    sentence = (one if entry.messages == 1 else many) % {
        "x": telling.person_x,
        "count": days.number(entry.messages, telling.words),
        "when": when,
        "how": names.by_medium(entry.medium, telling.words),
    }
    parts = (Part(_("What he wrote or said"), entry.account, his=True),) if entry.account else ()
    pairs = ((_("About her"), _("He made her the topic; we stopped it")),) if entry.made_her_topic else ()
    return EntryWords(title=_("What he sent"), sentence=sentence, parts=parts, pairs=pairs)


def sent_sorted(entry: SentSorted, telling: Telling) -> EntryWords:
    """Tell what he did with each open question (R26)."""
    _ = telling.gettext
    reached, moved = _("With this %(x)s was reached, on %(day)s."), _("This moves no date: no question was answered.")
    sentence = (reached if entry.reached else moved) % {"x": telling.person_x, "day": telling.day(entry.on)}
    parts = tuple(
        Part(telling.entry(one.about), names.how_answered(one.how, telling.words), his=True) for one in entry.answers
    )
    return EntryWords(title=_("What he did with our questions"), sentence=sentence, parts=parts)


def note_beside(entry: NoteBeside, telling: Telling) -> EntryWords:
    """Tell a second note: what she heard, how she saw it (R28)."""
    _ = telling.gettext
    parts = []
    if entry.account:
        parts.append(Part(_("What he said or did"), entry.account, his=True))
    if entry.text:
        parts.append(Part(_("How I saw it"), entry.text))
    return EntryWords(
        title=_("A second note"),
        sentence=_("A second note about the same contact. It stands beside the first."),
        parts=tuple(parts),
        pairs=((_("About"), telling.entry(entry.contact)),),
    )


def pause_taken(entry: PauseTaken, telling: Telling) -> EntryWords:
    """Tell a pause of ours, in the sentence that the support circle reads (R34)."""
    _ = telling.gettext
    sentence = _("The contact group pauses from %(first)s to %(last)s. No date of %(x)s moves with it.") % {
        "first": telling.day(entry.from_on),
        "last": telling.day(entry.until_on),
        "x": telling.person_x,
    }
    return EntryWords(title=_("A pause of ours"), sentence=sentence, parts=(Part("", entry.text),))


def pause_ended(entry: PauseEnded, telling: Telling) -> EntryWords:
    """Tell that we are back before the day that was said (R34)."""
    _ = telling.gettext
    sentence = _("The contact group is back since %(day)s.") % {"day": telling.day(entry.on)}
    pairs = ((_("The pause"), telling.entry(entry.pause)),)
    return EntryWords(title=_("Back from a pause"), sentence=sentence, pairs=pairs)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    SentByX: sent_by_x,
    SentSorted: sent_sorted,
    NoteBeside: note_beside,
    PauseTaken: pause_taken,
    PauseEnded: pause_ended,
}
