"""The short address of a workshop in its form, with the QR code."""

from typing import Any

from django.utils.translation import override
from wagtail.admin.panels import Panel

__all__ = ["ShortLinkPanel", "facts_of_link"]


class ShortLinkPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/short_link.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.short_link)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            language = self.instance.locale.language_code
            return {**context, **facts_of_link(self.instance.short_link, language)}


def facts_of_link(link: Any, language: str) -> dict[str, Any]:
    """Return what the admin shows of a short link, whatever language it speaks."""
    if link is None:
        return {}
    with override(language):
        return {
            "link": link,
            "address": link.full_url,
            "picture": link.picture_path,
        }
