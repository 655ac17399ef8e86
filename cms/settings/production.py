"""A public site. Everything that differs between two sites is an environment variable.

``docs/operators.md`` lists the variables; a missing or bad one stops the start.
"""

from cms.settings.base import *  # noqa: F403 (settings are layered this way)
from cms.settings.base import SILENCED_SYSTEM_CHECKS
from cms.settings.environment import (
    env,
    read_address,
    read_cache,
    read_database,
    read_list,
    read_mail,
    read_switch,
    read_whole_number,
    required,
)

DEBUG = False
SECRET_KEY = required("SECRET_KEY", "50 random characters")
WAGTAILADMIN_BASE_URL = read_address("SITE_URL", "https://werkstatt.example.org")
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", "werkstatt.example.org")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

DATABASES = {"default": read_database(pooled=True)}
CACHES = {"default": read_cache()}
globals().update(read_mail())
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if bucket := env("MEDIA_BUCKET", default=""):
    # Needs the optional package django-storages[s3]; keys come from AWS_… variables.
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env("MEDIA_ENDPOINT", default=None),
        },
    }

SECURE_SSL_REDIRECT = read_switch("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = read_whole_number("SECURE_HSTS_SECONDS", default=31_536_000)
# Forces https on every other service below this host's name, and for good: a town has
# to decide that. So the two checks that ask for it stay silent.
SECURE_HSTS_INCLUDE_SUBDOMAINS = read_switch("SECURE_HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = read_switch("SECURE_HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W005", "security.W021"]
if read_switch("BEHIND_PROXY", default=True):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    PROXY_COUNT = read_whole_number("PROXY_COUNT", default=1)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
