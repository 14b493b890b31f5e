"""The state of a process, folded from its entries: `fold`, and the shapes that pages and duties read."""

from answerable.core.state.agreements import Agreement
from answerable.core.state.around import Around, Heard, Surroundings, Talk
from answerable.core.state.errors import NotOpenedError
from answerable.core.state.folding import fold
from answerable.core.state.indicators import Indicators
from answerable.core.state.items import Filed, Item, Misfit, Tombstone, Unfit
from answerable.core.state.letters import Circulation, Document
from answerable.core.state.moves import Change
from answerable.core.state.parent import Decision, Parent
from answerable.core.state.passings import Passing
from answerable.core.state.pauses import Pause, Pauses
from answerable.core.state.sent import Sent
from answerable.core.state.shape import (
    Contacts,
    Demand,
    DemandVersion,
    Draft,
    Member,
    Objection,
    OpenMessage,
    Process,
    Question,
    State,
    Updates,
    Upkeep,
    Withdrawal,
)
from answerable.core.state.steps import Concern, TakenStep

__all__ = [
    "Agreement",
    "Around",
    "Change",
    "Circulation",
    "Concern",
    "Contacts",
    "Decision",
    "Demand",
    "DemandVersion",
    "Document",
    "Draft",
    "Filed",
    "Heard",
    "Indicators",
    "Item",
    "Member",
    "Misfit",
    "NotOpenedError",
    "Objection",
    "OpenMessage",
    "Parent",
    "Passing",
    "Pause",
    "Pauses",
    "Process",
    "Question",
    "Sent",
    "State",
    "Surroundings",
    "TakenStep",
    "Talk",
    "Tombstone",
    "Unfit",
    "Updates",
    "Upkeep",
    "Withdrawal",
    "fold",
]
