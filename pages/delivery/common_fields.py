"""The fields of every page."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from pages.delivery.data import ChangeData, DocumentData
from pages.delivery.page_data import TranslationData, VersionData
from pages.delivery.page_types import COMMON, COMMON_SUMMARY, Place
from pages.translation.marking import foreign_parts
from pages.translation.versions import entries_of

__all__ = ["register_common", "written_day", "written_moment"]


def register_common() -> None:
    summary = {
        "lead": lambda page, place: str(page.lead),
        "published_on": lambda page, place: written_day(page.published_on),
        "updated_on": lambda page, place: written_day(page.updated_on),
        "parent": parent,
        "project": lambda page, place: place.reader.page(place.gathered.project(page)),
        "translations": translations,
    }
    COMMON.update(
        summary,
        body=lambda page, place: place.stream(place.blocks(page, "body")),
        documents=documents,
        contacts=lambda page, place: [
            place.reader.contact(link.contact)
            for link in place.gathered.contacts[page.pk]
        ],
        funding=funding,
        changes=changes,
        ancestors=ancestors,
        seo_title=lambda page, place: page.seo_title,
        search_description=lambda page, place: page.search_description,
        translation=translation,
        untranslated=lambda page, place: sorted(foreign_parts(page)),
    )
    COMMON_SUMMARY.update(summary)


def written_day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def written_moment(value: datetime | None) -> str | None:
    return timezone.localtime(value).isoformat() if value else None


def parent(page: Any, place: Place) -> Any:
    above = place.gathered.above.get(page.path[: -page.steplen])
    return place.reader.page(above)


def ancestors(page: Any, place: Place) -> list[Any]:
    found = (place.reader.page(above) for above in place.gathered.ancestors(page))
    return [link for link in found if link]


def translations(page: Any, place: Place) -> list[VersionData]:
    """Return the other versions, each compared with the original."""
    versions = place.gathered.versions[page.translation_key]
    original = original_of(versions)
    return [
        {**link, "is_behind": is_behind(version, original)}
        for version in versions
        if version.pk != page.pk and (link := place.reader.page(version))
    ]


def original_of(versions: list[Any]) -> Any:
    source = settings.LANGUAGE_CODE
    found = (one for one in versions if one.locale.language_code == source)
    return next(found, None)


def is_behind(version: Any, original: Any) -> bool | None:
    if original is None or version.pk == original.pk:
        return None
    return bool((version.version or 0) < (original.version or 0))


def translation(page: Any, place: Place) -> TranslationData | None:
    if page.is_original:
        return None
    versions = place.gathered.versions[page.translation_key]
    original, entries = original_of(versions), entries_of(page)
    own = next((one for one in versions if one.pk == page.pk), None)
    is_open = any(entry["string"] is None for entry in entries)
    return {
        "original": place.reader.page(original),
        "is_behind": is_behind(own, original) if own else None,
        "is_partial": is_open or not page.text_version,
        "has_machine_text": any(entry.get("machine", False) for entry in entries),
        "reflects": written_moment(page.text_version_at),
        "original_changed": written_moment(original and original.version_at),
    }


def documents(page: Any, place: Place) -> list[DocumentData]:
    found = place.gathered.references.document
    links = place.gathered.documents[page.pk]
    written = (
        place.reader.document(found.get(link.document_id), link.title) for link in links
    )
    return [document for document in written if document]


def funding(page: Any, place: Place) -> list[Any]:
    project = place.gathered.project(page)
    links = place.gathered.fundings[project.pk] if project else ()
    return [place.reader.funding(link.funding) for link in links]


def changes(page: Any, place: Place) -> list[ChangeData]:
    notes = place.gathered.changes[page.pk]
    newest_first = sorted(notes, key=lambda note: note.date, reverse=True)
    return [
        {"date": note.date.isoformat(), "text": str(note.text)} for note in newest_first
    ]
