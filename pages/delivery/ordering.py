"""What pages are sorted by, and what comes behind a place in that order."""

from datetime import UTC, date, datetime
from typing import Any

from django.db.models import DateField, DateTimeField, F, Q, Value
from django.db.models.functions import Coalesce, Lower, TruncDate
from django.utils import timezone

from cms.api import Problem
from cms.api.cursors import NO_CURSOR, read_cursor
from cms.api.parameters import is_unreadable
from cms.page_types import field_of_any_type
from pages.delivery.questions import LARGEST_ID, PageQuestion

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "behind",
    "place_of",
    "published",
    "updated",
    "written",
]

FIRST_YEAR, LAST_YEAR = 1900, 2200
EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
LATEST = datetime(LAST_YEAR, 1, 1, tzinfo=UTC)


def published() -> Coalesce:
    first = TruncDate("first_published_at", tzinfo=timezone.get_default_timezone())
    return Coalesce(field_of_any_type("original_published_on", DateField()), first)


def updated() -> Coalesce:
    first = F("first_published_at")
    changed = field_of_any_type("content_updated_at", DateTimeField())
    return Coalesce(changed, first, output_field=DateTimeField())


def place_of(question: PageQuestion) -> Any:
    """Return what pages are sorted by. What has no moment comes last, both ways."""
    order = question.order.removeprefix("-")
    is_descending = question.order.startswith("-")
    if order == "path":
        return F("path")
    if order == "title":
        return Lower("title")
    last = EARLIEST if is_descending else LATEST
    if order == "published_on":
        return Coalesce(published(), Value(last.date(), output_field=DateField()))
    moment = updated() if order == "updated_on" else F("workshoppage__starts_at")
    return Coalesce(moment, Value(last, output_field=DateTimeField()))


def behind(asked: Any, question: PageQuestion) -> Q:
    """Return the condition for what comes behind a cursor."""
    text, pk = read_cursor(asked, question.cursor or "", str, int)
    place = read(text, question.order.removeprefix("-"))
    way = "lt" if question.order.startswith("-") else "gt"
    if not 0 < pk <= LARGEST_ID:
        raise Problem.at("cursor", NO_CURSOR)
    return Q(**{f"place__{way}": place}) | Q(place=place, **{f"pk__{way}": pk})


def written(place: Any) -> str:
    return str(place) if isinstance(place, str) else str(place.isoformat())


def read(text: str, order: str) -> Any:
    """Read what ``written`` wrote; raises Problem if somebody else did."""
    try:
        if order == "published_on":
            return date.fromisoformat(text)
        if order in {"starts_at", "updated_on"}:
            return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Problem.at("cursor", NO_CURSOR) from None
    if any(is_unreadable(sign) for sign in text):
        raise Problem.at("cursor", NO_CURSOR)
    return text
