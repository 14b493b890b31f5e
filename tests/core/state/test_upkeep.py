"""The group's own work, folded."""

from answerable.core.entries import AlarmNoted, DutyDeclined, DutyTaken, MailboxLookedAt
from tests.core.examples import ADA, BO, day
from tests.core.logbook import Log


def test_the_last_look_at_the_mail() -> None:
    """By its day, not by when it was written down (R55)."""
    log = Log()
    assert log.state().upkeep.last_looked_on is None
    log.add(ADA, MailboxLookedAt, on=day(3, 10))
    log.add(BO, MailboxLookedAt, on=day(3, 3))
    assert log.state().upkeep.last_looked_on == day(3, 10)
    assert len(log.state().upkeep.looked_at) == 2


def test_who_took_a_duty_last_has_it() -> None:
    """A duty is handed on by taking it."""
    log = Log()
    log.add(ADA, DutyTaken, duty="contact")
    log.add(BO, DutyTaken, duty="contact")
    assert log.state().upkeep.owners == {"contact": BO}
    assert len(log.state().upkeep.taken) == 2


def test_declining_gives_a_duty_up() -> None:
    """Only one's own: who declines what another has leaves it there (R25)."""
    log = Log()
    log.add(ADA, DutyTaken, duty="contact")
    log.add(BO, DutyDeclined, duty="contact")
    assert log.state().upkeep.owners == {"contact": ADA}
    log.add(ADA, DutyDeclined, duty="contact")
    log.add(ADA, DutyDeclined, duty="update")
    assert log.state().upkeep.owners == {}
    assert len(log.state().upkeep.declined) == 3


def test_a_noted_alarm_stays() -> None:
    """The group wrote on knowing it (C2)."""
    log = Log()
    noted = log.add(ADA, AlarmNoted)
    assert [one.entry_id for one in log.state().alarms] == [noted]
