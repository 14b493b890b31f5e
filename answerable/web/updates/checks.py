"""Before it goes: what is in the update, what is left out, what is missing (R53)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext
from msgspec import Struct

from answerable.actions import updates
from answerable.actions.reading import OpenProcess
from answerable.core import drafting, gates
from answerable.core.circles import Role
from answerable.core.defaults.update_sections import LONG_UPDATE, SIX_SENTENCES
from answerable.core.drafting import Draft as Facts
from answerable.core.drafting import LeftOut, Missing
from answerable.core.entries import UpdateDrafted
from answerable.core.entries.updates import LongParts, Remark, Sentences
from answerable.core.state import NotOpenedError
from answerable.core.state.shape import Draft
from answerable.web.base.copied import link_to
from answerable.web.base.telling import words_of
from answerable.web.updates.letter import drafted_sections, in_its_language, text_of
from answerable.wording import days, lists, remarks, update
from answerable.wording.words import Words

READ_BELOW = "#read"
"""The second reader's form, further down the page of a draft."""


class Line(Struct, frozen=True, kw_only=True):
    """One thing, and where it can be changed or done."""

    text: str
    url: str = ""
    link: str = ""


class Check(Struct, frozen=True, kw_only=True):
    """One of the three lists."""

    heading: str
    lines: tuple[Line, ...]


def before_writing(opened: OpenProcess, facts: Facts) -> tuple[Check, ...]:
    """Return the three lists of a draft that is being written; its boxes stand beside them."""
    words = words_of(opened)
    left_out = tuple(Line(text=text) for text in _left_out(facts.left_out, words))
    open_remarks = tuple(one for one in facts.missing if one.code != Missing.SECOND_READER)
    missing = tuple(_missing(opened, open_remarks, words, opened.user_id))
    return _checks((Line(text=what_is_in(facts, words)),), left_out, missing)


def without_links(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Return the lists for a page on which text stands that a link would leave behind."""
    return tuple(Check(heading=one.heading, lines=tuple(Line(text=line.text) for line in one.lines)) for one in checks)


def before_it_goes(opened: OpenProcess, draft: Draft) -> tuple[Check, ...]:
    """Return the three lists of a draft that was kept, for whoever looks at it."""
    words, entry = words_of(opened), draft.item.entry
    change = {"url": link_to("update-new", opened), "link": _("Change")}
    inside, missing = _inside(opened, draft, words), []
    gone = [one for one in entry.used if one in opened.state.taken_out]
    if gone:
        text = _("Words that it was drafted from were taken out since.")
        missing.append(Line(text=text, url=link_to("update-again", opened), link=_("Draft it anew")))
    later = updates.came_after(opened, draft)
    if later:
        text = ngettext(
            "One entry came after it was drafted. It does not tell it.",
            "%(count)s entries came after it was drafted. It does not tell them.",
            later,
        ) % {"count": days.number(later, words)}
        missing.append(Line(text=lists.capital(text), url=link_to("update-again", opened), link=_("Draft it anew")))
    open_remarks = [one for one in entry.missing if one.code != Missing.SECOND_READER or not draft.readings]
    missing += _missing(opened, tuple(open_remarks), words, draft.item.author)
    return _checks(
        tuple(Line(text=text, **change) for text in inside),
        tuple(Line(text=text, **change) for text in _left_out(entry.left_out, words)),
        tuple(missing),
    )


def _checks(inside: tuple[Line, ...], left_out: tuple[Line, ...], missing: tuple[Line, ...]) -> tuple[Check, ...]:
    nothing = (Line(text=_("Nothing.")),)
    return (
        Check(heading=_("In it"), lines=inside),
        Check(heading=_("Left out"), lines=left_out or nothing),
        Check(heading=_("Missing"), lines=missing or nothing),
    )


def _inside(opened: OpenProcess, draft: Draft, words: Words) -> list[str]:
    """Return what the draft was made from, and which of its words were changed by hand since."""
    entry = draft.item.entry
    try:
        facts = drafting.redraft(opened.state, entry.used, entry.period)
    except NotOpenedError:  # it names no ground: nothing can be told from its list of entries
        return [_("Words of our own; they rest on no entries.")]
    found = [what_is_in(facts, words)]
    if entry.sections:
        found.append(_the_long_version(entry.sections, words))
    changed = changed_by_hand(opened, facts, entry.sentences) + long_by_hand(opened, entry)
    if changed:
        found.append(_("Changed by hand: %(parts)s.") % {"parts": lists.joined(changed, words)})
    return found


def changed_by_hand(opened: OpenProcess, facts: Facts, sentences: Sentences) -> list[str]:
    """Return the headings of those of the six that do not say what the record gives."""
    language = words_of(opened).language
    with in_its_language(opened) as words:
        drafted = update.drafted(facts, words)
    return [
        section.heading.in_language(language)
        for section in SIX_SENTENCES
        if text_of(drafted, section.sentence).split() != text_of(sentences, section.sentence).split()
    ]


def long_by_hand(opened: OpenProcess, entry: UpdateDrafted) -> list[str]:
    """Return the headings of the sections of the long version that do not say what the record gives."""
    if not entry.sections:
        return []
    language = words_of(opened).language
    given = {part.section: part.text.split() for part in drafted_sections(opened, entry.used, entry.period)}
    written = {part.section: part.text.split() for part in entry.sections}
    changed = [one for one in LONG_UPDATE if given.get(one.section) != written.get(one.section)]
    return [f"{_('The long version')}, {one.heading.in_language(language)}" for one in changed]


def _the_long_version(sections: LongParts, words: Words) -> str:
    count = len(sections)
    text = ngettext("The long version, in one section.", "The long version, in %(count)s sections.", count)
    return text % {"count": days.number(count, words)}


def what_is_in(facts: Facts, words: Words) -> str:
    """Return a sentence that counts: "One contact, two demands and one group that knows."."""
    reached, tried, missed = len(facts.contact.reached), len(facts.contact.tried), len(facts.contact.missed)
    demands = sum(len(one.demands) for one in facts.facets)
    agreements, groups = len(facts.agreements), len(facts.who_knows)
    policies, questions = len(facts.ourselves.policies), facts.we_ask.questions
    counts = (
        (reached, npgettext("in it", "one contact", "%(count)s contacts", reached)),
        (tried, npgettext("in it", "one attempt", "%(count)s attempts", tried)),
        (missed, npgettext("in it", "one missed meeting", "%(count)s missed meetings", missed)),
        (demands, npgettext("in it", "one demand", "%(count)s demands", demands)),
        (agreements, npgettext("in it", "one agreement", "%(count)s agreements", agreements)),
        (groups, npgettext("in it", "one group that knows", "%(count)s groups that know", groups)),
        (policies, npgettext("in it", "one change of what we agreed", "%(count)s changes of what we agreed", policies)),
        (questions, npgettext("in it", "one question to them", "%(count)s questions to them", questions)),
    )
    parts = [text % {"count": days.number(count, words)} for count, text in counts if count]
    return f"{lists.capital(lists.joined(parts, words))}." if parts else _("How we are. Nothing else is new.")


def _left_out(found: tuple[Remark, ...], words: Words) -> list[str]:
    return [remarks.left_out(one, words) for one in found if one.code in set(LeftOut)]


def _missing(opened: OpenProcess, found: tuple[Remark, ...], words: Words, author: bytes) -> list[Line]:
    readers = present(opened, gates.second_readers(opened.state, author))
    lines = []
    for one in found:
        if one.code not in set(Missing):
            continue
        url, link = _way(opened, one)
        if one.code == Missing.SECOND_READER and opened.user_id in readers:
            url, link = READ_BELOW, _("Read it now")
        lines.append(Line(text=remarks.missing(one, readers, words), url=url, link=link))
    return lines


def present(opened: OpenProcess, users: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return those who hold the group's keys now: the log knows who left also where nobody wrote it down yet."""
    here = opened.members(Role.CONTACT)
    return tuple(user for user in users if user in here) or users


def _way(opened: OpenProcess, remark: Remark) -> tuple[str, str]:
    """Return where what is missing can be done."""
    first = remark.entries[0] if remark.entries else None
    match Missing(remark.code):
        case Missing.DEMAND_NOT_PASSED_ON:
            return link_to("demands-on", opened), _("Pass on")
        case Missing.NO_CONTACT:
            return link_to("contact-new", opened), _("Write down a contact")
        case Missing.COPY_NOT_READ | Missing.AGREEMENT_NOT_ASKED if first in opened.state.entries:
            return link_to("entry", opened, first), _("See it")
    return "", ""
