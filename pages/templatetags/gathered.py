"""What a project's page gathers by itself. The queries stand in pages.listings."""

from django import template

from pages import listings
from pages.models import ProjectPage

register = template.Library()


@register.simple_tag
def gather(project: ProjectPage) -> listings.Gathered:
    return listings.gather(project)
