"""What pages refer to: people, places, funds and files, in both languages."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.models import Locale

from benchmarks.content.words import paragraphs, sentence
from pages.models import (
    Contact,
    Funding,
    Organisation,
    SiteDocument,
    SiteImage,
    Venue,
)

__all__ = ["LANGUAGES", "Directory", "build_directory"]

LANGUAGES = ("de", "en")
IMAGES = 40
DOCUMENTS = 60


@dataclass(frozen=True, slots=True)
class Directory:
    """Objects by language, in the same order in each; images know all languages."""

    locales: dict[str, Locale]
    images: list[SiteImage]
    documents: dict[str, list[SiteDocument]]
    organisations: dict[str, list[Organisation]]
    contacts: dict[str, list[Contact]]
    venues: dict[str, list[Venue]]
    fundings: dict[str, list[Funding]]


def build_directory() -> Directory:
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES
    }
    images = [draw(number) for number in range(IMAGES)]

    def in_both(model: Any, count: int, facts: Callable[..., Any]) -> Any:
        keys = [uuid.uuid4() for _ in range(count)]
        return {
            code: model.objects.bulk_create(
                model(locale=locale, translation_key=key, **facts(code, number))
                for number, key in enumerate(keys)
            )
            for code, locale in locales.items()
        }

    organisations = in_both(Organisation, 10, lambda code, n: organisation(n, images))
    return Directory(
        locales=locales,
        images=images,
        documents={code: upload(code) for code in LANGUAGES},
        organisations=organisations,
        contacts=in_both(
            Contact, 40, lambda code, n: contact(n, organisations[code][n % 10])
        ),
        venues=in_both(Venue, 20, venue),
        fundings=in_both(Funding, 3, lambda code, n: funding(code, n, images)),
    )


def organisation(number: int, images: list[SiteImage]) -> dict[str, Any]:
    return {
        "name": f"Institut {number}",
        "url": f"https://institut-{number}.example.org/",
        "logo": images[number],
    }


def contact(number: int, organisation: Organisation) -> dict[str, Any]:
    return {
        "name": f"Kontakt {number}",
        "role": "Projektbüro",
        "organisation": organisation,
        "email": f"kontakt-{number}@example.org",
        "phone": f"+49 231 {number:05}",
    }


def venue(language: str, number: int) -> dict[str, Any]:
    return {
        "name": f"Stadtteilhaus {number}",
        "street": f"Werkstraße {number + 1}",
        "postal_code": "44135",
        "city": "Lindenau",
        "wheelchair_access": "yes",
        "access_note": sentence(language, number),
        "arrival": sentence(language, number + 1),
        "latitude": "51.514200",
        "longitude": "7.465300",
    }


def funding(language: str, number: int, images: list[SiteImage]) -> dict[str, Any]:
    return {
        "programme": f"Gute Orte {number}",
        "funder": f"Stiftung {number}",
        "grant_number": f"GO-{number:04}",
        "notice": paragraphs(language, number, 1)[0],
        "logo": images[20 + number],
    }


def draw(number: int) -> SiteImage:
    """Return a stored picture, small, because only its markup is measured."""
    content = BytesIO()
    Picture.new("RGB", (96, 64), (number * 6, 90, 120)).save(content, "PNG")
    return SiteImage.objects.create(
        title=f"Bild {number}",
        file=ContentFile(content.getvalue(), name=f"bild-{number}.png"),
        alt_texts={"de": f"Bild {number}", "en": f"Picture {number}"},
        credit="Foto: Jo Doe",
        licence="CC BY 4.0",
    )


def upload(language: str) -> list[SiteDocument]:
    """Return stored documents; to show a link, nobody opens the file."""
    return [
        SiteDocument.objects.create(
            title=f"Dokument {number}",
            file=ContentFile(b"x" * 1500, name=f"dokument-{language}-{number}.docx"),
            language=language,
            page_count=number + 1,
        )
        for number in range(DOCUMENTS)
    ]
