"""The deeds: one imperative function each; the only room that opens transactions."""
