"""An act in one line, and what came of it."""

from typing import Any
from uuid import uuid4

from pages.acts.kinds import Act, Kind, Words
from pages.models import WorkshopPage
from tests import factories
from tests.rendering.reading import Reading

__all__ = [
    "ENGLISH",
    "GERMAN",
    "act",
    "draft_of",
    "read",
    "show_silent_picture",
    "stored",
]

GERMAN = Words("Wir bitten um Verständnis.", "Die Werkstatt ist abgesagt.")
ENGLISH = Words("Please bear with us.", "The workshop is off.")


def act(kind: Kind = Kind.CANCEL, **values: Any) -> Act:
    values = {"words": GERMAN, "translations": {"en": ENGLISH}, **values}
    return Act(kind, uuid4(), **values)


def stored(workshop: WorkshopPage) -> WorkshopPage:
    return WorkshopPage.objects.get(pk=workshop.pk)


def draft_of(workshop: WorkshopPage) -> Any:
    return stored(workshop).get_latest_revision_as_object()


def show_silent_picture(workshop: WorkshopPage) -> None:
    """Show a picture without words, as a page does that is older than the rule."""
    figure = {"type": "figure", "value": {"image": factories.image("Platz").pk}}
    body = workshop.body.stream_block.to_python([figure])
    WorkshopPage.objects.filter(pk=workshop.pk).update(body=body)


def read(page: Any, client: Any) -> str:
    return Reading(client.get(page.url)).text
