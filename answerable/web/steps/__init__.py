"""Possible steps: that he does not cooperate, what we did about it and why, what comes next (R38-R43, R63)."""
