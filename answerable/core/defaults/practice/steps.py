"""What the contact group of the practice process does when he puts his talks before his word: noted, decided, said."""

from answerable.core.defaults.text import Text

TALKS_FIRST = Text(
    en="He gives two talks in the reading circle, before the day by which he wants to tell them.",
    de="Er hält im Lesekreis zwei Vorträge, vor dem Tag, bis zu dem er es ihnen sagen will.",
)
OTHERS_DO_NOT_KNOW = Text(
    en="One of those who organise it knows, he says. About ten others do not.",
    de="Eine Person, die ihn organisiert, weiß es, sagt er. Etwa zehn andere nicht.",
)
QUESTION = Text(
    en="He gives talks in the reading circle before everybody there knows. What do we do now?",
    de="Er hält Vorträge im Lesekreis, bevor alle dort davon wissen. Was tun wir jetzt?",
)
OPTIONS: tuple[Text, ...] = (
    Text(en="Two of us confront him with it, with a date", de="Zwei von uns konfrontieren ihn damit, mit einem Datum"),
    Text(en="Write to him once more", de="Ihm noch einmal schreiben"),
    Text(en="Wait for the day he named", de="Den Tag abwarten, den er genannt hat"),
)
PROTECTS = Text(
    en="People in the reading circle who listen to him and begin to trust him.",
    de="Menschen im Lesekreis, die ihm zuhören und anfangen, ihm zu vertrauen.",
)
SAM_STEPS_BACK = Text(
    en="I said at the start that I do not vote on what follows if he refuses.",
    de="Ich habe am Anfang gesagt: Ich stimme nicht mit ab, was folgt, wenn er sich weigert.",
)
NOOR_AGREES = Text(
    en="He named the day himself, and then puts the talks before it.",
    de="Den Tag hat er selbst genannt, und dann legt er die Vorträge davor.",
)
JO_AGREES = Text(
    en="I do not meet him alone. But I read the sheet with you before, and wait with tea afterwards.",
    de="Ich treffe ihn nicht allein. Aber ich gehe das Blatt vorher mit euch durch und warte danach mit Tee.",
)
INES_HAS_CONCERNS = Text(
    en="If we talk for a whole evening, it becomes about him again. Half an hour, then we go.",
    de="Wenn wir einen ganzen Abend reden, geht es wieder um ihn. Eine halbe Stunde, dann gehen wir.",
)
DECIDED = Text(
    en="Noor and Ines confront him with it: prepared, half an hour, nothing else. We demand that he gives no talk there before everybody knows.",
    de="Noor und Ines konfrontieren ihn damit: vorbereitet, eine halbe Stunde, nichts anderes. Wir fordern, dass er dort nichts vorträgt, bevor alle davon wissen.",
)
REASONS = Text(
    en="He knows the demand and agreed to it. A letter he has had. To tell people ourselves would be too early, and there is no yes for it.",
    de="Er kennt die Forderung und hat zugestimmt. Geschrieben haben wir ihm schon. Selbst etwas zu sagen, wäre zu früh, und es gibt kein Ja dafür.",
)

SAID_TO_HIM = Text(
    en="You agreed to tell everybody in the reading circle. Now you give talks there before that. Give no talk before they know. Tell us within two weeks on which evening you do it.",
    de="Du hast zugestimmt, es allen im Lesekreis zu sagen. Jetzt hältst du dort vorher Vorträge. Halte keinen, bevor sie davon wissen. Sag uns in zwei Wochen, an welchem Abend du es tust.",
)
WHY_THIS = Text(
    en="He agreed to tell them, and gives the talks first.",
    de="Er hat zugestimmt, es ihnen zu sagen, und hält vorher die Vorträge.",
)
WHY_NOT_MILDER = Text(
    en="The demand went to him by mail, and at the last talk he named a day. A third reminder would be our work, not his.",
    de="Die Forderung ging per Mail an ihn, und beim letzten Gespräch hat er einen Tag genannt. Eine dritte Erinnerung wäre unsere Arbeit, nicht seine.",
)
CONFRONTED = Text(
    en="He kept his jacket on. The others in the reading circle do not ask, he says, and one of the talks is about something quite different. On which evening he tells them, he would have to see. He did not raise his voice.",
    de="Er ließ die Jacke an. Die anderen im Lesekreis fragen nicht, sagt er, und einer der Vorträge geht um etwas ganz anderes. An welchem Abend er es ihnen sagt, müsse er sehen. Laut wurde er nicht.",
)
WHO_NOT_YET = Text(
    en="They do not ask, he says. On which evening, he would have to see.",
    de="Sie fragen nicht, sagt er. An welchem Abend, müsse er sehen.",
)
