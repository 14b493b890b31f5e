"""People around X, by label: who knows, from whom, with the letter or not."""
