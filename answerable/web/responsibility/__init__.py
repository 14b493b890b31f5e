"""Is he taking responsibility? The three facets over time in words, and the list of indicators (R65)."""
