"""The other languages of a page, in templates."""

from django import template

from cms import alternatives as in_other_languages

register = template.Library()


@register.simple_tag(takes_context=True)
def alternatives(context: template.Context) -> list[in_other_languages.Alternative]:
    """Return where this page is found in other languages; nothing without a request."""
    request = context.get("request")
    if request is None:
        return []
    return in_other_languages.alternatives(request, context.get("page"))
