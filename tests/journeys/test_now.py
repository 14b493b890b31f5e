"""Now: what is due and who has it, the mail, the alarm; what support and supervision see (R62, R25, R55, C2)."""

import re
from datetime import timedelta

import pytest

from answerable.actions.writing import Writer, write
from answerable.core.circles import Role
from answerable.core.entries import ContactReached, DemandRaised, NoteKept, QuestionAsked
from answerable.core.entries.base import Medium, Source
from answerable.core.entries.demands import Facet, Origin
from answerable.sealing import joining
from answerable.sealing.randomness import draw
from answerable.store import models
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db
DAY = 24 * 60 * 60


def page_of(cast: Cast, who: str = "ada") -> str:
    """Return the words of Now as one of them sees it."""
    return text_of_page(getattr(cast, who).client().get(cast.path("now")))


def reached(cast: Cast, days_ago: int) -> ContactReached:
    """Return a contact so many days ago."""
    now = clock.now()
    return ContactReached(
        at=now,
        meant_for=(Role.CONTACT,),
        on=clock.host_day(now - days_ago * DAY),
        medium=Medium.CALL,
        by=(cast.ada.user,),
        place=None,
        account="",
        made_her_topic=False,
        answers=(),
    )


def demand(number: int = 1, text: str = "Tell the people he lives with.") -> DemandRaised:
    """Return a demand of the support group."""
    now = clock.now()
    return DemandRaised(
        at=now,
        meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
        number=number,
        facet=Facet.INFORM,
        text=text,
        said_on=clock.host_day(now),
        origin=Origin.SUPPORT,
    )


def test_before_the_first_contact_the_sentence_says_when_it_is_due(cast: Cast) -> None:
    """An empty record says what comes and names the one next act."""
    page = page_of(cast)
    assert "No contact yet. The first one is due by" in page
    assert "No demands yet. They come from the support group." in page
    assert "Nobody around X is listed yet. Ask him first whom he has told." in page
    assert "Write down a contact" in page


def test_at_most_three_things_are_due_at_a_glance(cast: Cast) -> None:
    """The others stand under a fold (R62)."""
    cast.write(cast.ada, reached(cast, 400))
    for number in range(1, 4):
        cast.write(cast.sol, demand(number))
    page = cast.ada.client().get(cast.path("now")).content.decode()
    first, _, rest = page.partition("<details><summary>")
    assert first.count('class="job"') <= 3
    assert "job" in rest


def test_a_duty_is_taken_and_given_back(cast: Cast) -> None:
    """Nobody has it yet; Ada takes it; Bo leaves it and says why and who was told (R25)."""
    cast.write(cast.ada, reached(cast, 80))
    client = cast.ada.client()
    page = client.get(cast.path("now")).content.decode()
    assert "Nobody has it yet." in page
    duty = re.search(r'href="(/g/[a-z2-7]+/now/[a-z2-7]{26})"', page)
    assert duty
    assert send(client, duty[1], {"take": "yes"}).status_code == 303
    assert "Ada has it." in page_of(cast)
    refused = send(cast.bo.client(), duty[1], {}, holding="why")
    assert refused.status_code == 422
    assert "Write why you do not do it" in text_of_page(refused)
    left = {"why": "I am away until May.", "told": "The group."}
    assert send(client, duty[1], left, holding="why").status_code == 303
    page = page_of(cast, "bo")
    assert "Ada has it." not in page
    assert "I am away until May." in page
    assert send(cast.bo.client(), duty[1], {"take": "yes"}).status_code == 303
    assert "Bo has it." in page_of(cast)


def test_the_mail_is_noted_with_one_button(cast: Cast) -> None:
    """Who looked and when; the button goes for the day (R55)."""
    client = cast.bo.client()
    page = client.get(cast.path("now"))
    assert "We looked at the mail today" in text_of_page(page)
    action, values = form_on(page, going="looked")
    for _ in range(2):
        assert client.post(action, values).status_code == 303
    assert len(cast.open(cast.ada).state.upkeep.looked_at) == 1
    page_now = page_of(cast)
    assert "Last looked at today, by Bo." in page_now
    assert "We looked at the mail today" not in page_now


def test_gaps_draw_themselves(cast: Cast) -> None:
    """The running gap is hollow, all carry exact numbers; what lies before our beginning had no limit (R26)."""
    cast.write(cast.ada, reached(cast, 250), reached(cast, 130), reached(cast, 20))
    page = cast.ada.client().get(cast.path("now")).content.decode()
    assert 'class="bar now w17"' in page
    assert 'class="bar w92"' in page
    assert 'class="bar w100"' in page
    assert "20, running" in page


def test_demands_show_one_word_and_how_we_know(cast: Cast) -> None:
    """Not asked, until it is passed on (R65)."""
    cast.write(cast.sol, demand())
    page = page_of(cast)
    assert "1. Tell the people he lives with." in page
    assert "not asked" in page
    assert "one, one not asked yet" in page


def test_what_was_looked_up_becomes_a_question_for_the_next_meeting(cast: Cast) -> None:
    """Shown, never refused (R42, R63)."""
    now = clock.now()
    note = NoteKept(
        at=now,
        meant_for=(Role.CONTACT, Role.SUPERVISION),
        on=clock.host_day(now),
        text="A page about a talk.",
        source=Source.LOOKED_UP,
        x_may_learn=False,
        shows=None,
    )
    cast.write(cast.ada, note)
    page = page_of(cast)
    assert "For the next meeting" in page
    assert "We looked this up." in page


def test_support_sees_what_happened_and_need_not_answer(cast: Cast) -> None:
    """A question to them waits and can be left; nothing says that they must (the letter)."""
    now = clock.now()
    cast.write(cast.sol, demand())
    cast.write(cast.ada, reached(cast, 3))
    question = QuestionAsked(at=now, meant_for=(Role.CONTACT, Role.SUPPORT), text="Is the flat one household?")
    cast.write(cast.ada, question)
    page = page_of(cast, "sol")
    assert "The contact group has a question. You can answer it, or leave it." in page
    assert "Tell the people he lives with." in page
    assert "There is no update yet." in page
    assert "must" not in page.lower()
    assert "Write down a contact" not in page


def test_support_never_sees_what_only_the_contact_group_reads(cast: Cast) -> None:
    """Contacts, notes and accounts of X are not even counted."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "account": "He spoke of the canary."})
    for who in ("sol", "uma"):
        page = page_of(cast, who)
        assert "canary" not in page
        assert "reached X" not in page


def test_supervision_sees_demands_and_what_changed(cast: Cast) -> None:
    """What was written for it in three months."""
    cast.write(cast.sol, demand())
    page = page_of(cast, "uma")
    assert "In the last three months" in page
    assert "Demand 1: Tell the people he lives with." in page
    assert "not asked" not in page
    assert "Not passed on yet" not in page
    assert "What came of it stands in the updates." in page


def test_outsiders_find_no_now(cast: Cast) -> None:
    """Another process, or having left: nothing is here."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path("now")).status_code == 404


def damage(cast: Cast) -> int:
    """Change one stored byte of a note, and return its place in the log."""
    now = clock.now()
    note = NoteKept(
        at=now,
        meant_for=(Role.CONTACT,),
        on=clock.host_day(now),
        text="A note with a canary.",
        source=Source.ORDINARY_LIFE,
        x_may_learn=False,
        shows=None,
    )
    (entry_id,) = cast.write(cast.ada, note)
    seq = cast.open(cast.ada).ledger.entries[entry_id].seq
    row = models.Body.objects.get(process=cast.process, seq=seq)
    body = bytearray(bytes(row.body))
    body[40] ^= 1
    models.Body.objects.filter(process=cast.process, seq=seq).update(body=bytes(body))
    return seq


def test_an_alarm_shuts_writing_until_a_member_notes_it(cast: Cast) -> None:
    """No text, six words to compare, a note; then the group writes on (C2)."""
    seq = damage(cast)
    client = cast.ada.client()
    now = client.get(cast.path("now"))
    assert "canary" not in text_of_page(now)
    assert 'role="alert"' in now.content.decode()
    shut = send(client, cast.path("new"), {"reached": "yes", "account": "Written meanwhile."})
    assert shut.status_code == 409
    assert "Written meanwhile." in shut.content.decode()
    alarm = client.get(cast.path("alarm"))
    assert f"Entry {seq}" in text_of_page(alarm) or f"Entry {seq + 1}" in text_of_page(alarm)
    assert alarm.content.decode().count("<li>") >= 6
    action, values = form_on(alarm, going="seen")
    assert client.post(action, values).status_code == 303
    assert cast.open(cast.bo).state.alarms[0].author == cast.ada.user
    assert send(client, cast.path("new"), {"reached": "yes"}).status_code == 303


def test_only_the_contact_group_notes_an_alarm(cast: Cast) -> None:
    """Support sees the alarm and the words; noting it is for those who write on."""
    damage(cast)
    page = cast.sol.client().get(cast.path("alarm"))
    assert page.status_code == 200
    assert "I saw this" not in text_of_page(page)
    assert cast.sol.client().post(cast.path("alarm/seen"), {}).status_code == 403


def test_without_an_alarm_the_page_says_so(cast: Cast) -> None:
    """The six words can be compared at any time."""
    page = text_of_page(cast.bo.client().get(cast.path("alarm")))
    assert "Nothing was changed or damaged" in page
    assert "I saw this" not in page


def test_a_late_contact_says_whether_we_wrote(cast: Cast) -> None:
    """Two forms: he did not answer, or we did not write (R26)."""
    cast.write(cast.ada, reached(cast, 120))
    assert "We have not written yet." in page_of(cast)
    client = cast.ada.client()
    page = client.get(cast.path("new"))
    post(client, cast.path("new"), page, {"reached": "tried", "asked": "When can we meet?"})
    assert "We wrote once." in page_of(cast)


def test_a_quiet_week_says_so(cast: Cast) -> None:
    """Nothing is due: the page says it and that is all."""
    opened = cast.open(cast.ada)
    assert opened.today - opened.state.process.opened_on < timedelta(days=2)
    client = cast.ada.client()
    for _ in range(12):
        links = re.findall(
            r'href="(/g/[a-z2-7]+/now/[a-z2-7]{26})"', client.get(cast.path("now")).content.decode().split("mes")[0]
        )
        shown = [link for link in links if "We left" not in link]
        if "Nothing is due. See you next week." in page_of(cast):
            break
        send(client, shown[0], {"why": "Not now."}, holding="why")
    assert "Nothing is due. See you next week." in page_of(cast)


def test_a_newcomer_who_waits_is_a_due_thing(cast: Cast) -> None:
    """One member vouched; a second one lets them in (R21)."""
    now = clock.now()
    opened = cast.open(cast.ada)
    circle = opened.circle(Role.CONTACT)
    row = joining.newcomer(cast.out.identity, process=cast.process, circle=circle, code=draw(16))
    newcomer = joining.read_newcomer(row, process=cast.process)

    def vouch(writer: Writer) -> None:
        writer.follow(joining.vouch(writer.ledger, writer.ring, newcomer, entry=draw(16)))

    write(opened, vouch, now=now)
    page = cast.bo.client().get(cast.path("now")).content.decode()
    assert "Let a new member in" in page
    assert "One member vouched for this person" in page


def test_what_does_not_fit_is_told_quietly(cast: Cast) -> None:
    """A demand that the contact group raised in its own words counts for nothing, and is no alarm (R2)."""
    (entry_id,) = cast.write(cast.ada, demand(text="Be kinder to us."))
    client = cast.bo.client()
    page = text_of_page(client.get(cast.path("now")))
    assert "One entry does not fit and counts for nothing" in page
    assert "No demands yet." in page
    assert "This does not fit" in text_of_page(client.get(cast.path(f"e/{text_of(entry_id)}")))
