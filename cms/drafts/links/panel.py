"""The links of a page, in its form."""

from typing import Any

from wagtail.admin.panels import Panel

from cms.drafts.links.finding import links_at

__all__ = ["DraftLinksPanel"]


class DraftLinksPanel(Panel):
    """Lists the valid links to a page, and leads to where they are made and revoked."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/drafts/panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            links = list(links_at(self.instance).valid())
            return {**context, "links": links, "page": self.instance}
