"""Translators at their editor: two of them, signed in at two browsers."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, Translation

from pages.roles import create_roles
from pages.translation.writer import version_of

__all__ = ["Desk", "segment_of"]


def segment_of(translation: Translation, path: str) -> StringSegment:
    return StringSegment.objects.get(source=translation.source, context__path=path)


class Desk:
    """One person, signed in, and what the editor's script does for them."""

    def __init__(self, name: str, group: str = "Translators") -> None:
        create_roles()
        self.user = User.objects.create_user(name, first_name=name, last_name="Roth")
        self.user.groups.add(Group.objects.get(name=group))
        UserProfile.objects.create(user=self.user, preferred_language="en")
        self.client = Client()
        self.client.force_login(self.user)

    def save(
        self, segment: Any, text: str, seen: str | None = None, **headers: str
    ) -> Any:
        """Save a text where ``seen`` was before; None if there was nothing."""
        headers = headers or {"X-Seen-Text": version_of(seen)}
        return self.client.put(
            self.address(segment),
            encode_multipart(BOUNDARY, {"value": text}),
            content_type=MULTIPART_CONTENT,
            headers=headers,
        )

    def delete(self, segment: Any, seen: str | None = None) -> Any:
        return self.client.delete(
            self.address(segment), headers={"X-Seen-Text": version_of(seen)}
        )

    def address(self, segment: Any) -> str:
        translation = segment.source.translations.get()
        kind = (
            "edit_string_translation"
            if isinstance(segment, StringSegment)
            else "edit_override"
        )
        return reverse(f"wagtail_localize:{kind}", args=[translation.pk, segment.pk])

    def press(self, button: str, translation: Translation, **data: Any) -> Any:
        """Press one of our buttons and see the page that follows."""
        address = reverse(f"translation_{button}", args=[translation.pk])
        return self.client.post(address, data, follow=True)
