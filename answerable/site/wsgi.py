"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from answerable.site import logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.site.settings")
application = get_wsgi_application()
logs.watch_threads()
