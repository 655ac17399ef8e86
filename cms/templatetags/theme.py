"""The site's theme in templates. The work is done in cms.theme."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.theme.css import csp_source

register = template.Library()


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> SafeString:
    """Write the theme as a style, and note on the request what allows it.

    Nothing is written for the theme of the stylesheet, nor where there is no site, as
    on the page for faults. ``cms.headers`` reads the note.
    """
    css = getattr(context.get("site"), "theme", "")
    if not css:
        return SafeString()
    if (request := context.get("request")) is not None:
        request.theme_source = csp_source(css)
    return format_html("<style>{}</style>", css)
