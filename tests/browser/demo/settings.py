"""A public site with a stranger's plugin, and with a page that fails."""

from cms.settings.base import INSTALLED_APPS
from cms.settings.production import *  # noqa: F403 (settings are layered this way)

INSTALLED_APPS = [*INSTALLED_APPS, "tests.plugins.notices"]
ROOT_URLCONF = "tests.browser.demo.urls"
