"""What drafts show: their children from memory, all else as visitors may see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.models import Page

from pages.delivery.gathering import By, Gathered
from pages.delivery.guarding import Guard
from pages.delivery.reading import Reader
from pages.references import References, foreign_keys

__all__ = ["DraftGathered", "DraftGuard"]


@dataclass(slots=True)
class DraftGuard(Guard):
    """Allows, beside what is public, the drafts themselves wherever they lie."""

    drafts: frozenset[int] = frozenset()

    def allows_page(self, page: Any) -> bool:
        # A dataclass with slots is another class than the one super() would know.
        return page.pk in self.drafts or Guard.allows_page(self, page)


class DraftGathered(Gathered):
    """What drafts in one language show. ``drafts`` are those in all languages."""

    def __init__(
        self, pages: Sequence[Any], reader: Reader, drafts: Iterable[Page]
    ) -> None:
        super().__init__(pages, reader)
        self.drafts: dict[int, Any] = {draft.pk: draft for draft in drafts}

    def attached(self, model: Any, pages: Iterable[Any], *related: str) -> By:
        """Return the inline rows as they are in the forms of drafts."""
        pages = list(pages)
        found = super().attached(
            model, [page for page in pages if page.pk not in self.drafts], *related
        )
        for page in pages:
            if draft := self.drafts.get(page.pk):
                found[page.pk] = children_of(draft, model)
        if related:
            complete(model, [found[pk] for pk in self.drafts if pk in found], related)
        return found

    @cached_property
    def references(self) -> References:
        """Lead links to drafts, and leave out files that were deleted meanwhile."""
        found = super().references
        by_key = {(one.translation_key, one.locale_id): one for one in self.pages}
        for draft in self.drafts.values():
            here = (draft.translation_key, self.pages[0].locale_id)
            known = found.page.get(draft.pk, draft)
            found.page[draft.pk] = by_key.get(here, known)
        for page in self.pages:
            for kind, name in foreign_keys(page):
                if getattr(page, name) not in getattr(found, kind):
                    setattr(page, name, None)
        return found

    @cached_property
    def versions(self) -> dict[Any, list[Any]]:
        """All public versions of the pages, and drafts in place of their own ones."""
        found = super().versions
        for draft in self.drafts.values():
            others = {one.pk: one for one in found[draft.translation_key]}
            public = others.pop(draft.pk, None)
            # What a draft says of versions is as old as the draft; the page counts.
            counted = public if public and draft.is_original else None
            draft.version = counted.version if counted else draft.text_version
            draft.version_at = counted.version_at if counted else draft.text_version_at
            several = [*others.values(), draft]
            found[draft.translation_key] = sorted(several, key=lambda one: one.pk)
        return found


def children_of(page: Any, model: Any) -> list[Any]:
    """Return the inline rows of a model that a page has in memory."""
    accessor = model._meta.get_field("page").remote_field.get_accessor_name()
    return list(getattr(page, accessor).all()) if hasattr(page, accessor) else []


def complete(model: Any, rows: list[list[Any]], related: Sequence[str]) -> None:
    """Fetch what rows refer to in one query; leave out those that refer to nothing.

    ``related`` are paths that begin with the same foreign key.
    """
    name = related[0].partition("__")[0]
    beyond = [path.partition("__")[2] for path in related]
    field = model._meta.get_field(name)
    wanted = {getattr(row, field.attname) for several in rows for row in several}
    targets = field.related_model.objects.select_related(*beyond).in_bulk(wanted)
    for several in rows:
        several[:] = [row for row in several if getattr(row, field.attname) in targets]
        for row in several:
            setattr(row, name, targets[getattr(row, field.attname)])
