"""Makes events of what has changed, and writes them down with what is now known."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, Site

from cms.outbox.models import (
    Event,
    EventType,
    Feed,
    ToldPage,
    UntoldNote,
    locked_feed,
)
from cms.outbox.objects import pages_showing, public_addresses, type_of_object
from cms.outbox.pages import (
    all_public_pages,
    pages_below,
    public_pages,
    relatives,
    told_pages,
)
from cms.outbox.receiving import events_written
from cms.plugins import Action, ContentChange, content_changed
from cms.publishing.stored import PORTION, forget

__all__ = ["connect", "reconcile"]

WITH_ALL_BELOW = ("access", "moved", "unpublished")


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid="cms.outbox")


def after_change(
    changes: Sequence[ContentChange], notes: Sequence[int] = (), **kwargs: Any
) -> None:
    """Write the events of one transaction, exactly once.

    The notes go in the transaction in which the events come, so after a crash there
    are either notes to tell or events to send.
    """
    with transaction.atomic():
        feed = locked_feed()
        lost = lost_references(notes)
        if notes and not forget(notes, "default"):
            return  # Somebody took this process for dead, and told it.
        write(feed, EventsOf(changes, lost).make())


def lost_references(notes: Sequence[int]) -> dict[str, set[int]]:
    """Return the pages that showed what was deleted, by the number of that."""
    found: dict[str, set[int]] = {}
    for at in range(0, len(notes), PORTION):
        rows = UntoldNote.objects.filter(pk__in=notes[at : at + PORTION])
        for content in rows.values_list("content", flat=True):
            if content["shown_on"]:
                key = key_of(
                    content.get("model", ""), content.get("page", content.get("pk"))
                )
                found.setdefault(key, set()).update(content["shown_on"])
    return found


def key_of(model: str, pk: Any) -> str:
    return f"{model} {pk}"


def write(feed: Feed, events: Sequence[Event]) -> None:
    """Give events their positions; ``feed`` is locked."""
    if not events:
        return
    for event in events:
        feed.position += 1
        event.position = feed.position
    Event.objects.bulk_create(events, batch_size=PORTION)
    feed.save(update_fields=["position"])
    remember(events)
    events_written.send(sender=None, events=events)


def remember(events: Iterable[Event]) -> None:
    """Keep which pages programs know now, and where."""
    latest = {pk: after for event in events for pk, _before, after in event.pages}
    gone = [pk for pk, address in latest.items() if address is None]
    for at in range(0, len(gone), PORTION):
        ToldPage.objects.filter(page_id__in=gone[at : at + PORTION]).delete()
    known = [ToldPage(pk, address) for pk, address in latest.items() if address]
    ToldPage.objects.bulk_create(
        known,
        batch_size=PORTION,
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["address"],
    )


class EventsOf:
    """The events of some changes, from what programs were told and what is so now."""

    def __init__(
        self, changes: Sequence[ContentChange], lost: dict[str, set[int]]
    ) -> None:
        self.changes = changes
        self.lost = lost
        self.touched = [touched_by(change) for change in changes]
        every = set().union(*self.touched)
        self.told: dict[int, str | None] = dict(told_pages(every))
        self.now = public_pages(every)
        self.moment = timezone.now()

    def make(self) -> list[Event]:
        pairs = zip(self.changes, self.touched, strict=True)
        events = [self.event_of(change, touched) for change, touched in pairs]
        made = [event for event in events if event]
        # One question for all: most show the same pages.
        shown = {pk for event in made for pk in event.affected}
        public = public_pages(shown)
        for event in made:
            own = {page[0] for page in event.pages}
            event.affected = [
                [pk, public[pk].address]
                for pk in sorted(event.affected)
                if pk in public and pk not in own
            ]
        return made

    def event_of(self, change: ContentChange, touched: set[int]) -> Event | None:
        model = model_of(change)
        is_page = model is None or issubclass(model, Page)
        pages = self.pages_of(touched, int(change.pk) if is_page else None)
        if model is None or is_page:
            return self.page_event(change, pages)
        return self.new(
            change,
            type_of_object(model),
            is_gone=change.action in ("deleted", "unpublished"),
            pages=pages,
            addresses=public_addresses(model, change),
            affected=pages_showing(
                model, change.pk, self.lost.get(key_of(change.model, change.pk), ())
            ),
        )

    def pages_of(self, touched: set[int], own: int | None) -> list[list[Any]]:
        """Return what has changed for programs of some pages, the own one first."""
        found: list[list[Any]] = []
        for pk in sorted(touched, key=lambda pk: (pk != own, pk)):
            before = self.told.get(pk)
            page = self.now.get(pk)
            after = page.address if page else None
            if before != after or (pk == own and after is not None):
                found.append([pk, before, after])
            self.told[pk] = after
        return found

    def page_event(self, change: ContentChange, pages: list[list[Any]]) -> Event | None:
        pk = int(change.pk)
        own = next((page for page in pages if page[0] == pk), None)
        kind = type_of_page(change.action, own, pages)
        if kind is None:
            return None
        places = {page[1] for page in pages} ^ {page[2] for page in pages}
        near = relatives(
            pk, {page[0] for page in pages}, {place for place in places if place}
        )
        lost = self.lost.get(key_of("", pk), set())
        return self.new(
            change,
            kind,
            is_page=True,
            is_gone=own is None or own[2] is None,
            pages=pages,
            affected={*near, *lost},
        )

    def new(self, change: ContentChange, kind: EventType, **values: Any) -> Event:
        return Event(
            type=kind,
            model=change.model,
            object_id=change.pk,
            language=change.language,
            occurred_at=self.moment,
            **values,
        )


def touched_by(change: ContentChange) -> set[int]:
    """Return the pages to which something may have happened with a change."""
    model = model_of(change)
    if model is not None and issubclass(model, Site):
        # Wagtail forgets where sites begin after its other receivers, us among them.
        Site.clear_site_root_paths_cache()
        told = ToldPage.objects.values_list("page_id", flat=True)
        return {*told, *(page.pk for page in all_public_pages())}
    if model is not None and not issubclass(model, Page):
        return set()
    own = {int(change.pk)}
    return own | (pages_below(own) if takes_others_along(change) else set())


def takes_others_along(change: ContentChange) -> bool:
    """Whether it may show or hide the pages below, or change their addresses."""
    if change.action == "published":  # Once more, it changes nothing for them.
        return not told_pages([int(change.pk)])
    return change.action in WITH_ALL_BELOW


def model_of(change: ContentChange) -> type[Model] | None:
    try:
        return apps.get_model(change.model)
    except LookupError:  # a page type whose plugin is gone
        return None


PAGE_TYPES: dict[Action, EventType] = {
    "published": EventType.PAGE_PUBLISHED,
    "moved": EventType.PAGE_MOVED,
    "changed": EventType.PAGE_CHANGED,
    "access": EventType.ACCESS_CHANGED,
}


def type_of_page(
    action: Action, own: list[Any] | None, pages: list[list[Any]]
) -> EventType | None:
    """Return what happened for those who see only what is public; None for nothing.

    A hidden page that is published has not happened to them; one that is moved to where
    all may see it is published.
    """
    if own is None:  # It is not public and was not; the pages below may be.
        return PAGE_TYPES.get(action) if pages else None
    _pk, before, after = own
    if after is None:
        if action in ("access", "deleted"):
            return PAGE_TYPES.get(action, EventType.PAGE_DELETED)
        return EventType.PAGE_UNPUBLISHED
    if before is None and action != "access":
        return EventType.PAGE_PUBLISHED
    return PAGE_TYPES.get(action, EventType.PAGE_PUBLISHED)


def reconcile() -> int:
    """Tell what is public, or not any more, and was told by no signal.

    That is what was written by SQL, ``QuerySet.update`` or a restored backup. Texts
    that were changed so are not noticed. Returns how many pages it was.
    """
    with transaction.atomic():
        feed = locked_feed()
        now = {page.pk: page for page in all_public_pages()}
        told: dict[int, str | None] = dict(
            ToldPage.objects.values_list("page_id", "address")
        )
        learn_addresses(told, {pk: page.address for pk, page in now.items()})
        pages = {pk for pk in {*now, *told} if told.get(pk) != address_in(now, pk)}
        changes = [unnoticed(pk, told.get(pk), address_in(now, pk)) for pk in pages]
        write(feed, EventsOf(changes, {}).make())
    return len(pages)


def address_in(now: dict[int, Any], pk: int) -> str | None:
    return now[pk].address if pk in now else None


def learn_addresses(told: dict[int, str | None], now: dict[int, str]) -> None:
    """Fill in where pages are that were public before there was an outbox."""
    learned = [pk for pk, address in told.items() if address == "" and pk in now]
    told.update({pk: now[pk] for pk in learned})
    ToldPage.objects.bulk_update(
        [ToldPage(pk, now[pk]) for pk in learned], ["address"], batch_size=PORTION
    )


def unnoticed(pk: int, before: str | None, after: str | None) -> ContentChange:
    label = "wagtailcore.Page"
    row = Page.objects.filter(pk=pk).first()
    language = row.locale.language_code if row else ""
    action: Action = "moved"
    if before is None:
        action = "published"
    elif after is None:
        action = "unpublished" if row else "deleted"
    if row:
        label = row.cached_content_type.model_class()._meta.label
    return ContentChange(action=action, model=label, pk=str(pk), language=language)
