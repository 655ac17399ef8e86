"""What `make run` does between the migrations and the server."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.settings.environment import read_whole_number
from home.demo.accounts import existing_accounts, read_password
from home.demo.loading import has_content, load_demo
from home.demo.second_site import SECOND_HOST, add_second_site

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
        is_new = not has_content()
        if is_new:
            self.stdout.write(_("The site is empty: loading the demo content."))
            load_demo(self.stdout)
            # The worker, which starts later, has to come to it first.
            call_command("rebuild_search", stdout=self.stdout, stderr=self.stderr)
        sites = place_sites(port)
        if is_new:
            sites.append(add_second_site())
        self.print_addresses(*(f"http://{site.hostname}:{port}/" for site in sites))
        self.print_accounts()

    def print_addresses(self, address: str, second: str = "") -> None:
        self.stdout.write("")
        self.print_row(_("Website"), address)
        self.print_row(_("In English"), f"{address}en/")
        if second:
            self.print_row(_("Another theme"), second)
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
        self.stdout.write(f"  {label!s:<19}{value}")


def place_sites(port: int) -> list[Site]:
    """Tell Wagtail where it is served now; return the default site first."""
    ours = Q(is_default_site=True) | Q(hostname=SECOND_HOST)
    sites = list(Site.objects.filter(ours).order_by("-is_default_site"))
    for site in sites:
        host = HOST if site.is_default_site else SECOND_HOST
        if (site.hostname, site.port) != (host, port):
            site.hostname, site.port = host, port
            site.save()
    return sites
