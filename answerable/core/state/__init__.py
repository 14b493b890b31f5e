"""The state of a process, folded from its entries: `fold`, and the shapes that pages and duties read."""

from answerable.core.state.errors import NotOpenedError
from answerable.core.state.folding import fold
from answerable.core.state.items import Filed, Item, Misfit, Tombstone, Unfit
from answerable.core.state.shape import (
    Agreement,
    Contacts,
    Demand,
    DemandVersion,
    Document,
    Draft,
    Member,
    Objection,
    OpenMessage,
    Passing,
    Process,
    Question,
    State,
    Told,
    Updates,
    Upkeep,
    Withdrawal,
)

__all__ = [
    "Agreement",
    "Contacts",
    "Demand",
    "DemandVersion",
    "Document",
    "Draft",
    "Filed",
    "Item",
    "Member",
    "Misfit",
    "NotOpenedError",
    "Objection",
    "OpenMessage",
    "Passing",
    "Process",
    "Question",
    "State",
    "Told",
    "Tombstone",
    "Unfit",
    "Updates",
    "Upkeep",
    "Withdrawal",
    "fold",
]
