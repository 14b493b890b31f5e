"""Django's registration of the store."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The one app that has tables."""

    name = "answerable.store"
    label = "store"
    default_auto_field = "django.db.models.AutoField"
