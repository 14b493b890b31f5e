"""Sentences: structs in, words out; the only Python with prose."""
