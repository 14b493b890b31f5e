"""The second half of the practice year: whom he told, a refusal, an objection, what was taken out, what is open now."""

from functools import partial

import msgspec

from answerable.actions import practice_story_around as around
from answerable.actions import practice_story_last_weeks as last_weeks
from answerable.actions import practice_story_soon, practice_story_telling, record, updates
from answerable.actions import practice_story_steps as steps
from answerable.actions import practice_story_waiting as waiting
from answerable.actions.practice_story_around import note
from answerable.actions.practice_story_choice import a_no, asked_for_a_yes
from answerable.actions.practice_story_decisions import a_decision
from answerable.actions.practice_story_first_half import agreed, boundaries, demand, passed_on
from answerable.actions.practice_story_indicators import taking_the_list_on
from answerable.actions.practice_story_stage import HEAD, Stage, duty_key
from answerable.actions.reading import OpenProcess
from answerable.actions.updates import HandOver
from answerable.core import drafting
from answerable.core.calendar import add_months
from answerable.core.defaults.practice import between_us, contacts, demands
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.practice.between_us import Letter
from answerable.core.defaults.text import Text
from answerable.core.duties import Code
from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    ChangeNoted,
    ContactAttempted,
    ContactReached,
    DemandRaised,
    DutyTaken,
    MailboxLookedAt,
    MeetingMissed,
    ObjectionAnswered,
    ObjectionRaised,
    ParentDecided,
    ReadAgainstSource,
    ToldByX,
    UpdateDrafted,
)
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.base import Copied, Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.demands import Facet, Origin
from answerable.core.entries.hashes import hash_of_parts, text_hash
from answerable.core.entries.moves import ChangeSort
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.updates import HandedOver, Sentences
from answerable.sealing.randomness import draw

FIRST_UPDATE, SECOND_TALK, THIRD_TALK = 190, 145, 58


def told(
    stage: Stage,
    label: str,
    account: Text,
    letter: LetterGiven,
    *,
    ago: int,
    source: Source = Source.HE_SAID,
    confirmed_by: Text | None = None,
) -> ToldByX:
    """Return whom X says he told, or who told us so (R29)."""
    return ToldByX(
        **HEAD,
        label=label,
        on=stage.day(ago),
        account=stage.say(account),
        letter=letter,
        perspective=None,
        source=source,
        x_may_learn=False,
        confirmed_by=None if confirmed_by is None else stage.say(confirmed_by),
    )


def became(stage: Stage, word: str, kept: Kept, note: Text, source: Source, *, ago: int) -> AgreementAnswered:
    """Return what became of an agreement, and how the group knows (R31)."""
    return AgreementAnswered(
        **HEAD,
        agreement=stage.ids[word],
        on=stage.day(ago),
        kept=kept,
        note=stage.say(note),
        source=source,
    )


def update(stage: Stage, letter: Letter, *, ago: int, author: str, reader: str | None) -> None:
    """Draft an update from the record of that day; with a reader it is read and handed over (R53)."""
    draft_id = draw(16)
    sentences = Sentences(**{name: stage.say(text) for name, text in msgspec.structs.asdict(letter).items()})

    def write_it(opened: OpenProcess, now: int) -> OpenProcess:
        facts = drafting.draft(opened.state, opened.today)
        entry = UpdateDrafted(
            **HEAD | {"at": now},
            period=facts.period,
            sentences=sentences,
            used=facts.used,
            left_out=facts.left_out,
            missing=facts.missing,
        )
        return updates.keep_draft(opened, draft_id, entry, now=now)

    def read_it(opened: OpenProcess, now: int) -> OpenProcess:
        draft = updates.draft_of(opened.state, draft_id)
        wording = b"" if draft is None else draft.text_hash
        return updates.read(opened, draft_id, wording, entry_id=draw(16), now=now)

    handed_id = draw(16)
    given = HandOver(HandedOver.SEALED_HERE, stage.day(ago))
    stage.do(author, ago + 2 if reader else ago, write_it, hour=21)
    if reader:
        stage.do(reader, ago + 1, read_it)
        stage.do(author, ago, partial(_hand_over, draft_id, given, handed_id))
        stage.ids["update"] = handed_id


def _hand_over(draft_id: bytes, given: HandOver, entry_id: bytes, opened: OpenProcess, now: int) -> OpenProcess:
    return updates.hand_over(opened, draft_id, given, entry_id=entry_id, now=now)


def from_the_other_town(stage: Stage, *, ago: int) -> Copied:
    """Return where words of the process in the other town come from (R8, R64)."""
    return Copied(
        from_=stage.say(demands.PARENT_FROM),
        said_on=stage.day(ago),
        source=stage.say(demands.PARENT_SOURCE),
        how=stage.say(demands.PARENT_HOW),
    )


def decided(stage: Stage, *, ago: int) -> ParentDecided:
    """Return a decision of the process in the other town, copied from its mail (R8)."""
    text, said_on = stage.say(demands.PARENT_DECIDED), stage.day(ago)
    return ParentDecided(**HEAD, text=text, said_on=said_on, copied=from_the_other_town(stage, ago=ago))


def follows(stage: Stage, word: str, what: Follows, *, ago: int) -> AgreementFollowed:
    """Return what follows from an agreement that was not kept (R31)."""
    return AgreementFollowed(**HEAD, agreement=stage.ids[word], on=stage.day(ago), follows=what)


def no_answer(stage: Stage) -> None:
    """Hand over the first update; Ines writes to X and hears nothing."""
    update(stage, between_us.FIRST_UPDATE, ago=FIRST_UPDATE, author=cast.NOOR, reader=cast.JO)
    asked = ContactAttempted(
        **HEAD,
        on=stage.day(175),
        medium=Medium.MAIL,
        by=stage.users(cast.INES),
        asked=stage.say(contacts.ASKED_LATER),
        answer_by_on=stage.day(161),
        reply=Reply.NOTHING,
        new_date_for=None,
    )
    stage.write(cast.INES, 175, asked)


def second_talk(stage: Stage) -> None:
    """Let Noor and Jo meet X: he has told somebody, and makes her the topic."""
    by, ago = (cast.NOOR, cast.JO), SECOND_TALK
    reached = ContactReached(
        **HEAD,
        on=stage.day(ago),
        medium=Medium.IN_PERSON,
        by=stage.users(*by),
        place=PlaceKind.PUBLIC,
        account=stage.say(contacts.SECOND_TALK),
        made_her_topic=True,
        answers=(
            stage.answer(3, Outcome.ANSWERED, contacts.SECOND_PROGRAMME),
            stage.answer(5, Outcome.EVADED, demands.SAY_SECOND),
            stage.answer(11, Outcome.ANSWERED, contacts.SECOND_CONFIRM),
        ),
        told_new=ToldNew.SOMEONE,
    )
    workshop = told(stage, stage.say(contacts.WORKSHOP), contacts.WORKSHOP_ACCOUNT, LetterGiven.YES, ago=ago)
    ids = stage.write(
        cast.JO,
        ago,
        reached,
        told(stage, stage.say(contacts.FLAT), contacts.FLAT_ACCOUNT, LetterGiven.YES, ago=ago),
        workshop,
        became(stage, "asks-two", Kept.NOT_KEPT, contacts.ASKS_TWO_NOT, Source.HE_SAID, ago=ago),
        follows(stage, "asks-two", Follows.TOGETHER, ago=ago),
        agreed(stage, contacts.BRINGS_PAPER, ago=ago, by=THIRD_TALK),
        passed_on(stage, "start", demands.START, Outcome.ANSWERED, demands.START_LATER, ago=ago, by=by),
        passed_on(stage, "flat", demands.TELL_FLAT, Outcome.ANSWERED, contacts.FLAT_ACCOUNT, ago=ago, by=by),
        passed_on(stage, "say-anew", demands.SAY_ANEW, Outcome.EVADED, demands.SAY_SECOND, ago=ago, by=by),
        hour=21,
    )
    stage.ids["brings-paper"] = ids[5]
    right = msgspec.structs.replace(workshop, letter=LetterGiven.UNKNOWN, corrects=ids[2])
    stage.write(cast.JO, ago - 1, right)


def two_came_to_us(stage: Stage) -> None:
    """Let two people from his flat come by themselves: what he said is now seen. Add to what the group cannot do."""
    stage.write(cast.NOOR, 140, boundaries(stage, (*cast.WE_CANNOT, cast.WE_CANNOT_LATER)))
    flat = told(
        stage,
        stage.say(contacts.FLAT),
        contacts.FLAT_CONFIRMED,
        LetterGiven.YES,
        ago=130,
        source=Source.SOMEONE_CAME,
        confirmed_by=contacts.FLAT_BY,
    )
    stage.write(
        cast.INES,
        130,
        note(stage, demands.FLAT_TOLD_US, Source.SOMEONE_CAME, ago=130, shows="flat"),
        flat,
        became(stage, "tells-flat", Kept.KEPT, contacts.TELLS_FLAT_KEPT, Source.SOMEONE_CAME, ago=130),
    )


def another_demand(stage: Stage) -> None:
    """Raise a fifth demand; Sam passes it on by mail."""
    raised = demand(stage, 5, Facet.INFORM, demands.TELL_CIRCLE, ago=118)
    stage.ids["circle"] = stage.write(cast.MIKA, 118, raised)[0]
    by_mail = passed_on(
        stage,
        "circle",
        demands.TELL_CIRCLE,
        None,
        None,
        ago=108,
        by=(cast.SAM,),
        medium=Medium.MAIL,
        answer_by=94,
    )
    stage.write(cast.SAM, 108, by_mail, around.who_hears_of_the_circle(stage))


def an_objection(stage: Stage) -> None:
    """Hand over the second update, three months and two days ago; supervision finds his word in it (R47)."""
    ago = (stage.today - add_months(stage.today, -3)).days + 2
    update(stage, between_us.SECOND_UPDATE, ago=ago, author=cast.INES, reader=cast.NOOR)
    raised = ObjectionRaised(**HEAD, entry=stage.ids["update"], text=stage.say(between_us.OBJECTION))
    objection = stage.write(cast.TOVE, 87, raised)[0]
    answer = ObjectionAnswered(**HEAD, objection=objection, text=stage.say(between_us.OBJECTION_ANSWER))
    stage.ids["assembly"] = stage.write(cast.INES, 80, answer, decided(stage, ago=82))[1]
    reading = ReadAgainstSource(
        **HEAD, entry=stage.ids["assembly"], text_hash=hash_of_parts(stage.say(demands.PARENT_DECIDED))
    )
    stage.write(cast.NOOR, 80, reading)
    ours = MeetingMissed(
        **HEAD,
        planned_on=stage.day(75),
        reason=MissedReason.OURS,
        note=stage.say(contacts.WE_CANCELLED),
    )
    stage.write(cast.INES, 74, ours)


def third_talk(stage: Stage) -> None:
    """Let Noor and Sam meet X: he comes, he refuses, he is friendly."""
    by, ago = (cast.NOOR, cast.SAM), THIRD_TALK
    reached = ContactReached(
        **HEAD,
        on=stage.day(ago),
        medium=Medium.IN_PERSON,
        by=stage.users(*by),
        place=PlaceKind.OURS,
        account=stage.say(contacts.THIRD_TALK),
        made_her_topic=False,
        answers=(
            stage.answer(1, Outcome.EVADED, contacts.THIRD_DONE),
            stage.answer(5, Outcome.REFUSED, contacts.THIRD_BEHAVIOUR),
            stage.answer(7, Outcome.ANSWERED, contacts.THIRD_GROUPS),
            stage.answer(13, Outcome.EVADED, contacts.THIRD_WHO_NOT_YET),
        ),
        told_new=ToldNew.SOMEONE,
    )
    answer = (Outcome.ANSWERED, demands.PARENT_ANSWER)
    assembly = passed_on(stage, "assembly", demands.PARENT_DECIDED, *answer, ago=ago, by=by)
    climbs = ChangeNoted(
        **HEAD,
        on=stage.day(ago),
        sort=ChangeSort.JOINS,
        text=stage.say(contacts.CLIMBS),
        source=Source.HE_SAID,
        x_may_learn=False,
    )
    ids = stage.write(
        cast.SAM,
        ago,
        reached,
        told(stage, stage.say(contacts.CIRCLE), contacts.CIRCLE_ACCOUNT, LetterGiven.NO, ago=ago),
        told(stage, contacts.FRIEND, contacts.FRIEND_ACCOUNT, LetterGiven.UNKNOWN, ago=ago),
        became(stage, "brings-paper", Kept.NOT_KEPT, contacts.BRINGS_PAPER_NOT, Source.ORDINARY_LIFE, ago=ago),
        follows(stage, "brings-paper", Follows.STAYS, ago=ago),
        agreed(stage, contacts.TELLS_CIRCLE, ago=ago, by=-14),
        passed_on(stage, "say-anew", demands.SAY_ANEW, Outcome.REFUSED, demands.SAY_REFUSED, ago=ago, by=by),
        passed_on(stage, "circle", demands.TELL_CIRCLE, Outcome.ANSWERED, demands.TELL_CIRCLE_ANSWER, ago=ago, by=by),
        assembly,
        climbs,
        note(stage, demands.HE_CAME, Source.ORDINARY_LIFE, ago=ago, shows="come"),
        *around.after_the_third_talk(stage),
        hour=22,
    )
    stage.ids["assembly-answer"], stage.ids["climbs"] = ids[8], ids[9]
    stage.ids[waiting.THIRD_TALK] = ids[0]


def a_copied_demand(stage: Stage) -> None:
    """Copy a demand that the other town sent by mail; Ines reads the copy against the mail (R8, R64)."""
    raised = DemandRaised(
        **HEAD,
        number=6,
        facet=Facet.STAY_ACCOUNTABLE,
        text=stage.say(demands.STAY_AWAY),
        said_on=stage.day(15),
        origin=Origin.PARENT_PROCESS,
        copied=from_the_other_town(stage, ago=15),
    )
    looked = MailboxLookedAt(**HEAD, on=stage.day(14))
    camp = stage.write(cast.JO, 14, looked, raised, around.friend_answered(stage, ago=14))[1]
    stage.write(cast.INES, 6, ReadAgainstSource(**HEAD, entry=camp, text_hash=text_hash(raised)))


def these_days(stage: Stage) -> None:
    """Take out a note again, look at the mail, take duties, and leave a draft to its second reader."""
    hearsay = stage.write(cast.JO, 5, note(stage, contacts.HEARSAY, Source.SOMEONE_CAME, ago=5), hour=18)[0]
    why = stage.say(contacts.HEARSAY_WHY)

    def take_out(opened: OpenProcess, now: int) -> OpenProcess:
        return record.take_out(opened, hearsay, entry_id=draw(16), why=why, now=now)

    stage.do(cast.JO, 5, take_out, hour=20)
    stage.write(cast.JO, 5, MailboxLookedAt(**HEAD, on=stage.day(5)), hour=21)
    stage.write(cast.NOOR, 4, DutyTaken(**HEAD, duty=duty_key(stage, cast.NOOR, Code.UPDATE, ago=4)))
    update(stage, between_us.OPEN_DRAFT, ago=2, author=cast.INES, reader=None)
    stage.write(cast.SAM, 1, DutyTaken(**HEAD, duty=duty_key(stage, cast.SAM, Code.DEMANDS, ago=1)))


SCENES = (
    no_answer,
    second_talk,
    two_came_to_us,
    another_demand,
    an_objection,
    waiting.a_pause,
    third_talk,
    waiting.a_second_note,
    a_decision,
    taking_the_list_on,
    last_weeks.since_then,
    steps.he_talks_before_they_know,
    last_weeks.a_friend_talks,
    steps.confronted,
    last_weeks.two_wrote,
    asked_for_a_yes,
    waiting.two_mails,
    a_copied_demand,
    a_no,
    practice_story_soon.heard_at_the_workshop,
    practice_story_telling.not_now,
    these_days,
)
