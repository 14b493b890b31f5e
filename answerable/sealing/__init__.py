"""Keys, entries and the log: bytes in, bytes out; knows nothing of what the bytes mean (docs/sealing.md)."""
