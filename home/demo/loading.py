"""Fills an empty site with the demo."""

import shutil
import tempfile
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import OutputWrapper
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from home.demo.accounts import create_accounts, store_password
from home.demo.dates import move_dates, weeks_to_move
from home.demo.desks import fill_desks
from pages.roles import create_roles

__all__ = ["CONTENT", "has_content", "load_demo"]

CONTENT = Path(__file__).parent / "content.yaml"
LATER = CONTENT.with_name("later.yaml")
"""What is imported after it: a change that its translation does not reflect yet."""


def has_content() -> bool:
    """Whether there is any page besides the root and Wagtail's welcome page."""
    return Page.objects.filter(depth__gt=1).not_exact_type(Page).exists()


@transaction.atomic
def load_demo(stdout: OutputWrapper) -> None:
    """Import the content with today's dates, then create roles and accounts.

    What waits for the people of the accounts comes last.

    All of it or, if anything fails, nothing.
    """
    weeks = weeks_to_move(timezone.localdate())
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "demo"
        # The file names pictures and documents relative to itself.
        for folder in ("images", "documents"):
            shutil.copytree(CONTENT.parent / folder, copy / folder)
        for source in (CONTENT, LATER):
            content = copy / source.name
            content.write_text(move_dates(source.read_text("utf-8"), weeks), "utf-8")
            call_command("import_content", str(content), link=True, stdout=stdout)
    create_roles()
    password = create_accounts()
    fill_desks()
    store_password(password)
