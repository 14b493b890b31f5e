"""Circles and the order in which they are named."""

from answerable.core.circles import Role, sorted_roles


def test_roles_have_one_order() -> None:
    """However they were gathered, circles are named in the same order."""
    assert sorted_roles(frozenset({Role.SUPPORT, Role.CONTACT, Role.SUPERVISION})) == (
        Role.CONTACT,
        Role.SUPERVISION,
        Role.SUPPORT,
    )
