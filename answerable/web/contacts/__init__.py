"""Contact with X: the list, writing one down, notes, agreements, and the page of any entry."""
