"""What a project's page gathers by itself. The queries stand in pages.listings."""

from django import template

from pages import listings
from pages.models import NewsPage, ProjectPage, SeriesPage

register = template.Library()


@register.simple_tag
def series_of(project: ProjectPage) -> list[SeriesPage]:
    return listings.series_of(project)


@register.simple_tag
def workshops_of(project: ProjectPage) -> listings.WorkshopLists:
    return listings.workshops_of(project)


@register.simple_tag
def news_of(project: ProjectPage) -> list[NewsPage]:
    return listings.news_of(project)
