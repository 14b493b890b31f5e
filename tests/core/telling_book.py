"""A log in which everything is there that is asked before one circle of people is told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from answerable.core import telling
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    CirculationSet,
    DecisionAbout,
    DecisionProposed,
    DecisionReached,
    DemandRaised,
    DocumentAdded,
    MayTellSet,
    NoticeGiven,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    WorksheetKept,
)
from answerable.core.entries.decisions import Sort, Tally
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Audience, Material, MayTell, Scope
from answerable.core.gates import Open, Shut, Why
from answerable.core.state.telling import Circle, Plan
from answerable.core.telling import Asks, Condition, Stands
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, CAY, SOL, day

CIRCLE = Audience(scope=Scope.GROUP, label="Reading circle")
TODAY = day(6, 1)
ASKED_ON = day(3, 3)
NO_LETTER = {"document": None, "form": None}
ENOUGH = Tally(asked=3, agree=2, concerns=0, stand_aside=0, block=0)


@dataclass
class TellingBook:
    """The datebook, and what stands in it, by what is asked; ids of what was written last."""

    book: Datebook
    sheet: bytes = b""
    proposal: bytes = b""
    notice: bytes = b""
    planned: bytes = b""
    version: bytes = b""

    def mandate(self) -> None:
        """Have Sol add the letter and a demand."""
        self.book.add(SOL, DocumentAdded, sort=DocumentSort.MANDATE_LETTER, copied=None)
        self.book.add(SOL, DemandRaised, copied=None)

    def keep_sheet(self, **fields: object) -> bytes:
        """Have Ada keep a worksheet."""
        self.sheet = self.book.add(ADA, WorksheetKept, **fields)
        return self.sheet

    def give_notice(self, **fields: object) -> bytes:
        """Have Ada write down a notice."""
        self.notice = self.book.add(ADA, NoticeGiven, **fields)
        return self.notice

    def say(self, answer: MayTell = MayTell.YES, **fields: object) -> bytes:
        """Have Sol answer for this circle."""
        more = {"audience": CIRCLE, "material": Material.PROCESS, "condition": "", "until_on": None, **fields}
        return self.book.add(SOL, MayTellSet, answer=answer, copied=None, **more)

    def decide(self, sort: Sort = Sort.ACT, tally: Tally = ENOUGH, **fields: object) -> bytes:
        """Have the group decide about the newest worksheet."""
        self.propose(**fields)
        return self.book.add(ADA, DecisionReached, proposal=self.proposal, sort=sort, tally=tally, dissent=())

    def propose(self, **fields: object) -> bytes:
        """Have Ada ask about the newest worksheet."""
        more = {"asked": (ADA, BO, CAY), "recused": (), **fields}
        self.proposal = self.book.add(ADA, DecisionProposed, **more)
        if not fields.get("follows"):
            self.book.add(ADA, DecisionAbout, proposal=self.proposal, about=self.sheet)
        return self.proposal

    def ask_supervision(self, on: date = ASKED_ON, *, in_writing: bool = True) -> bytes:
        """Have Ada write down that supervision was asked."""
        return self.book.add(ADA, SupervisionAsked, about=self.sheet, on=on, in_writing=in_writing)

    def letter(self, sort: DocumentSort = DocumentSort.OPEN_LETTER) -> None:
        """Have Sol add a letter that may be read aloud."""
        self.version = self.book.add(SOL, DocumentAdded, sort=sort, copied=None)
        self.allow(LetterForm.READ_ALOUD)

    def allow(self, *forms: LetterForm) -> None:
        """Have Sol say in which forms the newest letter may be given."""
        words = self.book.hash_of(self.version)
        more = {"document": self.version, "text_hash": words, "said_on": day(1, 12), "copied": None}
        self.book.add(SOL, CirculationSet, forms=forms, **more)

    def plan(self, **fields: object) -> bytes:
        """Have Ada plan it."""
        material = str(fields.get("material", Material.PROCESS))
        found = telling.letter_of(self.book.state(), Material(material), TODAY)
        letter = {"document": found.item.entry_id, "form": LetterForm.READ_ALOUD} if found else NO_LETTER
        more = {"worksheet": self.sheet, "condition": "", **letter, **fields}
        self.planned = self.book.add(ADA, TellingPlanned, **more)
        return self.planned

    def confirm(self, by: bytes = BO) -> bytes:
        """Have another confirm it."""
        return self.book.add(by, TellingConfirmed, plan=self.planned)

    @property
    def circle(self) -> Circle:
        """Return the circle as it stands."""
        found = self.book.state().telling.labelled(CIRCLE.label or "")
        assert found is not None
        return found

    def conditions(self, step: Step = Step.L7A, today: date = TODAY) -> dict[Asks, Condition]:
        """Return the conditions of a step."""
        circle = self.circle
        material = telling.material_of(circle, step)
        return {one.asks: one for one in telling.conditions(self.book.state(), circle, material, today)}

    def unmet(self, step: Step = Step.L7A, today: date = TODAY) -> dict[Asks, Why]:
        """Return why a step is shut."""
        found = self.conditions(step, today)
        assert all((one.reason is None) is (one.stands is Stands.MET) for one in found.values())
        return {asks: one.reason.why for asks, one in found.items() if one.reason is not None}

    def newest_plan(self) -> Plan:
        """Return the plan that was made last, over or not."""
        return self.circle.plans[-1]

    def shut(self, today: date = TODAY) -> list[Why]:
        """Return why the newest plan may not be carried out."""
        gate = telling.hand_out(self.book.state(), self.circle, self.newest_plan(), today)
        return [one.why for one in gate.reasons] if isinstance(gate, Shut) else []


def whys(gate: Open | Shut) -> list[Why]:
    """Return why a gate is shut."""
    return [one.why for one in gate.reasons] if isinstance(gate, Shut) else []


def ready(*, without: Iterable[Asks] = ()) -> TellingBook:
    """Return a book in which everything is there, but for some of it."""
    made = TellingBook(settled())
    left_out = set(without)
    acts: dict[Asks, Callable[[], object]] = {
        Asks.MANDATE: made.mandate,
        Asks.WORKSHEET: made.keep_sheet,
        Asks.NOTICE: made.give_notice,
        Asks.YES: made.say,
        Asks.DECIDED: made.decide,
        Asks.SUPERVISION: made.ask_supervision,
    }
    for asks, act in acts.items():
        if asks not in left_out:
            act()
    return made


def planned(**fields: object) -> TellingBook:
    """Return a book with a plan that Bo has confirmed."""
    book = ready()
    book.plan(**fields)
    book.confirm()
    return book
