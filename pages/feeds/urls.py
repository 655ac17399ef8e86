"""The addresses of feeds."""

from django.urls import URLPattern, path

from pages.feeds import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("feeds/news.atom", views.news_feed, name="news_feed"),
    path("feeds/changes.atom", views.changes_feed, name="changes_feed"),
    path("feeds/projects/<uuid:key>.atom", views.project_feed, name="project_feed"),
]
