"""What an update leaves out, and what is missing before it goes (R53)."""

from answerable.core.drafting import LeftOut, Missing
from answerable.core.entries.updates import Remark
from answerable.wording.days import number
from answerable.wording.lists import capital, either
from answerable.wording.words import Words


def left_out(remark: Remark, words: Words) -> str:
    """Return what stays out of the update, and why."""
    return {
        LeftOut.SINGLE_PEOPLE: words.gettext("Names and labels of single people around {x}."),
        LeftOut.HIS_ACCOUNT: words.gettext("What {x} said in contacts, but for his answers to demands."),
        LeftOut.ABOUT_HER: words.gettext("That he made her the topic. What he said about her is not kept."),
        LeftOut.NOTES: words.gettext("Our notes."),
        LeftOut.HOW_WE_KNOW: words.gettext("How we know: somebody came to us."),
        LeftOut.FRIENDS_ACCOUNT: words.gettext("What people around {x} said in talks."),
    }[LeftOut(remark.code)].format(x=words.person_x)


def missing(remark: Remark, readers: tuple[bytes, ...], words: Words) -> str:
    """Return what is missing; `readers` are the members who can be the second reader."""
    count = len(remark.entries)
    texts = {
        Missing.DEMAND_NOT_PASSED_ON: words.ngettext(
            "One demand was not passed on yet.", "{count} demands were not passed on yet.", count
        ),
        Missing.COPY_NOT_READ: words.ngettext(
            "One copied text was not read against its source yet.",
            "{count} copied texts were not read against their source yet.",
            count,
        ),
        Missing.AGREEMENT_NOT_ASKED: words.ngettext(
            "The date of one agreement has passed. We have not written down what became of it.",
            "The dates of {count} agreements have passed. We have not written down what became of them.",
            count,
        ),
        Missing.NO_CONTACT: words.gettext("No contact with {x} in this time. The update says so."),
        Missing.SECOND_READER: words.gettext("A second reader."),
    }
    text = texts[Missing(remark.code)]
    if remark.code == Missing.SECOND_READER and readers:
        text = words.gettext("A second reader. {names} can do it.")
    names = either((words.name(user) for user in readers), words)
    return capital(text.format(count=number(count, words), x=words.person_x, names=names))
