"""Decisions: the question, who stands how, the outcome with its reasons, and what others see of it (R7, R24, R47)."""
