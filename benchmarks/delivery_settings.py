"""The benchmark's settings with Wagtail's own API beside ours, which no site has."""

from benchmarks.settings import *  # noqa: F403 (settings are layered this way)
from cms.settings.base import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "rest_framework"]
ROOT_URLCONF = "benchmarks.delivery_urls"
WAGTAILAPI_LIMIT_MAX = 50
# The one that a site would leave on costs templates; programs ask for JSON.
REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}
