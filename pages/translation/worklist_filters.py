"""What people look for in the work list."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, get_page_models

from pages.models import ProjectPage
from pages.translation.states import State
from pages.translation.worklist import snippet_kinds

__all__ = ["PageFilterSet", "SnippetFilterSet"]

EVERYTHING = "all"


class StateFilter(django_filters.ChoiceFilter):
    """One state; without a choice what is left to do, so all but current ones."""

    def __init__(self) -> None:
        choices = [(state.slug, capfirst(state.label)) for state in State]
        super().__init__(
            label=_("State"),
            choices=[(EVERYTHING, _("Everything")), *choices],
            empty_label=_("What is left to do"),
        )

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        if value == EVERYTHING:
            return qs
        if not value:
            return qs.exclude(state=State.CURRENT)
        return qs.filter(state=State[value.upper()])


def page_types() -> list[tuple[int, str]]:
    models = [model for model in get_page_models() if model is not Page]
    types = ContentType.objects.get_for_models(*models)
    named = [
        (types[model].pk, capfirst(str(model._meta.verbose_name))) for model in models
    ]
    return sorted(named, key=lambda choice: choice[1])


def projects() -> QuerySet[Page]:
    source = Locale.get_default()
    return ProjectPage.objects.filter(locale=source).live().order_by("title")


def snippet_types() -> list[tuple[str, Any]]:
    return [
        (kind._meta.label_lower, capfirst(str(kind._meta.verbose_name_plural)))
        for kind in snippet_kinds()
    ]


class PageFilterSet(django_filters.FilterSet):
    q = django_filters.CharFilter(
        field_name="title", lookup_expr="icontains", label=_("Title contains")
    )
    state = StateFilter()
    type = django_filters.ChoiceFilter(
        field_name="content_type_id",
        label=_("Page type"),
        choices=page_types,
        empty_label=_("All page types"),
    )
    project = django_filters.ModelChoiceFilter(
        label=_("Project"),
        queryset=lambda request: projects(),
        method="below",
        empty_label=_("All projects"),
    )

    def below(self, queryset: QuerySet, name: str, project: Page) -> QuerySet:
        return queryset.filter(path__startswith=project.path)


class SnippetFilterSet(django_filters.FilterSet):
    state = StateFilter()
    type = django_filters.ChoiceFilter(
        label=_("Type"),
        choices=snippet_types,
        method="of_kind",
        empty_label=_("All types"),
    )

    def of_kind(self, queryset: QuerySet, name: str, label: str) -> QuerySet:
        is_kind = queryset.model._meta.label_lower == label
        return queryset if is_kind else queryset.none()
