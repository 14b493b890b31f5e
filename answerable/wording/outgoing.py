"""What leaves, in words: how many protected words a text holds, never which; who has read it, who reads it (R12)."""

from collections.abc import Iterable

from answerable.core.calendar import day_of
from answerable.core.duties import Duty
from answerable.core.entries import UpdateHandedOver
from answerable.core.outgoing import Leaving
from answerable.core.state import Item
from answerable.core.state.outgoing import Outgoing
from answerable.wording import days, lists
from answerable.wording.words import Words


def check(found: int, words: Words) -> str:
    """Return what one check said, for a list of checks."""
    if not found:
        return words.gettext("A text that leaves was checked. It holds no protected word.")
    text = words.ngettext(
        "A text that leaves was checked. It holds one protected word.",
        "A text that leaves was checked. It holds %(count)s protected words.",
        found,
    )
    return text % {"count": days.number(found, words)}


def holds(found: int, words: Words) -> str:
    """Return that this text holds protected words, "" where it holds none."""
    if not found:
        return ""
    text = words.ngettext(
        "one word that the support group protects stands in this text.",
        "%(count)s words that the support group protects stand in this text.",
        found,
    )
    which = words.gettext("Which one is not shown here. Read it once more for names and places.")
    return lists.sentences(lists.capital(text % {"count": days.number(found, words)}), which)


def read_by(leaving: Leaving, words: Words, *, zone: str) -> str:
    """Return who read a text before it goes, and when, or that a second member reads it."""
    readers = {item.author: item for item in leaving.readers}
    if not readers:
        return words.gettext("To be read by a second member.")
    parts = (f"{words.name(item.author)}, {days.day(day_of(item.entry.at, zone), words)}" for item in readers.values())
    return words.gettext("Read by %(names)s.") % {"names": lists.joined(parts, words)}


def counted(state: Outgoing, words: Words) -> str:
    """Return how often texts were checked, and in how many of them something stood; that there is no list."""
    if not state.lists:
        return words.gettext("There is no list yet.")
    if not state.checks:
        return words.gettext("There is a list. No text has been checked against it yet.")
    count, held = len(state.checks), sum(1 for item in state.checks if item.entry.found)
    text = words.ngettext("one text was checked so far.", "%(count)s texts were checked so far.", count)
    stood = words.ngettext(
        "protected words were found in one text.", "protected words were found in %(count)s texts.", held
    )
    none = words.gettext("No protected word was found.")
    return lists.sentences(
        lists.capital(text % {"count": days.number(count, words)}),
        lists.capital(stood % {"count": days.number(held, words)}) if held else none,
    )


def gone_out(found: Iterable[Item[UpdateHandedOver]], words: Words) -> str:
    """Return in which updates that have gone protected words stand, by their day; "" for none."""
    when = [days.day(item.entry.on, words) for item in found]
    if not when:
        return ""
    text = words.ngettext(
        "The update of %(days)s has gone, and protected words stand in it.",
        "The updates of %(days)s have gone, and protected words stand in them.",
        len(when),
    )
    return text % {"days": lists.joined(when, words)}


def title(duty: Duty, words: Words) -> str:
    """Return what the job is called."""
    text = words.ngettext("Read a text that goes out", "Read {count} texts that go out", duty.facts.count)
    return text.format(count=days.number(duty.facts.count, words))


def why(duty: Duty, words: Words) -> str:
    """Return why the job is there, and who can do it."""
    readers = lists.either((words.name(user) for user in duty.facts.people), words)
    text = words.gettext("Its author and one more read whatever leaves the groups. {names} can do it.")
    return text.format(names=readers)
