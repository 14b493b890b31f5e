"""Everything in order, the newest first, for each circle over what it can read; and searching in it."""
