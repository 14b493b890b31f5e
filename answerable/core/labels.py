"""When two labels for people around X are the same; one rule for the whole record (R9, R29)."""

_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "den", "dem", "ein", "eine"})


def label_key(label: str) -> str:
    """Return what labels are compared by: small and large, marks, spaces and an article in front make no difference.

    "The reading circle" must not slip past a no for "Reading circle". The dot of an initial tells it from an article:
    "A. B." is not "B.".
    """
    words = "".join(one if one.isalnum() or one == "." else " " for one in label.casefold()).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(" ".join(words).replace(".", " ").split())
