"""What hangs on pages: contacts, documents, change notes, partners and funding."""

from collections.abc import Iterator

from wagtail.models import Orderable, Page

from benchmarks.content.directory import Directory
from benchmarks.content.forest import Pair
from benchmarks.content.words import sentence
from pages.models import (
    ChangeNote,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    ProjectFunding,
    ProjectOrganisation,
)

__all__ = ["attach_to_projects", "attach_to_series", "attach_to_workshops"]

BATCH = 2000


def attach_to_workshops(
    workshops: list[tuple[Pair, int]], directory: Directory
) -> None:
    """Give each workshop so many contacts, documents and change notes."""
    rows: dict[type[Orderable], list[Orderable]] = {
        PageContact: [],
        PageDocument: [],
        ChangeNote: [],
    }
    for workshop, count in workshops:
        for code, page, order in slots([workshop], count):
            place = {"page": page, "locale": page.locale, "sort_order": order}
            contact = directory.contacts[code][order]
            document = directory.documents[code][order]
            rows[PageContact].append(PageContact(contact=contact, **place))
            rows[PageDocument].append(PageDocument(document=document, **place))
            rows[ChangeNote].append(ChangeNote(text=sentence(code, order), **place))
    for model, instances in rows.items():
        model.objects.bulk_create(instances, batch_size=BATCH)


def attach_to_projects(projects: list[Pair], directory: Directory) -> None:
    """Give each project four partners and two grants."""
    ProjectOrganisation.objects.bulk_create(
        ProjectOrganisation(
            page=page,
            organisation=directory.organisations[code][order],
            locale=page.locale,
            sort_order=order,
        )
        for code, page, order in slots(projects, 4)
    )
    ProjectFunding.objects.bulk_create(
        ProjectFunding(
            page=page,
            funding=directory.fundings[code][order],
            locale=page.locale,
            sort_order=order,
        )
        for code, page, order in slots(projects, 2)
    )


def attach_to_series(series: list[Pair]) -> None:
    """Announce one more workshop in each series, still without a page."""
    PlannedWorkshop.objects.bulk_create(
        PlannedWorkshop(
            page=page,
            number=page.numchild + 1,
            title=sentence(code, page.numchild),
            locale=page.locale,
        )
        for code, page, _order in slots(series, 1)
    )


def slots(pairs: list[Pair], count: int) -> Iterator[tuple[str, Page, int]]:
    """Yield language, page and position, so many positions for each page."""
    for pair in pairs:
        for code, page in pair.items():
            for order in range(count):
                yield code, page, order
