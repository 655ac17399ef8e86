"""Links as tokens, for a separate front end that reads drafts through the API."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.utils.translation import override

from cms.drafts.links.files import documents_of, files_through
from cms.drafts.links.finding import find_link, note_opening, pages_of
from cms.drafts.links.showing import newest_draft
from cms.drafts.tokens import SIGN, Draft, Source, register_source

__all__ = ["connect", "token_of"]

SOURCE: Source = "link"


def connect() -> None:
    register_source(SOURCE, find)


def token_of(secret: str) -> str:
    return f"{SOURCE}{SIGN}{secret}"


def find(secret: str) -> Draft | None:
    """Return the drafts of a link, the source language first; None if it is not valid.

    None, too, if its page stands below no site.
    """
    link = find_link(secret)
    site = link.page.get_site() if link else None
    if link is None or site is None:
        return None
    note_opening(link)
    drafts = {code: newest_draft(page) for code, page in pages_of(link).items()}
    way = partial(files_through, secret, files_of(drafts))
    return Draft(SOURCE, site, tuple(drafts.values()), link.expires_at, way)


def files_of(drafts: Mapping[str, Any]) -> frozenset[int]:
    """Return the documents of drafts, each in its own language."""
    found: set[int] = set()
    for code, draft in drafts.items():
        with override(code):
            found |= documents_of(draft)
    return frozenset(found)
