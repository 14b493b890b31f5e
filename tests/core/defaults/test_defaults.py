"""The defaults: complete in both languages, counted as content.md counts them, without the words we avoid."""

import re
from collections.abc import Iterator

import msgspec
import pytest

from answerable.core.defaults import (
    agenda,
    boundaries,
    commitment,
    danger,
    indicators,
    questions,
    site,
    steps,
    update_sections,
    vocabulary,
)
from answerable.core.defaults.policy import DEFAULT_POLICY, Policy, PolicyFrom, policy_on
from answerable.core.defaults.questions import Section
from answerable.core.defaults.text import Language, Text
from answerable.core.defaults.vocabulary import NoSuchProfileError, Profile, TermedText, default_terms, terms_of
from answerable.core.entries.demands import Facet
from answerable.core.entries.process import PolicyChange
from tests.core.examples import day

AVOID = {
    Language.EN: r"\b(case|offender|suspects?|target|evidence|investigat\w+|violation|score|escalat\w+|alleged|sorry"
    r"|please|compliance|rehabilitat\w+|resolved|monitor|intel)\b",
    Language.DE: r"\b(Fall|Akte|Beweis\w*|Ermittlung\w*|Verstoß|angeblich\w*|mutmaßlich\w*|bitte|leider|ungültig|Nutzer"
    r"|Sanktion\w*|Strafe\w*|Überwachung|Vorfall|Rehabilitation)\b",
}


def texts(found: object) -> Iterator[Text | TermedText]:
    """Yield every text in some content."""
    if isinstance(found, Text | TermedText):
        yield found
    elif isinstance(found, msgspec.Struct):
        for name in found.__struct_fields__:
            yield from texts(getattr(found, name))
    elif isinstance(found, tuple):
        for one in found:
            yield from texts(one)


CONTENT = (
    agenda.SHORT_AGENDA,
    agenda.LONG_AGENDA,
    boundaries.WE_DO_NOT,
    commitment.STATEMENTS,
    danger.FIRST,
    danger.AFTERWARDS,
    tuple(danger.HELPLINES.values()),
    indicators.INDICATORS,
    questions.QUESTION_SETS,
    site.REMINDER_MAIL,
    site.TEST_MAIL,
    steps.POSSIBLE_STEPS,
    update_sections.SIX_SENTENCES,
    tuple(one.heading for one in update_sections.LONG_UPDATE),
    update_sections.CONTENT_NOTE,
)


@pytest.mark.parametrize("content", CONTENT)
def test_every_text_stands_in_both_languages_without_words_we_avoid(content: object) -> None:
    """Neither language is empty, the same as the other, or speaks like an office (interface.md 3)."""
    found = list(texts(content))
    assert found
    for text in found:
        assert text.en.strip()
        assert text.de.strip()
        assert text.en != text.de
        assert not re.search(AVOID[Language.EN], text.en, re.IGNORECASE), text.en
        assert not re.search(AVOID[Language.DE], text.de), text.de


def test_the_words_we_avoid_are_found_where_they_stand() -> None:
    """The check above can fail."""
    assert re.search(AVOID[Language.EN], "This case is closed", re.IGNORECASE)
    assert re.search(AVOID[Language.DE], "Der Fall ist zu")


def test_numbers_to_call_begin_where_the_reader_is_likely_to_be() -> None:
    """Every place has one to call day and night; no language leaves one out (R48)."""
    german, english = danger.regions_for("de-AT"), danger.regions_for("en")
    assert set(german) == set(english) == set(danger.Region) == danger.HELPLINES.keys()
    assert (german[0], english[0]) == (danger.Region.GERMANY, danger.Region.UNITED_KINGDOM)
    for lines in danger.HELPLINES.values():
        assert all(re.fullmatch(r"[0-9]+( [0-9]+)*", line.number) for line in lines)
        assert re.fullmatch(r"[0-9]{3}", lines[0].number)


def test_the_eighteen_questions_stand_in_their_four_parts() -> None:
    """Numbered 1 to 18; two, four, seven, five (R28)."""
    of = questions.QUESTION_SET.of
    assert [question.number for question in questions.QUESTION_SET.questions] == list(range(1, 19))
    assert [len(of(section)) for section in Section] == [2, 4, 7, 5]


def test_a_question_is_found_by_its_number_and_version() -> None:
    """Unknown numbers and versions give nothing."""
    known = questions.question_set(1)
    assert known is questions.QUESTION_SET
    found = known.numbered(10)
    assert found is not None
    assert found.section is Section.INFORM
    assert known.numbered(19) is None
    assert questions.question_set(2) is None


def test_the_statement_has_seven_sentences_and_speaks_in_the_chosen_words() -> None:
    """The first sentence names the person harmed as the process does (R15, C5)."""
    first = commitment.STATEMENT.sentences[0]
    assert len(commitment.STATEMENT.sentences) == 7
    assert "I believe the victim" in first.in_words("en", default_terms("en"))
    assert "I believe the survivor" in first.in_words("en", terms_of("en", Profile.SURVIVOR))
    assert "Ich glaube der betroffenen Person" in first.in_words("de-AT", default_terms("de-AT"))
    assert "Ich glaube dem Opfer" in first.in_words("de", terms_of("de", Profile.VICTIM))
    assert commitment.statement(1) is commitment.STATEMENT
    assert commitment.statement(2) is None


@pytest.mark.parametrize("language", list(Language))
def test_every_profile_has_all_its_words(language: Language) -> None:
    """No form of any noun is empty, and the statement reads in each (C5)."""
    for profile, terms in vocabulary.PROFILES[language].items():
        assert terms_of(language, profile) is terms
        assert all(msgspec.to_builtins(terms).values())
        assert all(msgspec.to_builtins(terms.harmed).values())
        assert all("{" not in one.in_words(language, terms) for one in commitment.STATEMENT.sentences)


@pytest.mark.parametrize(
    ("language", "profile"), [("en", "short"), ("de", "person-harmed"), ("fr", "letter"), ("en", "?")]
)
def test_a_profile_that_a_language_does_not_have_is_refused(language: str, profile: str) -> None:
    """The error says which was asked for."""
    with pytest.raises(NoSuchProfileError) as refused:
        terms_of(language, profile)
    assert (refused.value.language, refused.value.profile) == (language, profile)


def test_a_text_is_german_for_german_and_english_for_all_else() -> None:
    """A region changes nothing; there is always a text."""
    text = Text(en="week", de="Woche")
    assert [text.in_language(one) for one in ("de", "de-AT", "en", "en-GB", "fr")] == [
        "Woche",
        "Woche",
        "week",
        "week",
        "week",
    ]


def test_agenda_steps_and_sections_are_counted_as_in_the_design() -> None:
    """Six and eighteen points, ten steps, six and twelve sections, thirteen things we do not do."""
    assert len(agenda.SHORT_AGENDA) == 6
    assert [item.number for item in agenda.LONG_AGENDA] == list(range(1, 19))
    assert len(steps.POSSIBLE_STEPS) == len(steps.Step) == 10
    assert len(update_sections.SIX_SENTENCES) == 6
    assert [one.section for one in update_sections.LONG_UPDATE] == list(update_sections.LongSection)
    assert len(update_sections.LONG_UPDATE) == 12
    assert len(boundaries.WE_DO_NOT) == 13


def test_indicators_follow_the_three_facets() -> None:
    """Their names are those of the demands (R65)."""
    assert [one.facet for one in indicators.INDICATORS] == [Facet.REFLECT, Facet.INFORM, Facet.STAY_ACCOUNTABLE]


@pytest.mark.parametrize("language", list(Language))
def test_site_names_are_at_least_a_dozen_different_ordinary_words(language: Language) -> None:
    """They tell nothing, and can stand in a mail's subject (C4)."""
    names = site.SITE_NAMES[language]
    assert len(set(names)) == len(names) >= 12
    assert all(re.fullmatch(r"\w[\w ]{2,20}", name) for name in names)
    assert site.REMINDER_MAIL.subject.in_language(language).format(site=names[0]).startswith(names[0])


def test_a_policy_changes_only_what_a_change_names() -> None:
    """None leaves a value as it was, 0 means not taken on (R4, R62)."""
    changed = DEFAULT_POLICY.changed(PolicyChange(contact_every_months=2, mailbox_every_days=0))
    assert changed == Policy(contact_every_months=2, mailbox_every_days=0)


def test_every_value_of_a_policy_can_be_changed() -> None:
    """The kinds of entries and the defaults name the same values."""
    assert PolicyChange.__struct_fields__ == Policy.__struct_fields__


def test_the_policy_of_a_day_is_the_last_that_has_begun() -> None:
    """Before any has begun it is the default."""
    later = Policy(contact_every_months=6)
    policies = (
        PolicyFrom(from_on=day(1, 5), policy=Policy()),
        PolicyFrom(from_on=day(3, 1), policy=later),
    )
    assert policy_on(policies, day(2, 28)) == Policy()
    assert policy_on(policies, day(3, 1)) == later
    assert policy_on((), day(3, 1)) == DEFAULT_POLICY
