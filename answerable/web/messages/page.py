"""The pages of all questions and of one, built from the state."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.questions import may_answer, speaks_for
from answerable.actions.reading import OpenProcess
from answerable.core.calendar import day_of
from answerable.core.circles import Presence, Role
from answerable.core.duties.duty import ANSWER_WITHIN
from answerable.core.entries import AnyEntry
from answerable.core.entries.base import Copied
from answerable.core.state import Item, Objection, Question
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.wording import days
from answerable.wording import demands as wording
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital
from answerable.wording.names import the_role
from answerable.wording.words import Words


class Line(Struct, frozen=True):
    """A question or objection in the list."""

    text: str
    url: str
    about: str
    state: str


class Group(Struct, frozen=True):
    """Several of them under a heading."""

    ident: str
    title: str
    lines: tuple[Line, ...]


class MessagesPage(Struct, frozen=True, kw_only=True):
    """What the page of all questions shows; `mail` is the line about the mailbox."""

    lead: str
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    mail: str
    mail_url: str
    actions: tuple[Act, ...]


class Speech(Struct, frozen=True, kw_only=True):
    """What one circle said: who, when, the words, where a copy comes from."""

    who: str
    text: str
    pairs: tuple[tuple[str, str], ...]
    reading: Reading
    entry_url: str


class MessagePage(Struct, frozen=True, kw_only=True):
    """What the page of one question or objection shows; `about_url` leads to what is objected to."""

    heading: str
    under: str
    lead: str
    asked: Speech
    about: str
    about_url: str
    answers: tuple[Speech, ...]
    answer_heading: str
    reads: str
    form_actions: tuple[Act, ...]
    actions: tuple[Act, ...]


def messages(opened: OpenProcess) -> MessagesPage:
    """Return the page of all questions and objections that this member can read."""
    words = words_of(opened)
    found: list[Question | Objection] = [*opened.state.objections, *opened.state.questions]
    open_ones = [one for one in found if not one.answers]
    answered = [one for one in found if one.answers]
    groups = (
        Group("open", _("Without an answer"), tuple(_line(opened, one, words) for one in open_ones)),
        Group("answered", _("Answered"), tuple(_line(opened, one, words) for one in reversed(answered))),
    )
    in_contact = Role.CONTACT in opened.roles
    return MessagesPage(
        lead=_lead(opened, found),
        lines=_lines(opened),
        groups=tuple(group for group in groups if group.lines),
        mail=_mail(opened, words) if in_contact else "",
        mail_url=link_to("now", opened),
        actions=_list_actions(opened),
    )


def _lead(opened: OpenProcess, found: list[Question | Objection]) -> str:
    ours = [one for one in found if not one.answers and _owed_by_contact(one)]
    if Role.CONTACT in opened.roles and ours:
        return _("Something is waiting for an answer of ours.")
    if not found:
        return _("No questions and no objections so far.")
    if Role.CONTACT in opened.roles:
        return _("Nothing is waiting for an answer of ours.")
    return _("What was asked, objected to and answered.")


def _owed_by_contact(one: Question | Objection) -> bool:
    return isinstance(one, Objection) or one.asked_by is not Role.CONTACT


def _lines(opened: OpenProcess) -> tuple[str, ...]:
    """Return what each circle can do here; nobody is told that they must answer."""
    if Role.CONTACT in opened.roles:
        state = opened.state.process.support
        if state is Presence.HERE:
            return (_("The support group reads here, and owes no answer."),)
        if state is Presence.MAIL:
            return (_("The support group is reached by mail and paper. What it writes is copied here, as its own."),)
        return (_("What you ask now is kept for the support group until it is here."),)
    if Role.SUPPORT in opened.roles:
        return (_("You can ask at any time, and you owe no answer."),)
    return (_("You can object to anything you can read here. Each entry has a link for it."),)


def _mail(opened: OpenProcess, words: Words) -> str:
    """Return when the group last looked at its mail."""
    looked = opened.state.upkeep.looked_at
    if not looked:
        return _("Nobody has noted yet that the mail was looked at.")
    newest = max(looked, key=lambda item: (item.entry.on, item.seq))
    facts = {"day": days.near_day(newest.entry.on, words), "name": words.name(newest.author)}
    return _("The mail was last looked at %(day)s, by %(name)s.") % facts


def _list_actions(opened: OpenProcess) -> tuple[Act, ...]:
    speaks = speaks_for(opened)
    new = link_to("message-new", opened)
    if speaks is Role.CONTACT:
        copy = link_to("message-in", opened)
        return (Act(_("Ask the support group"), new), Act(_("Copy a question that came by mail"), copy, plain=True))
    return (Act(_("Ask the contact group"), new),) if speaks is Role.SUPPORT else ()


def _line(opened: OpenProcess, one: Question | Objection, words: Words) -> Line:
    return Line(
        text=shortened(one.item.entry.text),
        url=link_to("message", opened, one.item.first_id),
        about=_who(opened, one, words),
        state=state_of(opened, one, words),
    )


def _who(opened: OpenProcess, one: Question | Objection, words: Words) -> str:
    """Return who asked or objected, and when: "The support group, 12 January"."""
    who, on = _whose(one, words), _day_of(opened, one, words)
    if isinstance(one, Question):
        return f"{capital(who)}, {on}"
    return _("Objection: %(who)s, %(day)s") % {"who": who, "day": on}


def _day_of(opened: OpenProcess, one: Question | Objection, words: Words) -> str:
    entry = one.item.entry
    return days.day(entry.copied.said_on if entry.copied else day_of(entry.at, opened.zone), words)


def _whose(one: Question | Objection, words: Words) -> str:
    """Return which circle asked or objected; for a copied objection, from whom the copy says it is."""
    if isinstance(one, Question):
        return the_role(one.asked_by, words)
    if one.raised_by is not None:
        return the_role(one.raised_by, words)
    copied = one.item.entry.copied
    return copied.from_ if copied else words.gettext("somebody")


def state_of(opened: OpenProcess, one: Question | Objection, words: Words) -> str:
    """Return whether it is answered, until when an answer is asked for, or what can be done meanwhile."""
    if one.answers:
        newest = one.answers[-1].entry
        return _("Answered on %(day)s.") % {"day": days.day(day_of(newest.at, opened.zone), words)}
    if _owed_by_contact(one):
        due_on = day_of(one.item.entry.at, opened.zone) + ANSWER_WITHIN
        late = words.today > due_on
        text = _("The answer was due on %(day)s.") if late else _("An answer is due by %(day)s.")
        return text % {"day": days.day(due_on, words)}
    support = opened.state.process.support
    if support is Presence.HERE:
        return _("No answer yet. None is owed.")
    if support is Presence.MAIL:
        return _("Copy the answer when one comes by mail.")
    return _("Kept for the support group until it is here.")


def message(opened: OpenProcess, one: Question | Objection, *, answering: bool) -> MessagePage:
    """Return the page of one question or objection."""
    words = words_of(opened)
    item = one.item
    is_objection = isinstance(one, Objection)
    return MessagePage(
        heading=_("Objection") if is_objection else _("Question"),
        under=f"{capital(_whose(one, words))}, {_day_of(opened, one, words)}",
        lead=state_of(opened, one, words),
        asked=_speech(opened, item, item.entry.text, item.entry.copied, words),
        about=_about(opened, one),
        about_url=link_to("entry", opened, one.item.entry.entry) if isinstance(one, Objection) else "",
        answers=_answers(opened, one, words),
        answer_heading=_("Answer once more") if one.answers else _("Your answer"),
        reads=readers_sentence(opened, item.entry.meant_for),
        form_actions=(Act(_("Keep this answer")),) if answering else (),
        actions=_copy_action(opened, one),
    )


def _about(opened: OpenProcess, one: Question | Objection) -> str:
    """Return what is objected to, as one line."""
    if not isinstance(one, Objection):
        return ""
    return telling_of(opened).entry(one.item.entry.entry)


def _answers(opened: OpenProcess, one: Question | Objection, words: Words) -> tuple[Speech, ...]:
    if isinstance(one, Question):
        return tuple(_speech(opened, item, item.entry.text, item.entry.copied, words) for item in one.answers)
    return tuple(_speech(opened, item, item.entry.text, None, words) for item in one.answers)


def _copy_action(opened: OpenProcess, one: Question | Objection) -> tuple[Act, ...]:
    """Return the link to copy an answer: a member's, for what was asked of the support circle."""
    if not isinstance(one, Question) or not may_answer(one, opened, copied=True):
        return ()
    url = link_to("message-answer-in", opened, one.item.first_id)
    return (Act(_("Copy an answer that came by mail"), url, plain=bool(one.answers)),)


def _speech(opened: OpenProcess, item: Item[AnyEntry], text: str, copied: Copied | None, words: Words) -> Speech:
    """Return what was said, by whom; a copy with where it comes from and who read it."""
    on = days.day(day_of(item.entry.at, opened.zone), words)
    pairs = wording.copied(copied, item.author, words) if copied else ()
    return Speech(
        who=_("%(name)s, %(day)s") % {"name": copied.from_ if copied else words.name(item.author), "day": on},
        text=text,
        pairs=pairs,
        reading=reading_of(opened, item.entry_id),
        entry_url=link_to("entry", opened, item.entry_id),
    )
