"""The door for a web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inburgering.settings")
application = get_wsgi_application()
# The program itself is never garbage: else every so many pages one waits for a search
# through all of it.
gc.freeze()
