"""What the page of people around X shows: a table, never a drawn network (interface.md 4)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.state import Told
from answerable.web.base.forms import text_of
from answerable.web.base.telling import words_of
from answerable.wording import days, names
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital, joined, sentences
from answerable.wording.words import Words

LONGEST = 160


class Row(Struct, frozen=True, kw_only=True):
    """One group or person: who knows, from whom, with the letter, who confirmed it, what can be done."""

    label: str
    url: str
    kind: str
    word: str
    from_whom: str
    account: str
    his: bool
    letter: str
    perspective: str
    confirmed: str
    confirm_url: str


class AroundPage(Struct, frozen=True, kw_only=True):
    """All that are listed by label."""

    title: str
    lead: str
    empty: str
    caption: str
    rows: tuple[Row, ...]
    new_url: str


def around_page(opened: OpenProcess) -> AroundPage:
    """Return whom he told, as far as we know."""
    words, told = words_of(opened), opened.state.told
    x = {"x": words.person_x}
    count = ngettext("One group or person is listed.", "%(count)s groups or people are listed.", len(told))
    unknown = sum(one.newest.entry.letter.value == "unknown" for one in told)
    letter = ngettext(
        "Of one we do not know whether they have the letter: ask him.",
        "Of %(count)s we do not know whether they have the letter: ask him.",
        unknown,
    )
    empty = _("Nobody around %(x)s is listed yet. Ask him first whom he has told.") % x
    listed = count % {"count": capital(days.number(len(told), words))}
    lead = sentences(listed, letter % {"count": days.number(unknown, words)} if unknown else "")
    return AroundPage(
        title=_("People around %(x)s") % x,
        lead=lead if told else empty,
        empty="" if told else _("Whom he told stands here, by label: a group, or a short word for one person."),
        caption=_("“Seen” means: somebody other than %(x)s told us or showed us.") % x,
        rows=tuple(_row(opened, one, words) for one in told),
        new_url=reverse("around-new", kwargs={"alias": opened.alias}),
    )


def _row(opened: OpenProcess, told: Told, words: Words) -> Row:
    """Return one label with its newest account."""
    newest = told.newest.entry
    ids = {"alias": opened.alias, "ident": text_of(told.newest.entry_id)}
    his = newest.source is Source.HE_SAID
    seen = told.word is DemandWord.SEEN
    return Row(
        label=told.label,
        url=reverse("entry", kwargs=ids),
        kind="seen" if seen else "said",
        word=names.demand_word(told.word, words),
        from_whom=_from_whom(told, words),
        account=shortened(newest.account, LONGEST),
        his=his,
        letter=capital(names.letter(newest.letter, words)),
        perspective=newest.perspective or "",
        confirmed=_confirmed(told, words),
        confirm_url="" if seen else reverse("around-confirm", kwargs=ids),
    )


def _from_whom(told: Told, words: Words) -> str:
    """Return from whom they know, as X says or as others told us, and since when."""
    newest = told.newest.entry
    said = _("From %(x)s, he says.") if newest.source is Source.HE_SAID else names.source(newest.source, words) + "."
    since = _("Since %(day)s.") % {"day": days.day(newest.on, words)} if newest.on else ""
    return sentences(said % {"x": words.person_x} if "%(x)s" in said else said, since)


def _confirmed(told: Told, words: Words) -> str:
    """Return who confirmed it, in all accounts; a source other than X counts as one."""
    found = []
    for item in told.accounts:
        if item.entry.confirmed_by:
            found.append(item.entry.confirmed_by)
        elif item.entry.source is not Source.HE_SAID:
            found.append(names.source(item.entry.source, words))
    return joined(dict.fromkeys(found), words) if found else _("nobody yet")
