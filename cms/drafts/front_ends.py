"""Separate front ends that show drafts: one for each site, by its settings."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from wagtail.models import Page, Site

from cms.drafts.addresses import origin_of
from cms.models import SiteSettings

__all__ = ["FrontEnd", "front_ends_for", "is_front_end_mode"]

MODE = "front-end-"


@dataclass(frozen=True, slots=True)
class FrontEnd:
    """The page of a front end that shows drafts."""

    site: Site
    address: str

    @property
    def mode(self) -> str:
        """What the mode of previews that leads there is called."""
        return f"{MODE}{self.site.pk}"

    @property
    def origin(self) -> str:
        return origin_of(self.address)

    def address_of(self, **parameters: str) -> str:
        """Return the address with parameters; those without a value are left out."""
        given = urlencode({name: value for name, value in parameters.items() if value})
        sign = "&" if urlsplit(self.address).query else "?"
        return f"{self.address}{sign}{given}"


def front_ends_for(instance: Any) -> list[FrontEnd]:
    """Return where an object can be seen: a page on its site, a snippet on each.

    The form for a new page does not know yet where that will be: it offers all.
    """
    rows = SiteSettings.objects.exclude(front_end_preview="").select_related("site")
    found = [FrontEnd(row.site, row.front_end_preview) for row in rows]
    if not isinstance(instance, Page) or not instance.url_path or not found:
        return sorted(found, key=by_site)
    site = instance.get_site()
    return [one for one in found if site and one.site.pk == site.pk]


def by_site(front_end: FrontEnd) -> tuple[bool, str]:
    return not front_end.site.is_default_site, front_end.site.hostname


def is_front_end_mode(mode: str) -> bool:
    return mode.startswith(MODE)
