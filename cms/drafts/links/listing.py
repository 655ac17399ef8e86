"""The links of a page as editors see them, in as many queries for many as for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.addresses import absolute
from cms.drafts.front_ends import front_ends_for
from cms.drafts.links.finding import links_at, versions_of
from cms.drafts.links.keeping import may_share
from cms.drafts.links.models import DraftLink
from cms.drafts.links.source import token_of
from cms.drafts.previewing import path_of

__all__ = ["Address", "LinkList", "Row"]


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    link: DraftLink
    languages: str
    addresses: Sequence[Address]
    """Where it leads; nothing for those who may not give it away."""


class LinkList:
    """What a person may see of the links of a page, and may do with them."""

    def __init__(self, page: Any, request: HttpRequest) -> None:
        self.page, self.request = page, request

    @cached_property
    def versions(self) -> dict[str, Page]:
        return versions_of(self.page)

    @cached_property
    def may_share_all(self) -> bool:
        """Whether the person may edit the page in all its languages."""
        return may_share(self.request.user, self.versions.values())

    @cached_property
    def rows(self) -> list[Row]:
        links = links_at(self.page).select_related("created_by", "revoked_by")
        return [self.row(link) for link in links]

    def row(self, link: DraftLink) -> Row:
        shown = self.versions.values() if link.is_bundle else [self.page]
        names = [str(page.locale.get_display_name()) for page in shown]
        may_read = link.is_valid and (self.may_share_all or not link.is_bundle)
        addresses = self.addresses(link) if may_read else []
        return Row(link, ", ".join(names), addresses)

    def addresses(self, link: DraftLink) -> list[Address]:
        """Return where a link leads, in the language of the page."""
        language = self.page.locale.language_code
        own = absolute(link.path(language), self.page.full_url)
        parameters = {
            "token": token_of(link.secret),
            "type": "page",
            "language": language,
            "path": path_of(self.page, self.request),
        }
        elsewhere = [one.address_of(**parameters) for one in self.front_ends]
        return [
            Address(_("on the website"), own),
            *(Address(_("in the separate front end"), url) for url in elsewhere),
        ]

    @cached_property
    def front_ends(self) -> Any:
        return front_ends_for(self.page)
