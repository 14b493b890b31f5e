"""What the groups of the practice process write to each other: questions, an objection, updates."""

from msgspec import Struct

from answerable.core.defaults.text import Text


class Letter(Struct, frozen=True):
    """The six sentences of an update, in both languages."""

    contact: Text
    demands: Text
    who_knows: Text
    decisions: Text
    ourselves: Text
    we_ask: Text


QUESTION = Text(
    en="X asks what “say what you did” means: to whom, and how. We did not answer him; the words are yours. How do you want it?",
    de="X fragt, was „sag, was du getan hast“ heißt: zu wem, und wie. Wir haben ihm nicht geantwortet, es sind eure Worte. Wie wollt ihr es?",
)
QUESTION_ANSWER = Text(
    en="To you, in his own words, without excuses. She does not want to read it. We will word demand 2 anew. Good that you asked before you answered him.",
    de="Zu euch, mit eigenen Worten, ohne Ausreden. Sie will es nicht lesen. Wir schreiben Forderung 2 neu. Gut, dass ihr gefragt habt, bevor ihr ihm antwortet.",
)
OPEN_QUESTION = Text(
    en="The people he lives with would like to know whom they can turn to with questions. May we say that there is a support group?",
    de="Die Menschen, mit denen er wohnt, möchten wissen, an wen sie sich mit Fragen wenden können. Dürfen wir sagen, dass es eine Unterstützungsgruppe gibt?",
)
OBJECTION = Text(
    en="The update says that he makes an effort. Who saw that? To me it reads like his own word. And you describe how hard the talk was for him. How was it for you?",
    de="Im Bericht steht, dass er sich Mühe gibt. Wer hat das gesehen? Für mich liest es sich wie sein eigenes Wort. Und ihr beschreibt, wie schwer das Gespräch für ihn war. Wie war es für euch?",
)
OBJECTION_ANSWER = Text(
    en="You are right, and it was my sentence. He says it, nobody has seen it. I did not want to write “we do not know” a third time. For us the talk was long, and afterwards we ate soup at Jo’s. Thank you for asking so calmly.",
    de="Du hast recht, und es war mein Satz. Er sagt es, gesehen hat es niemand. Ich wollte nicht zum dritten Mal schreiben „wir wissen es nicht“. Für uns war das Gespräch lang, und danach haben wir bei Jo Suppe gegessen. Danke, dass du so ruhig gefragt hast.",
)

FIRST_UPDATE = Letter(
    contact=Text(
        en="We met X once and reached him once by mail. To a second talk he did not come. We wrote to him twice before he answered.",
        de="Wir haben X einmal getroffen und einmal per Mail erreicht. Zu einem zweiten Gespräch kam er nicht. Wir haben ihm zweimal geschrieben, bis er geantwortet hat.",
    ),
    demands=Text(
        en="Reflect: he says that he is looking for a place in perpetrator work. We have seen nothing of it.\nInform: he says that he will tell the people he lives with. We do not know whether he has.\nStay accountable: he came once and stayed away once.",
        de="Reflektieren: Er sagt, dass er einen Platz in der Täterarbeit sucht. Gesehen haben wir davon nichts.\nInformieren: Er sagt, dass er es den Menschen sagt, mit denen er wohnt. Ob er es getan hat, wissen wir nicht.\nSich der Verantwortung stellen: Er ist einmal gekommen und einmal weggeblieben.",
    ),
    who_knows=Text(
        en="Nobody, as far as we know.",
        de="Niemand, soweit wir wissen.",
    ),
    decisions=Text(
        en="He did not send the name of a programme by the agreed day. We gave him one new date. Another one would be for all of us to decide.",
        de="Er hat den Namen eines Programms nicht bis zum vereinbarten Tag geschickt. Wir haben ihm ein neues Datum gegeben. Ein weiteres müssten wir alle zusammen entscheiden.",
    ),
    ourselves=Text(
        en="We are four. Two people now look at our work from some distance. After the missed talk we wrote to him late. Next time we agree beforehand who does it.",
        de="Wir sind zu viert. Zwei Menschen schauen jetzt mit Abstand auf unsere Arbeit. Nach dem verpassten Gespräch haben wir ihm spät geschrieben. Beim nächsten Mal machen wir vorher ab, wer das tut.",
    ),
    we_ask=Text(
        en="Nothing that waits for an answer. Thank you for the new words of demand 2.",
        de="Nichts, was auf eine Antwort wartet. Danke für die neuen Worte von Forderung 2.",
    ),
)

SECOND_UPDATE = Letter(
    contact=Text(
        en="We met X once. Before that we wrote to him once and heard nothing for a month.",
        de="Wir haben X einmal getroffen. Davor haben wir ihm einmal geschrieben und einen Monat nichts gehört.",
    ),
    demands=Text(
        en="Reflect: he makes an effort and is on a waiting list. What he did, he has not said.\nInform: he told the people he lives with. Two of them told us so, and they have the letter.\nStay accountable: he came. He did not do what we had agreed about the programmes.",
        de="Reflektieren: Er gibt sich Mühe und steht auf einer Warteliste. Was er getan hat, hat er nicht gesagt.\nInformieren: Er hat es den Menschen gesagt, mit denen er wohnt. Zwei von ihnen haben es uns erzählt, und sie haben den Brief.\nSich der Verantwortung stellen: Er ist gekommen. Was wir wegen der Programme vereinbart hatten, hat er nicht getan.",
    ),
    who_knows=Text(
        en="Shared flat: they know and have the letter. Bike workshop: he says they know. Whether they have the letter, we do not know.",
        de="Wohngemeinschaft: Sie wissen es und haben den Brief. Fahrradwerkstatt: Er sagt, sie wissen es. Ob sie den Brief haben, wissen wir nicht.",
    ),
    decisions=Text(
        en="He is to bring the paper of the waiting list to the next talk. We passed on the demand about the reading circle by mail and told nobody there ourselves.",
        de="Er soll den Zettel von der Warteliste zum nächsten Gespräch mitbringen. Die Forderung zum Lesekreis haben wir per Mail weitergegeben und dort selbst niemandem etwas gesagt.",
    ),
    ourselves=Text(
        en="The talk was hard for him and long for us. We had written down that the workshop has the letter. That was wrong; we corrected it the day after.",
        de="Das Gespräch war schwer für ihn und lang für uns. Wir hatten aufgeschrieben, dass die Werkstatt den Brief hat. Das war falsch, am Tag danach haben wir es berichtigt.",
    ),
    we_ask=Text(
        en="We have no question to you. Nothing waits for an answer.",
        de="Wir haben keine Frage an euch. Nichts wartet auf eine Antwort.",
    ),
)

OPEN_DRAFT = Letter(
    contact=Text(
        en="We met X twice, the second time for half an hour, about the reading circle alone. An earlier day we had to cancel, because two of us were ill.",
        de="Wir haben X zweimal getroffen, das zweite Mal eine halbe Stunde und nur wegen des Lesekreises. Einen früheren Tag mussten wir absagen, weil zwei von uns krank waren.",
    ),
    demands=Text(
        en="Reflect: he says that he is on a waiting list. We have not seen the paper. He refused to say what he did.\nInform: he says that he told one person of the reading circle, without the letter. By when he tells the others, he has said; on which evening, he evades.\nStay accountable: he came when we asked him to. The demand about the camp is not passed on yet.",
        de="Reflektieren: Er sagt, dass er auf einer Warteliste steht. Den Zettel haben wir nicht gesehen. Zu sagen, was er getan hat, lehnte er ab.\nInformieren: Er sagt, dass er es einer Person aus dem Lesekreis gesagt hat, ohne den Brief. Bis wann er es den anderen sagt, hat er genannt; an welchem Abend, da weicht er aus.\nSich der Verantwortung stellen: Er ist gekommen, als wir ihn treffen wollten. Die Forderung zum Camp ist noch nicht weitergegeben.",
    ),
    who_knows=Text(
        en="Shared flat: they know and have the letter. Bike workshop: he says they know. Reading circle: he says one person knows, without the letter. Two single people around him wrote to us themselves. With one of them we talked once, because they disagree with a demand. The other wants no further contact, and we keep to that.",
        de="Wohngemeinschaft: Sie wissen es und haben den Brief. Fahrradwerkstatt: Er sagt, sie wissen es. Lesekreis: Er sagt, eine Person weiß es, ohne den Brief. Zwei einzelne Personen um ihn haben uns selbst geschrieben. Mit einer davon haben wir einmal geredet, weil sie mit einer Forderung nicht einverstanden ist. Die andere will keinen weiteren Kontakt, und daran halten wir uns.",
    ),
    decisions=Text(
        en="He gives two talks in the reading circle before everybody there knows. Two of us confronted him with it, because he had agreed to tell them first. He evaded. We look at it again next month. We do not ask for the paper a third time. At our next meeting we talk about what follows from that. We have not told the climbing group anything, and we have not looked anything up.",
        de="Er hält im Lesekreis zwei Vorträge, bevor alle dort davon wissen. Zwei von uns haben ihn damit konfrontiert, weil er zugestimmt hatte, es vorher zu sagen. Er ist ausgewichen. Nächsten Monat sehen wir es uns wieder an. Wir bitten kein drittes Mal um den Zettel. Bei unserem nächsten Treffen reden wir darüber, was daraus folgt. Der Klettergruppe haben wir nichts gesagt, und wir haben nichts nachgesucht.",
    ),
    ourselves=Text(
        en="In the last update we wrote “he makes an effort”. That was his word, not ours; supervision noticed it. This time he was friendly, and we saw afterwards that we had asked less because of it. Sam’s year ends soon, and we look for somebody. Jo looked at the mail for weeks while Sam had exams.",
        de="Im letzten Bericht stand „er gibt sich Mühe“. Das war sein Wort, nicht unseres. Die Begleitgruppe hat es bemerkt. Diesmal war er freundlich, und hinterher haben wir gesehen, dass wir deshalb weniger gefragt haben. Sams Jahr endet bald, und wir suchen jemanden. Jo hat wochenlang in die Mails geschaut, während Sam Prüfungen hatte.",
    ),
    we_ask=Text(
        en="One question of ours is open. You need not answer; nothing waits for it.",
        de="Eine Frage von uns ist offen. Ihr müsst nicht antworten, nichts wartet darauf.",
    ),
)
