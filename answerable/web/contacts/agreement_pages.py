"""Agreements to read: all of them by how they stand, and one with the row it stands in (R31)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import deciding
from answerable.core.circles import Role
from answerable.core.entries import AgreementAnswered
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.base import Source
from answerable.core.state import Agreement, Item
from answerable.web.base import pages
from answerable.web.base.copied import Act, link_to
from answerable.web.base.deciding import act_about
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.contacts.agreements import agreement_of
from answerable.wording import names
from answerable.wording.contacts import replaced
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital, ended


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of parts/rows.html."""

    text: str
    url: str = ""
    note: str = ""
    kind: str = ""
    tag: str = ""
    label: str = ""


class Table(Struct, frozen=True):
    """A table of parts/rows.html."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Group(Struct, frozen=True, kw_only=True):
    """Agreements that stand alike; `folded` ones are over."""

    ident: str
    title: str
    count: int
    folded: bool
    table: Table


class ListPage(Struct, frozen=True, kw_only=True):
    """All agreements."""

    lead: str
    groups: tuple[Group, ...]
    readers: str
    actions: tuple[Act, ...]


class Step(Struct, frozen=True, kw_only=True):
    """One thing that happened with an agreement of the row: `words` are his account where `his` is set."""

    title: str
    sentence: str
    words: str
    his: bool
    url: str


class AgreementPage(Struct, frozen=True, kw_only=True):
    """One agreement: where it stands, and its row of replacements from the first on."""

    lead: str
    text: str
    lines: tuple[str, ...]
    kind: str
    word: str
    steps: tuple[Step, ...]
    readers: str
    actions: tuple[Act, ...]


@member(Role.CONTACT, action="read")
def agreements(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show all agreements by how they stand: the newest of each row."""
    return pages.show(request, "contacts/agreements.html", _("Entries"), place="contacts", page=list_page(opened))


@member(Role.CONTACT, action="read")
def agreement(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show one agreement with the row it stands in."""
    page = one_page(opened, agreement_of(opened, ident))
    return pages.show(request, "contacts/agreement_one.html", _("Entry"), place="contacts", page=page)


def list_page(opened: OpenProcess) -> ListPage:
    """Return all agreements, those that wait for something first."""
    newest = [one for one in reversed(opened.state.agreements) if one.replaced_by is None]
    open_ones = [one for one in newest if one.is_open]
    asked = [one for one in newest if one.lacks_what_follows]
    stays = [one for one in newest if one.stays_on_list and not one.is_open]
    together = [one for one in newest if one.is_broken and one.follows is Follows.TOGETHER]
    over = [one for one in newest if one.kept is Kept.KEPT or (one.is_broken and one.follows is Follows.NOTHING)]
    told = (
        ("open", pgettext("agreement", "Open"), open_ones, False),
        ("asked", _("Not kept, or partly: what follows?"), asked, False),
        ("stays", _("On the list for the next contact"), stays, False),
        ("together", _("The group answers these together"), together, False),
        ("over", _("Over"), over, True),
    )
    x = {"x": opened.state.process.person_x}
    empty = _("No agreement yet. What %(x)s says he will do becomes one, when you write down a contact.") % x
    lead = _("What %(x)s said he will do. It is his to do; none of us does it for him.") % x
    return ListPage(
        lead=lead if newest else empty,
        groups=tuple(
            Group(ident=ident, title=title, count=len(found), folded=folded, table=_table(opened, found))
            for ident, title, found, folded in told
            if found
        ),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Write down a contact"), link_to("contact-new", opened), plain=True),),
    )


def _table(opened: OpenProcess, found: list[Agreement]) -> Table:
    heads = (_("Agreement"), _("By when"), _("How it stands"))
    return Table("", heads, tuple(_row(opened, one) for one in found))


def _row(opened: OpenProcess, one: Agreement) -> tuple[Cell, ...]:
    telling, entry = telling_of(opened), one.item.entry
    times = replaced(one.replaced_times, telling.gettext) if one.replaced_times else ""
    by = telling.day(entry.by_on) if entry.by_on else _("no day was set")
    kind, word = _standing(opened, one)
    url = link_to("agreement", opened, one.item.first_id)
    text = shortened(entry.text, 160)
    return (Cell(text=text, url=url, note=times), Cell(text=by, label=_("By when")), Cell(text=word, kind=kind))


def _standing(opened: OpenProcess, one: Agreement) -> tuple[str, str]:
    """Return how an agreement stands: kind of mark, and the word."""
    if one.replaced_by is not None:
        return "unknown", _("replaced")
    if one.kept is None:
        late = one.item.entry.by_on is not None and one.item.entry.by_on < opened.today
        return "asked", _("open, its day is over") if late else _("open")
    kinds = {Kept.KEPT: "met", Kept.PARTLY: "asked", Kept.NOT_KEPT: "refused"}
    return kinds[one.kept], names.kept(one.kept, words_of(opened))


def row_of(opened: OpenProcess, one: Agreement) -> tuple[Agreement, ...]:
    """Return the agreements of one row, the first one first; no entry can lead us in circles."""
    by_first = {other.item.first_id: other for other in opened.state.agreements}
    row = [one]
    while (later := by_first.get(row[-1].replaced_by or b"")) is not None and later not in row:
        row.append(later)
    earlier = {other.replaced_by: other for other in opened.state.agreements}
    while (before := earlier.get(row[0].item.first_id)) is not None and before not in row:
        row.insert(0, before)
    return tuple(row)


def one_page(opened: OpenProcess, one: Agreement) -> AgreementPage:
    """Return one agreement with its row; what can be done with it stands first."""
    telling, entry = telling_of(opened), one.item.entry
    by = _("By %(day)s.") % {"day": telling.day(entry.by_on)} if entry.by_on else _("No day was set.")
    row = row_of(opened, one)
    times = replaced(row[-1].replaced_times, telling.gettext) if len(row) > 1 else ""
    kind, word = _standing(opened, one)
    lines = (times, _follows_line(opened, one), _("It is his to do. None of us does it for him."))
    return AgreementPage(
        lead=f"{_('Agreed on %(day)s.') % {'day': telling.day(entry.on)}} {by}",
        text=entry.text,
        lines=tuple(line for line in lines if line),
        kind=kind,
        word=word,
        steps=tuple(step for other in row for step in _steps(opened, other)),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        actions=_actions(opened, one),
    )


def _follows_line(opened: OpenProcess, one: Agreement) -> str:
    """Return what follows where it was not wholly kept, in a sentence (R31, R38)."""
    if one.lacks_what_follows:
        return _("What follows is not said yet.")
    if not one.is_broken or one.follows is None:
        return ""
    return {
        Follows.STAYS: _("It stays on the list: he is asked again at the next contact."),
        Follows.TOGETHER: _together(opened, one),
        Follows.NOTHING: _("Nothing more follows."),
    }[one.follows]


def _together(opened: OpenProcess, one: Agreement) -> str:
    decision = deciding.asked_about(opened.state, one)
    if decision is None:
        return _("What we do now is for the group to answer together, at its next meeting.")
    return (
        _("The group is deciding what we do now.") if decision.is_open else _("The group has decided what we do now.")
    )


def _steps(opened: OpenProcess, one: Agreement) -> list[Step]:
    """Return what happened with one agreement of the row, in order."""
    telling, entry = telling_of(opened), one.item.entry
    by = _("By %(day)s.") % {"day": telling.day(entry.by_on)} if entry.by_on else _("No day was set.")
    title = _("Agreed anew") if entry.replaces else _("Agreed")
    made = Step(
        title=f"{title}, {telling.day(entry.on)}",
        sentence=by,
        words=entry.text,
        his=False,
        url=link_to("entry", opened, one.item.entry_id),
    )
    said = [(item.seq, _answered(opened, item)) for item in one.answers]
    for item in one.followed:
        sentence = ended(capital(names.follows(item.entry.follows, telling.words)))
        url = link_to("entry", opened, item.entry_id)
        day = f"{_('What follows')}, {telling.day(item.entry.on)}"
        said.append((item.seq, Step(title=day, sentence=sentence, words="", his=False, url=url)))
    return [made, *(step for _seq, step in sorted(said, key=lambda pair: pair[0]))]


def _answered(opened: OpenProcess, item: Item[AgreementAnswered]) -> Step:
    telling, entry = telling_of(opened), item.entry
    return Step(
        title=f"{capital(names.kept(entry.kept, telling.words))}, {telling.day(entry.on)}",
        sentence=ended(names.source(entry.source, telling.words)),
        words=entry.note,
        his=entry.source is Source.HE_SAID,
        url=link_to("entry", opened, item.entry_id),
    )


def _actions(opened: OpenProcess, one: Agreement) -> tuple[Act, ...]:
    """Return what can be done: nothing more where another took its place."""
    first = one.item.first_id
    if one.replaced_by is not None:
        return (Act(_("See the one in its place"), link_to("agreement", opened, one.replaced_by), plain=True),)
    answer = Act(_("Kept, or not?"), link_to("agreement-answer", opened, first), plain=not one.is_open)
    instead = Act(_("Agree on something else"), link_to("agreement-replace", opened, first), plain=True)
    if one.is_broken:
        said = one.follows is not None
        follows = Act(_("Say what follows"), link_to("agreement-follows", opened, first), plain=said)
        together = (act_about(opened, one),) if one.follows is Follows.TOGETHER else ()
        return (*together, follows, instead, answer)
    return (answer, instead) if one.is_open else (answer,)
