"""The words of a reader, lists, and who can read something."""

from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import Profile, default_terms
from answerable.core.entries import WordsChosen
from answerable.core.entries.process import ProfileChosen
from answerable.wording import audience, names
from answerable.wording.lists import capital, either, ended, joined, named, quoted, sentences
from answerable.wording.words import names_of, terms_for, words_for
from tests.core.datebook import settled
from tests.core.examples import ADA, BO, CAY, COPIED, EVE, UMA
from tests.wording.speech import TODAY, english, german, gettext, ngettext, pgettext

EN, DE = english(), german()
FOUR = (ADA, BO, CAY, UMA)


def test_a_list_ends_with_and() -> None:
    """One, two, or many; an empty one is nothing."""
    assert [joined(parts, EN) for parts in ([], ["Noor"], ["Noor", "Ines"])] == ["", "Noor", "Noor and Ines"]
    assert named(FOUR, EN) == "Noor, Ines, Sam and Jo"
    assert named(FOUR, DE) == "Noor, Ines, Sam und Jo"
    assert [either(parts, DE) for parts in ([], ["Noor"])] == ["", "Noor"]
    assert either(["Noor", "Sam", "Jo"], EN) == "Noor, Sam or Jo"


def test_somebody_without_a_name_is_somebody() -> None:
    """A name that was taken out leaves no gap in a sentence."""
    assert named((EVE,), EN) == "somebody"
    assert named((EVE,), DE) == "jemand"


def test_sentences_and_quotations_are_joined_as_the_language_does() -> None:
    """Empty sentences fall away."""
    assert sentences("One.", "", "Two.") == "One. Two."
    assert (quoted("so", EN), quoted("so", DE)) == ("“so”", "„so“")
    assert [quoted(one, EN) for one in ("“No.”", " “No”, he says", "„Nein“")] == ["“No.”", "“‘No’, he says”", "“Nein”"]
    assert (quoted("„Nein“, sagt er", DE), quoted("“No”", DE)) == ("„‚Nein‘, sagt er“", "„No“")
    assert (ended("“‘No.’”"), ended("“the others’”")) == ("“‘No.’”", "“the others’”.")
    assert (capital("the group"), capital("")) == ("The group", "")


def test_the_words_follow_the_process() -> None:
    """What X is called, who is who, and the vocabulary of the person harmed (C5)."""
    book = settled(person_x="K")
    words = words_for(
        book.state(),
        TODAY,
        language="de",
        gettext=gettext,
        ngettext=ngettext,
        pgettext=pgettext,
    )
    assert (words.person_x, words.name(BO), words.german) == ("K", "Bo", True)
    assert words.terms == default_terms("de")
    assert names_of(book.state())[ADA] == "Ada"


def test_a_vocabulary_is_chosen_for_each_language_by_itself() -> None:
    """Where none was chosen for a language, the letter's own words stand (C5)."""
    book = settled()
    chosen = (ProfileChosen(language=Language.DE, profile=Profile.VICTIM),)
    copy = book.add(ADA, WordsChosen, profiles=chosen, copied=COPIED)
    book.read(BO, copy)
    assert terms_for(book.state(), "de-AT").harmed.subject == "das Opfer"
    assert terms_for(book.state(), "en").harmed.subject == "the victim"


def test_the_readers_stand_beside_the_button() -> None:
    """One circle with its people, several by their names."""
    members = {Role.CONTACT: FOUR}
    assert audience.audience([Role.CONTACT], members, EN) == "The contact group: Noor, Ines, Sam and Jo."
    assert audience.audience([Role.CONTACT], members, DE) == "Die Kontaktgruppe: Noor, Ines, Sam und Jo."
    roles = (Role.CONTACT, Role.SUPPORT, Role.SUPERVISION)
    assert audience.audience(roles, members, EN) == "Contact group, support group and supervision group."
    assert audience.audience(roles, members, DE) == "Kontaktgruppe, Unterstützungsgruppe und Begleitgruppe."
    assert audience.audience([Role.SUPPORT], members, EN) == "Support group."


def test_absent_circles_are_told_for_what_is_kept() -> None:
    """Nothing is said where all are here (R64)."""
    assert audience.later_readers([], EN) == ""
    assert (
        audience.later_readers([Role.SUPPORT], EN) == "It is kept for the support group until they have accounts here."
    )
    assert "die Unterstützungsgruppe" in audience.later_readers([Role.SUPPORT], DE)


def test_the_footer_says_who_one_is_and_for_whom_it_is_sealed() -> None:
    """As in the mock."""
    assert audience.you_are("Noor", [Role.CONTACT], EN) == "You are Noor, contact group."
    assert audience.you_are("Noor", [Role.CONTACT], DE) == "Du bist Noor, Kontaktgruppe."
    assert audience.sealed_for([Role.CONTACT], EN) == "What you see here is sealed for the contact group."
    assert audience.sealed_for([Role.CONTACT], DE) == "Was du hier siehst, ist für die Kontaktgruppe versiegelt."


def test_whether_a_circle_is_here_has_words() -> None:
    """Here, by mail and paper, not yet (R64)."""
    assert [names.presence(one, EN) for one in Presence] == ["here", "by mail and paper", "not yet"]
