"""What visitors could see of pages before a transaction, and what they see after it.

A page is public if it is live, wherever it stands. Whether a restriction hides it is
told by the action "access". Addresses come from ``url_path`` as ``Page.get_url`` makes
them, so that those of a whole subtree cost one query; a page type that overrides
``get_url_parts`` is told under Wagtail's address.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from cms.plugins import Action, ContentChange

__all__ = [
    "Addresses",
    "PageNote",
    "PageState",
    "model_label",
    "note_on_deletion",
    "note_on_restriction",
    "note_on_save",
    "page_changes",
]


@dataclass(frozen=True, slots=True)
class PageState:
    """A row of the page table, as far as the event depends on it."""

    pk: int
    path: str
    url_path: str
    live: bool
    last_published_at: datetime | None
    locale_id: int
    content_type_id: int
    address: str
    """"" if the page stands below no site's root."""

    @property
    def addresses(self) -> tuple[str, ...]:
        return (self.address,) if self.live and self.address else ()


COLUMNS = (
    "pk",
    "path",
    "url_path",
    "live",
    "last_published_at",
    "locale_id",
    "content_type_id",
)


@dataclass(frozen=True, slots=True)
class PageNote:
    """A page was touched that looked so before, as did the public pages below it.

    ``before`` lacks a page that was not there. It holds those below only where their
    addresses or their privacy change with this page.
    """

    pk: int
    before: dict[int, PageState] = field(default_factory=dict)
    privacy: bool = False


class Addresses:
    """Makes addresses of ``url_path`` by Wagtail's own rules, reading sites once."""

    def __init__(self) -> None:
        self.page = Page()

    def __getitem__(self, url_path: str) -> str:
        self.page.url_path = url_path
        parts = self.page.get_url_parts()
        return (parts and parts[2]) or ""


def read(pages: Any) -> dict[int, PageState]:
    addresses = Addresses()
    rows = pages.order_by("path").values(*COLUMNS)
    return {
        row["pk"]: PageState(**row, address=addresses[row["url_path"]]) for row in rows
    }


def read_page(pk: int, using: str) -> PageState | None:
    return read(Page.objects.using(using).filter(pk=pk)).get(pk)


def read_below(page: PageState, using: str) -> dict[int, PageState]:
    """Return the public pages below one, in a single query."""
    below = Page.objects.using(using).filter(path__startswith=page.path, live=True)
    return read(below.exclude(pk=page.pk))


def note_on_save(page: Page, using: str) -> PageNote:
    """Note a page that exists and is about to be saved."""
    own = read_page(page.pk, using)
    if own is None:
        return PageNote(page.pk)
    takes_others_along = own.url_path != page.url_path
    below = read_below(own, using) if takes_others_along else {}
    return PageNote(page.pk, {own.pk: own, **below})


def note_on_restriction(pk: int, using: str) -> PageNote:
    """Note a page whose privacy is about to change, and that of all below."""
    own = read_page(pk, using)
    if own is None:
        return PageNote(pk, privacy=True)
    return PageNote(pk, {pk: own, **read_below(own, using)}, privacy=True)


def note_on_deletion(page: Page) -> PageNote:
    """Note a page that is about to be deleted, without a query.

    Each page of a deleted tree has its own note: Django loads and announces them all.
    """
    values = {column: getattr(page, column) for column in COLUMNS}
    state = PageState(**values, address=Addresses()[page.url_path])
    return PageNote(page.pk, {page.pk: state})


def page_changes(notes: list[PageNote], using: str) -> Iterator[ContentChange]:
    """Yield what happened to each page, if visitors can see a difference."""
    if not notes:
        return
    comparison = Comparison(notes, using)
    languages = dict(
        Locale.objects.using(using).values_list("pk", "language_code").order_by()
    )
    for pk, own_notes in comparison.notes.items():
        before, after = comparison.before.get(pk), comparison.after.get(pk)
        state = after or before
        pairs = comparison.pairs_below(own_notes, after)
        privacy = any(note.privacy for note in own_notes)
        action = action_of(before, after, pairs, privacy=privacy)
        if state is None or action is None:
            continue
        told = pairs if privacy or any(map(has_moved, pairs)) else []
        yield ContentChange(
            action=action,
            model=model_label(state.content_type_id),
            pk=str(pk),
            language=languages.get(state.locale_id, ""),
            addresses_before=addresses([before, *(old for old, _new in told)]),
            addresses_after=addresses([after, *(new for _old, new in told)]),
        )


Pair = tuple[PageState, PageState]


class Comparison:
    """The first known state of all noted pages beside the one they have now."""

    def __init__(self, notes: list[PageNote], using: str) -> None:
        self.using = using
        self.notes: dict[int, list[PageNote]] = defaultdict(list)
        self.before: dict[int, PageState | None] = {}
        for found in notes:
            self.notes[found.pk].append(found)
            self.before.setdefault(found.pk, found.before.get(found.pk))
            for pk, state in found.before.items():
                self.before.setdefault(pk, state)
        self.after = read(Page.objects.using(using).filter(pk__in=self.notes))

    def pairs_below(self, notes: list[PageNote], own: PageState | None) -> list[Pair]:
        """Return the pages below one that were and are public, in the tree's order."""
        noted = {pk for note in notes for pk in note.before if pk != note.pk}
        if own is None or not noted:
            return []
        pairs = (
            (self.before.get(pk), state)
            for pk, state in read_below(own, self.using).items()
            if pk in noted
        )
        return [(old, new) for old, new in pairs if old and old.live]


def action_of(
    before: PageState | None,
    after: PageState | None,
    pairs: list[Pair],
    *,
    privacy: bool,
) -> Action | None:
    """Return the strongest thing that happened; None if nobody can see a difference."""
    if before and before.live and not (after and after.live):
        return "unpublished" if after else "deleted"
    if after and after.live and not (before and before.live):
        return "published"
    public = [(before, after)] if before and after and before.live else []
    if any(map(has_moved, [*public, *pairs])):
        return "moved"
    if privacy and (public or pairs):
        return "access"
    if not public:
        return None
    [(old, new)] = public
    published = old.last_published_at != new.last_published_at
    return "published" if published else "changed"


def has_moved(pair: Pair) -> bool:
    old, new = pair
    return old.address != new.address


def addresses(states: list[PageState | None]) -> tuple[str, ...]:
    return tuple(address for state in states if state for address in state.addresses)


def model_label(content_type_id: int) -> str:
    content_type = ContentType.objects.get_for_id(content_type_id)
    if model := content_type.model_class():
        return model._meta.label
    # The app of a page type may be gone, its pages are not.
    return f"{content_type.app_label}.{content_type.model}"
