"""What the page of people shows: circles, who waits, open invitations, what to compare, what we agreed."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions import joining, members
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.core.duties import Code, due
from answerable.sealing.passphrases import head_words_key, safety_words, short_root
from answerable.web.base.forms import text_of
from answerable.web.us import circles
from answerable.web.us.circles import Circle
from answerable.web.us.words import name_of, readers, the, title_of, words_of
from answerable.wording import days, lists
from answerable.wording import duties as duty_words
from answerable.wording.words import Words


class Job(NamedTuple):
    """Something to do among us: as parts/due.html shows it."""

    label: str
    url: str
    who: str
    kind: str
    word: str


class Record(NamedTuple):
    """What two members compare to know that they see the same record."""

    size: int
    short_root: str
    words: tuple[str, ...]


class Fold(NamedTuple):
    """A folded heading with where it leads."""

    title: str
    phrase: str
    url: str


class Act(NamedTuple):
    """A button or a link of a page, as parts/actions.html shows it."""

    label: str
    url: str = ""
    plain: bool = False
    name: str = ""
    value: str = ""


class FormPage(Struct, frozen=True, kw_only=True):
    """A page with one form: a sentence, notes, who can read it, what the button is called."""

    lead: str
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    readers: str = ""
    actions: tuple[Act, ...] = ()
    afterwards: str = ""
    back: str = ""


class PeoplePage(Struct, frozen=True, kw_only=True):
    """Us."""

    lead: str
    jobs: tuple[Job, ...]
    circles: tuple[Circle, ...]
    earlier: tuple[str, ...]
    record: Record
    folds: tuple[Fold, ...]
    actions: tuple[Act, ...]
    quiet: str


def form_page(opened: OpenProcess, lead: str, button: str, *, roles: tuple[Role, ...] = (), **more: object) -> FormPage:
    """Return a page of one form; `roles` are those who read what it keeps."""
    page = FormPage(
        lead=lead,
        readers=readers(roles) if roles else "",
        actions=(Act(button),),
        back=url("people", opened),
        **more,  # type: ignore[arg-type]  # the other fields by their names
    )
    return page  # noqa: RET504  # a name, so that the reason above has its line


def url(name: str, opened: OpenProcess, *idents: bytes) -> str:
    """Return the URL of a page of this process, about an id."""
    ids = {"alias": opened.alias}
    return reverse(name, kwargs=ids | {"ident": text_of(idents[0])} if idents else ids)


def people_page(opened: OpenProcess) -> PeoplePage:
    """Return the page as this member may see it."""
    words = words_of(opened)
    return PeoplePage(
        lead=_lead(opened),
        jobs=_jobs(opened, words),
        circles=circles.of(opened, words),
        earlier=circles.earlier(opened, words),
        record=record_of(opened),
        folds=_folds(opened, words),
        actions=_actions(opened),
        quiet=_quiet(opened),
    )


def record_of(opened: OpenProcess) -> Record:
    """Return size, short root and six words of the record's head."""
    ledger = opened.ledger
    key = head_words_key(opened.process, ledger.size, ledger.root)
    return Record(ledger.size, short_root(ledger.root), safety_words(key))


def person_words(opened: OpenProcess, user: bytes) -> tuple[str, ...]:
    """Return the six safety words of somebody's keys."""
    return safety_words(opened.ledger.users[user].words_key)


def _lead(opened: OpenProcess) -> str:
    role = min(opened.roles)
    count = len(opened.members(role))
    if count == 1:
        return {
            Role.CONTACT: _("You are the contact group so far, alone."),
            Role.SUPPORT: _("You are the support group so far, alone."),
            Role.SUPERVISION: _("You are the supervision group so far, alone."),
        }[role]
    sentence = {
        Role.CONTACT: _("%(count)s of us are the contact group."),
        Role.SUPPORT: _("%(count)s of us are the support group."),
        Role.SUPERVISION: _("%(count)s of us are the supervision group."),
    }[role]
    return lists.capital(sentence % {"count": days.number(count, words_of(opened))})


def _jobs(opened: OpenProcess, words: Words) -> tuple[Job, ...]:
    """Return what waits for somebody here, the most urgent first."""
    return (
        *_say_who(opened),
        *_new_keys(opened),
        *_waiting(opened),
        *_used(opened, words),
        *_votes(opened),
        *_owed(opened),
        *_not_written(opened),
        *_unused(opened, words),
        *_duties(opened, words),
    )


def _say_who(opened: OpenProcess) -> tuple[Job, ...]:
    if opened.user_id in opened.state.members:
        return ()
    who = _("Your name here, until when, and how you stand to the statement.")
    return (Job(_("Say who you are here"), url("people-start", opened), who, "due", _("waits")),)


def _new_keys(opened: OpenProcess) -> tuple[Job, ...]:
    if not members.needs_new_keys(opened):
        return ()
    who = _("Somebody left. Your next entry does it by itself, or you do it now.")
    return (Job(_("Begin new keys"), url("people-keys", opened), who, "due", _("waits")),)


def _waiting(opened: OpenProcess) -> tuple[Job, ...]:
    """Return newcomers whom somebody vouched for (R21)."""
    jobs = []
    for one in members.waiting(opened):
        by = _("%(group)s. Vouched for by %(name)s.") % {"group": title_of(one.role), "name": name_of(opened, one.by)}
        coming, opens = _("Somebody is coming in"), _("The first member opens the keys.")
        second = _("A second member has still to let them in.")
        if one.may:
            jobs.append(Job(_("Let somebody in"), url("people-let-in", opened, one.user), by, "due", _("waits")))
        else:
            then = opens if one.opens_keys else second
            jobs.append(Job(coming, "", lists.sentences(by, then), "waiting", _("waits")))
    return tuple(jobs)


def _used(opened: OpenProcess, words: Words) -> tuple[Job, ...]:
    """Return invitations that somebody used and that nobody vouched for yet."""
    return tuple(
        Job(
            _("Look who came"),
            url("people-vouch", opened, one.entry_id),
            _("Somebody used the invitation by %(name)s. It ends on %(day)s.")
            % {"name": name_of(opened, one.by), "day": days.day(one.until, words)},
            "due",
            _("waits"),
        )
        for one in joining.invitations(opened)
        if one.words
    )


def _unused(opened: OpenProcess, words: Words) -> tuple[Job, ...]:
    return tuple(
        Job(
            _("Open invitation: %(group)s") % {"group": title_of(one.role)},
            url("people-invitation", opened, one.entry_id),
            _("By %(name)s. Nobody has used it yet.") % {"name": name_of(opened, one.by)},
            "",
            _("until %(day)s") % {"day": days.day(one.until, words)},
        )
        for one in joining.invitations(opened)
        if not one.words
    )


def _votes(opened: OpenProcess) -> tuple[Job, ...]:
    """Return who is to be shut out, where a second member has still to say so (R21)."""
    jobs = []
    for role in Role:
        for user in sorted(opened.members(role)):
            said = members.votes(opened, user, role)
            if said and opened.user_id not in said and members.may_say_out(opened, user, role):
                text = _("%(names)s said that %(name)s is out. It counts when a second one says so.") % {
                    "names": ", ".join(name_of(opened, one) for one in sorted(said)),
                    "name": name_of(opened, user),
                }
                label = _("Say whether somebody is out")
                jobs.append(Job(label, url("people-out", opened, user), text, "waiting", _("waits")))
    return tuple(jobs)


def _owed(opened: OpenProcess) -> tuple[Job, ...]:
    """Return circles that were meant to read what they cannot open yet (R64)."""
    return tuple(
        Job(
            _("Give them what was meant for them"),
            url("people-give", opened),
            ngettext(
                "%(group)s: one entry was written for them before they had keys for it.",
                "%(group)s: %(count)s entries were written for them before they had keys for them.",
                len(one.entries),
            )
            % {"group": the(one.role), "count": len(one.entries)},
            "due",
            _("waits"),
        )
        for one in members.owed(opened)
    )


def _not_written(opened: OpenProcess) -> tuple[Job, ...]:
    """Return who lost access to the contact circle without an entry that says so (R21)."""
    if Role.CONTACT not in opened.roles:
        return ()
    return tuple(
        Job(
            _("Write down that %(name)s left") % {"name": name_of(opened, user)},
            url("people-left", opened, user),
            _("The access has ended. What goes on without them stands nowhere yet."),
            "due",
            _("waits"),
        )
        for user in circles.gone_without_words(opened)
    )


def _duties(opened: OpenProcess, words: Words) -> tuple[Job, ...]:
    """Return what the contact group owes itself: terms, size, followers, first meetings, the yearly look."""
    if Role.CONTACT not in opened.roles:
        return ()
    where = {
        Code.SIZE: "people-new",
        Code.REPLACEMENT: "people-new",
        Code.TERM: "people-me",
        Code.MEETINGS: "limits-new",
        Code.LIFESPAN: "agreed-new",
    }
    return tuple(
        Job(
            duty_words.title(one, words),
            url(where[one.code], opened) if one.code is not Code.TERM or opened.user_id in one.facts.people else "",
            duty_words.who_line(one, words),
            circles.KINDS.get(one.standing, ""),
            duty_words.state(one, words),
        )
        for one in due(opened.state, opened.today)
        if one.code in where
    )


def _folds(opened: OpenProcess, words: Words) -> tuple[Fold, ...]:
    process = opened.state.process
    changes, lists = process.policy_changes, process.boundaries
    agreed, limits = _("as it came, nothing changed"), _("not written down yet")
    if changes:
        agreed = _("changed on %(day)s") % {"day": days.day(changes[-1].entry.from_on, words)}
    if lists:
        newest = lists[-1].entry
        count = len(newest.can) + len(newest.cannot) + len(newest.will_not)
        limits = ngettext("one line", "%(count)s lines", count) % {"count": count}
    return (
        Fold(_("What we agreed"), agreed, url("agreed", opened)),
        Fold(_("What we can and will not do"), limits, url("limits", opened)),
        Fold(
            _("A pause of ours"), _pause(opened, words), url("contacts", opened) if Role.CONTACT in opened.roles else ""
        ),
        *_words_fold(opened, words),
    )


def _pause(opened: OpenProcess, words: Words) -> str:
    """Return whether we pause; where one takes a pause is the page about contact (R34)."""
    pause = opened.state.pauses.on(opened.today)
    if pause is None or pause.span is None:
        return _("none")
    return _("until %(day)s") % {"day": days.day(pause.span.until_on, words)}


def _words_fold(opened: OpenProcess, words: Words) -> tuple[Fold, ...]:
    """Return the words that the process uses, for those who may choose or copy them (C5)."""
    if not opened.roles & {Role.CONTACT, Role.SUPPORT}:
        return ()
    return (Fold(_("Our words"), f"{words.terms.harmed.bare}, {words.terms.perpetrator.bare}", url("terms", opened)),)


def _actions(opened: OpenProcess) -> tuple[Act, ...]:
    acts = [Act(_("Invite somebody"), url("people-new", opened))]
    if opened.user_id in opened.state.members:
        acts.append(Act(_("Change what I said about me"), url("people-me", opened), plain=True))
    return tuple(acts)


def _quiet(opened: OpenProcess) -> str:
    """Return the one quiet job while nobody looks at our work (R64)."""
    if Role.CONTACT in opened.roles and opened.state.process.supervision is Presence.NOT_YET:
        return _("Find two people to look at our work. There is no day for it.")
    return ""
