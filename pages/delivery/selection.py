"""Finds the pages that a question is about, in one order, part by part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, TextField
from django.utils import timezone
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from cms.api import Problem
from cms.api.cursors import write_cursor
from cms.api.names import label_of
from cms.page_types import field_of_any_type
from cms.visibility import below, public_below
from pages.delivery.guarding import Guard
from pages.delivery.ordering import (
    FIRST_YEAR,
    LAST_YEAR,
    behind,
    place_of,
    published,
    updated,
    written,
)
from pages.delivery.questions import PageQuestion
from pages.models import ProjectPage, SeriesPage, WorkshopPage

__all__ = ["Part", "pages_of_site", "part_of"]

APART = {"cursor", "limit", "fields"}
"""What may change from one part of a list to the next."""


@dataclass(frozen=True, slots=True)
class Part:
    """Keys of pages in their order, with their content types, and where it goes on."""

    rows: Sequence[tuple[int, int]]
    next: str | None


def roots_of(site: Site, *languages: str) -> list[str]:
    """Return the paths in the tree of a site's home pages in some languages."""
    roots = [
        root.root_path
        for root in Site.get_site_root_paths()
        if root.site_id == site.pk and root.language_code in languages
    ]
    found = Page.objects.filter(url_path__in=roots, depth__gt=1)
    return list(found.order_by("path").values_list("path", flat=True))


def pages_of_site(site: Site, guard: Guard, *languages: str) -> PageQuerySet:
    """Return the public pages of a site in some languages."""
    roots = roots_of(site, *languages)
    pages = public_below(roots, guard.pages)
    return pages.filter(locale__language_code__in=languages)


def part_of(question: PageQuestion, site: Site, guard: Guard) -> Part:
    """Return a part of the answer; raises Problem for what cannot be asked."""
    pages = selected(question, site, guard).annotate(place=place_of(question))
    asked = question.model_dump(exclude=APART, warnings=False)
    if question.cursor:
        pages = pages.filter(behind(asked, question))
    sign = "-" if question.order.startswith("-") else ""
    in_order = pages.order_by(f"{sign}place", f"{sign}pk")
    found = in_order.values_list("pk", "content_type_id", "place")
    rows = list(found[: question.limit + 1])
    shown, more = rows[: question.limit], rows[question.limit :]
    mark = write_cursor(asked, written(shown[-1][2]), shown[-1][0]) if more else None
    return Part([(pk, kind) for pk, kind, _place in shown], mark)


def selected(question: PageQuestion, site: Site, guard: Guard) -> PageQuerySet:
    languages = {question.language, question.fallback or question.language}
    pages = pages_of_site(site, guard, *languages)
    if len(languages) > 1:
        translated = pages.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=question.language,
        ).order_by()
        is_here = Q(locale__language_code=question.language)
        pages = pages.filter(is_here | ~Exists(translated))
    pages = with_values(pages, question)

    def everything() -> PageQuerySet:
        return pages_of_site(site, guard, *all_codes())

    for condition in conditions(question, everything):
        pages = pages.filter(condition)
    return pages


def with_values(pages: PageQuerySet, question: PageQuestion) -> PageQuerySet:
    """Add what conditions and the order compare, and only what they do."""
    if question.text:
        pages = pages.annotate(lead=field_of_any_type("lead", TextField()))
    if question.published_from or question.published_until:
        pages = pages.annotate(published=published())
    if question.updated_from or question.updated_until:
        pages = pages.annotate(updated=updated())
    return pages


def all_codes() -> list[str]:
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


Everything = Callable[[], PageQuerySet]
"""All public pages of the site, if somebody needs them."""


def conditions(question: PageQuestion, public: Everything) -> list[Q]:
    found = [
        *of_type(question),
        *of_place(question, public),
        *of_days(question),
        *of_words(question),
    ]
    if question.status:
        statuses = question.status
        found.append(
            Q(workshoppage__status__in=statuses) | Q(projectpage__status__in=statuses)
        )
    if question.when:
        found.append(is_upcoming() if question.when == "upcoming" else is_past())
    return found


def of_type(question: PageQuestion) -> list[Q]:
    if not question.type:
        return []
    kinds = (label_of(kind).lower().split(".") for kind in question.type)
    found = Q(pk__in=())
    for app, model in kinds:
        found |= Q(content_type__app_label=app, content_type__model=model)
    return [found]


def is_upcoming() -> Q:
    postponed = Q(workshoppage__status=WorkshopPage.Status.POSTPONED)
    return postponed | Q(workshoppage__ends_at__gte=timezone.now())


def is_past() -> Q:
    postponed = Q(workshoppage__status=WorkshopPage.Status.POSTPONED)
    return ~postponed & Q(workshoppage__ends_at__lt=timezone.now())


# --- Below what ---------------------------------------------------------------


def of_place(question: PageQuestion, everything: Everything) -> list[Q]:
    if not (question.project or question.series or question.ancestor):
        return []
    public = everything()
    found = []
    if question.project:
        found.append(of_project(paths_of("project", question.project, public)))
    if question.series:
        found.append(strictly_below(paths_of("series", question.series, public)))
    if question.ancestor:
        found.append(strictly_below(paths_of("ancestor", question.ancestor, public)))
    return found


def paths_of(parameter: str, pk: int, public: PageQuerySet) -> list[str]:
    """Return where all public versions of a page are; raises Problem if it is not."""
    kinds = {"project": ProjectPage, "series": SeriesPage}
    pages = public.filter(pk=pk)
    if kind := kinds.get(parameter):
        pages = pages.exact_type(kind)
    versions = public.filter(translation_key__in=pages.values("translation_key"))
    paths = list(versions.order_by().values_list("path", flat=True))
    if not paths:
        raise Problem.at(parameter, NOT_THERE, id=pk)
    return paths


NOT_THERE = _("There is no public page of this kind with the id %(id)s.")


def strictly_below(paths: Sequence[str]) -> Q:
    found = Q(pk__in=())
    for path in paths:
        found |= below(path) & ~Q(path=path)
    return found


def of_project(paths: Sequence[str]) -> Q:
    """News may lie elsewhere and still be about the project or what is below it."""
    inside = Q(pk__in=())
    for path in paths:
        inside |= below(path)
    subjects = Page.objects.filter(inside).order_by().values("translation_key")
    about = Q(newspage__about__translation_key__in=subjects)
    return strictly_below(paths) | about


# --- When ---------------------------------------------------------------------


def of_days(question: PageQuestion) -> list[Q]:
    found = []
    for name, bounds in (("starts", "workshoppage__starts_at"), ("updated", "updated")):
        first = getattr(question, f"{name}_from")
        last = getattr(question, f"{name}_until")
        if first:
            found.append(at_least(bounds, midnight(first)))
        if last:
            found.append(before(bounds, midnight(last) + timedelta(days=1)))
    if question.published_from:
        found.append(at_least("published", question.published_from))
    if question.published_until:
        found.append(Q(published__lte=question.published_until))
    return found


def at_least(name: str, value: Any) -> Q:
    return Q(**{f"{name}__gte": value})


def before(name: str, value: datetime) -> Q:
    return Q(**{f"{name}__lt": value})


def midnight(day: date) -> datetime:
    """Return when a day begins here; of days that no calendar has, the nearest one."""
    year = min(max(day.year, FIRST_YEAR), LAST_YEAR)
    near = day if year == day.year else date(year, 1, 1)
    return make_aware(datetime.combine(near, time()))


def of_words(question: PageQuestion) -> list[Q]:
    words = (question.text or "").split()
    return [Q(title__icontains=word) | Q(lead__icontains=word) for word in words]
