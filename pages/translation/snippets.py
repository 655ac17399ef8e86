"""The directory by language: rights on a snippet hold in one's own languages only."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.generic import CreateView
from wagtail.admin.views.generic.preview import PreviewOnCreate
from wagtail.models import Locale, TranslatableMixin
from wagtail.snippets.views import snippets

from pages.translation.permissions import LanguagePermissionPolicy, locales_of
from pages.translation.refusing import guarded, refuse

__all__ = ["LanguageViewSet"]


class AddView(snippets.CreateView):
    """Wagtail's form for a new object, whose preview knows its language."""

    def get_preview_url(self) -> str | None:
        url = super().get_preview_url()
        return f"{url}?locale={self.locale.language_code}" if url else None


class PreviewView(snippets.PreviewOnCreateView):
    """The preview of a new object, in the language that its form is for."""

    def get_object(self) -> Any:
        instance = super().get_object()
        instance.locale = asked_locale(self.request)
        return instance


class LanguageViewSet(snippets.SnippetViewSet):
    """Admin of a translatable model, open to a person in that person's languages.

    Wagtail asks for permissions on the model. All views are made in one place, so those
    that Wagtail adds for drafts, locks or inspection are closed as well. Lists and
    choosers show all languages: a translator starts from them.
    """

    add_view_class = AddView
    preview_on_add_view_class = PreviewView

    @property
    def permission_policy(self) -> LanguagePermissionPolicy:
        return LanguagePermissionPolicy(self.model)

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        view = super().construct_view(view_class, **kwargs)
        creates = issubclass(view_class, CreateView | PreviewOnCreate)

        def check(request: HttpRequest, *args: Any, **kwargs: Any) -> None:
            key = kwargs.get("pk") or next(iter(args), None)
            if key is not None:
                check_language(request, self.model, key)
            if creates:
                check_new_language(request)

        return guarded(view, check)


def check_language(request: HttpRequest, model: type[Model], key: Any) -> None:
    instance: Any = get_object_or_404(model, pk=unquote(str(key)))
    if sentence := foreign(request.user, instance.locale, instance):
        raise PermissionDenied(sentence)


def check_new_language(request: HttpRequest) -> None:
    if sentence := foreign(request.user, asked_locale(request)):
        raise PermissionDenied(sentence)


def asked_locale(request: HttpRequest) -> Locale:
    """Read the language of a new object as Wagtail's view does."""
    code = request.GET.get("locale")
    if not code:
        return Locale.get_default()
    return get_object_or_404(Locale, language_code=code)


def foreign(user: Any, locale: Locale, instance: Model | None = None) -> str:
    """Return why a person may not work in a language; "" if that is not so."""
    if locale.pk in locales_of(user):
        return ""
    language = locale.get_display_name()
    if instance is None:
        return _("You do not have permission to create entries in %(language)s.") % {
            "language": language
        }
    return _("You do not have permission to change “%(name)s” (%(language)s).") % {
        "name": instance,
        "language": language,
    }


@hooks.register("before_delete_snippet", order=-1)
def keep_other_languages(request: HttpRequest, instances: Any) -> Any:
    """Wagtail's bulk action asks for the permission on the model only."""
    for instance in instances:
        if isinstance(instance, TranslatableMixin):
            sentence = foreign(request.user, instance.locale, instance)
            if sentence:
                return refuse(request, sentence)
    return None
