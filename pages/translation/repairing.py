"""Bringing the facts of an original to its translations once more, by hand.

That happens by itself with every publication. This is for what got lost, after a
restored backup for example. Nothing is translated, and no text is published.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import TranslationSource

from pages.translation.following import follow
from pages.translation.permissions import may_edit

__all__ = ["check_source", "repair_translations"]


def check_source(request: HttpRequest, translation_source_id: int) -> None:
    """Raise PermissionDenied unless a person may edit the original."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    original = source.get_source_instance()
    if not may_edit(request.user, original):
        raise PermissionDenied(
            _("You do not have permission to change “%(name)s”.") % {"name": original}
        )


def repair_translations(
    request: HttpRequest, translation_source_id: int
) -> HttpResponse:
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    original = source.get_source_instance()
    back = get_valid_next_url_from_request(request)
    back = back or AdminURLFinder(request.user).get_edit_url(original)
    if request.method != "POST":
        context = {"original": original, "back": back}
        template = "pages/admin/repair_translations.html"
        return TemplateResponse(request, template, context)
    if getattr(original, "live", True):
        follow(original)
        messages.success(
            request,
            _("All translations of “%(name)s” have its facts again.")
            % {"name": original},
        )
    else:
        messages.warning(
            request,
            _(
                "“%(name)s” is not public, so nothing was brought to its translations. "
                "That happens by itself when it is published."
            )
            % {"name": original},
        )
    return redirect(back)
