"""Languages in templates: of the page, of its other versions, of single texts."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from cms import alternatives as in_other_languages
from cms import foreign

register = template.Library()


@register.simple_tag(takes_context=True)
def alternatives(context: template.Context) -> list[in_other_languages.Alternative]:
    """Return where this page is found in other languages; nothing without a request."""
    request = context.get("request")
    if request is None:
        return []
    return in_other_languages.alternatives(request, context.get("page"))


@register.simple_tag(takes_context=True)
def missing_version(
    context: template.Context, languages: list[in_other_languages.Alternative]
) -> in_other_languages.MissingVersion | None:
    """Return the version that the visitor was looking for and that does not exist."""
    request = context.get("request")
    if request is None:
        return None
    return in_other_languages.missing_version(request, languages)


@register.simple_tag
def default_url(page: Page, languages: list[in_other_languages.Alternative]) -> str:
    """Return the full address for readers of any other language; "" if unknown."""
    return in_other_languages.default_url(page, languages)


@register.filter
def plain(text: Any) -> str:
    """Write only the words of a text: needed in attributes and in ``<title>``."""
    return foreign.plain(text)


@register.filter
def lang_attribute(text: Any) -> SafeString:
    """Write `` lang="de"`` for a text that is in another language than the page.

    For elements whose content is changed by a filter (``linebreaks``), which does not
    keep the text's own mark: ``<p{{ note|lang_attribute }}>{{ note|linebreaks }}</p>``.
    """
    return attribute("lang", foreign.language_of(text))


@register.filter
def hreflang(page: Page | None) -> SafeString:
    """Write `` hreflang="de"`` for a page in another language than the one shown.

    The page must have been fetched with its locale.
    """
    code = page.locale.language_code if page else get_language()
    return attribute("hreflang", "" if code == get_language() else code)


def attribute(name: str, value: str) -> SafeString:
    return format_html(' {}="{}"', name, value) if value else SafeString()
