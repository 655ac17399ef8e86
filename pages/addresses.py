"""The addresses that the content has beside those of its pages."""

from django.urls import URLPattern

from pages.calendars import urls as calendars
from pages.feeds import urls as feeds
from pages.handouts import urls as handouts
from pages.sharing import urls as sharing
from pages.short_links import urls as short_links

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    *short_links.urlpatterns,
    *handouts.urlpatterns,
    *feeds.urlpatterns,
    *calendars.urlpatterns,
    *sharing.urlpatterns,
]
