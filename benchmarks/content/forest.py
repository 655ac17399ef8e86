"""Thousands of pages in seconds: planted in memory, written table by table.

Wagtail adds a page with a dozen queries, signals and an index entry. Here places in
the tree are counted by the parents, all rows of a table are written at once, and the
tree is then checked by treebeard itself. There are no revisions and no reference index:
what visitors see reads neither.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from wagtail.models import Locale, Page

from benchmarks.content.directory import LANGUAGES
from benchmarks.progress import Progress

__all__ = ["Forest", "Pair"]

BATCH = 500

Pair = dict[str, Any]
"""A page in each language."""


class Forest:
    """Pages below stored ones, in all languages, kept until they are written."""

    def __init__(self, locales: dict[str, Locale], progress: Progress) -> None:
        self.locales = locales
        self.progress = progress
        self.waiting: dict[type[Page], list[Page]] = defaultdict(list)
        self.stored_parents: dict[int, Page] = {}

    def plant(
        self,
        kind: type[Page],
        parents: Pair,
        slug: str,
        published: datetime,
        facts: Callable[[str], dict[str, Any]],
    ) -> Pair:
        """Give a new page its place in each language; ``facts`` are its values."""
        key = uuid4()
        return {
            code: self.place(
                kind(
                    slug=slug,
                    locale=self.locales[code],
                    translation_key=key,
                    first_published_at=published,
                    last_published_at=published,
                    content_updated_at=published,
                    **facts(code),
                ),
                parents[code],
            )
            for code in LANGUAGES
        }

    def place(self, page: Page, parent: Page) -> Page:
        if parent.pk:
            self.stored_parents[parent.pk] = parent
        parent.numchild += 1
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, parent.numchild)  # noqa: SLF001 (treebeard names it so and has no other)
        page.numchild = 0
        page.draft_title = page.title
        page.set_url_path(parent)
        self.waiting[type(page)].append(page)
        return page

    def write(self) -> None:
        """Store what was planted since; the pages then have their keys."""
        for model, pages in self.waiting.items():
            name = model._meta.object_name or ""
            for start in range(0, len(pages), BATCH):
                self.write_batch(model, pages[start : start + BATCH])
                self.progress.count(name, min(start + BATCH, len(pages)), len(pages))
        Page.objects.bulk_update(self.stored_parents.values(), ["numchild"])
        self.waiting.clear()

    def write_batch(self, model: type[Page], pages: list[Page]) -> None:
        Page.objects.bulk_create(pages)
        for page in pages:
            page.page_ptr_id = page.id
        # Django's bulk_create refuses models with a parent table, whose half is
        # written by now.
        own_columns = model._meta.local_concrete_fields
        rows: Any = QuerySet(model)
        rows._batched_insert(pages, own_columns, None)  # noqa: SLF001 (as above)

    def check(self) -> None:
        """Raise ValueError if what treebeard reads is not a tree."""
        problems = Page.find_problems()
        if any(problems):
            raise ValueError(f"The generated page tree is broken: {problems}")
