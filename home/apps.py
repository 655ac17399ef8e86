"""The home page, a plugin like any other."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Plugin

__all__ = ["HomeConfig"]


class HomeConfig(Plugin):
    name = "home"
    verbose_name = _("Home page")
