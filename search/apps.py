"""Search for visitors, a plugin like any other."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.plugins import Plugin

__all__ = ["SearchConfig"]


class SearchConfig(Plugin):
    name = "search"
    verbose_name = _("Search")

    def urlpatterns(self) -> Sequence[URLPattern]:
        from search.views import search  # views need the models, which load later

        return [
            path(pgettext_lazy("part of an address", "search/"), search, name="search")
        ]
