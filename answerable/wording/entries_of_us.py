"""Entries about ourselves in words: the process, its people, letters, updates, questions, our own work, the record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from answerable.core.defaults.update_sections import LONG_UPDATE
from answerable.core.entries import (
    AlarmNoted,
    BoundarySet,
    DocumentAdded,
    DutyDeclined,
    DutyTaken,
    Entry,
    Invitation,
    MailboxLookedAt,
    MemberLeft,
    MemberNamed,
    ObjectionAnswered,
    ObjectionRaised,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    QuestionAnswered,
    QuestionAsked,
    ReadAgainstSource,
    StanceAffirmed,
    TakenOut,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
    WordsChosen,
)
from answerable.core.entries.members import Stance
from answerable.core.entries.updates import Sentences
from answerable.wording import names
from answerable.wording.entries_of_x import copied_pairs
from answerable.wording.entry_words import EntryWords, Part, Telling


def process_opened(entry: ProcessOpened, telling: Telling) -> EntryWords:
    """Tell how the process began (R64)."""
    _ = telling.gettext
    sentence = _("%(codename)s began on %(day)s.")
    sentence %= {"codename": entry.codename, "day": telling.day(entry.opened_on)}
    pairs = (
        (_("Support group"), names.presence(entry.support, telling.words)),
        (_("Supervision group"), names.presence(entry.supervision, telling.words)),
    )
    return EntryWords(title=_("Beginning"), sentence=sentence, pairs=pairs)


def presence_set(entry: PresenceSet, telling: Telling) -> EntryWords:
    """Tell that a circle came here, or is reached another way (R64)."""
    _ = telling.gettext
    sentence = _("The %(group)s is now: %(state)s.")
    sentence %= {"group": names.role(entry.role, telling.words), "state": names.presence(entry.state, telling.words)}
    return EntryWords(title=_("Who is here"), sentence=sentence)


def words_chosen(entry: WordsChosen, telling: Telling) -> EntryWords:
    """Tell that the words of this process were chosen (C5)."""
    _ = telling.gettext
    pairs = tuple((chosen.language.value, chosen.profile.value) for chosen in entry.profiles)
    sentence = _("The words that are used here were chosen.")
    return EntryWords(title=_("Words"), sentence=sentence, pairs=(*pairs, *copied_pairs(entry.copied, telling)))


def policy_set(entry: PolicySet, telling: Telling) -> EntryWords:
    """Tell what was agreed to be done differently, from which day, and why (R4)."""
    _ = telling.gettext
    sentence = _("What we agreed changes from %(day)s on.") % {"day": telling.day(entry.from_on)}
    labels = {
        "contact_every_months": _("Contact, every so many months"),
        "update_every_months": _("Update, every so many months"),
        "mailbox_every_days": _("Looking at the mail, every so many days"),
        "answer_within_days": _("Days for an answer"),
        "term_months": _("Months of a term"),
        "minimum_members": _("Members at least"),
        "mail_kept_months": _("Months that outside mail is kept"),
        "contact_texts_kept_months": _("Months that texts of contacts are kept"),
        "labels_kept_months": _("Months that labels of people are kept"),
    }
    values = ((label, getattr(entry.change, name)) for name, label in labels.items())
    pairs = tuple((label, str(value) if value else _("not taken on")) for label, value in values if value is not None)
    parts = (Part(_("Why"), entry.reason),) if entry.reason else ()
    return EntryWords(title=_("What we agreed"), sentence=sentence, parts=parts, pairs=pairs)


def boundary_set(entry: BoundarySet, telling: Telling) -> EntryWords:
    """Tell what the group can, cannot and will not do (R25)."""
    _ = telling.gettext
    lists = ((_("We can"), entry.can), (_("We cannot"), entry.cannot), (_("We will not"), entry.will_not))
    parts = tuple(Part(label, "\n".join(lines)) for label, lines in lists if lines)
    return EntryWords(title=_("Our boundaries"), sentence=_("What we can, cannot and will not do."), parts=parts)


def member_named(entry: MemberNamed, telling: Telling) -> EntryWords:
    """Tell who somebody is here, and until when (R19, R20)."""
    _ = telling.gettext
    sentence = _("%(name)s is here since %(since)s, until %(until)s.") % {
        "name": entry.shown_name,
        "since": telling.day(entry.joined_on),
        "until": telling.day(entry.until_on),
    }
    pairs = ((_("Hours a month, roughly"), str(entry.hours)),) if entry.hours is not None else ()
    parts = (Part(_("Will not do"), entry.will_not),) if entry.will_not else ()
    return EntryWords(title=_("Member"), sentence=sentence, parts=parts, pairs=pairs)


def stance_affirmed(entry: StanceAffirmed, telling: Telling) -> EntryWords:
    """Tell how somebody stands to the commitment statement (R15)."""
    _ = telling.gettext
    if entry.stance is Stance.STANDS:
        return EntryWords(title=_("Commitment"), sentence=_("I can stand behind the commitment statement."))
    numbers = ", ".join(str(number) for number in entry.sentences)
    sentence = _("I want to talk about the commitment statement.")
    pairs = ((_("Sentences"), numbers),) if numbers else ()
    return EntryWords(title=_("Commitment"), sentence=sentence, pairs=pairs)


def invitation(entry: Invitation, telling: Telling) -> EntryWords:
    """Tell that somebody was invited; the code is not shown."""
    _ = telling.gettext
    sentence = _("Somebody was invited into the %(group)s.") % {"group": names.role(entry.circle, telling.words)}
    return EntryWords(title=_("Invitation"), sentence=sentence)


def member_left(entry: MemberLeft, telling: Telling) -> EntryWords:
    """Tell that a member left, and what is handed over (R21)."""
    _ = telling.gettext
    sentence = _("%(name)s left. The last day was %(day)s.")
    sentence %= {"name": telling.name(entry.user), "day": telling.day(entry.last_on)}
    parts = [Part(_("Handed over"), "\n".join(entry.handover))] if entry.handover else []
    if entry.told_support:
        parts.append(Part(_("How the support group was told"), entry.told_support))
    return EntryWords(title=_("A member left"), sentence=sentence, parts=tuple(parts))


def document_added(entry: DocumentAdded, telling: Telling) -> EntryWords:
    """Tell a letter or another document in its own words (R3)."""
    _ = telling.gettext
    sentence = _("%(title)s, of %(day)s.") % {"title": entry.title, "day": telling.day(entry.dated_on)}
    pairs = copied_pairs(entry.copied, telling)
    return EntryWords(title=_("Letter"), sentence=sentence, parts=(Part("", entry.text),), pairs=pairs)


def read_against_source(entry: ReadAgainstSource, telling: Telling) -> EntryWords:
    """Tell that a second member compared a copy with its source (R64)."""
    _ = telling.gettext
    sentence = _("Read against its source: %(entry)s") % {"entry": telling.entry(entry.entry)}
    return EntryWords(title=_("Read by a second member"), sentence=sentence)


def mailbox_looked_at(entry: MailboxLookedAt, telling: Telling) -> EntryWords:
    """Tell that the mail was looked at (R55)."""
    _ = telling.gettext
    return EntryWords(
        title=_("Mail"), sentence=_("The mail was looked at on %(day)s.") % {"day": telling.day(entry.on)}
    )


def duty_taken(_entry: DutyTaken, telling: Telling) -> EntryWords:
    """Tell that somebody took a job (R25)."""
    _ = telling.gettext
    return EntryWords(title=_("Job"), sentence=_("I take this job."))


def duty_declined(entry: DutyDeclined, telling: Telling) -> EntryWords:
    """Tell that somebody does not do a job, why, and who was told (R25)."""
    _ = telling.gettext
    parts = [Part(_("Why"), entry.why)]
    if entry.told:
        parts.append(Part(_("Who was told"), entry.told))
    return EntryWords(title=_("Job"), sentence=_("I do not do this job."), parts=tuple(parts))


def _six(sentences: Sentences, telling: Telling) -> tuple[Part, ...]:
    """Return the six texts of an update under their headings (R53)."""
    _ = telling.gettext
    texts = (
        (_("Contact"), sentences.contact),
        (_("The demands"), sentences.demands),
        (_("Who knows"), sentences.who_knows),
        (_("What we decided"), sentences.decisions),
        (_("Ourselves"), sentences.ourselves),
        (_("What we ask of you"), sentences.we_ask),
    )
    return tuple(Part(label, text) for label, text in texts if text)


def _words_of(entry: UpdateDrafted | UpdateHandedOver, telling: Telling) -> tuple[Part, ...]:
    """Return the short page and, where there is one, the long version, each under its headings."""
    headings = {one.section.value: one.heading.in_language(telling.words.language) for one in LONG_UPDATE}
    long = (Part(headings.get(part.section, part.section), part.text) for part in entry.sections)
    return (*_six(entry.sentences, telling), *long)


def update_drafted(entry: UpdateDrafted, telling: Telling) -> EntryWords:
    """Tell a draft of an update (R53)."""
    _ = telling.gettext
    sentence = _("A draft about %(from)s to %(to)s.")
    sentence %= {"from": telling.day(entry.period.from_on), "to": telling.day(entry.period.to_on)}
    return EntryWords(title=_("Update, draft"), sentence=sentence, parts=_words_of(entry, telling))


def update_read(_entry: UpdateRead, telling: Telling) -> EntryWords:
    """Tell that a second member read a draft (R53)."""
    _ = telling.gettext
    return EntryWords(title=_("Update, read"), sentence=_("I have read the draft in exactly this wording."))


def update_handed_over(entry: UpdateHandedOver, telling: Telling) -> EntryWords:
    """Tell an update as it was handed over (R53)."""
    _ = telling.gettext
    sentence = _("Handed over on %(day)s: %(how)s. About %(from)s to %(to)s.") % {
        "day": telling.day(entry.on),
        "how": names.handed_over(entry.how, telling.words),
        "from": telling.day(entry.period.from_on),
        "to": telling.day(entry.period.to_on),
    }
    return EntryWords(title=_("Update"), sentence=sentence, parts=_words_of(entry, telling))


def question_asked(entry: QuestionAsked, telling: Telling) -> EntryWords:
    """Tell a question between the groups (R5)."""
    _ = telling.gettext
    pairs = copied_pairs(entry.copied, telling)
    return EntryWords(title=_("Question"), sentence=_("A question."), parts=(Part("", entry.text),), pairs=pairs)


def question_answered(entry: QuestionAnswered, telling: Telling) -> EntryWords:
    """Tell the answer to a question (R5)."""
    _ = telling.gettext
    pairs = ((_("The question"), telling.entry(entry.question)), *copied_pairs(entry.copied, telling))
    return EntryWords(title=_("Answer"), sentence=_("An answer."), parts=(Part("", entry.text),), pairs=pairs)


def objection_raised(entry: ObjectionRaised, telling: Telling) -> EntryWords:
    """Tell an objection to an entry (R47)."""
    _ = telling.gettext
    pairs = ((_("Against"), telling.entry(entry.entry)), *copied_pairs(entry.copied, telling))
    return EntryWords(title=_("Objection"), sentence=_("An objection."), parts=(Part("", entry.text),), pairs=pairs)


def objection_answered(entry: ObjectionAnswered, telling: Telling) -> EntryWords:
    """Tell the answer to an objection (R47)."""
    _ = telling.gettext
    pairs = ((_("The objection"), telling.entry(entry.objection)),)
    return EntryWords(title=_("Answer"), sentence=_("An answer."), parts=(Part("", entry.text),), pairs=pairs)


def taken_out(entry: TakenOut, telling: Telling) -> EntryWords:
    """Tell that words were destroyed, and what stays (R60)."""
    return words_taken_out(entry.day, entry.why, telling)


def words_taken_out(on: date, why: str, telling: Telling) -> EntryWords:
    """Tell the same of any words: the day they were about, and why."""
    _ = telling.gettext
    sentence = _("The words of an entry about %(day)s were taken out.") % {"day": telling.day(on)}
    parts = (Part(_("Why"), why),) if why else ()
    return EntryWords(title=_("Taken out"), sentence=sentence, parts=parts)


def alarm_noted(entry: AlarmNoted, telling: Telling) -> EntryWords:
    """Tell that a member saw that the record was changed or damaged (C2)."""
    _ = telling.gettext
    sentence = _("A change of the record was seen on %(day)s.") % {"day": telling.day(entry.on)}
    return EntryWords(title=_("Alarm, noted"), sentence=sentence, parts=(Part("", entry.what),))


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    ProcessOpened: process_opened,
    PresenceSet: presence_set,
    WordsChosen: words_chosen,
    PolicySet: policy_set,
    BoundarySet: boundary_set,
    MemberNamed: member_named,
    StanceAffirmed: stance_affirmed,
    Invitation: invitation,
    MemberLeft: member_left,
    DocumentAdded: document_added,
    ReadAgainstSource: read_against_source,
    MailboxLookedAt: mailbox_looked_at,
    DutyTaken: duty_taken,
    DutyDeclined: duty_declined,
    UpdateDrafted: update_drafted,
    UpdateRead: update_read,
    UpdateHandedOver: update_handed_over,
    QuestionAsked: question_asked,
    QuestionAnswered: question_answered,
    ObjectionRaised: objection_raised,
    ObjectionAnswered: objection_answered,
    TakenOut: taken_out,
    AlarmNoted: alarm_noted,
}
