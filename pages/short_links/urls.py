"""Short addresses; a code may be typed in capitals."""

from django.urls import URLPattern, re_path

from pages.short_links import views

__all__ = ["urlpatterns"]

CODE = "(?P<code>[A-Za-z0-9]{4,12})"

urlpatterns: list[URLPattern] = [
    re_path(rf"^w/{CODE}/?$", views.workshop, name="short_workshop"),
    re_path(rf"^d/{CODE}/?$", views.document, name="short_document"),
    re_path(rf"^(?P<kind>[wd])/{CODE}\.svg$", views.picture, name="qr_code"),
]
