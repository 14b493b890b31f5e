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
    """A step's name and an example of when a group might choose it."""

    step: Step
    name: Text
    example: Text | None


POSSIBLE_STEPS: tuple[StepText, ...] = (
    StepText(step=Step.L0, name=Text(en="Regular contact", de="Regelmäßiger Kontakt"), example=None),
    StepText(
        step=Step.L1,
        name=Text(en="A reminder with a date", de="Eine Erinnerung mit Datum"),
        example=Text(en="No answer after 14 days", de="Nach 14 Tagen keine Antwort"),
    ),
    StepText(
        step=Step.L2,
        name=Text(en="A written demand for his plan", de="Ihn schriftlich auffordern, seinen Plan zu nennen"),
        example=Text(
            en="He misses a second date or a meeting, or evades twice",
            de="Er hält auch den zweiten Termin nicht ein, kommt nicht oder weicht zweimal aus",
        ),
    ),
    StepText(
        step=Step.L3,
        name=Text(en="Confront him together, prepared", de="Ihn gemeinsam und vorbereitet konfrontieren"),
        example=Text(
            en="He refuses to meet or to do perpetrator work, breaks an agreement, or is active without having informed",
            de="Er lehnt Treffen oder Täterarbeit ab, bricht eine Vereinbarung oder ist aktiv, ohne informiert zu haben",
        ),
    ),
    StepText(
        step=Step.L4,
        name=Text(
            en="Ask people who already know to have him answer",
            de="Menschen, die es schon wissen, bitten, dass er sich meldet",
        ),
        example=Text(en="Out of reach 30 days after L3", de="30 Tage nach L3 nicht erreichbar"),
    ),
    StepText(
        step=Step.L5,
        name=Text(
            en="Tell people who already know how he behaves towards the demands",
            de="Menschen, die es schon wissen, sagen, wie er mit den Forderungen umgeht",
        ),
        example=Text(en="L3 or L4 changed nothing", de="L3 oder L4 haben nichts geändert"),
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
    ),
    StepText(
        step=Step.L7B,
        name=Text(
            en="Give them the open letter: the last step", de="Ihnen den offenen Brief geben: der letzte Schritt"
        ),
        example=Text(en="L7a is not enough or not possible", de="L7a reicht nicht oder geht nicht"),
    ),
    StepText(
        step=Step.OWN,
        name=Text(en="Another step, in our words", de="Ein anderer Schritt, in unseren Worten"),
        example=Text(en="Anything else the group finds right", de="Alles andere, was die Gruppe richtig findet"),
    ),
)
