"""The demo under a second host name: the same pages in another theme."""

from wagtail.models import Site

from cms.models import SiteSettings

__all__ = ["SECOND_HOST", "add_second_site"]

SECOND_HOST = "localhost"
NAME = {"de": "Lindenau gestaltet mit", "en": "Lindenau takes part"}
THEME = {"accent": "#9c2f1f", "has_band": True, "typeface": "serif"}


def add_second_site() -> Site:
    """Show the pages of the default site under the other name of this machine, too.

    An administrator may change or delete it; it is made with the demo and never again.
    """
    first = Site.objects.get(is_default_site=True)
    second = Site.objects.create(
        hostname=SECOND_HOST,
        port=first.port,
        root_page=first.root_page,
        site_name=NAME["de"],
    )
    SiteSettings.objects.create(site=second, site_name=NAME, **THEME)
    return second
