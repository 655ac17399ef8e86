"""The addresses of links, per language: they carry nothing but the secret."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import pgettext_lazy

from cms.drafts.links import views

__all__ = ["urlpatterns"]


class SecretConverter(StringConverter):
    """A secret, whole or not: pages below one called "entwurf" keep their addresses."""

    regex = "[0-9a-f]{1,32}"


register_converter(SecretConverter, "secret")

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "draft/<secret:secret>/"),
        views.show,
        name="draft_link",
    ),
    path(
        pgettext_lazy("part of an address", "draft/<secret:secret>/file/<int:pk>/"),
        views.show_file,
        name="draft_link_file",
    ),
]
