"""Finding people around X by an id in a URL: what does not exist and what is another's answer alike (404)."""

from django.http import Http404

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.core.state import Around, Demand, Filed
from answerable.core.state.around import Account, Talk
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.telling import members_of, words_of
from answerable.web.surroundings.final import Setting
from answerable.wording.entry_words import shortened

LONGEST = 70


def id_of(ident: str) -> bytes:
    """Return the id of its text, or answer 404."""
    try:
        return ident_of(ident)
    except ValueError:
        raise Http404 from None


def people_of(opened: OpenProcess, ident: str) -> Around:
    """Return whom an entry is about, or answer 404."""
    entry_id = id_of(ident)
    found = next((one for one in opened.state.surroundings.people if entry_id in one.ids), None)
    if found is None:
        raise Http404
    return found


def account_of(opened: OpenProcess, ident: str) -> Account:
    """Return an account of people around X, or answer 404."""
    entry_id = id_of(ident)
    accounts = (item for one in opened.state.surroundings.people for item in one.accounts)
    found = next((item for item in accounts if entry_id in (item.entry_id, item.first_id)), None)
    if found is None:
        raise Http404
    return found


def talk_of(opened: OpenProcess, ident: str) -> tuple[Around, Talk]:
    """Return a talk and with whom it was, or answer 404."""
    entry_id = id_of(ident)
    for one in opened.state.surroundings.people:
        for talk in one.talks:
            if entry_id in (talk.item.entry_id, talk.item.first_id):
                return one, talk
    raise Http404


def demand_of(opened: OpenProcess, ident: str) -> Demand:
    """Return a demand that counts, or answer 404."""
    entry_id = id_of(ident)
    found = next((one for one in opened.state.demands if one.demand_id == entry_id and one.counts), None)
    if found is None:
        raise Http404
    return found


def standing(opened: OpenProcess, ident: str, kinds: tuple[type[AnyEntry], ...]) -> Filed:
    """Return the newest words at the place of an entry of these kinds, or answer 404."""
    entry_id = id_of(ident)
    state = opened.state
    first = next((one for one, chain in state.corrected_by.items() if entry_id in chain), entry_id)
    chain = [one for one in (first, *state.corrected_by.get(first, ())) if one not in state.taken_out]
    filed = state.entries.get(chain[-1]) if chain else None
    if filed is None or not isinstance(filed.entry, kinds):
        raise Http404
    return filed


def setting_of(opened: OpenProcess) -> Setting:
    """Return what the forms take from the record."""
    words = words_of(opened)
    return Setting(
        today=opened.today,
        words=words,
        surroundings=opened.state.surroundings,
        demands=tuple(
            (text_of(demand.demand_id), f"{demand.number}. {shortened(demand.current.text, LONGEST)}")
            for demand in opened.state.demands
            if demand.counts and not demand.withdrawn
        ),
        members=tuple((text_of(user), words.name(user)) for user in members_of(opened, Role.CONTACT)),
        me=text_of(opened.user_id),
    )
