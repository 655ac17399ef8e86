"""Fills an empty site: ``python -m tests.browser.demo.prepare PORT ...``.

Prints, as JSON, the addresses of what is there, by language and name.
"""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402 (needs the setup)
from django.core.management.base import OutputWrapper  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.translation import override  # noqa: E402
from wagtail.models import Site  # noqa: E402

from cms.models import SiteSettings  # noqa: E402
from home.demo.loading import load_demo  # noqa: E402
from tests import showcase  # noqa: E402
from tests.browser.demo.themes import THEMES  # noqa: E402
from tests.browser.demo.urls import BLOCKS  # noqa: E402


def prepare(ports):
    """Load everything; give each theme a site of its own, all with the same pages."""
    call_command("migrate", verbosity=0)
    load_demo(OutputWrapper(sys.stderr))
    showcase.add_the_rest()
    site = Site.objects.get(is_default_site=True)
    looks = SiteSettings.for_site(site)
    for port, values in zip(ports, THEMES.values(), strict=True):
        place(site, looks, port, values)
        site = Site(root_page=site.root_page)
        looks = SiteSettings(site_name=looks.site_name, logo=looks.logo)


def place(site, looks, port, values):
    site.hostname, site.port = "127.0.0.1", port
    site.save()
    for name, value in values.items():
        setattr(looks, name, value)
    looks.site = site
    looks.save()


def pages(language):
    with override(language):
        return {**showcase.addresses(language), "fault": reverse("fault")}


def blocks(language):
    with override(language):
        return {name: reverse("block", args=[name]) for name in BLOCKS}


prepare([int(port) for port in sys.argv[1:]])
found = {
    "pages": {code: pages(code) for code in showcase.LANGUAGES},
    "blocks": {code: blocks(code) for code in showcase.LANGUAGES},
    "types": [
        kind._meta.label
        for address in pages("de").values()
        if (kind := showcase.page_at(address))
    ],
}
json.dump(found, sys.stdout)
