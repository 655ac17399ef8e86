"""What pages say about their calendars. The work is done in pages.calendars.links."""

from django import template
from wagtail.models import Page

from pages.calendars import links
from pages.models import WorkshopPage

register = template.Library()


@register.simple_tag
def calendar_alternates(page: Page) -> list[links.Subscription]:
    return links.alternates(page)


@register.simple_tag
def calendar_subscription(page: Page) -> links.Subscription | None:
    return links.subscription(page)


@register.simple_tag
def workshop_calendar(workshop: WorkshopPage) -> links.WorkshopCalendar | None:
    return links.workshop_calendar(workshop)
