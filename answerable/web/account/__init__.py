"""The door: sign in, lock, close, first run, recovery."""
