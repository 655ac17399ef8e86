"""Where feeds are: for the head of a page, and for readers that look there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

if TYPE_CHECKING:
    from pages.models import ContentPage

__all__ = ["FeedLink", "feeds_beside"]


@dataclass(frozen=True, slots=True)
class FeedLink:
    title: str
    path: str


def feeds_beside(page: "ContentPage") -> Iterator[FeedLink]:
    """Yield the feeds that readers of a page may want, the nearest first.

    Costs no query: the project is known for its funding notice.
    """
    if project := page.project:
        path = reverse("project_feed", args=[project.translation_key])
        title = gettext("Project “%(title)s”") % {"title": project.title}
        yield FeedLink(title, path)
    yield FeedLink(gettext("News"), reverse("news_feed"))
    yield FeedLink(gettext("Changes of workshops"), reverse("changes_feed"))
