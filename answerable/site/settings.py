"""Django's settings: batteries for forms, templates, languages, CSRF and migrations; nothing of contrib."""

import os
import secrets
from pathlib import Path

from answerable.site import host

PACKAGE = Path(__file__).resolve().parent.parent
PLACE = host.place()

SECRET_KEY = secrets.token_urlsafe(32)  # signs nothing that outlives the process
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
LOOPBACK = os.environ.get("ANSWERABLE_LOOPBACK", "") == "1"
TLS = os.environ.get("ANSWERABLE_TLS", "") == "1"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "answerable.store.apps.StoreConfig",
    "answerable.web.base.apps.BaseConfig",
]
MIDDLEWARE = [
    "answerable.web.base.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "answerable.web.base.session.VisitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "answerable.site.urls"
WSGI_APPLICATION = "answerable.site.wsgi.application"

DATABASES = {"default": host.database(PLACE.data)}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "web").glob("*/templates")),
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.csrf"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "answerable.web.base.form_tags"],
            "string_if_invalid": "",
        },
    }
]
FORM_RENDERER = "answerable.web.base.forms.PaperRenderer"

LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = sorted((PACKAGE / "locale").glob("*"))
USE_I18N = True
USE_TZ = True
TIME_ZONE = host.zone()

STATIC_URL = "/s/"
STATIC_ROOT = PLACE.data / "static"
STORAGES = {"staticfiles": {"BACKEND": "answerable.web.base.static_files.NeutralStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 60 * 60

CSRF_COOKIE_NAME = f"{PLACE.cookie_prefix}c"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "answerable.web.base.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS if name != "*"] if TLS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None

# Request bodies stay in memory: a spilled temp file would be plaintext on disk. Files are sealed as they come in.
FILE_UPLOAD_HANDLERS = ["answerable.web.base.uploads.SealingHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
MAIL_HOST = os.environ.get("SMTP_HOST", "")
MAIL_PORT = host.number("SMTP_PORT", 587)
MAIL_USER = os.environ.get("SMTP_USER", "")
MAIL_PASSWORD = os.environ.get("SMTP_PASSWORD", "")
MAIL_TLS = host.one_of("SMTP_TLS", ("starttls", "tls", "none"))
MAIL_FROM = os.environ.get("SMTP_FROM", "noreply@localhost")

# Django's own loggers would put paths and form data into logs; ours writes fixed event codes only (sealing.md).
LOGGING_CONFIG = "answerable.site.logs.keep_codes_only"
LOGGING = {"version": 1}  # Django calls the function only where this holds something

# What one try at a passphrase costs, as "passes,bytes"; never under 64 MiB. Slow machines and tests lower it.
SLOT_COSTS = host.slot_costs()

# A refused sign-in waits, and what waits holds a thread: two of a worker's threads are kept for those who are inside.
TRIES_AT_ONCE = max(1, host.number("ANSWERABLE_THREADS", 8) - 2)
