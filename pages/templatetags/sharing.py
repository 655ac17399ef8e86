"""What is said where a page is shared. It is put together in pages.sharing."""

from typing import Any

from django import template

from pages.sharing import tags

register = template.Library()


@register.simple_tag(takes_context=True)
def share(context: template.Context, page: Any) -> tags.Share:
    languages = context.get("languages") or ()
    return tags.share(context["request"], page, context["site"], languages)
