"""What the practice process tells of contacts: his accounts, silence, missed meetings, agreements, notes."""

from answerable.core.defaults.text import Text

FIRST = Text(
    en="He was ten minutes early and had read the demands. He wants to do all of it, he says, and it is a lot at once. About what he did he talked for a long time without saying it. We asked who knows. “Those who matter.” He did not want to say who that is.",
    de="Er war zehn Minuten zu früh da und hatte die Forderungen gelesen. Er will alles machen, sagt er, und es ist viel auf einmal. Über das, was er getan hat, redete er lange, ohne es zu sagen. Wir fragten, wer davon weiß. „Die, auf die es ankommt.“ Wer das ist, wollte er nicht sagen.",
)
FIRST_PROGRAMME = Text(en="Not yet. He will look, he says.", de="Noch nicht. Er sucht, sagt er.")
FIRST_WHO_NOT_YET = Text(en="“Those who matter know.”", de="„Die, auf die es ankommt, wissen es.“")
FIRST_GROUPS = Text(
    en="A shared flat, and a bike workshop once a week.",
    de="Eine Wohngemeinschaft, und einmal in der Woche eine Fahrradwerkstatt.",
)

BY_MAIL = Text(
    en="Five lines, four weeks after our first mail. There was a lot of work, he says, and he has not forgotten us. The programme that he asked has no place, he says. He asks whether a book would do for now. To the question about his flat he wrote nothing.",
    de="Fünf Zeilen, vier Wochen nach unserer ersten Mail. Es war viel Arbeit, sagt er, und er hat uns nicht vergessen. Das Programm, bei dem er gefragt hat, hat keinen Platz, sagt er. Er fragt, ob fürs Erste ein Buch reicht. Zur Frage nach seiner Wohngemeinschaft schrieb er nichts.",
)
MAIL_NOT_DONE = Text(
    en="The name of the programme. “I will send it.”",
    de="Den Namen des Programms. „Den schicke ich noch.“",
)
MAIL_WHO_KNOWS = Text(en="No word about it.", de="Dazu kein Wort.")

SECOND_TALK = Text(
    en="He is on a waiting list now, he says, but he had nothing to show. He told the people he lives with and gave them the letter, he says, all three, in the kitchen. At the bike workshop they know too. When we asked what he did, he began to talk about her. We stopped him and asked again. Then he said that he does not find the words. At the end he asked if we think he is a bad person. We said that this is not what we are here for.",
    de="Er steht jetzt auf einer Warteliste, sagt er, hatte aber nichts zum Zeigen dabei. Er hat es den Menschen gesagt, mit denen er wohnt, und ihnen den Brief gegeben, sagt er, allen dreien, in der Küche. In der Fahrradwerkstatt wissen sie es auch. Als wir fragten, was er getan hat, fing er von ihr an. Wir haben ihn gestoppt und noch einmal gefragt. Da sagte er, er findet die Worte nicht. Am Ende fragte er, ob wir ihn für einen schlechten Menschen halten. Wir sagten, dass wir dafür nicht da sind.",
)
SECOND_PROGRAMME = Text(
    en="On a waiting list. He does not know for how long.",
    de="Auf einer Warteliste. Wie lange, weiß er nicht.",
)
SECOND_CONFIRM = Text(en="“Ask them at the flat, if you like.”", de="„Fragt in der WG, wenn ihr wollt.“")

THIRD_TALK = Text(
    en="He came on time. The paper of the waiting list lay at home, he says. Sam read out demand 2. He said no to it, and after that he said little for a while. He told one of those who organise the reading circle, he says, without the letter. He goes to a climbing group now. Who there knows, he did not want to say. Otherwise he was friendly the whole time.",
    de="Er kam pünktlich. Der Zettel von der Warteliste lag zu Hause, sagt er. Sam las Forderung 2 vor. Dazu sagte er Nein, und danach eine Weile wenig. Er hat es einer Person gesagt, die den Lesekreis organisiert, sagt er, ohne den Brief. Er geht jetzt in eine Klettergruppe. Wer dort davon weiß, wollte er nicht sagen. Sonst war er die ganze Zeit freundlich.",
)
THIRD_DONE = Text(
    en="Nothing that he could show. The paper lies at home, he says.",
    de="Nichts, was er zeigen konnte. Der Zettel liegt zu Hause, sagt er.",
)
THIRD_BEHAVIOUR = Text(en="He did not want to.", de="Das wollte er nicht.")
THIRD_GROUPS = Text(
    en="Flat, workshop, reading circle, and a climbing group since a few weeks.",
    de="Wohngemeinschaft, Werkstatt, Lesekreis, und seit ein paar Wochen eine Klettergruppe.",
)
THIRD_WHO_NOT_YET = Text(en="“I will see how it goes there first.”", de="„Erst mal sehen, wie es dort läuft.“")

CLIMBS = Text(en="He goes to a climbing group.", de="Er geht in eine Klettergruppe.")
LOOKED_AGAIN = Text(
    en="We go on meeting him by twos, at our place. Next time we ask who in the climbing group knows, and by when he tells them. We ask nobody there.",
    de="Wir treffen ihn weiter zu zweit, bei uns. Beim nächsten Mal fragen wir, wer in der Klettergruppe davon weiß und bis wann er es ihnen sagt. Dort fragen wir niemanden.",
)

ASKED_FIRST = Text(
    en="The name of the programme, and a day for the next talk.",
    de="Den Namen des Programms, und einen Tag für das nächste Gespräch.",
)
ASKED_AGAIN = Text(
    en="The same once more. He wrote back that he needs time, and that he comes to the talk.",
    de="Noch einmal dasselbe. Er schrieb zurück, dass er Zeit braucht und zum Gespräch kommt.",
)
ASKED_LATER = Text(
    en="Whether he has told the people he lives with, and what the two programmes answered.",
    de="Ob er es den Menschen gesagt hat, mit denen er wohnt, und was die zwei Programme geantwortet haben.",
)
HE_STAYED_AWAY = Text(
    en="He mixed up the days, he wrote the evening after. He did not suggest another one.",
    de="Er hat die Tage verwechselt, schrieb er am Abend danach. Einen neuen Tag schlug er nicht vor.",
)
WE_CANCELLED = Text(
    en="It was fine with him, he wrote, and he asked for no new day. We had told him the day before: Noor and Jo were ill.",
    de="Ihm war es recht, schrieb er, und nach einem neuen Tag fragte er nicht. Wir hatten es ihm am Tag davor gesagt: Noor und Jo waren krank.",
)

SENDS_NAME = Text(
    en="He sends us the name of a programme of perpetrator work.",
    de="Er schickt uns den Namen eines Programms für Täterarbeit.",
)
ASKS_TWO = Text(
    en="He asks two other programmes and sends us what they answer.",
    de="Er fragt bei zwei anderen Programmen nach und schickt uns, was sie antworten.",
)
ASKS_TWO_NOT = Text(
    en="He asked one, he says, and no longer has the answer.",
    de="Bei einem hat er gefragt, sagt er, und die Antwort hat er nicht mehr.",
)
TELLS_FLAT = Text(
    en="He tells the people he lives with, with the letter.",
    de="Er sagt es den Menschen, mit denen er wohnt, mit dem Brief.",
)
TELLS_FLAT_KEPT = Text(
    en="Two of them told us so themselves.",
    de="Zwei von ihnen haben es uns selbst gesagt.",
)
BRINGS_PAPER = Text(
    en="He brings the paper of the waiting list to the next talk.",
    de="Er bringt den Zettel von der Warteliste zum nächsten Gespräch mit.",
)
BRINGS_PAPER_NOT = Text(
    en="He came without it. We said that we do not ask a third time.",
    de="Er kam ohne. Wir haben gesagt, dass wir kein drittes Mal darum bitten.",
)
TELLS_CIRCLE = Text(
    en="He tells everybody in the reading circle, with the demands.",
    de="Er sagt es allen im Lesekreis, mit den Forderungen.",
)

FLAT = Text(en="Shared flat", de="Wohngemeinschaft")
FLAT_ACCOUNT = Text(
    en="All three know, he says. They read the letter together.",
    de="Alle drei wissen es, sagt er. Sie haben den Brief zusammen gelesen.",
)
FLAT_CONFIRMED = Text(
    en="They read it alone first and then with him. That is how the two of them tell it.",
    de="Sie haben ihn erst allein gelesen und dann mit ihm. So erzählen es die beiden.",
)
FLAT_BY = Text(en="two of the three", de="zwei von den dreien")
WORKSHOP = Text(en="Bike workshop", de="Fahrradwerkstatt")
WORKSHOP_ACCOUNT = Text(
    en="They know, he says. What he told them, he left open.",
    de="Sie wissen es, sagt er. Was er ihnen gesagt hat, ließ er offen.",
)
CIRCLE = Text(en="Reading circle", de="Lesekreis")
CIRCLE_ACCOUNT = Text(
    en="One of those who organise it knows, he says. About ten others do not.",
    de="Eine Person, die ihn organisiert, weiß es, sagt er. Etwa zehn andere nicht.",
)
FRIEND_ACCOUNT = Text(
    en="A friend, since a few weeks. Knows “roughly”, he says.",
    de="Eine befreundete Person, seit ein paar Wochen. Weiß es „ungefähr“, sagt er.",
)
FRIEND = "K."

SAW_NOTICE = Text(
    en="On the notice board at the library: he gives two talks in the reading circle next month. Jo was there for a book and did not look for it.",
    de="Am schwarzen Brett in der Bücherei: Er hält nächsten Monat zwei Vorträge im Lesekreis. Jo war wegen eines Buchs dort und hat nicht danach gesucht.",
)
SOMEONE_CAME = Text(
    en="Somebody from the climbing group wrote to our address and asks who we are. What they know, they did not say. They do not want X to learn of it. So far we have only answered how to reach us.",
    de="Jemand aus der Klettergruppe hat an unsere Adresse geschrieben und fragt, wer wir sind. Was die Person weiß, schrieb sie nicht. Sie will nicht, dass X davon erfährt. Bisher haben wir nur geantwortet, wie wir zu erreichen sind.",
)
HEARSAY = Text(
    en="Somebody at the workshop told me something about her.",
    de="In der Werkstatt hat mir jemand etwas über sie erzählt.",
)
HEARSAY_WHY = Text(
    en="It was talk about her. We do not keep that, and I should not have written it down.",
    de="Es war Gerede über sie. Das heben wir nicht auf, und ich hätte es nicht aufschreiben sollen.",
)
