"""Who may work on which language, and on what is written in it.

No setting names the languages of a person. Who may add, change or publish pages in a
tree works on the language of that tree, and on the directory in it. Editors and
moderators have these rights at the root, so they work on all languages.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

__all__ = [
    "WORK",
    "LanguagePermissionPolicy",
    "TreePermissionTester",
    "belongs_below",
    "locales_of",
    "may_edit",
    "may_translate",
    "original_page",
    "translates",
]

WORK = frozenset({"add", "change", "publish"})
"""The actions on pages of which any one makes somebody work on them."""


def locales_of(user: Any) -> set[int]:
    """Return the keys of the locales a person works on."""
    everything = set(Locale.objects.values_list("pk", flat=True))
    if user.is_active and user.is_superuser:
        return everything
    names = {get_permission_codename(action, Page._meta) for action in WORK}
    granted = page_permission_policy.get_cached_permissions_for_user(user)
    trees = [given.page for given in granted if given.permission.codename in names]
    if any(tree.is_root() for tree in trees):
        return everything
    return {tree.locale_id for tree in trees}


def translates(user: Any) -> bool:
    """Whether a person works on any language but the source language."""
    others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    return others.filter(pk__in=locales_of(user)).exists()


def may_edit(user: Any, instance: Model) -> bool:
    """Whether a person may change a page, or a snippet in its language."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_edit())
    policy = LanguagePermissionPolicy(type(instance))
    return policy.user_has_permission_for_instance(user, "change", instance)


def may_translate(user: Any, translation: Any) -> None:
    """Raise PermissionDenied, with a sentence, if a person may not translate now."""
    instance = translation.get_target_instance()
    if not may_edit(user, instance):
        raise PermissionDenied(
            _("You do not have permission to change “%(name)s” (%(language)s).")
            % {
                "name": instance,
                "language": translation.target_locale.get_display_name(),
            }
        )
    if isinstance(instance, Page):
        refuse_locked(user, instance)


def refuse_locked(user: Any, page: Page) -> None:
    if not page.permissions_for_user(user).page_locked():
        return
    name = page.get_admin_display_title()
    if page.locked and page.locked_by:
        raise PermissionDenied(
            _("“%(name)s” is locked by %(person)s. Your change was not saved.")
            % {"name": name, "person": page.locked_by.get_full_name() or page.locked_by}
        )
    if page.workflow_in_progress:
        raise PermissionDenied(
            _(
                "“%(name)s” is being reviewed. It can be changed again when that is "
                "done. Your change was not saved."
            )
            % {"name": name}
        )
    raise PermissionDenied(
        _("“%(name)s” is locked. Your change was not saved.") % {"name": name}
    )


def original_page(page: Page) -> Page | None:
    """Return the page in the source language that a page is a translation of."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    return Page.objects.filter(
        translation_key=page.translation_key,
        locale__language_code=settings.LANGUAGE_CODE,
    ).first()


def belongs_below(page: Page, parent: Page) -> bool:
    """Whether a page may stand there: a translation stands where its original does."""
    original = original_page(page)
    if original is None:
        return True
    is_counterpart = parent.translation_key == original.get_parent().translation_key
    return is_counterpart and (parent.is_root() or parent.locale_id == page.locale_id)


class LanguagePermissionPolicy(ModelPermissionPolicy):
    """Permissions of a snippet that hold only in the languages of a person."""

    def user_has_permission_for_instance(
        self, user: Any, action: str, instance: Any
    ) -> bool:
        allowed: bool = self.user_has_permission(user, action)
        return allowed and instance.locale_id in locales_of(user)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        allowed = super().instances_user_has_any_permission_for(user, actions)
        return allowed.filter(locale__in=locales_of(user))


class TreePermissionTester(PagePermissionTester):
    """What a person may do with a page: the trees of translations follow the original.

    Translating needs the rights to change and publish, which in Wagtail also allow to
    delete, copy and reorder. In these trees only those who may add pages do that.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:  # noqa: FBT001, FBT002 (Wagtail's signature)
        return super().can_delete(ignore_bulk) and self.may_shape_tree()

    def can_copy(self) -> bool:
        return super().can_copy() and self.may_shape_tree()

    def can_reorder_children(self) -> bool:
        return super().can_reorder_children() and self.may_shape_tree()

    def can_move_to(self, destination: Page) -> bool:
        allowed: bool = super().can_move_to(destination)
        return allowed and belongs_below(self.page, destination)

    def can_set_view_restrictions(self) -> bool:
        """Refuse it on translations. They are as private as their originals."""
        allowed: bool = super().can_set_view_restrictions()
        return allowed and original_page(self.page) is None

    def may_shape_tree(self) -> bool:
        if self.user.is_superuser or "add" in self.permissions:
            return True
        code: str = self.page.locale.language_code
        return code == settings.LANGUAGE_CODE
