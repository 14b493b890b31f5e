"""Django's registration of base: its static files and templates."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """No tables; static files only."""

    name = "answerable.web.base"
    label = "base"
