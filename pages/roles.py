"""Who may do what: groups, their permissions and the moderation of pages.

Wagtail's migrations create the groups Editors and Moderators and a workflow in which
Moderators approve; they are used and completed. A permission is only ever added, never
taken away: what an administrator allows in addition stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from pages.models import Contact, Funding, Menu, Organisation, Venue

__all__ = ["ROLES", "Role", "create_roles"]

SNIPPETS: tuple[type[Model], ...] = (Contact, Organisation, Venue, Funding, Menu)


@dataclass(frozen=True)
class Role:
    """A group and what it may do; the words are the first parts of codenames."""

    group: str
    pages: tuple[str, ...]
    files: tuple[str, ...]
    snippets: tuple[str, ...] = ()
    only_translations: bool = False
    """Whether it works on pages in other languages than the source language only."""


ROLES = (
    Role(
        "Editors",
        pages=("add", "change"),
        files=("add", "change", "choose"),
        snippets=("add", "change", "delete", "view"),
    ),
    Role(
        "Moderators",
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
        snippets=("add", "change", "delete", "view"),
    ),
    # Snippet permissions know no language: with them, German contacts were open too.
    Role("Translators", pages=("change",), files=("choose",), only_translations=True),
)
APPROVING_GROUP = "Moderators"


def create_roles() -> None:
    """Create what is missing of groups, permissions and moderation.

    Safe to run at every deployment. Translators get their permission on the home pages
    that exist, so it has to run again when a language has got its home page.
    """
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.group)
        allow(group, role)
    ensure_moderation(Group.objects.get(name=APPROVING_GROUP))


def allow(group: Group, role: Role) -> None:
    group.permissions.add(
        Permission.objects.get(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
    )
    for page in pages_of(role):
        for granted in permissions_on(Page, role.pages):
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=granted
            )
    # Whatever their models are, Wagtail asks for the permissions on its own.
    for model in (Document, Image):
        for granted in permissions_on(model, role.files):
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=Collection.get_first_root_node(),
                permission=granted,
            )
    for model in SNIPPETS:
        group.permissions.add(*permissions_on(model, role.snippets))


def pages_of(role: Role) -> Iterable[Page]:
    """Return the pages below which a role works, the root for every language."""
    root = Page.get_first_root_node()
    if not role.only_translations:
        return [root]
    return root.get_children().exclude(locale__language_code=settings.LANGUAGE_CODE)


def permissions_on(model: type[Model], actions: Iterable[str]) -> list[Permission]:
    """Return the model's permissions "add_…", "change_…" and so on."""
    kind = ContentType.objects.get_for_model(model)
    codenames = [f"{action}_{kind.model}" for action in actions]
    return [
        Permission.objects.get(content_type__app_label=kind.app_label, codename=name)
        for name in codenames
    ]


def ensure_moderation(moderators: Group) -> None:
    """Give pages without a workflow one in which the moderators approve.

    It stands at the root and so holds for the home page of each language.
    """
    root = Page.get_first_root_node()
    if all(home.get_workflow() for home in root.get_children()):
        return
    workflow = approval_by(moderators)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def approval_by(moderators: Group) -> Workflow:
    """Return a workflow whose only task is the moderators' approval."""
    name = f"{moderators.name} approval"  # as Wagtail's migration calls it
    task = GroupApprovalTask.objects.filter(groups=moderators, active=True).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.set([moderators])
    workflow = Workflow.objects.filter(workflow_tasks__task=task, active=True).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
