"""The one sentence of state that opens the first page (interface.md 2 and 3, row 15)."""

from answerable.core.duties.lead import ContactCode, ContactLead, Lead, UpdateCode
from answerable.core.entries.contacts import Reply
from answerable.wording import names
from answerable.wording.days import day, days_count, number, times
from answerable.wording.lists import capital, sentences
from answerable.wording.words import Words


def lead(facts: Lead, words: Words) -> str:
    """Return how contact and update stand, without blame and without praise; a pause of ours comes first (R34)."""
    if facts.paused_until_on is not None:
        pause = words.gettext("We pause until {day}.").format(day=day(facts.paused_until_on, words))
        return sentences(pause, _standing(facts, words))
    return _standing(facts, words)


def _standing(facts: Lead, words: Words) -> str:
    """Return how contact and update stand."""
    contact = contact_lead(facts.contact, words)
    update = _update(facts, words)
    if facts.contact.code is ContactCode.NOT_TAKEN_ON or facts.contact.code is ContactCode.LATE or facts.contact.first:
        return sentences(contact, capital(_stop(update)))
    if not update:
        return _stop(contact)
    if facts.contact.code is ContactCode.IN_TIME and facts.update is UpdateCode.IN_TIME:
        text = words.gettext("Contact with {x} is in time, and so is the update to the support group.")
        return text.format(x=words.person_x)
    return words.gettext("{first}, and {second}.").format(first=contact, second=update)


def _stop(clause: str) -> str:
    """Return a clause as a sentence."""
    return f"{clause}." if clause else ""


def contact_lead(facts: ContactLead, words: Words) -> str:
    """Return how contact stands: a clause while it is in order, whole sentences when it is late or has not begun."""
    if facts.clock is None:
        return ""
    if facts.code is ContactCode.LATE:
        return _late(facts, words)
    if facts.first:
        text = words.gettext("No contact yet. The first one is due by {day}.")
        return text.format(day=day(facts.clock.due_on, words))
    if facts.code is ContactCode.IN_TIME:
        return words.gettext("Contact with {x} is in time").format(x=words.person_x)
    text = {
        ContactCode.SOON: words.gettext("The next contact with {x} is due on {day}"),
        ContactCode.DUE: words.gettext("Contact with {x} has been due since {day}"),
    }[facts.code]
    return text.format(x=words.person_x, day=day(facts.clock.due_on, words))


def _late(facts: ContactLead, words: Words) -> str:
    """Return the overdue sentences: whether he did not answer, or we did not write (R26)."""
    gap = words.gettext("{days} without contact.").format(days=days_count(facts.days, words))
    missed = missed_meetings(facts.missed, facts.ours, words)
    reply = names.reply(Reply(facts.reply), words)
    if not facts.attempts:
        wrote = "" if facts.missed else words.gettext("We have not written yet.")
        return sentences(gap, "" if facts.reply is Reply.NOTHING else reply, missed, wrote)
    wrote = words.gettext("We wrote {times}.").format(times=times(facts.attempts, words))
    return sentences(gap, wrote, reply, missed)


def missed_meetings(his: int, ours: int, words: Words) -> str:
    """Return how many meetings did not happen since he was last reached, by whose reason (R34)."""
    came = words.ngettext("He did not come to a meeting.", "He did not come to {count} meetings.", his)
    hindered = words.ngettext(
        "One meeting did not happen because of us.", "{count} meetings did not happen because of us.", ours
    )
    return sentences(
        came.format(count=number(his, words)) if his else "",
        hindered.format(count=number(ours, words)) if ours else "",
    )


def _update(facts: Lead, words: Words) -> str:
    """Return how the update stands, as the second clause of a sentence; nothing where none is owed."""
    clock = facts.update_clock
    if clock is None:
        return ""
    text = {
        UpdateCode.IN_TIME: words.gettext("the update to the support group is in time"),
        UpdateCode.SOON: words.gettext("the update to the support group is due on {day}"),
        UpdateCode.DUE: words.gettext("the update to the support group is due by {last}"),
        UpdateCode.LATE: words.gettext("the update to the support group has been late since {late}"),
        UpdateCode.WAITS_FOR_READER: words.gettext("the update waits for a second reader"),
        UpdateCode.READY: words.gettext("the update to the support group is ready to hand over"),
    }[facts.update]
    return text.format(
        day=day(clock.due_on, words), last=day(clock.last_on, words), late=day(clock.became_late_on, words)
    )


def nothing_due(words: Words) -> str:
    """Return what stands where nothing is due (interface.md 2, empty states)."""
    return words.gettext("Nothing is due. See you next week.")
