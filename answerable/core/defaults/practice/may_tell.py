"""Who may be told in the practice process, as its support group says it, and what the contact group asks."""

from answerable.core.defaults.text import Text

FLAT_IF = Text(
    en="Two of you are there, and somebody stays with them afterwards.",
    de="Zwei von euch sind dabei, und danach bleibt jemand bei ihnen.",
)
READING_CIRCLE = Text(en="Reading circle", de="Lesekreis")
CLIMBING_GROUP = Text(en="Climbing group", de="Klettergruppe")
WHY_WE_ASK = Text(
    en="He now prepares the evenings there, and one person asked us what this is about. We would say it in a room, two of us, and give nothing out of our hands. We have promised them nothing.",
    de="Er bereitet dort jetzt die Abende vor, und eine Person hat uns gefragt, worum es geht. Wir würden es zu zweit in einem Raum sagen und nichts aus der Hand geben. Versprochen haben wir ihnen nichts.",
)
PROTECTED: tuple[Text, ...] = (
    Text(en="Hazel Lane", de="Haselgasse"),
    Text(en="print workshop", de="Druckwerkstatt"),
)
"""Places the support group of the practice process does not want to stand in anything that leaves."""
