"""What is measured of translations: each thing done once, on pages made for it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.signals import page_published
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from benchmarks.content.translated import Workshops, translate_texts
from benchmarks.requests import queries
from pages.translation.publishing import confirm, publish_translation
from pages.translation.receivers import after_publication
from pages.translation.starting import start_translation

__all__ = ["Measured", "Measurements"]

OURS = "pages.translation"  # under this name our receivers are connected


@dataclass(slots=True)
class Measured:
    """One thing that was done, round by round."""

    what: str
    base: str
    """What its time and queries are a multiple of."""
    queries: list[int] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)

    def run(self, work: Callable[[], object]) -> None:
        began = time.perf_counter()
        with queries() as statements, transaction.atomic():  # as views of the admin do
            work()
        self.ms.append((time.perf_counter() - began) * 1000)
        self.queries.append(len(statements))

    def times(self, base: "Measured") -> float:
        """Return the median of the rounds' ratios."""
        pairs = zip(self.ms, base.ms, strict=True)
        return median(own / other for own, other in pairs)


ALONE = "publish, no other language"
START = "start_translation"
BASES = {
    ALONE: ALONE,
    "publish, a number changed": ALONE,
    "publish, a text changed": ALONE,
    "publish, wagtail-localize: sync": ALONE,
    "publish, wagtail-localize: sync and publish": ALONE,
    START: START,
    "wagtail-localize: submit": START,
}


class Measurements:
    """Pages of equal content: one for each thing that is done to it."""

    def __init__(self, workshops: Workshops) -> None:
        self.workshops = workshops
        self.locale = Locale.objects.get(language_code="en")
        self.measured = {what: Measured(what, base) for what, base in BASES.items()}
        self.alone = workshops.add()
        self.followed = workshops.add()
        start_translation(self.followed, self.locale)
        self.complete(self.followed)
        self.plain = workshops.add()
        with without_following():
            translate_object(self.plain, [self.locale])
            translate_texts(self.plain, self.locale)
            self.publish_plainly()

    def forget(self) -> None:
        """Forget the rounds until now."""
        for measured in self.measured.values():
            measured.ms.clear()
            measured.queries.clear()

    def complete(self, page: Page) -> None:
        translate_texts(page, self.locale)
        publish_translation(self.translation(page))

    def translation(self, page: Page) -> Translation:
        return Translation.objects.get(
            source__object_id=page.translation_key, target_locale=self.locale
        )

    def round(self, number: int) -> None:
        """Do everything once, in turns: what disturbs one disturbs all."""
        run = {what: measured.run for what, measured in self.measured.items()}
        run[ALONE](self.publication(self.alone, places=number))
        run["publish, a number changed"](self.publication(self.followed, places=number))
        run["publish, a text changed"](
            self.publication(self.followed, lead=f"Machen Sie {number} mal mit.")
        )
        confirm(self.translation(self.followed), None)
        publish_translation(self.translation(self.followed))
        with without_following():
            self.sync(run, number)
            new = self.workshops.add()
            run["wagtail-localize: submit"](
                lambda: translate_object(new, [self.locale])
            )
        other = self.workshops.add()
        run[START](lambda: start_translation(other, self.locale))

    def sync(self, run: dict[str, Any], number: int) -> None:
        publish = self.publication(self.plain, places=number)
        source = self.translation(self.plain).source

        def publish_and_sync() -> None:
            publish()
            source.update_from_db()

        run["publish, wagtail-localize: sync"](publish_and_sync)
        again = self.publication(self.plain, places=number + 1)

        def publish_everything() -> None:
            again()
            source.update_from_db()
            self.publish_plainly()

        run["publish, wagtail-localize: sync and publish"](publish_everything)

    def publish_plainly(self) -> None:
        self.translation(self.plain).save_target(publish=True)

    def publication(self, page: Any, **values: Any) -> Callable[[], object]:
        """Save a draft, which is not measured, and return how to publish it."""
        page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
        for name, value in values.items():
            setattr(page, name, value)
        page.update_pending = True
        revision = page.save_revision()
        publish: Callable[[], object] = revision.publish
        return publish


@contextmanager
def without_following() -> Iterator[None]:
    """Leave wagtail-localize alone with publications."""
    if not page_published.disconnect(dispatch_uid=OURS):
        raise RuntimeError("Nobody of ours listens to publications.")
    try:
        yield
    finally:
        page_published.connect(after_publication, dispatch_uid=OURS)
