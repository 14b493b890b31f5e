"""Sentences about people around X: who knows from whom, what is final, what can be done next (R29, R35, R36)."""

from answerable.core.entries.around import FromWhom, Hearing, Knows, TalkStage
from answerable.core.entries.base import Source
from answerable.core.state import Around
from answerable.core.state.around import Account, Talk
from answerable.wording import may_tell, names
from answerable.wording.days import day
from answerable.wording.lists import capital, joined, sentences, small
from answerable.wording.words import Words


def final(one: Around, words: Words) -> str:
    """Return that they want no further contact; nothing for everybody else (R36)."""
    if one.no_contact is None:
        return ""
    text = words.gettext("On {day} they said: no further contact with us. That is final.")
    return text.format(day=day(one.no_contact.entry.on, words))


def what_they_know(one: Around, words: Words) -> str:
    """Return what they know, in a few words."""
    return names.knows(one.knows, words)


def known_word(one: Around, words: Words) -> str:
    """Return whether it is said or seen that they know; else that they do not, or that we do not know (R65)."""
    if one.word is not None:
        return names.demand_word(one.word, words)
    return words.gettext("no word of it") if one.knows is Knows.NOTHING else words.gettext("we do not know")


def from_whom_and_letter(one: Around, words: Words) -> str:
    """Return from whom they know, and whether with the letter."""
    if not one.know:
        return ""
    whom = names.from_whom(one.from_whom or FromWhom.UNKNOWN, words)
    return sentences(f"{whom}.", f"{capital(names.letter(one.letter, words))}.")


def confirmed_by(one: Around, words: Words) -> str:
    """Return who confirmed it, in all accounts; a source other than X counts as one (R29)."""
    found = [item.entry.confirmed_by or small(names.source(item.entry.source, words)) for item in one.confirmed]
    if any(talk.item.entry.stage is TalkStage.HELD for talk in one.talks):
        found.append(words.gettext("they talked with us"))
    return joined(dict.fromkeys(found), words) if found else words.gettext("nobody yet")


def is_his(account: Account) -> bool:
    """Whether an account is that of X."""
    return account.entry.source is Source.HE_SAID


def tag_of(account: Account, words: Words) -> str:
    """Return whose account it is: his, his friends', or nobody's but ours (R14)."""
    if is_his(account):
        return words.gettext("his account")
    return words.gettext("his friends’ account") if account.entry.source is Source.SOMEONE_CAME else ""


def open_hearings(one: Around, numbers: dict[bytes, int], words: Words) -> tuple[str, ...]:
    """Return which new demands they were to hear of, and did not yet as far as we know (R35)."""
    texts = {
        Hearing.HE_TELLS: words.gettext("Demand {number}: {x} was to tell them. We do not know yet whether he did."),
        Hearing.WE_TELL: words.gettext("Demand {number}: we said that we tell them."),
        Hearing.LATER: words.gettext("Demand {number}: we wanted to decide later who tells them."),
    }
    return tuple(
        texts[heard.hearing].format(number=numbers[heard.demand], x=words.person_x)
        for heard in one.heard
        if not heard.done and heard.hearing in texts and heard.demand in numbers
    )


def talks_line(one: Around, words: Words) -> str:
    """Return the newest talk in a sentence; "" where there was none."""
    if not one.talks:
        return ""
    newest = max(one.talks, key=_by_day)
    text = words.gettext("{stage} on {day}.")
    return text.format(stage=names.talk_stage(newest.item.entry.stage, words), day=day(newest.item.entry.on, words))


def _by_day(talk: Talk) -> tuple[str, int]:
    return talk.item.entry.on.isoformat(), talk.item.seq


def told_by_us(one: Around, words: Words) -> str:
    """Return when we told them, and what, the newest; "" where we did not (R44)."""
    if not one.told_by_us:
        return ""
    entry = one.told_by_us[-1].entry
    text = words.gettext("We told them on {day}: {material}.")
    return text.format(day=day(entry.on, words), material=may_tell.material(entry.material, words))
