"""Hosts of addresses: whose they are."""

from urllib.parse import urlsplit

from wagtail.models import Site

__all__ = ["host_of", "own_hosts"]


def host_of(url: str) -> str:
    """Return the host and port of an address; empty if it has none that can be read."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def own_hosts() -> frozenset[str]:
    """Return the hosts of our sites, from Wagtail's cache."""
    return frozenset(host_of(site.root_url) for site in Site.get_site_root_paths())
