"""The demo's accounts, one for each role, and their common password."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

__all__ = [
    "ACCOUNTS",
    "Account",
    "create_accounts",
    "existing_accounts",
    "read_password",
    "store_password",
]

# Without what is easily mistaken when it is typed from a screen: 0 and o, 1 and l.
CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Account:
    """A person of the demo. Without a group it is an administrator."""

    username: str
    first_name: str
    last_name: str
    role: Any
    group: str = ""

    @property
    def email(self) -> str:
        return f"{self.username}@lindenau.example"


ACCOUNTS = (
    Account("editor", "Greta", "Blumenroth", _("Editor"), "Editors"),
    Account("moderator", "Milan", "Petershagen", _("Moderator"), "Moderators"),
    Account("translator", "Yara", "Winterfeld", _("Translator"), "Translators"),
    Account("administrator", "Edda", "Linnemann", _("Administrator")),
)


def new_password() -> str:
    """Return four blocks of four characters: 80 bits that can be typed."""
    blocks = ("".join(secrets.choice(CHARACTERS) for _ in range(4)) for _ in range(4))
    return "-".join(blocks)


def create_accounts() -> str:
    """Create the accounts, or give them a new password. Return that password.

    An account of the same name that is not the demo's is left alone.
    """
    password = new_password()
    users = get_user_model().objects
    for account in ACCOUNTS:
        user = users.filter(username=account.username).first()
        if user is None or user.email == account.email:
            save_account(user or users.model(), account, password)
    return password


def save_account(user: Any, account: Account, password: str) -> None:
    user.username, user.email = account.username, account.email
    user.first_name, user.last_name = account.first_name, account.last_name
    user.is_superuser = user.is_staff = not account.group
    user.set_password(password)
    user.save()
    if account.group:
        user.groups.set([Group.objects.get(name=account.group)])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = settings.LANGUAGE_CODE
    profile.save()


def existing_accounts() -> list[Account]:
    """Return the demo's accounts that nobody has deleted or switched off."""
    users = get_user_model().objects.filter(is_active=True)
    known = set(users.values_list("username", "email"))
    return [
        account for account in ACCOUNTS if (account.username, account.email) in known
    ]


def password_file() -> Path:
    path: Path = settings.DATA_DIR / "demo-password.txt"
    return path


def store_password(password: str) -> None:
    """Keep the password for the next start, readable by the file's owner only."""
    path = password_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(password + "\n")


def read_password() -> str:
    """Return the stored password; "" if there is none."""
    path = password_file()
    return path.read_text().strip() if path.exists() else ""
