"""How people who work in the admin are called and addressed."""

from typing import Any

from django.conf import settings
from wagtail.users.models import UserProfile

__all__ = ["language_of", "name_of"]


def name_of(person: Any) -> str:
    name: str = person.get_full_name() or person.get_username()
    return name


def language_of(person: Any) -> str:
    """Return the language a person has chosen for the admin."""
    profile = UserProfile.objects.filter(user=person).first()
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
