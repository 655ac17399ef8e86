"""Search for visitors, a plugin like any other."""

from collections.abc import Mapping, Sequence

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from ninja import Router

from cms.plugins import Plugin

__all__ = ["SearchConfig"]


class SearchConfig(Plugin):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        # They need models, or listen to them; those are loaded by now.
        from pages.roles import register_entries
        from search import checks  # noqa: F401  # it registers itself
        from search.indexing import receivers
        from search.models import PromotedResult, Synonyms

        receivers.connect()
        register_entries(PromotedResult, Synonyms)

    def endpoints(self) -> Mapping[str, Router]:
        from search.delivery import router  # it needs the models, which load later

        return {"search": router}

    def urlpatterns(self) -> Sequence[URLPattern]:
        from search.views import (  # views need the models, which load later
            search,
            suggestions,
        )

        return [
            path(pgettext_lazy("part of an address", "search/"), search, name="search"),
            path(
                pgettext_lazy("part of an address", "search/suggestions/"),
                suggestions,
                name="search_suggestions",
            ),
        ]
