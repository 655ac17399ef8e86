"""Pages in every state of translation, and the rows that know how far each one is."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from benchmarks.content.directory import LANGUAGES
from benchmarks.content.forest import Forest
from benchmarks.content.moment import NOW
from benchmarks.progress import Progress
from home.models import HomePage
from pages.models import Contact, ProjectPage, TranslationProgress, WorkshopPage

__all__ = ["build_translations"]

CONTACTS = 300
PER_PROJECT = 30
KINDS = (
    # How the English page differs; of twenty workshops one is as in one entry.
    {"page": False},
    {"page": False},
    {"live": False, "open_strings": 12},
    {"live": False},
    {"open_strings": 3},
    {"machine_strings": 5},
    {"version": 1, "open_strings": 2},
    {"version": 1, "open_strings": 1},
    {"has_unpublished": True},
    *[{}] * 11,
)


def build_translations(size: int, progress: Progress) -> tuple[Locale, Locale]:
    """Fill the empty database with so many workshops; return both languages."""
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES
    }
    with transaction.atomic():
        plant_pages(Forest(locales, progress), size)
        add_contacts(locales)
    with connection.cursor() as cursor:
        # As PostgreSQL's autovacuum and a nightly job do on a site that is running.
        cursor.execute("ANALYZE")
    return locales["de"], locales["en"]


def plant_pages(forest: Forest, size: int) -> None:
    homes = plant_homes(forest)
    pairs: list[tuple[Page, dict[str, Any]]] = [(homes["de"], {})]
    for number in range(size):
        if number % PER_PROJECT == 0:
            project = plant(forest, ProjectPage, homes, f"projekt-{number}", {})
            pairs.append((project["de"], {}))
        facts = KINDS[number % len(KINDS)]
        workshop = plant(forest, WorkshopPage, project, f"werkstatt-{number}", facts)
        pairs.append((workshop["de"], facts))
    forest.write()
    forest.check()
    add_progress(pairs, forest.locales)


def plant_homes(forest: Forest) -> dict[str, Page]:
    Page.objects.filter(depth=2).delete()
    key = uuid4()
    homes = {}
    for code, locale in forest.locales.items():
        home = HomePage(title="Start", slug=code, locale=locale, translation_key=key)
        homes[code] = Page.get_first_root_node().add_child(instance=home)
    return homes


def plant(
    forest: Forest,
    kind: type[Page],
    parents: dict[str, Page],
    slug: str,
    facts: dict[str, Any],
) -> dict[str, Page]:
    key = uuid4()
    codes = LANGUAGES if facts.get("page", True) else LANGUAGES[:1]
    return {
        code: forest.place(
            kind(
                title=f"Werkstatt für alle: {slug}",
                slug=slug,
                locale=forest.locales[code],
                translation_key=key,
                live=code == "de" or facts.get("live", True),
                first_published_at=NOW,
                last_published_at=NOW,
            ),
            parents[code],
        )
        for code in codes
    }


def add_progress(
    pairs: Iterable[tuple[Any, dict[str, Any]]], locales: dict[str, Locale]
) -> None:
    """Store what wagtail-localize and the platform know of each translation."""
    started = [(page, facts) for page, facts in pairs if facts.get("page", True)]
    kinds = {type(page) for page, _facts in started}
    types = {kind: ContentType.objects.get_for_model(kind) for kind in kinds}
    keys = [page.translation_key for page, _facts in started]
    base = ContentType.objects.get_for_model(started[0][0].get_translation_model())
    TranslatableObject.objects.bulk_create(
        TranslatableObject(translation_key=key, content_type=base) for key in keys
    )
    sources = TranslationSource.objects.bulk_create(
        TranslationSource(
            object_id=page.translation_key,
            specific_content_type=types[type(page)],
            locale=locales["de"],
            object_repr=str(page),
            content_json="{}",
            last_updated_at=NOW,
        )
        for page, _facts in started
    )
    translations = Translation.objects.bulk_create(
        Translation(source=source, target_locale=locales["en"]) for source in sources
    )
    TranslationProgress.objects.bulk_create(
        TranslationProgress(translation=translation, **numbers(facts))
        for translation, (_page, facts) in zip(translations, started, strict=True)
    )


def numbers(facts: dict[str, Any]) -> dict[str, Any]:
    known = {"source_version": 2, "version": 2, **facts}
    return {name: value for name, value in known.items() if name != "live"}


def add_contacts(locales: dict[str, Locale]) -> None:
    """Store contacts in both languages; every third has a role to translate."""
    keys = [uuid4() for _number in range(CONTACTS)]
    for locale in locales.values():
        Contact.objects.bulk_create(
            Contact(name=f"Kontakt {number}", translation_key=key, locale=locale)
            for number, key in enumerate(keys)
        )
    german = Contact.objects.filter(locale=locales["de"]).order_by("pk")
    facts = [
        {"source_version": 0, "version": 0, "open_strings": int(number % 3 == 0)}
        for number in range(CONTACTS)
    ]
    add_progress(zip(german, facts, strict=True), locales)
