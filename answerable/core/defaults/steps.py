"""The names of the possible steps: a choice, not a staircase (R39, content 4)."""

from enum import StrEnum

import msgspec

from answerable.core.defaults.text import Text

STEPS_VERSION = 1


class Step(StrEnum):
    """The possible steps; `OWN` is another step in the group's words."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"
    L6 = "L6"
    L7A = "L7a"
    L7B = "L7b"
    OWN = "own"


class StepText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step's name, an example of when a group might choose it, who decides it, and what it asks before."""

    step: Step
    name: Text
    example: Text | None
    decides: Text
    before: Text | None


_PAIR = Text(en="the pair", de="die beiden, die Kontakt haben")
_GROUP = Text(en="the group", de="die Gruppe")
_LAST = Text(
    en="the group: two thirds say how they stand, all by name, without those who take no part",
    de="die Gruppe: zwei Drittel sagen, wie sie dazu stehen, alle mit Namen, ohne die, die nicht mitentscheiden",
)
_WHO_KNOWS = Text(
    en="Only people who already know. Nothing new about her. The supervision group is told afterwards",
    de="Nur Menschen, die es schon wissen. Nichts Neues über sie. Die Begleitgruppe erfährt es danach",
)


POSSIBLE_STEPS: tuple[StepText, ...] = (
    StepText(
        step=Step.L0,
        name=Text(en="Regular contact", de="Regelmäßiger Kontakt"),
        example=None,
        decides=_PAIR,
        before=None,
    ),
    StepText(
        step=Step.L1,
        name=Text(en="A reminder with a date", de="Eine Erinnerung mit Datum"),
        example=Text(en="No answer after 14 days", de="Nach 14 Tagen keine Antwort"),
        decides=Text(
            en="the pair; the group agrees to it once",
            de="die beiden, die Kontakt haben; die Gruppe ist einmal damit einverstanden",
        ),
        before=None,
    ),
    StepText(
        step=Step.L2,
        name=Text(en="A written demand for his plan", de="Ihn schriftlich auffordern, seinen Plan zu nennen"),
        example=Text(
            en="He misses a second date or a meeting, or evades twice",
            de="Er hält auch den zweiten Termin nicht ein, kommt nicht oder weicht zweimal aus",
        ),
        decides=_GROUP,
        before=None,
    ),
    StepText(
        step=Step.L3,
        name=Text(en="Confront him together, prepared", de="Ihn gemeinsam und vorbereitet konfrontieren"),
        example=Text(
            en="He refuses to meet or to do perpetrator work, breaks an agreement, or is active without having informed",
            de="Er lehnt Treffen oder Täterarbeit ab, bricht eine Vereinbarung oder ist aktiv, ohne informiert zu haben",
        ),
        decides=Text(
            en="the group, and it looks for what all can carry", de="die Gruppe, und sie sucht, was alle mittragen"
        ),
        before=Text(
            en="Two of you or more, and prepared: the facts with their sources, a date to set",
            de="Zu zweit oder mehr, und vorbereitet: die Tatsachen mit ihren Quellen, ein Datum, das ihr setzt",
        ),
    ),
    StepText(
        step=Step.L4,
        name=Text(
            en="Ask people who already know to have him answer",
            de="Menschen, die es schon wissen, bitten, dass er sich meldet",
        ),
        example=Text(en="Out of reach 30 days after L3", de="30 Tage nach L3 nicht erreichbar"),
        decides=_GROUP,
        before=_WHO_KNOWS,
    ),
    StepText(
        step=Step.L5,
        name=Text(
            en="Tell people who already know how he behaves towards the demands",
            de="Menschen, die es schon wissen, sagen, wie er mit den Forderungen umgeht",
        ),
        example=Text(en="L3 or L4 changed nothing", de="L3 oder L4 haben nichts geändert"),
        decides=_GROUP,
        before=_WHO_KNOWS,
    ),
    StepText(
        step=Step.L6,
        name=Text(
            en="A notice with a date: you inform them by then, else we may",
            de="Eine Ankündigung mit Datum: Du informierst sie bis dahin, sonst tun wir es vielleicht",
        ),
        example=Text(
            en="Trust or power is being built, and he refuses or stalls",
            de="Vertrauen oder Macht entsteht, und er weigert sich oder zögert es hinaus",
        ),
        decides=Text(
            en="the group, after asking: does this group need to know?",
            de="die Gruppe, nach der Frage: Muss diese Gruppe Bescheid wissen?",
        ),
        before=Text(
            en="He was confronted. For the wording: ask a lawyer where you live",
            de="Er wurde konfrontiert. Zur Formulierung: Fragt eine Anwältin oder einen Anwalt bei euch",
        ),
    ),
    StepText(
        step=Step.L7A,
        name=Text(
            en="Tell one group ourselves: spoken, and as little as possible",
            de="Eine Gruppe selbst informieren: mündlich, und so wenig wie möglich",
        ),
        example=Text(
            en="The date of L6 has passed, and he shows nothing",
            de="Das Datum von L6 ist vorbei, und er weist nichts nach",
        ),
        decides=_LAST,
        before=Text(
            en="The date of L6 is over. A yes of the support group covers these people and this. Supervision was asked in writing ten days ago, or there is nobody to ask",
            de="Das Datum von L6 ist vorbei. Ein Ja der Unterstützungsgruppe gilt für diese Menschen und für das, was ihr sagt. Die Begleitgruppe wurde vor zehn Tagen schriftlich gefragt, oder es gibt niemanden zu fragen",
        ),
    ),
    StepText(
        step=Step.L7B,
        name=Text(
            en="Give them the open letter: the last step", de="Ihnen den offenen Brief geben: der letzte Schritt"
        ),
        example=Text(en="L7a is not enough or not possible", de="L7a reicht nicht oder geht nicht"),
        decides=_LAST,
        before=Text(
            en="All that L7a asks, a version of the letter that was authorised, and what you tried before",
            de="Alles, was L7a verlangt, eine freigegebene Fassung des Briefs, und was ihr vorher versucht habt",
        ),
    ),
    StepText(
        step=Step.OWN,
        name=Text(en="Another step, in our words", de="Ein anderer Schritt, in unseren Worten"),
        example=Text(en="Anything else the group finds right", de="Alles andere, was die Gruppe richtig findet"),
        decides=_GROUP,
        before=Text(
            en="Inside of what you can and will not do. The supervision group reads it too",
            de="Innerhalb dessen, was ihr könnt und nicht tut. Die Begleitgruppe liest es auch",
        ),
    ),
)
