"""The list for groups that want to look closer at the three facets; folded, off by default (R65, content 10)."""

from collections.abc import Iterator

import msgspec

from answerable.core.defaults.text import Text
from answerable.core.entries.demands import Facet

INDICATORS_VERSION = 1


class FacetIndicators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to look for under one facet; nothing here is summed, averaged or forecast."""

    facet: Facet
    name: Text
    indicators: tuple[Text, ...]


INDICATORS: tuple[FacetIndicators, ...] = (
    FacetIndicators(
        facet=Facet.REFLECT,
        name=Text(en="Reflect", de="Reflektieren"),
        indicators=(
            Text(en="is in perpetrator work", de="ist in einem Programm für Täterarbeit"),
            Text(en="stays in it", de="bleibt dabei"),
            Text(en="names acts without excuse", de="benennt Taten ohne Ausrede"),
            Text(en="names effects", de="benennt Folgen"),
            Text(en="names patterns", de="benennt Muster"),
            Text(en="does not make her the topic", de="macht sie nicht zum Thema"),
            Text(en="acts differently in comparable situations", de="handelt in ähnlichen Situationen anders"),
        ),
    ),
    FacetIndicators(
        facet=Facet.INFORM,
        name=Text(en="Inform", de="Informieren"),
        indicators=(
            Text(
                en="tells each new group before trust or power grows",
                de="informiert jede neue Gruppe, bevor Vertrauen oder Macht wächst",
            ),
            Text(en="hands over the letter", de="übergibt den Brief"),
            Text(en="what he tells fits the letter", de="was er erzählt, passt zum Brief"),
            Text(en="tells us unasked", de="sagt es uns von sich aus"),
            Text(en="corrects false versions told by friends", de="stellt falsche Versionen von Freund*innen richtig"),
        ),
    ),
    FacetIndicators(
        facet=Facet.STAY_ACCOUNTABLE,
        name=Text(en="Stay accountable", de="Sich der Verantwortung stellen"),
        indicators=(
            Text(en="answers by the date", de="antwortet bis zum Datum"),
            Text(en="comes", de="kommt"),
            Text(en="gives plans unasked", de="nennt Pläne von sich aus"),
            Text(en="keeps agreements", de="hält Vereinbarungen ein"),
            Text(en="accepts demands on distance", de="nimmt Forderungen nach Abstand an"),
            Text(en="bears consequences without retaliation", de="trägt Konsequenzen, ohne sich zu rächen"),
        ),
    ),
)


def listed() -> Iterator[tuple[Facet, int, Text]]:
    """Yield every indicator with its facet and its number in the list."""
    number = 0
    for one in INDICATORS:
        for text in one.indicators:
            number += 1
            yield one.facet, number, text


def indicator(version: int, number: int) -> Text | None:
    """Return an indicator of a version of the list, or nothing where this program does not know it."""
    if version != INDICATORS_VERSION:
        return None
    return next((text for _facet, place, text in listed() if place == number), None)
