"""What the practice process tells of the list of indicators: why it was taken on, and three notes."""

from answerable.core.defaults.text import Text

WHY = Text(
    en="After the third talk we did not agree on how much of it we have only from him.",
    de="Nach dem dritten Gespräch waren wir uns nicht einig, wie viel davon wir nur von ihm wissen.",
)
WAITING_LIST = Text(
    en="He says he is on the waiting list. He did not bring the paper.",
    de="Er sagt, er steht auf der Warteliste. Den Zettel hatte er nicht dabei.",
)
CAME = Text(
    en="Both times that we met he came, and on time.", de="Beide Male, als wir uns trafen, kam er, und pünktlich."
)
FLAT_HAS_IT = Text(
    en="Two of the flat said that the letter lies with them and that they have read it.",
    de="Zwei aus der WG sagten, dass der Brief bei ihnen liegt und dass sie ihn gelesen haben.",
)
