"""The addresses of calendars, stable for good: keys do not change with names."""

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from pages.calendars import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "calendar/all.ics"),
        views.everything,
        name="calendar_everything",
    ),
    path(
        pgettext_lazy("part of an address", "calendar/project/<uuid:key>.ics"),
        views.project,
        name="calendar_project",
    ),
    path(
        pgettext_lazy("part of an address", "calendar/series/<uuid:key>.ics"),
        views.series,
        name="calendar_series",
    ),
    path(
        pgettext_lazy("part of an address", "calendar/workshop/<uuid:key>.ics"),
        views.workshop,
        name="calendar_workshop",
    ),
    path(
        pgettext_lazy(
            "part of an address", "calendar/workshop/<uuid:key>/programme.ics"
        ),
        views.programme,
        name="calendar_programme",
    ),
    path(
        pgettext_lazy(
            "part of an address", "calendar/workshop/<uuid:key>/<uuid:uid>.ics"
        ),
        views.entry,
        name="calendar_entry",
    ),
]
