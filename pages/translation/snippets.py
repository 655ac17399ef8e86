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
from wagtail.models import Locale, TranslatableMixin
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.translation.permissions import LanguagePermissionPolicy, locales_of
from pages.translation.refusing import guarded, refuse

__all__ = ["LanguageViewSet"]


class LanguageViewSet(SnippetViewSet):
    """Admin of a translatable model, open to a person in that person's languages.

    Wagtail asks for permissions on the model. All views are made in one place, so those
    that Wagtail adds for drafts, locks or inspection are closed as well. Lists and
    choosers show all languages: a translator starts from them.
    """

    @property
    def permission_policy(self) -> LanguagePermissionPolicy:
        return LanguagePermissionPolicy(self.model)

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        view = super().construct_view(view_class, **kwargs)
        creates = issubclass(view_class, CreateView)

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
    """Read the language of a new object as Wagtail's view does."""
    code = request.GET.get("locale")
    locale = (
        get_object_or_404(Locale, language_code=code) if code else Locale.get_default()
    )
    if sentence := foreign(request.user, locale):
        raise PermissionDenied(sentence)


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
