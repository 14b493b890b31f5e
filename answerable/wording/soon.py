"""Something she may need to know soon in words: what it is about, for whom, in which way, how it reached them (R66)."""

from collections.abc import Iterable

from answerable.core.entries.soon import SoonAgreed, SoonSort, Way
from answerable.wording.lists import joined, named
from answerable.wording.words import Words


def sort(one: SoonSort, words: Words) -> str:
    """Return what it is about, as a choice."""
    return {
        SoonSort.THREAT: words.gettext("A threat"),
        SoonSort.APPROACH: words.gettext("A plan to come near her"),
        SoonSort.PUBLISHING: words.gettext("Something about her is to be published"),
        SoonSort.OTHER: words.gettext("Something else she may need to know"),
    }[one]


def way(one: Way, words: Words) -> str:
    """Return a way outside the software, inside a sentence."""
    return {
        Way.CALL: words.pgettext("way", "by phone"),
        Way.MAIL: words.pgettext("way", "by mail"),
        Way.IN_PERSON: words.pgettext("way", "in person"),
    }[one]


def only(users: Iterable[bytes], words: Words) -> str:
    """Return who can read something for named people, as one sentence (R66)."""
    people = sorted(users, key=lambda user: (words.name(user).casefold(), user))
    if len(people) == 1:
        return words.gettext("Only {name}. Nobody else.").format(name=named(people, words))
    return words.gettext("Only {names}. Nobody else, whatever their group.").format(names=named(people, words))


def goes_to(agreed: SoonAgreed, words: Words) -> str:
    """Return to whom it goes, and in which way outside the software."""
    labels = joined((contact.label for contact in agreed.contacts), words)
    if not labels:
        return words.gettext("No contact is named.")
    if agreed.way is None:
        return words.gettext("It goes to {names}.").format(names=labels)
    return words.gettext("It goes to {names}, also {way} outside this software.").format(
        names=labels, way=way(agreed.way, words)
    )


def directly(agreed: SoonAgreed, words: Words) -> str:
    """Return whether it may reach her directly: only where she chose it (R13)."""
    if agreed.directly:
        return words.gettext("She chose that it may also reach her directly.")
    return words.gettext("It never goes to her directly. The named contact decides with her.")
