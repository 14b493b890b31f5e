"""What the page of people around X shows: a table, never a drawn network (interface.md 4)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import duties
from answerable.core.duties import Code
from answerable.core.entries.around import Knows
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around
from answerable.web.base.copied import Act, link_to
from answerable.web.base.telling import words_of
from answerable.web.surroundings.support import Support, support_of
from answerable.wording import around as wording
from answerable.wording import days
from answerable.wording import duties as duty_wording
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital, sentences
from answerable.wording.words import Words

LONGEST = 160


class Row(Struct, frozen=True, kw_only=True):
    """One group or person: what they know, from whom, with the letter, who confirmed it, what can be done."""

    label: str
    url: str
    relation: str
    kind: str
    word: str
    knows: str
    final: str
    suggestion: str
    talk_url: str
    talk: str
    told: str
    ask_url: str
    from_whom: str
    account: str
    tag: str
    confirmed: str
    confirm_url: str
    support: Support


class Job(Struct, frozen=True, kw_only=True):
    """A question that is asked once, and where it is answered."""

    label: str
    url: str


class AroundPage(Struct, frozen=True, kw_only=True):
    """All that are listed by label."""

    title: str
    lead: str
    empty: str
    jobs: tuple[Job, ...]
    caption: str
    rows: tuple[Row, ...]
    acts: tuple[Act, ...]


def around_page(opened: OpenProcess) -> AroundPage:
    """Return who knows, as far as we know."""
    words, people = words_of(opened), opened.state.surroundings.people
    x = {"x": words.person_x}
    empty = _("Nobody around %(x)s is listed yet. Ask him first whom he has told.") % x
    return AroundPage(
        title=_("People around %(x)s") % x,
        lead=_lead(people, words) if people else empty,
        empty="" if people else _("Who knows stands here, by label: a group, or a short word for one person."),
        jobs=tuple(
            Job(
                label=duty_wording.title(duty, words),
                url=link_to("around-hear", opened, duty.subjects[0]),
            )
            for duty in duties.due(opened.state, opened.today)
            if duty.code is Code.WHO_HEARS
        ),
        caption=_("“Seen” means: somebody other than %(x)s told us or showed us.") % x,
        rows=tuple(_row(opened, one, words) for one in people),
        acts=(
            Act(_("Write down who knows"), link_to("around-new", opened)),
            Act(_("Write down a talk"), link_to("around-talk", opened), plain=True),
            Act(_("Does a group need to know?"), link_to("sheets", opened), plain=True),
        ),
    )


def _lead(people: tuple[Around, ...], words: Words) -> str:
    """Return how many are listed, and of how many the letter is not known."""
    count = ngettext("One group or person is listed.", "%(count)s groups or people are listed.", len(people))
    unknown = sum(one.know and one.letter is LetterGiven.UNKNOWN and one.no_contact is None for one in people)
    letter = ngettext(
        "Of one we do not know whether they have the letter: ask him.",
        "Of %(count)s we do not know whether they have the letter: ask him.",
        unknown,
    )
    listed = count % {"count": capital(days.number(len(people), words))}
    return sentences(listed, letter % {"count": days.number(unknown, words)} if unknown else "")


def mark_kind(one: Around) -> str:
    """Return how the mark beside the word is drawn."""
    if one.word is not None:
        return "seen" if one.word is DemandWord.SEEN else "said"
    return "" if one.knows is Knows.NOTHING else "unknown"


def suggestion(one: Around) -> str:
    """Return that a talk can be offered; a suggestion, never owed (R36)."""
    return "" if one.talk_to_offer is None else _("They disagree. Two of you can talk with them.")


def confirm_url(opened: OpenProcess, one: Around) -> str:
    """Return where somebody else's confirmation of his account is written down; "" where it is seen already."""
    if one.said is None or one.word is DemandWord.SEEN or one.no_contact is not None:
        return ""
    return link_to("around-confirm", opened, one.said.entry_id)


def ask_url(opened: OpenProcess, one: Around) -> str:
    """Return where the group asks itself whether they need to know; nowhere for who wants no contact (R36, R44)."""
    if one.no_contact is not None:
        return ""
    circle = opened.state.telling.labelled(one.label)
    return link_to("sheet-for", opened, one.around_id) if circle is None else link_to("sheet", opened, circle.circle_id)


def _row(opened: OpenProcess, one: Around, words: Words) -> Row:
    """Return one label with its newest account."""
    newest = one.accounts[-1] if one.accounts else None
    return Row(
        label=one.label,
        url=link_to("around-one", opened, one.around_id),
        relation=one.relation or "",
        kind=mark_kind(one),
        word=wording.known_word(one, words),
        knows=wording.what_they_know(one, words) if one.know else "",
        final=wording.final(one, words),
        suggestion=suggestion(one),
        talk_url=link_to("around-talk-with", opened, one.around_id),
        talk=wording.talks_line(one, words),
        told=wording.told_by_us(one, words),
        ask_url=ask_url(opened, one),
        from_whom=wording.from_whom_and_letter(one, words),
        account=shortened(newest.entry.account, LONGEST) if newest else "",
        tag=wording.tag_of(newest, words) if newest else "",
        confirmed=wording.confirmed_by(one, words) if one.know else "",
        confirm_url=confirm_url(opened, one),
        support=support_of(opened, one, words),
    )
