"""Reading the pages one translates from: what is public, and no more.

The permission that makes a tree readable without any other effect is Wagtail's
"bulk_delete": it opens the explorer, and deletes nothing for those who may not delete a
single page. It alone would also show the titles of drafts and private pages.
"""

from typing import Any

from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import page_permission_policy

from pages.translation.permissions import WORK

__all__ = ["READING", "connect", "unseen_by"]

READING = "bulk_delete"
OWN = WORK | {"lock", "unlock"}

explorable_by_wagtail = PagePermissionPolicy.explorable_instances
decorated_by_wagtail = PageTypesUsageReportView.decorate_paginated_queryset


def connect() -> None:
    """Leave out what a person may not see wherever the admin lists pages.

    Explorer, search, types, history and API all ask this method. Wagtail has a hook for
    the first of them only, and no setting for its policy. Its report on types of pages
    asks nobody before it names the page of each that was edited last.
    """
    PagePermissionPolicy.explorable_instances = explorable_instances
    PageTypesUsageReportView.decorate_paginated_queryset = with_seen_pages


def explorable_instances(policy: PagePermissionPolicy, user: Any) -> Any:
    return explorable_by_wagtail(policy, user).exclude(pk__in=unseen_by(user))


def with_seen_pages(view: PageTypesUsageReportView, page_types: Any) -> Any:
    rows = decorated_by_wagtail(view, page_types)
    named = [row.last_edited_page.pk for row in rows if row.last_edited_page]
    unseen = unseen_by(view.request.user).filter(pk__in=named)
    keys = set(unseen.values_list("pk", flat=True))
    for row in rows:
        if row.last_edited_page and row.last_edited_page.pk in keys:
            row.last_edited_page = None
    return rows


def unseen_by(user: Any) -> Any:
    """Return the drafts and private pages in trees that a person may only read."""
    name = get_permission_codename(READING, Page._meta)
    granted = page_permission_policy.get_cached_permissions_for_user(user)
    trees = [given.page for given in granted if given.permission.codename == name]
    if user.is_superuser or not trees:
        return Page.objects.none()
    readable = Q()
    for tree in trees:
        readable |= Q(path__startswith=tree.path)
    pages = Page.objects.filter(readable)
    own = page_permission_policy.instances_user_has_any_permission_for(user, OWN)
    return (pages.not_live() | pages.private()).exclude(pk__in=own.values("pk"))


@hooks.register("construct_explorer_page_queryset")
def refuse_to_open_unseen(parent_page: Page, pages: Any, request: HttpRequest) -> Any:
    refuse_unseen(request.user, parent_page.pk)
    return pages


@hooks.register("construct_page_chooser_queryset")
def leave_out_unseen(pages: Any, request: HttpRequest) -> Any:
    """Choosers list all pages, also to those who may not open them."""
    match = request.resolver_match
    if match and (parent := match.kwargs.get("parent_page_id")):
        refuse_unseen(request.user, parent)
    return pages.exclude(pk__in=unseen_by(request.user).values("pk"))


def refuse_unseen(user: Any, key: int) -> None:
    if unseen_by(user).filter(pk=key).exists():
        raise PermissionDenied(_("You do not have permission to see this page."))
