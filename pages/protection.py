"""Nothing that is still in use is deleted, nothing contradictory is published."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, ProtectedError
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from pages.models import Contact, ContentPage, Funding, Organisation, Venue

__all__ = ["connect", "refuse_deletion", "refuse_publication", "users_of"]


def connect() -> None:
    """Refuse to delete entries of the directory that are in use, whoever tries.

    Foreign keys cannot do that: revisions keep the keys of what they showed, and
    django-modelcluster refuses to open one whose key is protected and gone.
    """
    for model in (Contact, Funding, Organisation, Venue):
        pre_delete.connect(
            protect, sender=model, dispatch_uid=f"pages.protection.{model.__name__}"
        )


def protect(instance: Model, **kwargs: Any) -> None:
    if users := users_of(instance):
        raise ProtectedError(f"{instance} is in use.", set(users))


def users_of(instance: Model) -> list[Model]:
    """Return what refers to an object: by a field or from a text, in drafts as well."""
    # Wagtail indexes a page before its contacts are saved; ask for the truth.
    for user, _references in references_to(instance):
        ReferenceIndex.create_or_update_for_object(user)
    users = [user for user, _references in references_to(instance)]
    drafts = [draft for draft in drafts_with(instance) if draft not in users]
    return [*users, *drafts]


def references_to(instance: Model) -> Any:
    return ReferenceIndex.get_references_to(instance).group_by_source_object()


def drafts_with(instance: Model) -> Iterable[Page]:
    """Yield the pages whose newest draft refers to an object."""
    wanted = str(instance.pk), ContentType.objects.get_for_model(instance).pk
    for page in Page.objects.filter(has_unpublished_changes=True):
        draft = page.get_latest_revision_as_object()
        # Wagtail has no public way to ask for the references of an unsaved object.
        found = ReferenceIndex._extract_references_from_object(draft)  # noqa: SLF001
        if any((str(pk), kind) == wanted for kind, pk, *_path in found):
            yield draft


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
    place = AdminURLFinder(request.user).get_edit_url(refused)
    return redirect(place or reverse("wagtailadmin_home"))


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
