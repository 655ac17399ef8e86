"""The addresses of links, per language: they carry nothing but the secret."""

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from cms.drafts.links import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "draft/<str:secret>/"),
        views.show,
        name="draft_link",
    ),
    path(
        pgettext_lazy("part of an address", "draft/<str:secret>/file/<int:pk>/"),
        views.show_file,
        name="draft_link_file",
    ),
]
