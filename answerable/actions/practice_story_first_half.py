"""The first half of the practice year: people come, the letter, a talk, silence, a missed meeting, five lines."""

from answerable.actions.practice_story_choice import their_choice, their_words
from answerable.actions.practice_story_letters import what_may_be_given
from answerable.actions.practice_story_soon import to_whom_it_goes
from answerable.actions.practice_story_stage import HEAD, Stage, stance_of
from answerable.core.circles import Role
from answerable.core.defaults.boundaries import WE_DO_NOT
from answerable.core.defaults.practice import between_us, contacts, demands
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.text import Text
from answerable.core.entries import (
    AgreementMade,
    BoundarySet,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DocumentAdded,
    MailboxLookedAt,
    MeetingMissed,
    ParentHeard,
    QuestionAnswered,
    QuestionAsked,
)
from answerable.core.entries.base import Medium, Outcome
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.demands import Facet, HisAnswer, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.hashes import hash_of_parts

OPENED, LETTER = 352, 348
FIRST_TALK, BY_MAIL = 336, 255


def people_come(stage: Stage) -> None:
    """Let Noor begin, Ines and Jo come, then the support group; everybody says who they are."""
    stage.enter(cast.NOOR, cast.INES, cast.SAM, cast.JO, cast.LOU, cast.MIKA, cast.TOVE, cast.REMI)
    stage.found(cast.NOOR, ago=OPENED)
    stage.write(cast.NOOR, OPENED, stance_of((), 0))
    stage.bring(Role.CONTACT, cast.INES, cast.JO, voucher=cast.NOOR, admitter=cast.NOOR, ago=350)
    stage.come_in(cast.INES, ago=350, until=-197, hours=5)
    stage.come_in(cast.JO, ago=350, until=-110, talk=(6,), will_not=cast.JO_WILL_NOT)
    stage.bring(Role.SUPPORT, cast.LOU, cast.MIKA, voucher=cast.NOOR, admitter=cast.NOOR, ago=349)
    stage.give(Role.SUPPORT, giver=cast.NOOR, ago=349)
    stage.come_in(cast.LOU, ago=349, until=-380)
    stage.come_in(cast.MIKA, ago=349, until=-380)


def the_letter(stage: Stage) -> None:
    """Bring the support group’s letter and its four demands, and what the contact group can and cannot do."""
    letter = DocumentAdded(
        **HEAD,
        sort=DocumentSort.MANDATE_LETTER,
        title=stage.say(demands.LETTER_TITLE),
        language=stage.language,
        dated_on=stage.day(LETTER),
        text=stage.say(demands.LETTER),
    )
    raised = (
        ("start", 1, Facet.REFLECT, demands.START),
        ("say", 2, Facet.REFLECT, demands.SAY),
        ("flat", 3, Facet.INFORM, demands.TELL_FLAT),
        ("come", 4, Facet.STAY_ACCOUNTABLE, demands.COME),
    )
    entries = [demand(stage, number, facet, text, ago=LETTER) for _word, number, facet, text in raised]
    ids = stage.write(cast.LOU, LETTER, letter, *entries)
    stage.ids.update(zip((word for word, *_rest in raised), ids[1:], strict=True))
    stage.write(cast.NOOR, 344, boundaries(stage, cast.WE_CANNOT))


def demand(stage: Stage, number: int, facet: Facet, text: Text, *, ago: int) -> DemandRaised:
    """Return a demand of the support group."""
    return DemandRaised(
        **HEAD,
        number=number,
        facet=facet,
        text=stage.say(text),
        said_on=stage.day(ago),
        origin=Origin.SUPPORT,
    )


def boundaries(stage: Stage, cannot: tuple[Text, ...]) -> BoundarySet:
    """Return what the group can, cannot and will not do (R25)."""
    return BoundarySet(
        **HEAD,
        can=tuple(stage.say(line) for line in cast.WE_CAN),
        cannot=tuple(stage.say(line) for line in cannot),
        will_not=tuple(stage.say(line) for line in WE_DO_NOT),
    )


def passed_on(
    stage: Stage,
    word: str,
    text: Text,
    outcome: Outcome | None,
    said: Text | None,
    *,
    ago: int,
    by: tuple[str, ...],
    medium: Medium = Medium.IN_PERSON,
    answer_by: int | None = None,
) -> DemandPassedOn:
    """Return that a demand was read out or written to X, with his answer if he gave one (R30)."""
    answer = None if outcome is None or said is None else HisAnswer(outcome=outcome, text=stage.say(said))
    return DemandPassedOn(
        **HEAD,
        demand=stage.ids[word],
        text_hash=hash_of_parts(stage.say(text)),
        on=stage.day(ago),
        medium=medium,
        by=stage.users(*by),
        answer=answer,
        answer_by_on=None if answer_by is None else stage.day(answer_by),
    )


def agreed(stage: Stage, text: Text, *, ago: int, by: int, replaces: str | None = None) -> AgreementMade:
    """Return what X said he will do, by how many days before today (R31)."""
    return AgreementMade(
        **HEAD,
        on=stage.day(ago),
        text=stage.say(text),
        by_on=stage.day(by),
        replaces=None if replaces is None else stage.ids[replaces],
    )


def first_talk(stage: Stage) -> None:
    """Let Noor and Ines meet X: he wants to do everything, and says little."""
    by = (cast.NOOR, cast.INES)
    reached = ContactReached(
        **HEAD,
        on=stage.day(FIRST_TALK),
        medium=Medium.IN_PERSON,
        by=stage.users(*by),
        place=PlaceKind.PUBLIC,
        account=stage.say(contacts.FIRST),
        made_her_topic=False,
        answers=(
            stage.answer(3, Outcome.EVADED, contacts.FIRST_PROGRAMME),
            stage.answer(7, Outcome.ANSWERED, contacts.FIRST_GROUPS),
            stage.answer(13, Outcome.EVADED, contacts.FIRST_WHO_NOT_YET),
        ),
        told_new=ToldNew.NOBODY,
    )
    ids = stage.write(
        cast.NOOR,
        FIRST_TALK,
        reached,
        agreed(stage, contacts.SENDS_NAME, ago=FIRST_TALK, by=300),
        passed_on(stage, "start", demands.START, Outcome.ANSWERED, demands.START_FIRST, ago=FIRST_TALK, by=by),
        passed_on(stage, "say", demands.SAY, Outcome.EVADED, demands.SAY_FIRST, ago=FIRST_TALK, by=by),
        passed_on(stage, "flat", demands.TELL_FLAT, Outcome.ANSWERED, demands.TELL_FLAT_FIRST, ago=FIRST_TALK, by=by),
        passed_on(stage, "come", demands.COME, Outcome.ANSWERED, demands.COME_FIRST, ago=FIRST_TALK, by=by),
        hour=21,
    )
    stage.ids["sends-name"] = ids[1]


def others_come(stage: Stage) -> None:
    """Let Sam join for a year, and two people at some distance begin to look at the work."""
    stage.bring(Role.CONTACT, cast.SAM, voucher=cast.NOOR, admitter=cast.INES, ago=324)
    stage.come_in(cast.SAM, ago=324, until=-41, hours=4, will_not=cast.SAM_WILL_NOT)
    stage.bring(Role.SUPERVISION, cast.TOVE, cast.REMI, voucher=cast.NOOR, admitter=cast.INES, ago=310)
    stage.give(Role.SUPERVISION, giver=cast.NOOR, ago=310)
    stage.come_in(cast.TOVE, ago=309, until=-300)
    stage.come_in(cast.REMI, ago=309, until=-300)


def silence(stage: Stage) -> None:
    """Write to X: no answer, then he asks for time, then two of us wait for him in vain (R26, R34)."""
    asked = ContactAttempted(
        **HEAD,
        on=stage.day(296),
        medium=Medium.MAIL,
        by=stage.users(cast.SAM),
        asked=stage.say(contacts.ASKED_FIRST),
        answer_by_on=stage.day(282),
        reply=Reply.NOTHING,
        new_date_for=None,
    )
    first = stage.write(cast.SAM, 296, asked)[0]
    again = ContactAttempted(
        **HEAD,
        on=stage.day(281),
        medium=Medium.MAIL,
        by=stage.users(cast.SAM),
        asked=stage.say(contacts.ASKED_AGAIN),
        answer_by_on=stage.day(267),
        reply=Reply.ASKS_FOR_TIME,
        new_date_for=first,
    )
    stage.write(cast.SAM, 279, again)
    missed = MeetingMissed(
        **HEAD,
        planned_on=stage.day(270),
        reason=MissedReason.NOT_ACCEPTABLE,
        note=stage.say(contacts.HE_STAYED_AWAY),
    )
    stage.write(cast.INES, 269, missed)


def five_lines(stage: Stage) -> None:
    """Let X answer by mail; one agreement takes the place of another."""
    reached = ContactReached(
        **HEAD,
        on=stage.day(BY_MAIL),
        medium=Medium.MAIL,
        by=stage.users(cast.SAM),
        place=None,
        account=stage.say(contacts.BY_MAIL),
        made_her_topic=False,
        answers=(
            stage.answer(2, Outcome.ANSWERED, contacts.MAIL_NOT_DONE),
            stage.answer(8, Outcome.EVADED, contacts.MAIL_WHO_KNOWS),
        ),
        told_new=ToldNew.NOBODY,
    )
    replaced = agreed(stage, contacts.ASKS_TWO, ago=BY_MAIL, by=200, replaces="sends-name")
    tells = agreed(stage, contacts.TELLS_FLAT, ago=BY_MAIL, by=160)
    ids = stage.write(cast.SAM, BY_MAIL, reached, replaced, tells)
    stage.ids["asks-two"], stage.ids["tells-flat"] = ids[1:]
    heard = ParentHeard(**HEAD, on=stage.day(240), text=stage.say(demands.PARENT_GREETING))
    stage.write(cast.JO, 240, MailboxLookedAt(**HEAD, on=stage.day(240)), heard)


def a_question(stage: Stage) -> None:
    """Take what X asked about a demand to those whose words they are; they word it anew (R2, R5)."""
    question = stage.write(cast.INES, 226, QuestionAsked(**HEAD, text=stage.say(between_us.QUESTION)))[0]
    answer = QuestionAnswered(**HEAD, question=question, text=stage.say(between_us.QUESTION_ANSWER))
    stage.write(cast.LOU, 215, answer)
    anew = DemandReplaced(
        **HEAD,
        replaces=stage.ids["say"],
        number=2,
        facet=Facet.REFLECT,
        text=stage.say(demands.SAY_ANEW),
        said_on=stage.day(205),
        origin=Origin.SUPPORT,
    )
    stage.ids["say-anew"] = stage.write(cast.LOU, 205, anew)[0]


SCENES = (
    people_come,
    the_letter,
    their_choice,
    their_words,
    what_may_be_given,
    first_talk,
    others_come,
    silence,
    five_lines,
    a_question,
    to_whom_it_goes,
)
