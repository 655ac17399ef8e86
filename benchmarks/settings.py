"""The production's settings, but for what a folder of collected files would need."""

from cms.settings.production import *  # noqa: F403 (settings are layered this way)
from cms.settings.production import LOGGING, STORAGES

# A manifest would have to be collected first; all it costs a page is a dictionary
# look-up per static file.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}

# A 404 is asked for on purpose and no news.
LOGGING = {**LOGGING, "loggers": {"django.request": {"level": "ERROR"}}}
