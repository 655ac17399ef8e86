"""What the translation editor sends when a translator saves or deletes one text.

In place of wagtail-localize's own views, at the same addresses. Those let the last one
win, and store broken markup in place of the text that was there. Who may call them
stands in the table of ``guards``.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation
from wagtail_localize.views.edit_translation import (
    SegmentOverrideSerializer,
    StringTranslationSerializer,
)

from pages.translation.checking import check
from pages.translation.progress import original_of
from pages.translation.writer import (
    RefusedError,
    Writer,
    delete_form,
    delete_text,
    save_form,
    save_text,
    version_of,
)

__all__ = ["SEEN_HEADER", "edit_override", "edit_string"]

SEEN_HEADER = "X-Seen-Text"


@require_http_methods(["PUT", "DELETE"])
def edit_string(
    request: HttpRequest, translation_id: int, string_segment_id: int
) -> JsonResponse:
    """Save or delete the translation of a string, unless somebody was faster."""

    def save(writer: Writer) -> JsonResponse:
        if request.method == "DELETE":
            delete_text(writer, string_segment_id)
            return answer(None)
        row = save_text(writer, string_segment_id, sent_value(request))
        return answer(row, warnings=warnings_about(writer.translation, row))

    return answered(request, translation_id, save)


@require_http_methods(["PUT", "DELETE"])
def edit_override(
    request: HttpRequest, translation_id: int, overridable_segment_id: int
) -> JsonResponse:
    """Save or delete the form of a fact, unless somebody was faster."""

    def save(writer: Writer) -> JsonResponse:
        if request.method == "DELETE":
            delete_form(writer, overridable_segment_id)
            return answer(None)
        return answer(save_form(writer, overridable_segment_id, sent_value(request)))

    return answered(request, translation_id, save)


def answered(
    request: HttpRequest, translation_id: int, save: Callable[[Writer], JsonResponse]
) -> JsonResponse:
    translations = Translation.objects.select_related("source", "target_locale")
    translation = get_object_or_404(translations, pk=translation_id)
    writer = Writer(translation, request.user, request.headers.get(SEEN_HEADER))
    try:
        return save(writer)
    except RefusedError as refusal:
        return JsonResponse(reasons(refusal), status=refusal.status)


def reasons(refusal: RefusedError) -> dict[str, Any]:
    if refusal.theirs is None:
        return {"detail": refusal.message}
    version = version_of(refusal.theirs)
    return {"detail": refusal.message, "theirs": refusal.theirs, "version": version}


def sent_value(request: HttpRequest) -> str:
    """Return what the editor sends as a form; Django reads forms of POST only."""
    data = QueryDict(request.body) if is_plain_form(request) else uploaded(request)
    value: str = data.get("value", "")
    return value


def is_plain_form(request: HttpRequest) -> bool:
    return request.content_type == "application/x-www-form-urlencoded"


def uploaded(request: HttpRequest) -> QueryDict:
    data, _files = request.parse_file_upload(request.META, request)
    return data


def answer(
    row: StringTranslation | SegmentOverride | None, warnings: list[str] | None = None
) -> JsonResponse:
    """Return what the editor expects, the version for the next time, and warnings."""
    content: dict[str, Any] = {}
    if isinstance(row, StringTranslation):
        content = dict(StringTranslationSerializer(row).data)
    elif row:
        content = dict(SegmentOverrideSerializer(row).data)
    version = version_of(None if row is None else str(row.data))
    return JsonResponse({**content, "version": version, "warnings": warnings or []})


def warnings_about(translation: Translation, row: StringTranslation) -> list[str]:
    """Return what a translator should look at although the text is saved."""
    found = check(row.translation_of.data, row.data)
    warnings = [problem.message for problem in found if not problem.is_error]
    if original_of(translation) is None:
        warnings.append(
            _(
                "The text is saved, but the original has been deleted. It can be "
                "published again when the original is back."
            )
        )
    return warnings
