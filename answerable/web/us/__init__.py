"""Us: people, time, terms, who comes and goes, what we agreed (R4, R15-R25, R64)."""
