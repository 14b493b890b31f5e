"""When somebody is in danger now: what to do first, and whom to call (R48). Outside the possible steps; nothing is sent."""

from enum import StrEnum

import msgspec

from answerable.core.defaults.text import Language, Text

DANGER_VERSION = 1


class Region(StrEnum):
    """Where numbers can be called."""

    GENERAL = "general"
    UNITED_KINGDOM = "united-kingdom"
    GERMANY = "germany"


class Helpline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers, under which number, and when."""

    who: Text
    number: str
    when: Text


_ALWAYS = Text(en="day and night, free", de="Tag und Nacht, kostenlos")

FIRST: tuple[Text, ...] = (
    Text(
        en="Could somebody be hurt now? Call the emergency number first, then read on.",
        de="Kann jetzt jemand verletzt werden? Ruf zuerst den Notruf an, dann lies weiter.",
    ),
    Text(
        en="Are you in danger yourself? Go to where other people are. Call from there.",
        de="Bist du selbst in Gefahr? Geh dorthin, wo andere Menschen sind. Ruf von dort aus an.",
    ),
    Text(
        en="Nobody goes alone. One of you calls, one stays with whoever is in danger. Nobody goes to him.",
        de="Niemand geht allein. Eine Person ruft an, eine bleibt bei der Person in Gefahr. Niemand geht zu ihm.",
    ),
    Text(
        en="Ask whoever is in danger what should happen, wherever there is time to ask. It is their safety.",
        de="Frag die Person in Gefahr, was geschehen soll, wo dafür Zeit ist. Es geht um ihre Sicherheit.",
    ),
    Text(
        en="A child, or somebody who cannot protect themselves: call the police or the child protection service too.",
        de="Ein Kind oder eine Person, die sich nicht schützen kann: Ruf auch die Polizei oder das Jugendamt an.",
    ),
    Text(
        en="Somebody wants to take their own life, he too: call the emergency number or a crisis line. It is not your task to hold that alone.",
        de="Jemand will sich das Leben nehmen, auch er: Ruf den Notruf oder die Telefonseelsorge an. Das müsst ihr nicht allein tragen.",
    ),
    Text(
        en="Tell those who help only what they need: where, who could be hurt, what was said.",
        de="Sag denen, die helfen, nur was sie brauchen: wo, wer verletzt werden kann, was gesagt wurde.",
    ),
)

AFTERWARDS: tuple[Text, ...] = (
    Text(
        en="Stay with each other. Call a helpline for yourselves too; that is what they are for.",
        de="Bleibt beieinander. Ruft auch für euch selbst eine Beratung an; dafür ist sie da.",
    ),
    Text(
        en="Write down what happened when there is time for it. It can wait.",
        de="Schreibt auf, was war, wenn Zeit dafür ist. Das kann warten.",
    ),
    Text(
        en="What the group does about it is talked about later, together, as with everything else.",
        de="Was die Gruppe daraus macht, besprecht ihr später gemeinsam, wie alles andere auch.",
    ),
)

HELPLINES: dict[Region, tuple[Helpline, ...]] = {
    Region.GENERAL: (
        Helpline(Text(en="Emergency number in most of Europe", de="Notruf in fast ganz Europa"), "112", _ALWAYS),
        Helpline(
            Text(
                en="Violence against women, in most countries of the European Union",
                de="Gewalt gegen Frauen, in den meisten Ländern der Europäischen Union",
            ),
            "116 016",
            Text(en="hours differ by country", de="Zeiten je nach Land"),
        ),
    ),
    Region.UNITED_KINGDOM: (
        Helpline(Text(en="Emergency number", de="Notruf"), "999", _ALWAYS),
        Helpline(
            Text(
                en="Rape and sexual abuse, England and Wales",
                de="Vergewaltigung und sexualisierte Gewalt, England und Wales",
            ),
            "0808 500 2222",
            _ALWAYS,
        ),
        Helpline(Text(en="Violence at home, England", de="Gewalt zu Hause, England"), "0808 2000 247", _ALWAYS),
        Helpline(
            Text(en="Samaritans, for anybody in despair", de="Samaritans, für alle in Verzweiflung"), "116 123", _ALWAYS
        ),
    ),
    Region.GERMANY: (
        Helpline(Text(en="Emergency number: police", de="Notruf: Polizei"), "110", _ALWAYS),
        Helpline(Text(en="Emergency number: ambulance, fire", de="Notruf: Rettungsdienst, Feuerwehr"), "112", _ALWAYS),
        Helpline(Text(en="Violence against women", de="Hilfetelefon Gewalt gegen Frauen"), "116 016", _ALWAYS),
        Helpline(
            Text(en="Sexual abuse", de="Hilfe-Telefon Sexueller Missbrauch"),
            "0800 22 55 530",
            Text(en="on weekdays, free", de="werktags, kostenlos"),
        ),
        Helpline(
            Text(en="For anybody in despair", de="Telefonseelsorge, für alle in Verzweiflung"),
            "0800 111 0 111",
            _ALWAYS,
        ),
    ),
}


def regions_for(language: str) -> tuple[Region, ...]:
    """Return the regions, the nearest to a reader of this language first."""
    german = language.partition("-")[0].lower() == Language.DE
    near, far = (Region.GERMANY, Region.UNITED_KINGDOM) if german else (Region.UNITED_KINGDOM, Region.GERMANY)
    return (near, Region.GENERAL, far)
