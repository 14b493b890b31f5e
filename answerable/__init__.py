"""Answerable: a sealed record and working calendar for people who hold someone to account."""
