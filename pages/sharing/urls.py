"""The addresses of pictures for sharing; the digest names what is on them."""

from django.urls import URLPattern, path

from pages.sharing.views import share_image

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("share/<int:pk>/<slug:digest>.png", share_image, name="share_image"),
]
