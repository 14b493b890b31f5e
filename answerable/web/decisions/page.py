"""The pages of all decisions and of one, built from the state."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import decisions as deeds
from answerable.actions.reading import OpenProcess
from answerable.core import deciding, marks
from answerable.core.circles import Role
from answerable.core.entries.decisions import Sort
from answerable.core.entries.process import Quorum
from answerable.core.gates import Shut
from answerable.core.state.decisions import Decision
from answerable.core.steps import concern_of
from answerable.web.base.copied import Act, Quote, link_to
from answerable.web.base.copies import Reading
from answerable.web.base.outgoing import reading_of
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.wording import days, gates, names
from answerable.wording import decisions as wording
from answerable.wording import marks as mark_wording
from answerable.wording.entry_words import shortened
from answerable.wording.lists import named, sentences
from answerable.wording.words import Words

Pairs = tuple[tuple[str, str], ...]


class Line(Struct, frozen=True):
    """A decision in the list."""

    text: str
    url: str
    about: str
    state: str


class Group(Struct, frozen=True):
    """Several of them under a heading."""

    ident: str
    title: str
    lines: tuple[Line, ...]


class DecisionsPage(Struct, frozen=True, kw_only=True):
    """What the page of all decisions shows."""

    lead: str
    rule: str
    groups: tuple[Group, ...]
    actions: tuple[Act, ...]


class DecisionPage(Struct, frozen=True, kw_only=True):
    """What the page of one decision shows; `views` by name are for the contact group alone."""

    heading: str
    under: str
    question: str
    state: str
    waits: tuple[str, ...]
    marks: tuple[str, ...]
    outcome: tuple[Quote, ...]
    reads: tuple[Reading, ...]
    facts: Pairs
    ground: tuple[Quote, ...]
    asked: str
    recused: Pairs
    views: Pairs
    tally: str
    afterwards: tuple[Quote, ...]
    links: Pairs
    readers: str
    alone: str
    actions: tuple[Act, ...]
    more: tuple[Act, ...]


def decisions(opened: OpenProcess) -> DecisionsPage:
    """Return the page of all decisions."""
    words, found = words_of(opened), opened.state.decisions
    groups = (
        Group("open", _("To decide"), tuple(_line(opened, one, words) for one in found if one.is_open)),
        Group("made", _("Decided"), tuple(_line(opened, one, words) for one in reversed(found) if not one.is_open)),
    )
    ours = Role.CONTACT in opened.roles
    new, met = link_to("decision-new", opened), link_to("decision-met", opened)
    return DecisionsPage(
        lead=_lead(opened),
        rule=_rule(opened)
        if ours
        else _("You can object in writing to each of them. An answer is due within 14 days."),
        groups=tuple(group for group in groups if group.lines),
        actions=(
            Act(_("Ask a question to decide"), new),
            Act(_("Write down what you decided at a meeting"), met, plain=True),
            Act(_("Possible steps"), link_to("steps", opened), plain=True),
        )
        if ours
        else (),
    )


def _rule(opened: OpenProcess) -> str:
    """Return how a question that is opened today is decided (R47)."""
    return {
        Quorum.MORE_THAN_HALF: _(
            "More than half of those asked say how they stand, nobody blocks it, and more are for it than not."
        ),
        Quorum.TWO_THIRDS: _(
            "Two thirds of those asked say how they stand, nobody blocks it, and more are for it than not."
        ),
        Quorum.ALL: _("All who are asked say how they stand, nobody blocks it, and more are for it than not."),
    }[deciding.quorum_on(opened.state, opened.today)]


def _lead(opened: OpenProcess) -> str:
    ours = Role.CONTACT in opened.roles
    mine = [one for one in opened.state.decisions if one.is_open and waits_for(opened, one, opened.user_id)]
    if ours and mine:
        return _("Something waits for how you stand to it.")
    if any(one.is_open for one in opened.state.decisions):
        return _("Something is to be decided.")
    if opened.state.decisions:
        return _("Nothing is to be decided at present.")
    return _("No decisions so far. Not to act is one too, with its reasons.")


def waits_for(opened: OpenProcess, one: Decision, user: bytes) -> bool:
    """Whether an open decision waits for the view of this member."""
    return user in deeds.may_say(opened, one) and user not in one.positions


def _line(opened: OpenProcess, one: Decision, words: Words) -> Line:
    text = one.outcome.entry.decided if one.outcome else one.item.entry.question
    return Line(
        text=shortened(text),
        url=link_to("decision", opened, one.item.first_id),
        about=state_of(opened, one, words),
        state=_until(one, words) if one.is_open else "",
    )


def _until(one: Decision, words: Words) -> str:
    return _("Until %(day)s") % {"day": days.day(one.item.entry.until_on, words)}


def state_of(opened: OpenProcess, one: Decision, words: Words) -> str:
    """Return how a decision stands, in a sentence; views that wait are for the contact group alone."""
    if one.outcome is not None:
        on = days.day(one.outcome.entry.on, words)
        text = _("%(outcome)s on %(day)s.") % {"outcome": wording.outcome(one.outcome.entry.sort, words), "day": on}
        if one.look_again_on is None:
            return text
        again = _("Looked at again on %(day)s.") % {"day": days.day(one.look_again_on, words)}
        return f"{text} {again}"
    if one.followed_by is not None:
        return _("Taken up in a fresh round.")
    if Role.CONTACT not in opened.roles:
        return _("The contact group is deciding.")
    waited = tuple(user for user in deeds.may_say(opened, one) if user not in one.positions)
    if not waited:
        return _("Everybody who was asked has said how they stand.")
    return _("Waits for %(names)s.") % {"names": named(waited, words)}


def decision(opened: OpenProcess, one: Decision) -> DecisionPage:
    """Return the page of one decision."""
    words, ours = words_of(opened), Role.CONTACT in opened.roles
    entry = one.item.entry
    return DecisionPage(
        heading=_("A decision") if one.outcome else _("To decide"),
        under=_until(one, words) if one.is_open else "",
        question=entry.question,
        state=state_of(opened, one, words),
        waits=_waits(opened, one, words) if ours else (),
        marks=_marks(opened, one, words),
        outcome=_outcome(one, words),
        reads=_reads(opened, one),
        facts=tuple((fact.text, names.source(fact.source, words)) for fact in entry.facts),
        ground=_ground(one),
        asked=_("Asked: %(names)s.") % {"names": named(entry.asked, words)},
        recused=tuple((_("%(name)s takes no part") % {"name": words.name(who.user)}, who.why) for who in entry.recused),
        views=_views(one, words) or _named(one, words),
        tally=wording.tally(one.outcome.entry.tally, words) if one.outcome else "",
        afterwards=_afterwards(one, words),
        links=_links(opened, one),
        readers=readers_sentence(opened, (one.outcome or one.item).entry.meant_for),
        alone=_alone(opened, one) if ours else "",
        actions=_actions(opened, one) if ours else _objecting(opened, one),
        more=_more(opened, one) if ours else (),
    )


def _waits(opened: OpenProcess, one: Decision, words: Words) -> tuple[str, ...]:
    """Return why it cannot be closed yet, a sentence each."""
    if not one.is_open:
        return ()
    gate = deciding.close_decision(opened.state, one, Sort.ACT)
    return tuple(gates.reason(reason, words) for reason in gate.reasons) if isinstance(gate, Shut) else ()


def _marks(opened: OpenProcess, one: Decision, words: Words) -> tuple[str, ...]:
    if one.outcome is None:
        return ()
    filed = opened.state.entries[one.outcome.entry_id]
    return tuple(mark_wording.mark(mark.code, words) for mark in marks.marks(opened.state, filed))


def _outcome(one: Decision, words: Words) -> tuple[Quote, ...]:
    """Return what was decided, why, whom it protects, who saw it otherwise, and what can be told (R7, R24, R47)."""
    if one.outcome is None:
        return ()
    entry = one.outcome.entry
    quotes = [
        Quote(label=wording.outcome(entry.sort, words), text=entry.decided),
        Quote(label=_("Why"), text=entry.reasons),
        Quote(label=_("Whom it protects"), text=entry.protects),
    ]
    for dissent in entry.dissent:
        who = _("%(name)s sees it otherwise") if dissent.user else _("Seen otherwise")
        label = who % {"name": words.name(dissent.user)} if dissent.user else who
        quotes.append(Quote(label=label, text=dissent.text))
    if entry.tell:
        quotes.append(Quote(label=_("Reasons we can tell"), text=entry.tell))
    return tuple(quotes)


def _reads(opened: OpenProcess, one: Decision) -> tuple[Reading, ...]:
    """Return who has read what leaves: the reasons that can be told, and answers to people concerned (R12)."""
    items = (*((one.outcome,) if one.outcome else ()), *one.questioned)
    return tuple(found for item in items if (found := reading_of(opened, item.entry_id)).text)


def _ground(one: Decision) -> tuple[Quote, ...]:
    """Return what the question came with; the outcome names anew whom it protects."""
    entry = one.item.entry
    quotes = [Quote(label=_("What we could do"), text="\n".join(entry.options))] if entry.options else []
    if one.outcome is None:
        quotes.append(Quote(label=_("Whom it protects"), text=entry.protects))
    return tuple(quotes)


def _views(one: Decision, words: Words) -> Pairs:
    """Return who stands how; there is nothing of it for who cannot read the views."""
    found = []
    for user, item in sorted(one.positions.items(), key=lambda pair: words.name(pair[0]).casefold()):
        entry = item.entry
        parts = [wording.view(entry.view, words), entry.text]
        if entry.told_how is not None:
            note = _("Noted by %(name)s: %(how)s")
            parts.append(note % {"name": words.name(item.author), "how": entry.told_how})
        found.append((words.name(user), ". ".join(part.rstrip(".") for part in parts if part) + "."))
    return tuple(found)


def _named(one: Decision, words: Words) -> Pairs:
    """Return who stood how for the other circles, where all are named (R47)."""
    views = one.named.entry.views if one.named else ()
    return tuple((words.name(view.user), sentences(f"{wording.view(view.view, words)}.", view.text)) for view in views)


def _alone(opened: OpenProcess, one: Decision) -> str:
    """Return who reads how each stands: the contact group alone, but where it is about telling new people."""
    if deciding.is_about_telling(opened.state, one):
        return _("It is about telling new people: once it is decided, all groups read who stood how.")
    return _("How each of you stands is read by the contact group alone.")


def _afterwards(one: Decision, words: Words) -> tuple[Quote, ...]:
    """Return the later looks, and what people concerned asked."""
    looks = [
        Quote(
            label=_("Looked at again on %(day)s: it stays") % {"day": days.day(item.entry.on, words)},
            text=item.entry.why,
        )
        for item in one.confirmed
    ]
    asked = [
        Quote(
            label=_("%(who)s asked on %(day)s") % {"who": item.entry.by, "day": days.day(item.entry.on, words)},
            text=item.entry.question,
            pairs=((_("What we said"), item.entry.answer),) if item.entry.answer else (),
        )
        for item in one.questioned
    ]
    return (*looks, *asked)


def _links(opened: OpenProcess, one: Decision) -> Pairs:
    """Return the objections, the round before and the fresh one."""
    ids = {item.entry_id for item in (one.item, one.outcome) if item} | {one.item.first_id}
    found = [
        (
            _("Objection: %(text)s") % {"text": shortened(each.item.entry.text)},
            link_to("message", opened, each.item.first_id),
        )
        for each in opened.state.objections
        if each.item.entry.entry in ids
    ]
    telling = telling_of(opened)
    if one.about is not None:
        text = _("Because of: %(text)s") % {"text": telling.entry(one.about)}
        page = "entry" if concern_of(opened.state, one.about) is None else "steps-one"
        found.append((text, link_to(page, opened, one.about)))
    follows = one.item.entry.follows
    if follows is not None and deeds.decision_of(opened.state, follows) is not None:
        found.append(
            (_("The round before: %(text)s") % {"text": telling.entry(follows)}, link_to("decision", opened, follows))
        )
    if one.followed_by is not None:
        text = _("The fresh round: %(text)s") % {"text": telling.entry(one.followed_by)}
        found.append((text, link_to("decision", opened, one.followed_by)))
    return tuple(found)


def _objecting(opened: OpenProcess, one: Decision) -> tuple[Act, ...]:
    item = one.outcome or one.item
    return (Act(_("Object to it in writing"), link_to("objection-new", opened, item.entry_id), plain=True),)


def _actions(opened: OpenProcess, one: Decision) -> tuple[Act, ...]:
    """Return what a member of the contact group does next here."""
    first = one.item.first_id
    if one.is_open:
        say, close = link_to("decision-view", opened, first), link_to("decision-close", opened, first)
        mine = waits_for(opened, one, opened.user_id)
        acts = (
            Act(_("Say how you stand"), say, plain=not mine),
            Act(_("Write down what came of it"), close, plain=mine),
        )
        return acts if mine else acts[::-1]
    if one.outcome is None or one.followed_by is not None:
        return ()
    again = Act(_("Begin a fresh round"), link_to("decision-again", opened, first), plain=True)
    if one.outcome.entry.sort is Sort.TALK_ON:
        return (again,)
    return (Act(_("We looked again: it stays"), link_to("decision-stays", opened, first), plain=True), again)


def _more(opened: OpenProcess, one: Decision) -> tuple[Act, ...]:
    """Return what can be added to a decision, and the way to its entries."""
    acts = []
    if one.outcome is not None:
        acts.append(
            Act(
                _("Somebody concerned asks about it"),
                link_to("decision-questioned", opened, one.item.first_id),
                plain=True,
            )
        )
        acts.append(Act(_("Copy an objection"), link_to("objection-new", opened, one.outcome.entry_id), plain=True))
    item = one.outcome or one.item
    acts.append(Act(_("The entry"), link_to("entry", opened, item.entry_id), plain=True))
    return tuple(acts)
