"""The translation editor in our hands: its buttons, and how it publishes."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import TranslatableMixin
from wagtail_localize.models import StringTranslation, Translation

from pages.translation import editor_views
from pages.translation.permissions import may_translate
from pages.translation.progress import original_of
from pages.translation.refusing import refuse

__all__: list[str] = []

OURS = "translations/<int:translation_id>/"


@hooks.register("register_admin_urls")
def editor_addresses() -> list[URLPattern]:
    """Return the addresses of the buttons above wagtail-localize's editor."""
    buttons = {
        "publish": editor_views.publish,
        "submit": editor_views.submit,
        "confirm": editor_views.confirm,
        "confirm-machine": editor_views.confirm_machine,
        "use-suggestion": editor_views.use_suggestion,
        "use-exact-matches": editor_views.use_exact_matches,
    }
    return [
        path(f"{OURS}{name}/", view, name=f"translation_{name.replace('-', '_')}")
        for name, view in buttons.items()
    ]


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def edit_translation(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Publish our way, and show no editor for what has no original any more."""
    if not isinstance(instance, TranslatableMixin):
        return None
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale_id=instance.locale_id,
        )
        .select_related("source__specific_content_type", "target_locale")
        .first()
    )
    if translation is None:
        return None
    if original_of(translation) is None:
        return explain(request, translation, instance)
    if request.POST.get("action") == "publish":
        return published(request, translation)
    return None


def explain(
    request: HttpRequest, translation: Translation, instance: Any
) -> HttpResponse:
    texts = StringTranslation.objects.filter(
        context__object_id=instance.translation_key, locale_id=instance.locale_id
    )
    context = {"instance": instance, "text_count": texts.count()}
    template = "pages/translation/original_gone.html"
    return TemplateResponse(request, template, context, status=410)


def published(request: HttpRequest, translation: Translation) -> HttpResponse:
    try:
        may_translate(request.user, translation)
        editor_views.publish_now(request, translation)
    except PermissionDenied as denied:
        return refuse(request, str(denied))
    return redirect(request.path)
