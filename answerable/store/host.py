"""What the host set for the whole site, in clear: its name, the exit page, the key of the day."""

from answerable.store import models


def setting(key: str) -> str | None:
    """Return a setting."""
    return models.Setting.objects.filter(key=key).values_list("value", flat=True).first()


def keep_setting(key: str, value: str) -> None:
    """Set a setting."""
    models.Setting.objects.update_or_create(key=key, defaults={"value": value})


def add_setting(key: str, value: str) -> str:
    """Set a setting unless it is set; return what holds now."""
    return models.Setting.objects.get_or_create(key=key, defaults={"value": value})[0].value


def drop_setting(key: str) -> None:
    """Forget a setting."""
    models.Setting.objects.filter(key=key).delete()
