"""Who may do what: groups, their permissions and the moderation of pages.

Wagtail's migrations create the groups Editors and Moderators and a workflow in which
Moderators approve; they are used and completed. A permission is only ever added, never
taken away: what an administrator allows in addition stays. The one exception is
publishing by translators, which is a setting: switched off, it is taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    TranslatableMixin,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.models import SiteSettings
from pages.models import (
    Contact,
    Funding,
    Menu,
    Organisation,
    SiteDocument,
    SiteImage,
    Venue,
)
from pages.translation.reading import READING

__all__ = ["ROLES", "Role", "create_roles", "register_entries"]

SNIPPETS: tuple[type[Model], ...] = (Contact, Organisation, Venue, Funding, Menu)
OF_PLUGINS: list[type[Model]] = []


def register_entries(*models: type[Model]) -> None:
    """Let editors and moderators work on a plugin's models as on the directory.

    To be called when the plugin's app is ready; ``create_roles`` then grants it.
    """
    OF_PLUGINS.extend(model for model in models if model not in OF_PLUGINS)


@dataclass(frozen=True)
class Role:
    """A group and what it may do; the words are the first parts of codenames."""

    group: str
    pages: tuple[str, ...]
    files: tuple[str, ...]
    snippets: tuple[str, ...] = ()
    history: tuple[type[Model], ...] = ()
    """Of which files and settings it sees in the site's history who changed them."""
    redirects: tuple[str, ...] = ()
    """Of what leads from former addresses to pages."""
    only_translations: bool = False
    """Whether it works on pages in other languages than the source language only.

    It reads the pages in the source language then.
    """


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
        history=(SiteDocument, SiteImage, SiteSettings),
        redirects=("add", "change", "delete", "view"),
    ),
    # They hold for entries in the languages of these pages: see LanguageViewSet.
    Role(
        "Translators",
        pages=("change",),
        files=("choose",),
        snippets=("change",),
        only_translations=True,
    ),
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
        if role.only_translations:
            set_publishing(group, pages_of(role))
    ensure_moderation(Group.objects.get(name=APPROVING_GROUP))


def allow(group: Group, role: Role) -> None:
    group.permissions.add(permission("wagtailadmin", "access_admin"))
    # Of what, and into which languages, the person's rights on pages say.
    group.permissions.add(permission("wagtail_localize", "submit_translation"))
    for page in pages_of(role):
        allow_on(page, group, role.pages)
    if role.only_translations:
        for page in original_homes():
            allow_on(page, group, [READING])
    for model in (*SNIPPETS, *entries_of_plugins(role)):
        group.permissions.add(*permissions_on(model, role.snippets))
    # Alone, "view" of a file or a setting opens nothing but its lines of the history.
    for model in role.history:
        group.permissions.add(*permissions_on(model, ["view"]))
    group.permissions.add(*permissions_on(Redirect, role.redirects))
    # Whatever their models are, Wagtail asks for the permissions on its own.
    for model in (Document, Image):
        allow_files(model, group, role.files)


def entries_of_plugins(role: Role) -> Iterable[type[Model]]:
    """Leave translators what can be translated."""
    return (
        model
        for model in OF_PLUGINS
        if issubclass(model, TranslatableMixin) or not role.only_translations
    )


def allow_on(page: Page, group: Group, actions: Iterable[str]) -> None:
    for granted in permissions_on(Page, actions):
        GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=granted
        )


def allow_files(model: type[Model], group: Group, actions: Iterable[str]) -> None:
    for granted in permissions_on(model, actions):
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=granted,
        )


def set_publishing(translators: Group, homes: Iterable[Page]) -> None:
    """Let translators publish below these pages, or not, as the setting says.

    What an administrator granted on a page below stays.
    """
    for home in homes:
        if settings.TRANSLATORS_PUBLISH:
            allow_on(home, translators, ["publish"])
        else:
            GroupPagePermission.objects.filter(
                group=translators,
                page=home,
                permission__in=permissions_on(Page, ["publish"]),
            ).delete()


def pages_of(role: Role) -> Iterable[Page]:
    """Return the pages below which a role works, the root for every language."""
    root = Page.get_first_root_node()
    if not role.only_translations:
        return [root]
    return root.get_children().exclude(locale__language_code=settings.LANGUAGE_CODE)


def original_homes() -> Iterable[Page]:
    """Return the home pages in the source language."""
    homes = Page.get_first_root_node().get_children()
    return homes.filter(locale__language_code=settings.LANGUAGE_CODE)


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def permissions_on(model: type[Model], actions: Iterable[str]) -> list[Permission]:
    """Return the model's permissions "add_…", "change_…" and so on."""
    kind = ContentType.objects.get_for_model(model)
    codenames = [f"{action}_{kind.model}" for action in actions]
    return [permission(kind.app_label, name) for name in codenames]


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
