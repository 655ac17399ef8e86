"""The addresses of pictures for sharing; the digest names what is on them."""

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from pages.sharing.views import share_image

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path(
        pgettext_lazy("part of an address", "share/<int:pk>/<slug:digest>.png"),
        share_image,
        name="share_image",
    ),
    # Once it was the same in all languages; messengers remember it.
    path("share/<int:pk>/<slug:digest>.png", share_image),
]
