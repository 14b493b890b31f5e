"""The open letter, the last step: planned in a form that is allowed, confirmed, handed out, written down (R3, R44)."""

import pytest

from answerable.core.entries import PeopleTold, TellingPlanned
from answerable.core.entries.letters import LetterForm
from answerable.core.marks import marks
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import PASSPHRASE, Cast
from tests.web.telling.letter_ready import all_there, letter

pytestmark = pytest.mark.django_db

WORDS = "We bring you a letter. Ask him about it."


def plan(cast: Cast, path: str, **answers: object) -> str:
    """Have Ada plan it on paper; return the path of the plan."""
    found = {"words": WORDS, "by": text_of(cast.ada.user), "condition": "on", "way": "print", **answers}
    made = send(cast.ada.client(), f"{path}/give", {**found, "passphrase": PASSPHRASE})
    assert made.status_code == 303
    return str(made["Location"])


def test_the_open_letter_goes_in_a_form_that_is_allowed(cast: Cast) -> None:
    """From the plan to what happened; a narrower circulation shuts it in between, with the way to plan it anew."""
    assert cast.ada.account
    assert cast.bo.account
    path = all_there(cast, LetterForm.READ_ALOUD, LetterForm.PRINT)
    ada, bo = cast.ada.client(), cast.bo.client()
    asked = ada.get(f"{path}/give").content.decode()
    assert 'value="read-aloud"' in asked
    assert 'value="mail"' not in asked
    made = {"words": WORDS, "by": text_of(cast.ada.user), "condition": "on", "passphrase": PASSPHRASE}
    assert send(ada, f"{path}/give", {**made, "way": "mail"}).status_code == 422
    planned = plan(cast, path)
    (entry,) = (one.entry for one in cast.open(cast.bo).filed if isinstance(one.entry, TellingPlanned))
    assert entry.form is LetterForm.PRINT
    mark = planned.replace("/open", "/mark")
    assert mark not in ada.get(planned).content.decode()
    anew = ada.get(f"{path}/give").content.decode()
    assert f"{path}/give" in ada.get(planned).content.decode()
    assert WORDS in anew
    assert anew.index("More, if you want") < anew.index("Who speaks?") < anew.index("What of the milder steps")
    assert "On paper" in text_of_page(bo.get(mark))
    assert send(bo, mark, {"passphrase": PASSPHRASE}).status_code == 303
    assert "This may be said, and no more." in text_of_page(bo.get(planned))
    letter(cast, LetterForm.READ_ALOUD)
    shut = bo.get(planned)
    assert "This version of the letter may not be given in this form. Plan it anew." in text_of_page(shut)
    assert f"{path}/give" in shut.content.decode()
    assert WORDS not in text_of_page(shut)
    letter(cast, LetterForm.READ_ALOUD, LetterForm.PRINT)
    assert "This may be said, and no more." in text_of_page(bo.get(planned))
    happened = send(bo, planned.replace("/open", "/out"), {"reactions": "They are quiet."})
    assert happened.status_code == 303
    state = cast.open(cast.ada).state
    (told,) = state.telling.told
    assert isinstance(told.entry, PeopleTold)
    assert told.entry.document == entry.document
    assert marks(state, state.entries[told.entry_id]) == ()


def test_protected_words_in_a_plan_are_looked_at_by_both(cast: Cast) -> None:
    """Until then it cannot be confirmed; each is led to where one looks, and back to the plan (R12)."""
    assert cast.ada.account
    assert cast.bo.account
    path = all_there(cast, LetterForm.PRINT)
    send(cast.sol.client(), cast.path("who/list"), {"words": "Lindenhof"})
    planned = plan(
        cast, path, words="We bring you a letter about what was done at Lindenhof. Ask him about it, please."
    )
    ada, bo = cast.ada.client(), cast.bo.client()
    look = planned.replace(path.rpartition("/")[0], cast.path("over")).removesuffix("/open")
    for client in (ada, bo):
        page = client.get(planned)
        assert "stands in it. Ada looks at it first" in text_of_page(page)
        assert page.content.decode().count(look) == 1
    assert "Not yet possible" in text_of_page(bo.get(planned.replace("/open", "/mark")))
    assert f"{planned.removesuffix('/open')}/give" in ada.get(look).content.decode()
    for client, ticked in ((ada, {}), (bo, {"stays": "on"})):
        assert send(client, look, ticked)["Location"] == planned
    assert send(bo, planned.replace("/open", "/mark"), {"passphrase": PASSPHRASE}).status_code == 303
    assert "This may be said, and no more." in text_of_page(ada.get(planned))
