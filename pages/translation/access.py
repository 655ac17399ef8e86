"""Whether a person may read or change the texts of a translation."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from pages.translation.permissions import may_edit, may_translate

__all__ = ["find_translation", "may_read", "refusal"]


def find_translation(user: Any, pk: int) -> Translation:
    """Return a translation whose texts a person may change.

    Raises Http404 and PermissionDenied.
    """
    rows = Translation.objects.select_related("source__locale", "target_locale")
    translation: Translation = get_object_or_404(rows, pk=pk)
    try:
        translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if sentence := refusal(user, translation):
        raise PermissionDenied(sentence)
    return translation


def refusal(user: Any, translation: Translation) -> str:
    """Return why a person may not change the texts; empty if they may."""
    try:
        may_translate(user, translation)
    except PermissionDenied as denied:
        return str(denied)
    except ObjectDoesNotExist:
        title = translation.source.object_repr
        return _("“%(title)s” does not exist any more.") % {"title": title}
    return ""


def may_read(user: Any, translation: Translation) -> bool:
    """Whether a person may see the texts; what is locked can still be read."""
    try:
        return may_edit(user, translation.get_target_instance())
    except ObjectDoesNotExist:
        return False
