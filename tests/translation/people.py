"""A named cast, with the rights that the roles give them."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from pages.roles import create_roles

__all__ = ["Cast", "address", "browser", "create_cast", "grant", "sentence"]


@dataclass(frozen=True)
class Cast:
    editor: User
    translator: User
    moderator: User
    administrator: User
    stranger: User
    """Has the key to the admin and no other right."""


def create_cast() -> Cast:
    """Create one person of each role, once the home pages of all languages exist.

    They have chosen an English admin, so tests can quote it.
    """
    create_roles()
    stranger = User.objects.create_user("stranger", password="geheim")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    cast = Cast(
        member("editor", "Editors"),
        member("translator", "Translators"),
        member("moderator", "Moderators"),
        User.objects.create_superuser("administrator", password="geheim"),
        stranger,
    )
    for person in vars(cast).values():
        UserProfile.objects.create(user=person, preferred_language="en")
    return cast


def member(name: str, group: str) -> User:
    user = User.objects.create_user(name, password="geheim")
    user.groups.add(Group.objects.get(name=group))
    return user


def browser(user: User) -> Client:
    """A browser in which a person has logged in."""
    client = Client()
    client.force_login(user)
    return client


def grant(user: User, codename: str) -> None:
    user.user_permissions.add(Permission.objects.get(codename=codename))


def address(name: str, *keys: object) -> str:
    """The address of a view of wagtail-localize."""
    return reverse(f"wagtail_localize:{name}", args=keys)


def sentence(answer: HttpResponse) -> str:
    """What a refusal says."""
    if answer.headers["Content-Type"] == "application/json":
        return answer.json()["detail"]
    return answer.content.decode()
