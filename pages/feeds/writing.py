"""An Atom feed of values, valid whatever stands in a title.

Atom1Feed writes the format; what it leaves open is decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from pages.feeds.entries import Entry

__all__ = ["CONTENT_TYPE", "Feed", "atom"]

CONTENT_TYPE = Atom1Feed.content_type
# What XML 1.0 §2.2 allows; databases and forms let other characters through.
NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed was last changed in which nothing ever was: always the same."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and where it is; ``author`` is whoever publishes the site."""

    id: str
    title: str
    page_url: str
    url: str
    author: str
    language: str
    entries: Sequence[Entry]


class SteadyAtom(Atom1Feed):
    """Unchanged content gives the same bytes; without entries, Django takes "now"."""

    def latest_post_date(self) -> datetime:
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=LONG_AGO)


def atom(feed: Feed) -> str:
    """Return a feed as XML."""
    written = SteadyAtom(
        title=allowed(feed.title),
        link=feed.page_url,
        description=None,
        language=feed.language,
        author_name=allowed(feed.author),
        feed_url=feed.url,
        feed_guid=feed.id,
    )
    for entry in feed.entries:
        written.add_item(
            title=allowed(entry.title),
            link=entry.url,
            # Atom1Feed marks it as HTML.
            description=escape(allowed(entry.summary)) or None,  # type: ignore[arg-type]  # None leaves it out
            unique_id=entry.id,
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
        )
    text: str = written.writeString("utf-8")
    return text


def allowed(text: str) -> str:
    """Return a text without what no XML can hold."""
    return NO_XML.sub("", text)
