"""Updates: drafted, read by a second member, handed over, on paper and as files (R53, R12, R64, R65)."""
