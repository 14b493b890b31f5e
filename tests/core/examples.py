"""One example of every kind of entry, and the cast that writes them."""

from datetime import date

from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import Profile
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AlarmNoted,
    AnyEntry,
    BoundarySet,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DocumentAdded,
    DutyDeclined,
    DutyTaken,
    Invitation,
    MailboxLookedAt,
    MeetingMissed,
    MemberLeft,
    MemberNamed,
    NoteKept,
    ObjectionAnswered,
    ObjectionRaised,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    QuestionAnswered,
    QuestionAsked,
    QuorumSet,
    ReadAgainstSource,
    StanceAffirmed,
    TakenOut,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
    WordsChosen,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Copied, Medium, Outcome, Source
from answerable.core.entries.contacts import Answer, MissedReason, PlaceKind, Reply
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.members import Stance
from answerable.core.entries.process import PolicyChange, ProfileChosen, Quorum
from answerable.core.entries.surroundings import LetterGiven, Shows
from answerable.core.entries.updates import HandedOver, Period, Remark, Sentences
from tests.core import (
    examples_around,
    examples_decisions,
    examples_demands,
    examples_indicators,
    examples_letters,
    examples_may_tell,
    examples_outgoing,
    examples_steps,
    examples_telling,
)
from tests.core.examples_contact import EXAMPLES_OF_CONTACT
from tests.core.examples_soon import SOON, SOON_TAKEN_OUT

ADA, BO, CAY = b"A" * 16, b"B" * 16, b"C" * 16
SOL, UMA, EVE = b"S" * 16, b"U" * 16, b"E" * 16
CONTACT = frozenset({Role.CONTACT})
SUPPORT = frozenset({Role.SUPPORT})
SUPERVISION = frozenset({Role.SUPERVISION})
ROLES = {ADA: CONTACT, BO: CONTACT, CAY: CONTACT, EVE: CONTACT, SOL: SUPPORT, UMA: SUPERVISION}
ALL = (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)
OPENED_ON = date(2026, 1, 5)
START = 1_767_600_000
COPIED = Copied(from_="support group", said_on=date(2026, 1, 2), source="letter on paper", how="typed off")
SENTENCES = Sentences(contact="We met.", demands="He says.", who_knows="", decisions="", ourselves="", we_ask="")
PERIOD = Period(from_on=date(2026, 1, 5), to_on=date(2026, 4, 5))
SOME_ID, OTHER_ID = b"\x01" * 16, b"\x02" * 16
SOME_HASH = b"\x07" * 32


def day(month: int, day_of_month: int) -> date:
    """Return a day of the year in which the examples play."""
    return date(2026, month, day_of_month)


EXAMPLES: tuple[AnyEntry, ...] = (
    ProcessOpened(
        at=START,
        meant_for=ALL,
        codename="Linden",
        person_x="X",
        language=Language.EN,
        zone="Europe/Vienna",
        opened_on=OPENED_ON,
        support=Presence.MAIL,
        supervision=Presence.NOT_YET,
    ),
    PresenceSet(at=START, meant_for=ALL, role=Role.SUPPORT, state=Presence.HERE),
    WordsChosen(
        at=START,
        meant_for=ALL,
        profiles=(ProfileChosen(language=Language.EN, profile=Profile.SURVIVOR),),
        copied=COPIED,
    ),
    PolicySet(
        at=START, meant_for=ALL, change=PolicyChange(contact_every_months=2), from_on=day(2, 1), reason="we agreed"
    ),
    BoundarySet(at=START, meant_for=ALL, can=("ask",), cannot=("travel",), will_not=("do his tasks",)),
    QuorumSet(at=START, meant_for=ALL, quorum=Quorum.TWO_THIRDS, from_on=day(2, 1), reason="we are many"),
    MemberNamed(
        at=START,
        meant_for=ALL,
        user=ADA,
        shown_name="Ada",
        joined_on=OPENED_ON,
        until_on=date(2027, 1, 5),
        hours=6,
        will_not="meet him at his place",
        before=None,
    ),
    StanceAffirmed(at=START, meant_for=(Role.CONTACT,), statement_version=1, stance=Stance.TALK, sentences=(2, 4)),
    Invitation(at=START, meant_for=(Role.CONTACT,), circle=Role.SUPPORT, code=SOME_ID),
    MemberLeft(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        user=EVE,
        last_on=day(3, 1),
        handover=("mail rota",),
        told_support="by mail",
    ),
    DocumentAdded(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        sort=DocumentSort.MANDATE_LETTER,
        title="The letter",
        language="en-GB",
        dated_on=day(1, 2),
        text="We ask you to form a group.",
        copied=COPIED,
    ),
    ReadAgainstSource(at=START, meant_for=ALL, entry=SOME_ID, text_hash=SOME_HASH),
    DemandRaised(
        at=START,
        meant_for=ALL,
        number=1,
        facet=Facet.INFORM,
        text="Tell the people you live with.",
        said_on=day(1, 2),
        origin=Origin.SUPPORT,
        copied=None,
    ),
    DemandReplaced(
        at=START,
        meant_for=ALL,
        replaces=SOME_ID,
        number=1,
        facet=Facet.INFORM,
        text="Tell the people you live and work with.",
        said_on=day(2, 2),
        origin=Origin.PARENT_PROCESS,
        copied=None,
    ),
    DemandWithdrawn(
        at=START, meant_for=ALL, withdraws=SOME_ID, text="It is done.", said_on=day(5, 2), origin=Origin.SUPPORT
    ),
    DemandPassedOn(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        demand=SOME_ID,
        text_hash=SOME_HASH,
        on=day(2, 3),
        medium=Medium.LETTER,
        by=(ADA, BO),
        answer=None,
        answer_by_on=day(2, 17),
    ),
    ContactReached(
        at=START,
        meant_for=(Role.CONTACT,),
        on=day(2, 10),
        medium=Medium.IN_PERSON,
        by=(ADA, BO),
        place=PlaceKind.PUBLIC,
        account="He says he is on a waiting list.",
        made_her_topic=False,
        answers=(
            Answer(question=3, set_version=1, wording="Which stage?", outcome=Outcome.ANSWERED, text="Waiting list."),
            Answer(question=5, set_version=1, wording="Name one.", outcome=Outcome.REFUSED, text=""),
        ),
    ),
    ContactAttempted(
        at=START,
        meant_for=(Role.CONTACT,),
        on=day(2, 20),
        medium=Medium.MAIL,
        by=(ADA,),
        asked="When do you start?",
        answer_by_on=day(3, 6),
        reply=Reply.NOTHING,
        new_date_for=None,
    ),
    MeetingMissed(
        at=START, meant_for=(Role.CONTACT,), planned_on=day(3, 1), reason=MissedReason.NOT_ACCEPTABLE, note="no word"
    ),
    ToldByX(
        at=START,
        meant_for=(Role.CONTACT,),
        label="Shared flat",
        on=day(2, 1),
        account="He says he told them at dinner.",
        letter=LetterGiven.UNKNOWN,
        perspective=None,
        source=Source.HE_SAID,
        x_may_learn=False,
        confirmed_by=None,
    ),
    NoteKept(
        at=START,
        meant_for=(Role.CONTACT,),
        on=day(2, 12),
        text="Two of the flat wrote to us.",
        source=Source.SOMEONE_CAME,
        x_may_learn=True,
        shows=Shows(demand=SOME_ID, word=DemandWord.SEEN),
    ),
    AgreementMade(
        at=START,
        meant_for=(Role.CONTACT,),
        on=day(2, 10),
        text="He sends the date of his first session.",
        by_on=day(3, 10),
        replaces=None,
    ),
    AgreementAnswered(
        at=START,
        meant_for=(Role.CONTACT,),
        agreement=SOME_ID,
        on=day(3, 12),
        kept=Kept.PARTLY,
        note="a month, no day",
        source=Source.HE_SAID,
    ),
    MailboxLookedAt(at=START, meant_for=(Role.CONTACT,), on=day(2, 13)),
    DutyTaken(at=START, meant_for=(Role.CONTACT,), duty="contact"),
    DutyDeclined(at=START, meant_for=(Role.CONTACT,), duty="contact", why="no time", told="the group"),
    UpdateDrafted(
        at=START,
        meant_for=(Role.CONTACT,),
        period=PERIOD,
        sentences=SENTENCES,
        used=(SOME_ID,),
        left_out=(Remark(code="single-people", entries=(OTHER_ID,)),),
        missing=(),
    ),
    UpdateRead(at=START, meant_for=(Role.CONTACT,), draft=SOME_ID, text_hash=SOME_HASH),
    UpdateHandedOver(
        at=START,
        meant_for=ALL,
        draft=SOME_ID,
        period=PERIOD,
        sentences=SENTENCES,
        how=HandedOver.PRINTED,
        on=day(4, 6),
        size=40,
        root=SOME_HASH,
    ),
    QuestionAsked(at=START, meant_for=(Role.CONTACT, Role.SUPPORT), text="May we tell the choir?", copied=None),
    QuestionAnswered(
        at=START, meant_for=(Role.CONTACT, Role.SUPPORT), question=SOME_ID, text="Not yet.", copied=COPIED
    ),
    ObjectionRaised(at=START, meant_for=ALL, entry=SOME_ID, text="This was too soon.", copied=None),
    ObjectionAnswered(at=START, meant_for=ALL, objection=SOME_ID, text="We see it now."),
    *SOON,
    TakenOut(
        at=START, meant_for=(Role.CONTACT,), entry=SOME_ID, kind="contact-reached", day=day(2, 10), why="too much"
    ),
    SOON_TAKEN_OUT,
    AlarmNoted(at=START, meant_for=ALL, what="an entry was changed", on=day(3, 3)),
    *examples_may_tell.examples(START, COPIED),
    *examples_demands.EXAMPLES,
    *EXAMPLES_OF_CONTACT,
    *examples_around.examples(START, ADA, SOME_ID),
    *examples_decisions.examples(START, ADA, BO),
    examples_telling.named(START, ADA),
    *examples_indicators.examples(START),
    *examples_outgoing.examples(START),
    *examples_steps.examples(START, ADA, BO),
    *examples_letters.examples(START, COPIED, SOME_ID),
    *examples_telling.examples(START, ADA),
)
