"""What the content adds to the admin: the directory, menus, warnings, protection."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from pages.acts import hooks as act_hooks  # noqa: F401  # it registers hooks
from pages.audit import sign_in_action  # noqa: F401 (registers a hook)
from pages.copies import hooks as copy_hooks  # noqa: F401  # it registers hooks
from pages.dashboard import hooks as dashboard_hooks  # noqa: F401 (they are registered)
from pages.models import (
    Contact,
    ContentPage,
    Funding,
    Menu,
    Organisation,
    Venue,
    WorkshopPage,
)
from pages.pdf import listing  # noqa: F401 (it registers a hook)
from pages.pictures import pictures_in_other_words
from pages.protection import refuse_deletion, refuse_publication
from pages.quality import hooks as quality_hooks  # noqa: F401 (they are registered)
from pages.reviews import hooks as review_hooks  # noqa: F401 (they are registered)
from pages.translation import (  # they register hooks
    buttons,  # noqa: F401
    editor_hooks,  # noqa: F401
    exchange_urls,  # noqa: F401
    guards,  # noqa: F401
    tree,  # noqa: F401
    worklist_hooks,  # noqa: F401
)
from pages.translation.snippets import LanguageViewSet


class ContactViewSet(LanguageViewSet):
    model = Contact
    icon = "user"
    list_display = ["name", "role", "organisation", "email"]


class OrganisationViewSet(LanguageViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "short_name", "url"]


class VenueViewSet(LanguageViewSet):
    model = Venue
    icon = "home"
    list_display = ["name", "street", "city", "wheelchair_access"]


class FundingViewSet(LanguageViewSet):
    model = Funding
    icon = "pick"
    list_display = ["programme", "funder", "grant_number"]


class DirectoryGroup(SnippetViewSetGroup):
    items = (ContactViewSet, OrganisationViewSet, VenueViewSet, FundingViewSet)
    menu_label = _("Directory")
    menu_icon = "list-ul"
    menu_order = 250


class MenuViewSet(LanguageViewSet):
    model = Menu
    icon = "bars"
    add_to_settings_menu = True


register_snippet(DirectoryGroup)
register_snippet(MenuViewSet)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_programme(request: HttpRequest, page: Page) -> None:
    """Tell an editor who saves what is odd in the programme."""
    is_autosave = not request.accepts("text/html")
    if isinstance(page, WorkshopPage) and not is_autosave:
        for warning in page.warnings():
            messages.warning(request, warning.message)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_pictures(request: HttpRequest, page: Page) -> None:
    """Tell who saves which alternative texts its translations do without."""
    if not isinstance(page, ContentPage) or not request.accepts("text/html"):
        return
    for version in page.get_translations().live().select_related("locale"):
        for image in pictures_in_other_words(page, version.locale.language_code):
            sentence = _(
                "The picture “%(title)s” has no alternative text in %(language)s yet; "
                "its readers get that of the original."
            )
            names = {"title": image.title, "language": version.locale}
            messages.info(request, sentence % names)


@hooks.register("before_delete_snippet")
def keep_what_is_in_use(
    request: HttpRequest, instances: Iterable[Model]
) -> HttpResponse | None:
    return refuse_deletion(request, instances)


@hooks.register("before_bulk_action")
def check_before_bulk_publishing(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    if action_type != "publish":
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            pages += page.get_descendants().not_live()
    return refuse_publication(request, pages)


@hooks.register("after_copy_page")
def begin_a_history_of_its_own(
    request: HttpRequest, page: Page, new_page: Page
) -> None:
    """A copy was not published in 2018, not changed since, and translates nothing."""
    for copy in new_page.get_descendants(inclusive=True).specific():
        if isinstance(copy, ContentPage):
            copy.original_published_on = copy.content_updated_at = None
            copy.text_version, copy.text_version_at = 0, None
            copy.text_origins, copy.own_forms = {}, {}
            copy.change_notes.all().delete()
            copy.save()
            copy.save_revision()
