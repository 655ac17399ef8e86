"""Starting a translation: of what one may read, into one's own languages."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
    SubmitTranslationView,
)

from pages.translation.permissions import locales_of, may_edit
from pages.translation.starting import start_translation
from pages.translation.subtree import translate_subtree_task

__all__ = ["SubmitPage", "SubmitSnippet", "may_start"]


def may_start(user: Any, original: Any) -> None:
    """Raise PermissionDenied if a person may not start translations of an object.

    A translation is a copy: who makes one has read the original. Of pages one cannot
    edit, that is only allowed for those that the public reads, too.
    """
    if not user.has_perm("wagtail_localize.submit_translation"):
        raise PermissionDenied(_("You do not have permission to start translations."))
    if original.locale.language_code != settings.LANGUAGE_CODE:
        raise PermissionDenied(
            _("“%(name)s” is a translation itself. Translate its original.")
            % {"name": original}
        )
    if isinstance(original, Page):
        may_start_page(user, original)
    elif not has_permission_on(user, type(original)):
        raise PermissionDenied(
            _("You do not have permission to change this kind of entry.")
        )


def may_start_page(user: Any, original: Page) -> None:
    if not may_edit(user, original) and not is_public(original):
        raise PermissionDenied(
            _(
                "This page is not public. Its translation can be started by those who "
                "may edit it, or once it is public."
            )
        )
    if not original.live:
        raise PermissionDenied(
            _(
                "“%(name)s” is not published. Publish it first; only what visitors can "
                "read is translated."
            )
            % {"name": original.get_admin_display_title()}
        )


def is_public(page: Page) -> bool:
    """Whether everybody can read a page; the pages above it are copied along."""
    above = page.get_ancestors(inclusive=True)
    return not above.not_live().exists() and not page.get_view_restrictions().exists()


def has_permission_on(user: Any, model: type[Model]) -> bool:
    policy = model.snippet_viewset.permission_policy  # type: ignore[attr-defined]  # set by Wagtail on registration
    return bool(policy.user_has_permission(user, "change"))


class StartsTranslations(SubmitTranslationView):
    """Our way to start a translation, in wagtail-localize's form."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        may_start(request.user, self.get_object())
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_form(self) -> Any:
        """Offer one's own languages; pages below only if they need not wait for it."""
        form = super().get_form()
        own = locales_of(self.request.user)
        languages = form.fields["locales"]
        languages.queryset = languages.queryset.filter(pk__in=own)
        if not translate_subtree_task.get_backend().supports_defer:
            del form.fields["include_subtree"]
        return form

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        started = [
            start_translation(self.object, locale, self.request.user)
            for locale in form.cleaned_data["locales"]
        ]
        languages = [made.locale.get_display_name() for made in started]
        messages.success(
            self.request,
            _("“%(name)s” can now be translated into %(languages)s.")
            % {
                "name": self.object,
                "languages": get_text_list(languages, _("and")),
            },
        )
        if form.cleaned_data.get("include_subtree"):
            self.start_below(form.cleaned_data["locales"])
        single = started[0] if len(started) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(single))

    def start_below(self, locales: Iterable[Locale]) -> None:
        """Leave out drafts and what this person may not read: the task sees to it."""
        for locale in locales:
            task = partial(
                translate_subtree_task.enqueue,
                self.object.pk,
                locale.language_code,
                self.request.user.pk,
            )
            transaction.on_commit(task)
        messages.info(
            self.request, _("The public pages below it follow in a few minutes.")
        )


class SubmitPage(StartsTranslations, SubmitPageTranslationView):
    pass


class SubmitSnippet(StartsTranslations, SubmitSnippetTranslationView):
    pass
