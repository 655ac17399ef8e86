"""Results in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from search import wording
from search.question import Hit

register = template.Library()


@register.filter
def kind_in_words(hit: Hit) -> str:
    return wording.hit_in_words(hit)


@register.filter
def status_in_words(hit: Hit) -> str:
    return wording.status_in_words(hit)


@register.filter
def own_language(hit: Hit) -> SafeString:
    """Write `` lang="de"`` for words in another language than the page."""
    if not hit.language or hit.language == get_language():
        return SafeString()
    return format_html(' lang="{}"', hit.language)
