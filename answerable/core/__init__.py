"""The pure domain: entries, the state they fold into, and what follows from it. No clock, randomness, I/O or keys."""
