"""Texts and their differences in the admin."""

from django import template

from pages.translation.wording import difference, shown

__all__ = ["register"]

register = template.Library()
register.simple_tag(difference)
register.simple_tag(shown)
