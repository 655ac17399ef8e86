"""What `make run` does between the migrations and the server."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.settings.environment import read_whole_number
from home.demo.accounts import existing_accounts, read_password
from home.demo.loading import has_content, load_demo

__all__ = ["Command"]

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = (
        "Fills an empty site with demo content and accounts, and prints where it is. "
        "A site that has pages keeps them as they are."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                _(
                    "The demo has accounts whose password is printed. It is for "
                    "development only and was not loaded with these settings."
                )
            )
        port = read_whole_number("PORT", default=8000)
        if not has_content():
            self.stdout.write(_("The site is empty: loading the demo content."))
            load_demo(self.stdout)
        place_site(port)
        self.print_addresses(f"http://{HOST}:{port}/")
        self.print_accounts()

    def print_addresses(self, address: str) -> None:
        self.stdout.write("")
        self.print_row(_("Website"), address)
        self.print_row(_("In English"), f"{address}en/")
        self.print_row(_("For editors"), f"{address}admin/")

    def print_accounts(self) -> None:
        password, accounts = read_password(), existing_accounts()
        if not (password and accounts):
            return
        self.stdout.write("")
        for account in accounts:
            name = f"{account.first_name} {account.last_name}"
            self.print_row(account.role, f"{account.username:<15}({name})")
        self.print_row(_("Password"), password)
        self.stdout.write("")

    def print_row(self, label: Any, value: str) -> None:
        self.stdout.write(f"  {label!s:<16}{value}")


def place_site(port: int) -> None:
    """Tell Wagtail the address under which it is served now."""
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != (HOST, port):
        site.hostname, site.port = HOST, port
        site.save()
