"""What the pages of updates show: a list, and the letter with what stands round it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions import updates
from answerable.actions.reading import OpenProcess
from answerable.core import marks, outgoing
from answerable.core.circles import Role
from answerable.core.entries import UpdateHandedOver
from answerable.core.entries.updates import HandedOver
from answerable.core.gates import Next, Reason
from answerable.core.state.items import Item
from answerable.core.state.shape import Draft
from answerable.web.base.copied import Act, link_to
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import members_of, readers_sentence, words_of
from answerable.web.updates import letter
from answerable.web.updates.checks import Check, before_it_goes
from answerable.web.updates.letter import Sheet
from answerable.wording import days, gates, lists, may_tell, names
from answerable.wording import marks as mark_wording
from answerable.wording.words import Words


class Condition(Struct, frozen=True, kw_only=True):
    """One reason of parts/gate.html."""

    kind: str
    word: str
    text: str
    url: str
    link: str


class Gate(Struct, frozen=True, kw_only=True):
    """What is not yet possible, and why (parts/gate.html)."""

    sentence: str
    conditions: tuple[Condition, ...]


class LetterPage(Struct, frozen=True, kw_only=True):
    """A letter: what it is, what can be done with it, what is in it, and why it cannot go yet."""

    quiet: str
    lead: str
    sheet: Sheet
    acts: tuple[Act, ...]
    marks: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    gate: Gate | None = None
    reading: str = ""
    reading_acts: tuple[Act, ...] = ()
    reading_readers: str = ""
    over_url: str = ""
    over_acts: tuple[Act, ...] = ()
    over_readers: str = ""
    read_url: str = ""
    reach: str = ""
    happened: bool = False


def draft_line(opened: OpenProcess, draft: Draft, words: Words) -> str:
    """Return who wrote the draft that lies open and who has read it."""
    return f"{written_by(opened, draft, words)} {read_by(opened, draft, words)}"


def written_by(opened: OpenProcess, draft: Draft, words: Words) -> str:
    """Return who wrote a draft."""
    if draft.item.author == opened.user_id:
        return _("You have written a draft.")
    return _("%(name)s has written a draft.") % {"name": words.name(draft.item.author)}


def read_by(opened: OpenProcess, draft: Draft, words: Words) -> str:
    """Return who has read a draft, or that somebody still reads it."""
    if not draft.readings:
        return _("One more of you reads it before it goes.")
    readers = tuple(dict.fromkeys(one.author for one in draft.readings))
    if readers == (opened.user_id,):
        return _("You have read it.")
    text = ngettext("%(names)s has read it.", "%(names)s have read it.", len(readers))
    return text % {"names": lists.named(readers, words)}


def marks_of(opened: OpenProcess, item: Item[UpdateHandedOver], words: Words) -> tuple[str, ...]:
    """Return what was not as agreed, for the group whose matter that is (R63)."""
    filed = opened.state.entries.get(item.entry_id)
    if filed is None or Role.CONTACT not in opened.roles:
        return ()
    return tuple(mark_wording.mark(one.code, words) for one in marks.marks(opened.state, filed))


def reach_line(opened: OpenProcess) -> str:
    """Return what reaches her, where an update is handed over or forwarded; supervision is not told (R13)."""
    if opened.roles.isdisjoint(CONTACT_SUPPORT):
        return ""
    return may_tell.reach_line(opened.state.reach, words_of(opened))


def update_page(opened: OpenProcess, item: Item[UpdateHandedOver]) -> LetterPage:
    """Return the page of an update that was handed over, for every circle that can read it."""
    words, entry = words_of(opened), item.entry
    acts = [Act(label=_("Take it with you"), url=link_to("update-paper", opened, item.entry_id))]
    if not opened.roles.isdisjoint(CONTACT_SUPPORT):
        acts.append(Act(label=_("Short version, one page"), url=link_to("update-short", opened, item.entry_id)))
    ours = Role.CONTACT in opened.roles
    if ours and entry.how is HandedOver.MAILED_LOCKED:
        acts.insert(0, Act(label=_("Make the locked file"), url=link_to("update-post", opened, item.entry_id)))
    if not ours:
        acts.append(Act(label=_("Object to it"), url=link_to("objection-new", opened, item.entry_id), plain=True))
    return LetterPage(
        quiet=_("%(how)s, on %(day)s, by %(name)s.")
        % {
            "how": names.handed_over(entry.how, words),
            "day": days.day(entry.on, words),
            "name": words.name(item.author),
        },
        lead=_after(entry.how) if ours else _("You never have to answer.") if Role.SUPPORT in opened.roles else "",
        sheet=letter.of_update(opened, item),
        acts=tuple(acts),
        marks=marks_of(opened, item, words),
        reach=reach_line(opened),
    )


def _after(how: HandedOver) -> str:
    """Return what is left to do, if anything."""
    return {
        HandedOver.SEALED_HERE: _("It is handed over. They read it when they next sign in."),
        HandedOver.PRINTED: _("It is noted as handed over. Print this page: it prints the letter alone."),
        HandedOver.MAILED_LOCKED: _("It is noted as handed over. Make the locked file and mail it."),
        HandedOver.READ_OUT: _("It is noted as read out."),
    }[how]


def draft_page(opened: OpenProcess, draft: Draft, reasons: tuple[Reason, ...]) -> LetterPage:
    """Return the page of a draft, for whoever of the contact group looks; `reasons` are why it cannot go yet."""
    words = words_of(opened)
    ident = draft.item.entry_id
    may_read = _may_read(opened, draft)
    conditions = tuple(_condition(opened, one, words) for one in reasons)
    return LetterPage(
        quiet=lists.sentences(_drafted_from(draft, words), draft_line(opened, draft, words)),
        lead=_("One page, six points, and nothing that asks the support group to answer."),
        sheet=letter.of_draft(opened, draft),
        acts=(
            Act(label=_("Change the words"), url=link_to("update-new", opened)),
            Act(label=_("Take it with you"), url=link_to("update-paper", opened, ident)),
        ),
        checks=before_it_goes(opened, draft),
        gate=Gate(sentence=_("It cannot be handed over yet."), conditions=conditions) if conditions else None,
        reading=draft.text_hash.hex() if may_read else "",
        reading_acts=_reading_acts(opened, reasons) if may_read else (),
        reading_readers=readers_sentence(opened, (Role.CONTACT,)),
        read_url=link_to("update-read", opened, ident),
        over_url=link_to("update-out", opened, ident),
        over_acts=(_over_act(happened=bool(conditions)),),
        over_readers=readers_sentence(opened, tuple(Role)),
        happened=bool(conditions),
        reach=reach_line(opened),
    )


def _drafted_from(draft: Draft, words: Words) -> str:
    since = draft.item.entry.period.from_on
    return _("Drafted from what you wrote down since %(day)s.") % {"day": days.day(since, words)}


def _may_read(opened: OpenProcess, draft: Draft) -> bool:
    """Whether this member can be the second reader and has not said so yet (R12)."""
    if outgoing.of_draft(opened.state, draft).waits_for_look_of(opened.user_id):
        return False  # she looks at it on a page of its own, and that is her reading too
    mine = draft.item.author == opened.user_id
    return not mine and all(one.author != opened.user_id for one in draft.readings)


def _reading_acts(opened: OpenProcess, reasons: tuple[Reason, ...]) -> tuple[Act, ...]:
    """Return what the second reader can press: that she has read it, and to hand it over with the same click."""
    acts = [Act(label=_("I have read it"), name="act", value="read")]
    only_unread = all(one.next is Next.READ_DRAFT for one in reasons)
    if reasons and only_unread and updates.can_seal(opened):
        acts.append(Act(label=_("I have read it: hand it over, sealed"), name="act", value="over", plain=True))
    return tuple(acts)


def _over_act(*, happened: bool) -> Act:
    if happened:
        return Act(label=_("Keep that it was handed over"), plain=True)
    return Act(label=_("Hand over to the support group"))


def _condition(opened: OpenProcess, reason: Reason, words: Words) -> Condition:
    url = ""
    match reason.next:
        case Next.NEWEST_DRAFT if reason.entry is not None:
            url = link_to("update", opened, reason.entry)
        case Next.INVITE:
            url = link_to("people-new", opened)
        case Next.LOOK_AT if reason.entry is not None and opened.user_id in reason.people:
            url = link_to("outgoing-one", opened, reason.entry)
        case Next.UPDATES:
            url = link_to("updates", opened)
    return Condition(
        kind="waiting",
        word=_("Missing"),
        text=gates.reason(reason, words),
        url=url,
        link=gates.where_next(reason, words) if url else "",
    )


def file_name(on: date, ending: str) -> str:
    """Return a name that says nothing (C4)."""
    return f"update-{on:%Y-%m}.{ending}"


def second_readers_sentence(opened: OpenProcess) -> str:
    """Return who can be the second reader, for somebody who cannot."""
    words = words_of(opened)
    others = [words.name(user) for user in members_of(opened, Role.CONTACT) if user != opened.user_id]
    if not others:
        return _("You wrote it, and you are alone. Invite somebody first.")
    return _("You wrote it. Somebody else reads it: %(names)s can do it.") % {"names": lists.either(others, words)}
