"""A developer's machine: SQLite, no other service, nothing to configure."""

from cms.settings.base import *  # noqa: F403 (settings are layered this way)
from cms.settings.base import DATA_DIR
from cms.settings.environment import (
    env,
    read_cache,
    read_database,
    read_mail,
    read_switch,
)

DEBUG = True
SECRET_KEY = "only-for-development"  # noqa: S105 (no secret: guards nothing public)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", ".localhost"]

DATA_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": read_database(f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
CACHES = {"default": read_cache("locmemcache://")}
globals().update(read_mail("consolemail://"))

WAGTAILADMIN_BASE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
# A receiver that is being written runs on the same machine.
WEBHOOKS_INTERNAL = read_switch("WEBHOOKS_INTERNAL", default=True)
