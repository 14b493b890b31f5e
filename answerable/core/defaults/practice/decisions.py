"""What the contact group of the practice process decides together, and who sees it otherwise."""

from answerable.core.defaults.text import Text

QUESTION = Text(
    en="X goes to a climbing group. As far as we know, nobody there knows. Do we do something now?",
    de="X geht in eine Klettergruppe. Soweit wir wissen, weiß dort niemand davon. Tun wir jetzt etwas?",
)
OPTIONS: tuple[Text, ...] = (
    Text(en="Ask him to tell them, with a date", de="Ihn auffordern, es zu sagen, mit einem Datum"),
    Text(
        en="Ask the support group whether we may tell them",
        de="Die Unterstützungsgruppe fragen, ob wir es sagen dürfen",
    ),
    Text(en="Wait until we know more", de="Warten, bis wir mehr wissen"),
)
GOES_THERE = Text(en="He goes there since a few weeks.", de="Er geht seit ein paar Wochen hin.")
WHO_KNOWS = Text(en="Who there knows, he did not want to say.", de="Wer dort davon weiß, wollte er nicht sagen.")
PROTECTS = Text(
    en="People who climb with him and trust him with the rope.",
    de="Menschen, die mit ihm klettern und ihm das Seil anvertrauen.",
)
SAM_TAKES_NO_PART = Text(en="I used to be in a group with X.", de="Ich war früher mit X in einer Gruppe.")
NOOR_AGREES = Text(en="It is his turn first.", de="Zuerst ist er dran.")
JO_HAS_CONCERNS = Text(
    en="Somebody holds the rope for him every week. Two months are long for that.",
    de="Jede Woche sichert ihn jemand am Seil. Dafür sind zwei Monate lang.",
)
ON_THE_PHONE = Text(en="on the phone, from the night train", de="am Telefon, aus dem Nachtzug")
DECIDED = Text(
    en="We do not go to the climbing group now. At the next talk we ask him to tell them, with a date.",
    de="Wir gehen jetzt nicht auf die Klettergruppe zu. Beim nächsten Gespräch fordern wir ihn auf, es zu sagen, mit einem Datum.",
)
TELL = Text(
    en="We have talked about whether your group has to know something. For now we leave it to him to say it, and we look at it again in two months.",
    de="Wir haben darüber gesprochen, ob eure Gruppe etwas wissen muss. Vorerst überlassen wir es ihm, es zu sagen, und sehen es uns in zwei Monaten wieder an.",
)
REASONS = Text(
    en="He has not been asked yet. And without a yes of the support group we tell nobody.",
    de="Er ist noch nicht aufgefordert worden. Und ohne ein Ja der Unterstützungsgruppe sagen wir niemandem etwas.",
)
