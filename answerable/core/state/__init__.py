"""The state of a process, folded from its entries."""

from answerable.core.state.shape import Filed, Item, State

__all__ = ["Filed", "Item", "State"]
