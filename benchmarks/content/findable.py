"""The demo among thousands of generated pages and PDF files, to be searched."""

import io
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

from django.core.management.base import OutputWrapper
from django.db import connection, transaction
from wagtail.models import Collection, Locale, Page

from benchmarks.content.directory import LANGUAGES
from benchmarks.content.forest import Forest, Pair
from benchmarks.content.moment import NOW
from benchmarks.content.vocabulary import (
    BEGINNINGS,
    ENDS,
    LITTLE,
    PEOPLE,
    PLACES,
)
from benchmarks.progress import Progress
from home.demo.loading import load_demo
from home.models import HomePage
from pages.models import (
    NewsIndexPage,
    NewsPage,
    PageDocument,
    PdfText,
    ProjectPage,
    SiteDocument,
    StandardPage,
    WorkshopPage,
)
from pages.pdf.checking import check

__all__ = ["build_findable"]

PER_PROJECT = 100
BATCH = 500
WORDS_OF_A_PDF = 600


class Writer:
    """Writes texts of generated words; the same ones in each run."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def word(self, language: str) -> str:
        if self.random.random() < 0.6:
            return self.random.choice(LITTLE[language])
        begin = self.random.choice(BEGINNINGS[language])
        return begin + self.random.choice(ENDS[language])

    def text(self, language: str, count: int) -> str:
        words = [self.word(language) for _ in range(count)]
        return f"{' '.join(words).capitalize()}."

    def title(self, language: str) -> str:
        begin = self.random.choice(BEGINNINGS[language])
        end = self.random.choice(ENDS[language])
        other = self.random.choice(BEGINNINGS[language])
        return f"{begin}{end} {self.random.choice(PLACES)}: {other}".capitalize()

    def agenda(self, language: str) -> list[dict[str, Any]]:
        return [self.session(language, hour) for hour in ("11:00", "12:00", "14:00")]

    def session(self, language: str, start: str) -> dict[str, Any]:
        person = {"name": self.random.choice(PEOPLE), "institution": ""}
        value = {
            "start": start,
            "title": self.title(language),
            "people": [{"type": "person", "value": person}],
            "contributions": [],
            "abstract": "",
            "room": "",
            "slides": [],
        }
        return {"type": "session", "value": value}


def build_findable(pages: int, pdfs: int, progress: Progress) -> None:
    """Fill the empty database with the demo, so many pages more and PDF files."""
    with transaction.atomic():
        load_demo(OutputWrapper(io.StringIO()))
        locales = {code: Locale.objects.get(language_code=code) for code in LANGUAGES}
        homes: Pair = {
            code: HomePage.objects.get(locale=locale)
            for code, locale in locales.items()
        }
        writer = Writer(pages)
        forest = Forest(locales, progress)
        planted = list(plant(forest, homes, writer, pages // len(LANGUAGES)))
        forest.write()
        forest.check()
        attach(planted, writer, pdfs)
    # The worker would do it, which is not there.
    for document in SiteDocument.objects.filter(pdf_check__isnull=True):
        check(document)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plant(forest: Forest, homes: Pair, writer: Writer, number: int) -> Iterator[Pair]:
    """Yield workshops, news and plain pages, six to three to one."""
    parents: dict[type[Page], Pair] = {StandardPage: homes}
    kinds = [*[WorkshopPage] * 6, *[NewsPage] * 3, StandardPage]
    for at in range(number):
        if at % PER_PROJECT == 0:
            project = plant_one(forest, homes, ProjectPage, writer, at)
            index = plant_one(forest, homes, NewsIndexPage, writer, at)
            parents |= {WorkshopPage: project, NewsPage: index}
            yield from (project, index)
        kind = kinds[at % len(kinds)]
        yield plant_one(forest, parents[kind], kind, writer, at)


def plant_one(
    forest: Forest, parents: Pair, kind: type[Page], writer: Writer, number: int
) -> Pair:
    def facts(language: str) -> dict[str, Any]:
        values: dict[str, Any] = {
            "title": writer.title(language),
            "lead": writer.text(language, 20),
            "body": [{"type": "text", "value": f"<p>{writer.text(language, 120)}</p>"}],
        }
        if kind is WorkshopPage:
            values |= {
                "starts_at": start,
                "ends_at": start + timedelta(hours=5),
                "agenda": writer.agenda(language),
            }
        return values

    start = NOW + timedelta(days=number % 700 - 350)
    slug = f"{kind.__name__.lower()}-{number}"
    return forest.plant(kind, parents, slug, start, facts)


def attach(planted: list[Pair], writer: Writer, number: int) -> None:
    """Give pages PDF files that have been read; the files themselves are not there."""
    collection = Collection.get_first_root_node()
    documents = SiteDocument.objects.bulk_create(
        (
            SiteDocument(
                title=writer.title("de"),
                file=f"documents/{at:08x}/bericht-{at}.pdf",
                file_hash=f"{at:040x}",
                file_size=200_000,
                page_count=8,
                language="de",
                collection=collection,
                pdf_check={"hash": f"{at:040x}", "outcome": "read", "title": ""},
            )
            for at in range(number)
        ),
        batch_size=BATCH,
    )
    PdfText.objects.bulk_create(
        (
            PdfText(document=document, text=writer.text("de", WORDS_OF_A_PDF))
            for document in documents
        ),
        batch_size=BATCH,
    )
    PageDocument.objects.bulk_create(
        (
            PageDocument(
                page_id=planted[at % len(planted)]["de"].pk,
                locale=planted[at % len(planted)]["de"].locale,
                document=document,
            )
            for at, document in enumerate(documents)
        ),
        batch_size=BATCH,
    )
