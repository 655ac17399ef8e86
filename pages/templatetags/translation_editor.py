"""The panel in wagtail-localize's translation editor."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pages.translation.editor_panel import EditorPanel, read_props, seen_versions

register = template.Library()

EDITOR = '<div class="js-translation-editor"'


@register.simple_block_tag(takes_context=True)
def above_translation_editor(context: dict[str, Any], content: str) -> SafeString:
    """Put our panel into wagtail-localize's page, between its head and its editor."""
    if content.count(EDITOR) != 1:
        raise ValueError("wagtail-localize's template has no place for the panel.")
    props = read_props(context["props"])
    request = context["request"]
    values = {
        "panel": EditorPanel(
            context["translation"], context["instance"], request.user, props
        ),
        "versions": seen_versions(props),
    }
    panel = render_to_string("pages/translation/editor_panel.html", values, request)
    return mark_safe(content.replace(EDITOR, panel + EDITOR))  # noqa: S308 (two rendered templates)
