"""Who may call wagtail-localize's views, which check one permission for all languages.

The views stand here once more, under the same addresses and before its own. To replace
one of them, change its line in the table.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation
from wagtail_localize.views import convert, edit_translation, snippets_api
from wagtail_localize.views.report import TranslationsReportView

from pages.translation import editor_views, saving_views
from pages.translation.machine.views import machine_translate
from pages.translation.permissions import (
    locales_of,
    may_edit,
    may_translate,
    translates,
)
from pages.translation.po.views import download_po, upload_po
from pages.translation.refusing import guarded
from pages.translation.repairing import check_source, repair_translations
from pages.translation.submitting import SubmitPage, SubmitSnippet

__all__ = ["GUARDED", "Guarded"]


def writes(request: HttpRequest, translation_id: int, **kwargs: Any) -> None:
    may_translate(request.user, get_object_or_404(Translation, pk=translation_id))


def reads(request: HttpRequest, translation_id: int, **kwargs: Any) -> None:
    """As for writing; but what is locked can be looked at."""
    translation = get_object_or_404(Translation, pk=translation_id)
    instance = translation.get_target_instance()
    if not may_edit(request.user, instance):
        raise PermissionDenied(
            _("You do not have permission to change “%(name)s”.") % {"name": instance}
        )


def reads_report(request: HttpRequest) -> None:
    if not translates(request.user):
        raise PermissionDenied(_("You do not translate into any language."))


def reads_snippets(
    request: HttpRequest, app_label: str, model_name: str, **kwargs: Any
) -> None:
    reads_report(request)
    policy = get_snippet_model_from_url_params(
        app_label, model_name
    ).snippet_viewset.permission_policy
    actions = {"add", "change", "delete", "view"}
    if not policy.user_has_any_permission(request.user, actions):
        raise PermissionDenied(_("You do not have permission to see these entries."))


def never(request: HttpRequest, **kwargs: Any) -> None:
    """Translations follow their originals always, so that facts stay equal."""
    raise PermissionDenied(
        _(
            "A translation stays connected with its original. To take it offline, "
            "unpublish it."
        )
    )


def checked_by_itself(request: HttpRequest, **kwargs: Any) -> None:
    """The view decides, because it needs the object anyway."""


class OwnTranslationsReport(TranslationsReportView):
    """The report, of translations into one's own languages."""

    def get_queryset(self) -> Any:
        own = (
            super()
            .get_queryset()
            .filter(target_locale__in=locales_of(self.request.user))
        )
        return own.order_by("source__object_repr", "pk")


class Guarded(NamedTuple):
    address: str
    check: Callable[..., None]
    view: Callable[..., Any]


TRANSLATE = "translate/<int:translation_id>/"
SNIPPETS = "api/snippets/<slug:app_label>/<slug:model_name>/"
SNIPPET = "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
STRING = f"{TRANSLATE}strings/<int:string_segment_id>/edit/"
OVERRIDE = f"{TRANSLATE}overrides/<int:overridable_segment_id>/edit/"

GUARDED = (
    Guarded("submit/page/<int:page_id>/", checked_by_itself, SubmitPage.as_view()),
    Guarded(SNIPPET, checked_by_itself, SubmitSnippet.as_view()),
    Guarded("update/<int:translation_source_id>/", check_source, repair_translations),
    Guarded(STRING, writes, saving_views.edit_string),
    Guarded(OVERRIDE, writes, saving_views.edit_override),
    Guarded(f"{TRANSLATE}pofile/download/", reads, download_po),
    Guarded(f"{TRANSLATE}pofile/upload/", writes, upload_po),
    Guarded(f"{TRANSLATE}machine_translate/", writes, machine_translate),
    Guarded(f"{TRANSLATE}preview/", reads, editor_views.preview),
    Guarded(f"{TRANSLATE}preview/<str:mode>/", reads, editor_views.preview),
    Guarded(f"{TRANSLATE}disable/", never, edit_translation.stop_translation),
    Guarded("page/<int:page_id>/convert_to_alias/", never, convert.convert_to_alias),
    Guarded("reports/translations/", reads_report, OwnTranslationsReport.as_view()),
    Guarded(
        "reports/translations/results/",
        reads_report,
        OwnTranslationsReport.as_view(results_only=True),
    ),
    Guarded(
        SNIPPETS, reads_snippets, snippets_api.SnippetViewSet.as_view({"get": "list"})
    ),
    Guarded(
        f"{SNIPPETS}<str:pk>/",
        reads_snippets,
        snippets_api.SnippetViewSet.as_view({"get": "retrieve"}),
    ),
)


@hooks.register("register_admin_urls", order=-1)
def guarded_addresses() -> list[URLPattern]:
    """Return the addresses without names: those of wagtail-localize lead here."""
    return [
        path(f"localize/{one.address}", guarded(one.view, one.check)) for one in GUARDED
    ]
