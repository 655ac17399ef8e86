"""Tags of answers, and which of them are not true any more after an event.

Everything carries ``ALL``. What shows one page carries that page's tag, whatever else
carries ``LISTS``: lists, feeds, menus, and the pages of the site, on which stand menus,
neighbours and what plugins show.
"""

from collections.abc import Iterable

from cms.outbox.models import Event, EventType

__all__ = ["ALL", "LISTS", "MOST_PAGES", "tag_of_page", "tags_after"]

ALL = "all"
LISTS = "lists"
MOST_PAGES = 500
"""With more of them, all is forgotten: a cache compares each answer with each tag."""

FOR_ALL = (EventType.SETTINGS_CHANGED, EventType.ACCESS_CHANGED)
"""Sites and languages change addresses; who may read something, what is named of it."""


def tag_of_page(pk: int) -> str:
    return f"page-{pk}"


def tags_after(events: Iterable[Event]) -> list[str]:
    """Return the tags to forget after some events; none if there are no events."""
    pages: set[int] = set()
    kinds: set[str] = set()
    for event in events:
        kinds.add(event.type)
        pages |= {page[0] for page in (*event.pages, *event.affected)}
    if not kinds:
        return []
    if len(pages) > MOST_PAGES or kinds & set(FOR_ALL):
        return [ALL]
    return [LISTS, *map(tag_of_page, sorted(pages))]
