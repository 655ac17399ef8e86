"""How entries of the directory and menus look before they are saved."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from cms.drafts.previewing import FrontEndPreviews

__all__ = ["SnippetPreviews"]


class SnippetPreviews(FrontEndPreviews):
    """Mixin of snippets: a page that shows one as the pages of the website do.

    The template is named after the model.
    """

    def serve_template(self: Any, request: HttpRequest, mode_name: str) -> HttpResponse:
        # A snippet has no address that could say its language.
        with override(self.locale.language_code):
            response: Any = super().serve_template(request, mode_name)
            return cast(HttpResponse, response.render())

    def get_preview_template(self: Any, request: HttpRequest, mode_name: str) -> str:
        return f"pages/previews/{self._meta.model_name}.html"
