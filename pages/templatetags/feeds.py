"""Where the feeds of a page are. They are made in pages.feeds."""

from django import template

from pages.feeds.links import FeedLink, feeds_beside
from pages.models import ContentPage

register = template.Library()


@register.simple_tag
def feed_links(page: ContentPage) -> list[FeedLink]:
    return list(feeds_beside(page))
