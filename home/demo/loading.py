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
from pages.roles import create_roles

__all__ = ["CONTENT", "has_content", "load_demo"]

CONTENT = Path(__file__).parent / "content.yaml"


def has_content() -> bool:
    """Whether there is any page besides the root and Wagtail's welcome page."""
    return Page.objects.filter(depth__gt=1).not_exact_type(Page).exists()


@transaction.atomic
def load_demo(stdout: OutputWrapper) -> None:
    """Import the content with today's dates, then create roles and accounts.

    All of it or, if anything fails, nothing.
    """
    weeks = weeks_to_move(timezone.localdate())
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "demo"
        # The file names pictures and documents relative to itself.
        for folder in ("images", "documents"):
            shutil.copytree(CONTENT.parent / folder, copy / folder)
        content = copy / CONTENT.name
        content.write_text(move_dates(CONTENT.read_text("utf-8"), weeks), "utf-8")
        call_command("import_content", str(content), stdout=stdout)
    create_roles()
    store_password(create_accounts())
