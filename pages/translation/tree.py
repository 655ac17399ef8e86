"""What Wagtail's own actions may do to pages in several languages."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page

from pages.translation.permissions import belongs_below, original_page
from pages.translation.refusing import refuse

__all__ = ["ReadOnlyPages"]

ASKED_FOR = ("localize-restart-translation", "localize-convert-to-alias")


@hooks.register("before_edit_page", order=-2)
@hooks.register("before_edit_snippet", order=-2)
def keep_connected(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """wagtail-localize would start a translation again, over what was written since."""
    if any(name in request.POST for name in ASKED_FOR):
        return refuse(
            request, _("A translation stays connected with its original, always.")
        )
    return None


@hooks.register("before_move_page", order=-1)
def refuse_to_name(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    """Ask for the permission first: Wagtail's question names both pages to anybody."""
    if page.permissions_for_user(request.user).can_move():
        return None
    return refuse(request, _("You do not have permission to move this page."))


@hooks.register("before_move_page")
def keep_with_original(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    if belongs_below(page, destination):
        return None
    return refuse(
        request,
        _(
            "“%(name)s” is a translation and stands where its original does. Move the "
            "original; all its translations follow."
        )
        % {"name": page.get_admin_display_title()},
    )


@hooks.register("before_bulk_action", order=-1)
def check_before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publish translations one by one.

    The last version of a translation need not hold the last translated texts. It is the
    translation editor that brings them together.
    """
    if action_type != "publish":
        return None
    for page in published_with(objects, action):
        if original_page(page):
            return refuse(
                request,
                _(
                    "“%(name)s” is a translation. Open it to publish it, so that you "
                    "see what is not translated yet. Nothing was published."
                )
                % {"name": page.get_admin_display_title()},
            )
    return None


def published_with(pages: Iterable[Page], action: Any) -> Iterable[Page]:
    for page in pages:
        yield page
        if action.cleaned_form.cleaned_data.get("include_descendants"):
            yield from page.get_descendants().not_live()


class ReadOnlyPages(PagesAdminAPIViewSet):
    """The admin's API without actions: they ask no hook, and no form of ours uses them.

    "publish" would publish a translation as it was before the last texts, "move" would
    take it away from its original.
    """

    actions: dict[str, Any] = {}


@hooks.register("construct_admin_api")
def close_actions(router: Any) -> None:
    router.register_endpoint("pages", ReadOnlyPages)
