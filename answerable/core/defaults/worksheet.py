"""The questions of the worksheet: is trust being built, is power gained; each list apart, and no score (R45, content 5)."""

import msgspec

from answerable.core.defaults.text import Text

LIST_VERSION = 1


class SheetQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question of the worksheet by its code."""

    code: str
    text: Text


TRUST: tuple[SheetQuestion, ...] = (
    SheetQuestion(
        "a1",
        Text(
            en="People there confide in him, live, travel or drink with him, or seek closeness",
            de="Menschen dort vertrauen sich ihm an, wohnen, reisen oder trinken mit ihm oder suchen Nähe",
        ),
    ),
    SheetQuestion(
        "a2",
        Text(
            en="He gets tasks that rest on trust: contact person, care, at night, with young or new people",
            de="Er bekommt Aufgaben, die auf Vertrauen beruhen: Ansprechperson, Betreuung, nachts, mit Jungen oder Neuen",
        ),
    ),
    SheetQuestion(
        "a3",
        Text(
            en="Someone there would want to know before going further",
            de="Jemand dort würde es wissen wollen, bevor es weitergeht",
        ),
    ),
    SheetQuestion(
        "a4",
        Text(en="His standing has grown since the last look", de="Sein Ansehen ist seit dem letzten Blick gewachsen"),
    ),
    SheetQuestion(
        "a5",
        Text(
            en="There are people of whom she must be able to know that they know",
            de="Dort sind Menschen, von denen sie wissen können muss, dass sie es wissen",
        ),
    ),
)

POWER: tuple[SheetQuestion, ...] = (
    SheetQuestion(
        "b1",
        Text(
            en="He speaks, teaches, publishes, moderates or represents",
            de="Er spricht, lehrt, veröffentlicht, moderiert oder vertritt",
        ),
    ),
    SheetQuestion(
        "b2",
        Text(
            en="He controls access, money, housing, keys, data or jobs",
            de="Er bestimmt über Zugang, Geld, Wohnraum, Schlüssel, Daten oder Arbeit",
        ),
    ),
    SheetQuestion(
        "b3",
        Text(
            en="There is admiration for him, or dependency around him",
            de="Er wird bewundert, oder andere sind von ihm abhängig",
        ),
    ),
    SheetQuestion(
        "b4",
        Text(
            en="He is asked in matters of gender violence or conflict",
            de="Er wird bei Gewalt zwischen den Geschlechtern oder bei Konflikten gefragt",
        ),
    ),
    SheetQuestion(
        "b5",
        Text(
            en="Others cannot contradict him without loss",
            de="Andere können ihm nicht widersprechen, ohne etwas zu verlieren",
        ),
    ),
)


def texts_of(codes: tuple[str, ...]) -> tuple[Text, ...]:
    """Return the questions of these codes, in the order of the lists; unknown ones are left out."""
    return tuple(one.text for one in (*TRUST, *POWER) if one.code in codes)
