"""One rule for labels of people around X."""

import pytest

from answerable.core.labels import label_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The reading circle", "Reading circle", True),
        ("“the READING circle”!", "reading  circle", True),
        ("Der Lesekreis", "lesekreis", True),
        ("K.", "k", True),
        ("A.B.", "A. B.", True),
        ("A. B.", "B.", False),
        ("The", "the", True),
        ("The", "", False),
        ("?!", "", True),
        ("Reading circle", "Running circle", False),
    ],
)
def test_labels_are_the_same_however_they_are_spelled(one: str, other: str, same: bool) -> None:
    """An article, marks, case and spaces make no difference; an initial is no article (R9, R29)."""
    assert (label_key(one) == label_key(other)) is same
