"""Settings that cannot be used are named before anything runs; a slip never stands for less protection."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from answerable.actions.host_keys import NoBootKeyError, NoPepperError
from answerable.cli import starting
from answerable.site import host

TLS = ("starttls", "tls", "none")


@pytest.mark.parametrize("typed", ["ssl", "STARTTLS", "true", " tls"])
def test_mail_goes_without_tls_only_where_that_is_said(typed: str) -> None:
    """Another word than the three is refused, not taken for "none"."""
    with pytest.raises(ImproperlyConfigured, match="SMTP_TLS is none of: starttls, tls, none"):
        host.one_of("SMTP_TLS", TLS, {"SMTP_TLS": typed})
    assert [host.one_of("SMTP_TLS", TLS, {"SMTP_TLS": word}) for word in ("", *TLS)] == ["starttls", *TLS]


@pytest.mark.parametrize("typed", ["mail", "-1", "25.0", "\N{SUPERSCRIPT TWO}"])
def test_a_number_is_a_number(typed: str) -> None:
    """A port that is none is named."""
    with pytest.raises(ImproperlyConfigured, match="SMTP_PORT"):
        host.number("SMTP_PORT", 587, {"SMTP_PORT": typed})
    assert host.number("SMTP_PORT", 587, {"SMTP_PORT": "25"}) == 25
    assert host.number("SMTP_PORT", 587, {}) == 587


@pytest.mark.parametrize("typed", ["3", "3,1024", "0,67108864", "3,x", "1,2,3", "3,67108865"])
def test_costs_that_no_slot_can_have_are_refused_at_the_start(typed: str) -> None:
    """Not at the first sign-in, and never under 64 MiB."""
    with pytest.raises(ImproperlyConfigured, match="SLOT_COSTS"):
        host.slot_costs({"SLOT_COSTS": typed})
    assert host.slot_costs({"SLOT_COSTS": "1,67108864"}) == (1, 67108864)
    assert host.slot_costs({}) is None


@pytest.mark.parametrize(
    "address", ["mysql://x:hunter2@/y", "foo://x:hunter2@/y", "hunter2", "postgresql://x:hunter2@[/y"]
)
def test_another_database_is_refused_without_its_password(address: str) -> None:
    """The address may hold a password: the sentence does not."""
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as caught:
        host.database(Path("/nowhere"), {"DATABASE_URL": address})
    assert "hunter2" not in str(caught.value)
    assert host.database(Path("/nowhere"), {"DATABASE_URL": "postgresql:///y"})["ENGINE"] == host.ENGINES[1]
    assert host.database(Path("/nowhere"), {"DATABASE_URL": "sqlite:////y"})["NAME"] == "/y"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImproperlyConfigured("X is none."), "Setting: X is none."),
        (NoPepperError(), "The pepper file cannot be read"),
        (NoBootKeyError(), "The key of the sessions"),
        (PermissionError(13, "Permission denied", "/etc/list"), "Permission denied: /etc/list"),
        (OSError("no file named"), ""),
        (KeyError("words"), ""),
    ],
)
def test_each_refusal_has_a_sentence_and_our_own_errors_none(error: Exception, said: str) -> None:
    """What is a mistake of the program stays one, with its traceback."""
    assert starting.refusal_of(error).startswith(said)
    assert bool(starting.refusal_of(error)) is bool(said)
