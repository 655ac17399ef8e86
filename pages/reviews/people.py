"""Who can be asked to look at a page: those who may edit it, and nobody else.

To be asked is to get the page's title by mail and on the dashboard, be it private or a
draft. It also is a task, which only those can finish who may edit the page.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

__all__ = ["editable_by", "people_for", "people_in_admin", "place_below"]

BACKEND = "django.contrib.auth.backends.ModelBackend"
EDITING = frozenset({"change"})
"""What ``can_edit`` asks for; Wagtail adds who may add pages, for their own ones.

Who may edit only while a workflow waits for them cannot be asked: it is over by then.
"""


def people_in_admin() -> QuerySet:
    """Return the active people who may open the admin, by name."""
    found = get_user_model().objects.with_perm(
        "wagtailadmin.access_admin", backend=BACKEND
    )
    return found.order_by("last_name", "first_name", "pk")


def people_for(page: Page) -> QuerySet:
    """Return those who can be asked to look at a page."""
    editors = page_permission_policy.users_with_any_permission_for_instance(
        EDITING, page
    )
    return people_in_admin().filter(pk__in=editors.order_by().values("pk"))


def place_below(parent: Page, page: Page) -> Page:
    """Return what has the rights that a new page will have below its parent."""
    return Page(path=parent.path, owner_id=page.owner_id)


def editable_by(person: Any) -> QuerySet[Page]:
    """Return the pages a person may edit: one query, whatever their number."""
    return page_permission_policy.instances_user_has_any_permission_for(person, EDITING)
