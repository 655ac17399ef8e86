"""The addresses of programmes to take along, by the code of the short address."""

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from pages.handouts import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "programme/<slug:code>/"),
        views.programme,
        name="programme",
    ),
    path(
        pgettext_lazy("part of an address", "programme/<slug:code>.pdf"),
        views.pdf,
        name="programme_pdf",
    ),
    path(
        pgettext_lazy("part of an address", "programme/<slug:code>.txt"),
        views.text,
        name="programme_text",
    ),
]
