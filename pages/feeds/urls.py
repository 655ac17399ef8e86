"""The addresses of feeds, in the words of their language, and those they once had."""

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from pages.feeds import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "feeds/news.atom"),
        views.news_feed,
        name="news_feed",
    ),
    path(
        pgettext_lazy("part of an address", "feeds/changes.atom"),
        views.changes_feed,
        name="changes_feed",
    ),
    path(
        pgettext_lazy("part of an address", "feeds/projects/<uuid:key>.atom"),
        views.project_feed,
        name="project_feed",
    ),
    # Once they were the same in all languages; people have subscribed to them.
    path("feeds/news.atom", views.news_feed),
    path("feeds/changes.atom", views.changes_feed),
    path("feeds/projects/<uuid:key>.atom", views.project_feed),
]
