"""Creates groups, permissions and moderation, where they are missing."""

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from pages.roles import ROLES, create_roles

__all__ = ["Command"]


class Command(BaseCommand):
    help = (
        "Creates the groups with their permissions and the moderation of pages. "
        "Adds what is missing; run it at every deployment. It takes nothing away but "
        "publishing by translators, if TRANSLATORS_PUBLISH is false."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        create_roles()
        groups = ", ".join(role.group for role in ROLES)
        self.stdout.write(
            _("Groups, permissions and moderation are in place: %(groups)s.")
            % {"groups": groups}
        )
