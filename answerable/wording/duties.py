"""What is due, in words: the job, the line below it, and how it stands."""

from collections.abc import Callable

from answerable.core.calendar import Clock, Standing
from answerable.core.circles import Role
from answerable.core.duties import Code, Duty, UpdateStage
from answerable.core.entries.demands import Origin
from answerable.wording import duties_of_telling, duties_to_decide, outgoing
from answerable.wording.days import day, days_count, months_count, near_day, number
from answerable.wording.duties_to_decide import since
from answerable.wording.lists import capital, either, joined, named, sentences
from answerable.wording.names import the_role
from answerable.wording.words import Words


def title(duty: Duty, words: Words) -> str:
    """Return the job, as the link that leads to it."""
    return _TITLES[duty.code](duty, words)


def who_line(duty: Duty, words: Words) -> str:
    """Return what stands below the job: why, and who has it."""
    return sentences(why(duty, words), owners(duty, words))


def why(duty: Duty, words: Words) -> str:
    """Return why something is owed, in one or two sentences."""
    return _WHYS[duty.code](duty, words)


def owners(duty: Duty, words: Words) -> str:
    """Return who has it."""
    if not duty.owners:
        return words.gettext("Nobody has it yet.")
    text = words.ngettext("{names} has it.", "{names} have it.", len(duty.owners))
    return text.format(names=named(duty.owners, words))


def state(duty: Duty, words: Words) -> str:
    """Return how it stands: "23 days left", "Soon: by 18 October", "Late since 19 October"."""
    if duty.clock is None:
        return words.gettext("When you can")
    return _STATES[duty.standing](duty.clock, words)


def _days_left(clock: Clock, words: Words) -> str:
    left = (clock.due_on - words.today).days
    return words.ngettext("{count} day left", "{count} days left", left).format(count=left)


def _soon(clock: Clock, words: Words) -> str:
    return words.gettext("Soon: by {day}").format(day=day(clock.due_on, words))


def _due(clock: Clock, words: Words) -> str:
    if clock.last_on == words.today:
        return words.gettext("Due today")
    return words.gettext("Due: by {day}").format(day=day(clock.last_on, words))


def _late(clock: Clock, words: Words) -> str:
    return words.gettext("Late since {day}").format(day=day(clock.became_late_on, words))


_STATES: dict[Standing, Callable[[Clock, Words], str]] = {
    Standing.NOT_YET: _days_left,
    Standing.SOON: _soon,
    Standing.DUE: _due,
    Standing.LATE: _late,
}


def _due_day(duty: Duty, words: Words) -> str:
    """Return the day on which it is due."""
    return day(duty.due_on or words.today, words)


def _title_contact(_duty: Duty, words: Words) -> str:
    return words.gettext("Contact {x}").format(x=words.person_x)


def _why_contact(duty: Duty, words: Words) -> str:
    since = duty.facts.since_on or words.today
    count = days_count((words.today - since).days, words)
    if duty.standing is Standing.LATE:
        return words.gettext("{days} without contact.").format(days=count)
    return words.gettext("By {day}.").format(day=_due_day(duty, words))


def _title_his_answer(_duty: Duty, words: Words) -> str:
    return words.gettext("{x} has not answered: decide what follows").format(x=words.person_x)


def _why_his_answer(duty: Duty, words: Words) -> str:
    if duty.facts.numbers:
        text = words.gettext("We asked for his answer to demand {number} by {day}.")
        return text.format(number=duty.facts.numbers[0], day=since(duty, words))
    his_date = words.gettext("His date was {day}.").format(day=since(duty, words))
    if not duty.facts.count:
        return sentences(his_date, words.gettext("You can give him one new date."))
    dates = words.ngettext("He has had one new date.", "He has had {count} new dates.", duty.facts.count)
    group = words.gettext("Another one is for the group to decide.")
    return sentences(his_date, dates.format(count=number(duty.facts.count, words)), group)


def _title_demands(duty: Duty, words: Words) -> str:
    demands, decisions = len(duty.facts.numbers), duty.facts.count - len(duty.facts.numbers)
    parts = []
    if demands == 1:
        parts.append(words.gettext("demand {number}").format(number=duty.facts.numbers[0]))
    elif demands:
        parts.append(words.gettext("{count} demands").format(count=number(demands, words)))
    if decisions:
        text = words.ngettext("a decision of the parent process", "{count} decisions of the parent process", decisions)
        parts.append(text.format(count=number(decisions, words)))
    return words.gettext("Pass on {what}").format(what=joined(parts, words))


def _why_demands(duty: Duty, words: Words) -> str:
    return words.gettext("At the next contact, on {day} at the latest.").format(day=_due_day(duty, words))


def _title_objection(_duty: Duty, words: Words) -> str:
    return words.gettext("Answer an objection")


def _title_question(_duty: Duty, words: Words) -> str:
    return words.gettext("Answer the support group’s question")


def _why_answer(duty: Duty, words: Words) -> str:
    return words.gettext("It came on {day}. We said we answer within 14 days.").format(day=since(duty, words))


def _title_update(duty: Duty, words: Words) -> str:
    if duty.facts.stage is UpdateStage.READ:
        return words.gettext("Hand over the update")
    if duty.facts.stage is UpdateStage.DRAFTED:
        return words.gettext("Read the update before it goes")
    return words.gettext("Write the update")


def _why_update(duty: Duty, words: Words) -> str:
    months = capital(months_count(duty.facts.months, words))
    if duty.standing in (Standing.DUE, Standing.LATE):
        over = words.ngettext("{months} was over on {day}.", "{months} were over on {day}.", duty.facts.months)
    else:
        over = words.ngettext("{months} is over on {day}.", "{months} are over on {day}.", duty.facts.months)
    over = over.format(months=months, day=_due_day(duty, words))
    if duty.facts.stage is not UpdateStage.DRAFTED:
        return over
    written = words.gettext("{name} has written it. One more of you reads it.")
    return sentences(over, written.format(name=named(duty.facts.people, words)))


def _title_copies(duty: Duty, words: Words) -> str:
    if duty.facts.count == 1:
        return words.gettext("Read a copied text against its source")
    text = words.gettext("Read {count} copied texts against their source")
    return text.format(count=number(duty.facts.count, words))


def _why_copies(duty: Duty, words: Words) -> str:
    readers = either((words.name(user) for user in duty.facts.people), words)
    return words.gettext("They count once a second member has read them. {names} can do it.").format(names=readers)


def _title_agreements(duty: Duty, words: Words) -> str:
    if duty.facts.count == 1:
        return words.gettext("Ask {x} about an agreement").format(x=words.person_x)
    text = words.gettext("Ask {x} about {count} agreements")
    return text.format(x=words.person_x, count=number(duty.facts.count, words))


def _why_agreements(duty: Duty, words: Words) -> str:
    return words.gettext("His date was {day}. Ask at the next contact.").format(day=since(duty, words))


def _title_tell_back(duty: Duty, words: Words) -> str:
    numbers = duty.facts.numbers
    title = words.gettext("Tell the support group what he answered")
    if duty.facts.to is Origin.PARENT_PROCESS:
        title = words.gettext("Tell the parent process what he answered")
    if not numbers:
        return title
    about = words.ngettext("demand {numbers}", "demands {numbers}", len(numbers))
    return f"{title}: {about.format(numbers=joined((str(one) for one in numbers), words))}"


def _why_tell_back(duty: Duty, words: Words) -> str:
    if duty.facts.to is Origin.PARENT_PROCESS:
        return words.gettext("They asked it of him. They read nothing here.")
    return words.gettext("The next update tells them too.")


def _title_look_again(_duty: Duty, words: Words) -> str:
    return words.gettext("Look again at contact and the people around {x}").format(x=words.person_x)


def _why_look_again(duty: Duty, words: Words) -> str:
    text = words.ngettext(
        "Something changes in his life. Noted on {day}.",
        "{count} things change in his life. The first was noted on {day}.",
        duty.facts.count,
    )
    return text.format(day=since(duty, words), count=capital(number(duty.facts.count, words)))


def _title_let_in(duty: Duty, words: Words) -> str:
    roles = joined((the_role(role, words) for role in duty.roles), words)
    if duty.roles == (Role.CONTACT,):
        return words.gettext("Let a new member in")
    return words.gettext("Let a new member into {group}").format(group=roles)


def _why_let_in(duty: Duty, words: Words) -> str:
    text = words.gettext("One member vouched for this person {day}. A second one lets them in.")
    return text.format(day=near_day(duty.facts.since_on or words.today, words))


def _title_mailbox(_duty: Duty, words: Words) -> str:
    return words.gettext("Look at the mail")


def _why_mailbox(duty: Duty, words: Words) -> str:
    if not duty.facts.count:
        return words.gettext("Nobody has looked yet.")
    return words.gettext("Last time: {day}.").format(day=since(duty, words))


def _title_size(duty: Duty, words: Words) -> str:
    missing = duty.facts.missing
    text = words.ngettext("Find one more person for the group", "Find {count} more people for the group", missing)
    return text.format(count=number(missing, words))


def _why_size(duty: Duty, words: Words) -> str:
    if duty.facts.count == 1:
        return words.gettext("You are alone. You agreed on at least {least}.").format(
            least=number(duty.facts.count + duty.facts.missing, words)
        )
    text = words.gettext("You are {count}. You agreed on at least {least}.")
    least = number(duty.facts.count + duty.facts.missing, words)
    return text.format(count=number(duty.facts.count, words), least=least)


def _title_follower(duty: Duty, words: Words) -> str:
    return words.gettext("Find who follows {name}").format(name=named(duty.facts.people, words))


def _why_replacement(duty: Duty, words: Words) -> str:
    text = words.gettext("{name} left on {day}.")
    return text.format(name=named(duty.facts.people, words), day=since(duty, words))


def _title_term(duty: Duty, words: Words) -> str:
    return words.gettext("{name}: stay on, or find who follows").format(name=named(duty.facts.people, words))


def _why_term(duty: Duty, words: Words) -> str:
    if duty.standing is Standing.LATE:
        return words.gettext("The agreed time ended on {day}.").format(day=since(duty, words))
    return words.gettext("The agreed time ends on {day}.").format(day=since(duty, words))


def _title_meetings(_duty: Duty, words: Words) -> str:
    return words.gettext("Meet twice without {x}").format(x=words.person_x)


def _why_meetings(_duty: Duty, words: Words) -> str:
    return words.gettext("Six questions, one line each. “Later” is an answer too.")


def _title_lifespan(_duty: Duty, words: Words) -> str:
    return words.gettext("Talk about how long this group exists")


def _why_lifespan(duty: Duty, words: Words) -> str:
    return words.gettext("You last wrote down what you agreed on {day}.").format(day=since(duty, words))


def _title_who_hears(duty: Duty, words: Words) -> str:
    text = words.gettext("Who of those who know hears of demand {number}, from whom?")
    return text.format(number=duty.facts.numbers[0])


def _why_who_hears(duty: Duty, words: Words) -> str:
    text = words.ngettext(
        "One group or person knew before it came.", "{count} groups and people knew before it came.", duty.facts.count
    )
    return sentences(text.format(count=number(duty.facts.count, words)), words.gettext("Asked once."))


def _title_talk(duty: Duty, words: Words) -> str:
    return words.gettext("A talk can be offered: {label}").format(label=duty.facts.label)


def _why_talk(_duty: Duty, words: Words) -> str:
    return words.gettext("They disagree with something. Two of you can hear it from them directly.")


def _title_supervision(_duty: Duty, words: Words) -> str:
    return words.gettext("Find two people to look at our work")


def _why_supervision(_duty: Duty, words: Words) -> str:
    return words.gettext("People at some distance from {x}.").format(x=words.person_x)


_TITLES: dict[Code, Callable[[Duty, Words], str]] = {
    **duties_to_decide.TITLES,
    **duties_of_telling.TITLES,
    Code.CONTACT: _title_contact,
    Code.HIS_ANSWER: _title_his_answer,
    Code.DEMANDS: _title_demands,
    Code.ANSWER_OBJECTION: _title_objection,
    Code.ANSWER_QUESTION: _title_question,
    Code.UPDATE: _title_update,
    Code.READ_COPIES: _title_copies,
    Code.READ_OUTGOING: outgoing.title,
    Code.TELL_BACK: _title_tell_back,
    Code.AGREEMENTS: _title_agreements,
    Code.LOOK_AGAIN: _title_look_again,
    Code.LET_IN: _title_let_in,
    Code.MAILBOX: _title_mailbox,
    Code.SIZE: _title_size,
    Code.REPLACEMENT: _title_follower,
    Code.TERM: _title_term,
    Code.MEETINGS: _title_meetings,
    Code.LIFESPAN: _title_lifespan,
    Code.WHO_HEARS: _title_who_hears,
    Code.OFFER_TALK: _title_talk,
    Code.SUPERVISION: _title_supervision,
}
_WHYS: dict[Code, Callable[[Duty, Words], str]] = {
    **duties_to_decide.WHYS,
    **duties_of_telling.WHYS,
    Code.CONTACT: _why_contact,
    Code.HIS_ANSWER: _why_his_answer,
    Code.DEMANDS: _why_demands,
    Code.ANSWER_OBJECTION: _why_answer,
    Code.ANSWER_QUESTION: _why_answer,
    Code.UPDATE: _why_update,
    Code.READ_COPIES: _why_copies,
    Code.READ_OUTGOING: outgoing.why,
    Code.TELL_BACK: _why_tell_back,
    Code.AGREEMENTS: _why_agreements,
    Code.LOOK_AGAIN: _why_look_again,
    Code.LET_IN: _why_let_in,
    Code.MAILBOX: _why_mailbox,
    Code.SIZE: _why_size,
    Code.REPLACEMENT: _why_replacement,
    Code.TERM: _why_term,
    Code.MEETINGS: _why_meetings,
    Code.LIFESPAN: _why_lifespan,
    Code.WHO_HEARS: _why_who_hears,
    Code.OFFER_TALK: _why_talk,
    Code.SUPERVISION: _why_supervision,
}
