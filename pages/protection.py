"""Nothing that is still in use is deleted, nothing contradictory is published."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from pages.models import ContentPage

__all__ = ["refuse_deletion", "refuse_publication", "users_of"]


def users_of(instance: Model) -> list[Model]:
    """Return the objects that refer to an object, by a field or from their text."""
    references = ReferenceIndex.get_references_to(instance).group_by_source_object()
    return [found for found, _references in references]


def refuse_deletion(
    request: HttpRequest, instances: Iterable[Model]
) -> HttpResponse | None:
    """Answer a request to delete what is in use with the list of its users.

    Returns None, which lets the deletion go on, if nothing refers to the instances.
    """
    refused = None
    for instance in instances:
        if users := users_of(instance):
            refused = instance
            messages.error(request, refusal(request, instance, users))
    if refused is None:
        return None
    return redirect(AdminURLFinder(request.user).get_edit_url(refused))


def refusal(request: HttpRequest, instance: Model, users: list[Model]) -> SafeString:
    finder = AdminURLFinder(request.user)
    links = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((finder.get_edit_url(user) or "", name_of(user)) for user in users),
    )
    sentence = _("“%(name)s” is in use and was not deleted. Remove it here first:")
    return format_html("{} {}", sentence % {"name": instance}, links)


def name_of(user: Model) -> str:
    if isinstance(user, Page):
        return user.get_admin_display_title()
    return str(user)


def refuse_publication(
    request: HttpRequest, pages: Iterable[Page]
) -> HttpResponse | None:
    """Answer a request to publish pages whose latest draft contradicts itself.

    Forms check that themselves; this is for publishing without opening the form.
    Returns None if all of the pages can be published.
    """
    refused = False
    for page in pages:
        draft = page.get_latest_revision_as_object()
        errors = draft.publication_errors() if isinstance(draft, ContentPage) else {}
        for sentence in errors.values():
            refused = True
            name = draft.get_admin_display_title()
            messages.error(
                request,
                _("“%(name)s” was not published: %(why)s")
                % {"name": name, "why": sentence},
            )
    return redirect("wagtailadmin_explore_root") if refused else None
