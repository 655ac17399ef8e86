"""Shows what an editor is writing in a separate front end, if the site has one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, PreviewableMixin
from wagtail.users.models import UserProfile

from cms.drafts.content import address
from cms.drafts.front_ends import FrontEnd, front_ends_for, is_front_end_mode
from cms.drafts.stored import keep

__all__ = ["FrontEndPreviews"]

Modes = Sequence[tuple[str, Any]]
WEBSITE = "website"
"""What the mode "" is called beside others: a part of an address cannot be empty."""


class FrontEndPreviews(PreviewableMixin):
    """Mixin of pages and snippets: a mode of their preview for each front end.

    It stands before the other bases, and comes first among the modes. Without a front
    end in the settings of a site nothing changes.
    """

    @cached_property
    def front_ends(self) -> list[FrontEnd]:
        return front_ends_for(self)

    @property
    def preview_modes(self) -> Modes:
        own: Modes = super().preview_modes
        if not self.front_ends:
            return own
        is_only = own == PreviewableMixin.DEFAULT_PREVIEW_MODES
        return [
            *((one.mode, self.label_of(one)) for one in self.front_ends),
            *(
                (name or WEBSITE, _("Website") if is_only else each)
                for name, each in own
            ),
        ]

    def is_previewable(self) -> bool:
        """Whether it has any mode: with a front end, if it has one without.

        Lists ask page by page, so the settings of sites are not asked for here.
        """
        return bool(super().preview_modes)

    def label_of(self, front_end: FrontEnd) -> str:
        if len(self.front_ends) == 1:
            return _("Separate front end")
        return _("Separate front end of %(host)s") % {"host": front_end.site.hostname}

    def serve_preview(
        self, request: HttpRequest, mode_name: str | None
    ) -> HttpResponse:
        # Who asks for a preview without naming a mode wants the object as it is.
        if mode_name in (None, WEBSITE):
            return self.serve_template(request, "")
        if not is_front_end_mode(mode_name):
            return self.serve_template(request, mode_name)
        # It may have left the settings while a form was open.
        if not self.front_ends or not request.user.is_authenticated:
            return self.serve_template(request, "")
        chosen = (one for one in self.front_ends if one.mode == mode_name)
        return shown_in(next(chosen, self.front_ends[0]), self, request)

    def serve_template(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the object as the website itself does."""
        response: HttpResponse = super().serve_preview(request, mode_name)
        return response


def shown_in(front_end: FrontEnd, instance: Any, request: HttpRequest) -> HttpResponse:
    """Return a page of our own that has the front end in a frame, with a new token.

    Only this one page may be framed in it, and it cannot lead the editor's form away.
    """
    is_form = getattr(request, "is_editing", False)
    if isinstance(instance, Page):
        address(instance)
    token = keep(instance, request.user, front_end.site, is_form=is_form)
    source = front_end.address_of(
        token=token,
        type=type_of(instance),
        language=instance.locale.language_code,
        path=path_of(instance, request),
    )
    context = {"instance": instance, "front_end": front_end}
    with override(UserProfile.get_for_user(request.user).get_preferred_language()):
        context |= {"token": token, "address": source}
        response = render(request, "cms/drafts/preview.html", context)
    response["Cache-Control"] = "no-store"
    response._csp_update = {"frame-src": [front_end.origin]}  # type: ignore[attr-defined]  # django-csp's own protocol
    return response


def type_of(instance: Any) -> str:
    return "page" if isinstance(instance, Page) else str(instance._meta.model_name)


def path_of(instance: Any, request: HttpRequest) -> str:
    """Return the path at which a page is, or will be; "" for what has none."""
    if not isinstance(instance, Page):
        return ""
    parts = instance.get_url_parts(request)
    return str(parts[2]) if parts else ""
