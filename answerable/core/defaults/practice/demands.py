"""The letter of the practice process, its six demands, and what X answered to them."""

from answerable.core.defaults.text import Text

LETTER_TITLE = Text(en="Letter to the contact group", de="Brief an die Kontaktgruppe")
LETTER = Text(
    en="""Dear all,

thank you for saying yes. X has moved to your town, and we live far away. So we ask you for help.

X used sexualised violence. We believe the person he did it to, and we stand by her. She does not want to hear from him.

Meet him a few times a year. Ask him what he has done about our demands, and what he will do next. Half a page to us every few months is enough. We may not always write back.

1. Start perpetrator work, not only therapy.
2. Say what you did.
3. Tell the people you live with, and give them this letter.
4. Come when the contact group asks you to meet.

The people he lives with may read this letter. For everybody else, ask us first.

You need not look after him, and you need not do his work for him. Decide for yourselves what you can do and what you cannot. We only want to be able to follow your reasons. If you see something differently, tell us.

The support group""",
    de="""Liebe alle,

danke, dass ihr Ja gesagt habt. X ist in eure Stadt gezogen, und wir wohnen weit weg. Darum wenden wir uns an euch.

X hat sexualisierte Gewalt ausgeübt. Wir glauben der Person, der er das angetan hat, und stehen an ihrer Seite. Sie will nichts von ihm hören.

Trefft ihn ein paarmal im Jahr. Fragt ihn, was er wegen unserer Forderungen getan hat und was er als Nächstes tut. Eine halbe Seite an uns alle paar Monate reicht. Vielleicht antworten wir nicht jedes Mal.

1. Beginne mit professioneller Täterarbeit, nicht nur mit einer Therapie.
2. Sag, was du getan hast.
3. Sag es den Menschen, mit denen du wohnst, und gib ihnen diesen Brief.
4. Komm, wenn die Kontaktgruppe dich treffen will.

Die Menschen, mit denen er wohnt, dürfen diesen Brief lesen. Bei allen anderen fragt zuerst uns.

Ihr müsst euch nicht um ihn kümmern und nicht seine Arbeit machen. Entscheidet selbst, was ihr könnt und was nicht. Wir wollen nur eure Gründe verstehen können. Wenn ihr etwas anders seht, sagt es uns.

Die Unterstützungsgruppe""",
)

START = Text(
    en="Start perpetrator work, not only therapy.",
    de="Beginne mit professioneller Täterarbeit, nicht nur mit einer Therapie.",
)
SAY = Text(en="Say what you did.", de="Sag, was du getan hast.")
SAY_ANEW = Text(
    en="Say to the contact group what you did, in your own words and without excuses.",
    de="Sag der Kontaktgruppe mit eigenen Worten und ohne Ausreden, was du getan hast.",
)
TELL_FLAT = Text(
    en="Tell the people you live with, and give them this letter.",
    de="Sag es den Menschen, mit denen du wohnst, und gib ihnen diesen Brief.",
)
COME = Text(
    en="Come when the contact group asks you to meet.",
    de="Komm, wenn die Kontaktgruppe dich treffen will.",
)
TELL_CIRCLE = Text(
    en="Tell everybody in the reading circle before you give a talk there.",
    de="Sag es allen im Lesekreis, bevor du dort etwas vorträgst.",
)
STAY_AWAY = Text(
    en="Stay away from this year’s camp.",
    de="Bleib dem Camp in diesem Jahr fern.",
)

PARENT_FROM = Text(en="The process in the other town", de="Der Prozess in der anderen Stadt")
PARENT_SOURCE = Text(en="Their mail to our shared address", de="Ihre Mail an unsere gemeinsame Adresse")
PARENT_HOW = Text(
    en="Copied word for word. The mail is in the folder, under the day it came.",
    de="Wort für Wort abgeschrieben. Die Mail liegt im Ordner, unter dem Tag, an dem sie kam.",
)

PARENT_DECIDED = Text(
    en="X has no vote in our assembly until he has said what he did.",
    de="X stimmt in unserer Versammlung nicht mit, bis er gesagt hat, was er getan hat.",
)
PARENT_ANSWER = Text(
    en="He has no time for assemblies anyway, he says.",
    de="Für Versammlungen hat er ohnehin keine Zeit, sagt er.",
)
PARENT_GREETING = Text(
    en="They ask how we are, and thank us. Nothing new from them.",
    de="Sie fragen, wie es uns geht, und sagen danke. Sonst nichts Neues.",
)
PARENT_TOLD = Text(en="By mail, in his words and marked as his", de="Per Mail, in seinen Worten und so gekennzeichnet")

START_FIRST = Text(
    en="He will look for a place himself, he says.",
    de="Er sucht sich selbst einen Platz, sagt er.",
)
START_LATER = Text(
    en="He has been on a waiting list for some weeks, he says.",
    de="Er steht seit ein paar Wochen auf einer Warteliste, sagt er.",
)
SAY_FIRST = Text(
    en="He talked about misunderstandings, and asked what exactly he is to say.",
    de="Er redete von Missverständnissen und fragte, was genau er sagen soll.",
)
SAY_SECOND = Text(en="He does not find the words, he says.", de="Er findet die Worte nicht, sagt er.")
SAY_REFUSED = Text(en="“Not like this, and not to you.”", de="„So nicht, und nicht zu euch.“")
TELL_FLAT_FIRST = Text(en="He will do it when it fits, he says.", de="Er macht es, wenn es passt, sagt er.")
COME_FIRST = Text(en="He will come, he says.", de="Er kommt, sagt er.")
TELL_CIRCLE_ANSWER = Text(
    en="He told one of those who organise it, he says. The others he will tell in the next weeks.",
    de="Er hat es einer Person gesagt, die den Kreis organisiert, sagt er. Den anderen sagt er es in den nächsten Wochen.",
)

FLAT_TOLD_US = Text(
    en="Two of them told us. They have the letter. They came to Ines because they had questions. We offered them a talk.",
    de="Zwei von ihnen haben es uns gesagt. Sie haben den Brief. Sie kamen zu Ines, weil sie Fragen hatten. Wir haben ihnen ein Gespräch angeboten.",
)
HE_CAME = Text(
    en="He came, on the day and at the hour we had said. Two of us were there.",
    de="Er kam, an dem Tag und zu der Stunde, die wir genannt hatten. Zwei von uns waren da.",
)
