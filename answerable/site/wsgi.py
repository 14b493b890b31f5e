"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from answerable.cli import starting
from answerable.site import logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.site.settings")
starting.keep_memory_off_disks()  # once more in each worker: a start of another program forgets a part of it
application = get_wsgi_application()
logs.watch_threads()
