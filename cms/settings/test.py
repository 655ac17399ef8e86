"""The tests: as the production in what matters, fast in what does not."""

from cms.settings.base import *  # noqa: F403 (settings are layered this way)
from cms.settings.base import INSTALLED_APPS, TASK_BACKENDS, TASKS
from cms.settings.environment import BASE_DIR, read_database

SECRET_KEY = "only-for-tests"  # noqa: S105 (no secret: guards nothing)
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": read_database("sqlite://:memory:")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Migrates once, not in each process; each has a database in memory.
    DATABASES["default"] |= {"ENGINE": "tests.sqlite", "TEST": {"NAME": ":memory:"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {name: {"BACKEND": TASK_BACKENDS["immediate"]} for name in TASKS}

INSTALLED_APPS = [*INSTALLED_APPS, "tests.plugins.notices"]
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
STATIC_ROOT = BASE_DIR / "var" / "test-static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WAGTAILADMIN_BASE_URL = "http://testserver"
# People who are not there pause less, and have no time to wait.
WAGTAIL_AUTOSAVE_INTERVAL = 500
