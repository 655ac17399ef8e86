"""What is sent: one event as JSON."""

import json
from typing import Any

from cms.api.names import name_of
from cms.outbox.cursors import Cursor
from cms.outbox.models import Event, Feed

__all__ = ["body_of", "payload_of"]


def body_of(event: Event, feed: Feed) -> bytes:
    return json.dumps(payload_of(event, feed), ensure_ascii=False).encode()


def payload_of(event: Event, feed: Feed) -> dict[str, Any]:
    """Return an event for programs; docs/webhooks.md explains each part.

    ``cursor`` is where the change feed goes on after it.
    """
    data: dict[str, Any] = {
        "id": str(event.key),
        "type": event.type,
        "occurred_at": event.occurred_at.isoformat(),
        "cursor": str(Cursor(feed.epoch, event.position)),
        "object": {
            "type": name_of(event.model),
            "id": event.object_id,
            "language": event.language or None,
            "is_gone": event.is_gone,
        },
        "pages": [
            {"id": pk, "before": before or None, "after": after}
            for pk, before, after in event.pages
        ],
        "addresses": [
            {"before": before, "after": after} for before, after in event.addresses
        ],
        "affected": [{"id": pk, "path": path} for pk, path in event.affected],
    }
    if event.type == "page.moved" and event.pages:
        _pk, before, after = event.pages[0]
        data["moved"] = {"from": before or None, "to": after}
    return data
