"""A second reader of format 1, written from docs/sealing.md alone; it shares no line with the program."""
