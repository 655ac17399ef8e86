"""Addresses in templates."""

from django import template

from cms.addresses import absolute

register = template.Library()


@register.filter
def host(address: str) -> str:
    """Return scheme and host of a full address: "https://stadt.example"."""
    return absolute("/", address).removesuffix("/")
