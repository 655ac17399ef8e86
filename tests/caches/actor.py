"""An editor in a process of its own: ``actor.py set-up``, which prints the number of a
page, or ``publish PAGE TITLE``."""

import sys

import django

django.setup()

from wagtail.models import Page, Site  # noqa: E402 (needs Django)

from cms.models import SiteSettings  # noqa: E402
from tests import factories  # noqa: E402


def set_up():
    page = factories.standard(factories.home(), "Alte Fassung")
    SiteSettings.for_site(Site.objects.get())
    print(page.pk)  # noqa: T201 (it is read by the test)


def publish(pk, title):
    page = Page.objects.get(pk=pk).specific
    page.title = title
    page.save_revision().publish()


if __name__ == "__main__":
    {"set-up": set_up, "publish": publish}[sys.argv[1]](*sys.argv[2:])
