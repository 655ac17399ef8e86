"""The buttons above the translation editor. Each does one thing and returns there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
)
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import Translation, get_edit_url

from pages.translation import publishing
from pages.translation.editor_panel import may_publish
from pages.translation.machine.confirmation import (
    MachineTextsChangedError,
    confirm_machine_texts,
)
from pages.translation.memory import exact_texts, open_texts, suggest
from pages.translation.obstacles import obstacle, offline
from pages.translation.permissions import may_edit, may_translate
from pages.translation.progress import (
    count_progress,
    counting_later,
    target_of,
)
from pages.translation.refusing import refuse
from pages.translation.writer import NOTHING, RefusedError, Writer, save_text

__all__ = [
    "confirm",
    "confirm_machine",
    "preview",
    "publish",
    "publish_now",
    "submit",
    "use_exact_matches",
    "use_suggestion",
]

Act = Callable[[HttpRequest, Translation], str | None]


def button(act: Act) -> Callable[[HttpRequest, int], HttpResponse]:
    """Make a view of what a button does.

    ``act`` may return the place in the editor to return to.
    """

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, translation_id: int) -> HttpResponse:
        rows = Translation.objects.select_related("source", "target_locale")
        translation = get_object_or_404(rows, pk=translation_id)
        try:
            may_translate(request.user, translation)
            place = act(request, translation)
        except PermissionDenied as denied:
            return refuse(request, str(denied))
        except ObjectDoesNotExist:
            return refuse(request, _("This translation has been deleted."))
        target = target_of(translation)
        return redirect(get_edit_url(target) + (f"#{place}" if place else ""))

    return view


@button
def publish(request: HttpRequest, translation: Translation) -> None:
    publish_now(request, translation)


def publish_now(request: HttpRequest, translation: Translation) -> bool:
    """Publish a translation and tell the translator what came of it.

    Raises PermissionDenied. Returns whether it was published.
    """
    target = target_of(translation)
    if not may_publish(request.user, target):
        raise PermissionDenied(
            _("You may submit this translation for approval, but not publish it.")
        )
    if not finish(request, translation, publishing.publish_translation):
        return False
    messages.success(
        request,
        _("“%(name)s” is published in %(language)s.")
        % {
            "name": target_of(translation),
            "language": translation.target_locale.get_display_name(),
        },
    )
    tell_open(request, translation)
    return True


@button
def submit(request: HttpRequest, translation: Translation) -> None:
    submit_now(request, translation)


def submit_now(request: HttpRequest, translation: Translation) -> None:
    target = target_of(translation)
    if not isinstance(target, Page):
        publish_now(request, translation)
        return
    if not finish(request, translation, publishing.submit):
        return
    if target.get_workflow():
        messages.success(request, _("The translation is submitted for approval."))
    else:
        messages.warning(
            request,
            _(
                "The translation is saved as a draft. Nobody is set to approve pages "
                "here: ask somebody who may publish."
            ),
        )
    tell_open(request, translation)


@button
def confirm(request: HttpRequest, translation: Translation) -> None:
    """Record that the older texts are valid for the changed original, then publish."""
    try:
        with transaction.atomic():
            seen = request.POST.get("seen", "")
            publishing.confirm(translation, request.user, seen)
            if may_publish(request.user, target_of(translation)):
                publish_now(request, translation)
            else:
                submit_now(request, translation)
    except publishing.OriginalOfflineError:
        messages.error(request, offline(translation))
    except publishing.OriginalChangedError:
        messages.error(
            request,
            _(
                "Nothing was recorded: the original has changed since you opened this "
                "page. Here you see its present text; please look at it again."
            ),
        )


@button
def confirm_machine(request: HttpRequest, translation: Translation) -> None:
    """Record that a person has read what a machine has translated."""
    seen = request.POST.get("seen", "")
    try:
        count = confirm_machine_texts(translation, request.user, seen)
    except MachineTextsChangedError:
        messages.error(
            request,
            _(
                "Nothing was confirmed: the texts of the machine have changed since "
                "you opened this page. Please read them again."
            ),
        )
        return
    messages.success(
        request,
        ngettext(
            "%(count)s text is confirmed.", "%(count)s texts are confirmed.", count
        )
        % {"count": count},
    )


@button
def use_suggestion(request: HttpRequest, translation: Translation) -> str:
    """Save a text of the translation memory for one open text."""
    segment = request.POST.get("segment", "")
    writer = Writer(translation, request.user, request.POST.get("seen", NOTHING))
    try:
        save_text(
            writer,
            int(segment) if segment.isdecimal() else 0,
            request.POST.get("text", ""),
            tool_name=_("translation memory"),
        )
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The text of the translation memory is saved."))
    return f"text-{segment}" if segment.isdecimal() else ""


@button
def use_exact_matches(request: HttpRequest, translation: Translation) -> str:
    """Save for each open text what the same text is elsewhere, if that is one thing."""
    found = suggest(translation)
    stored = {text.segment: text.stored for text in found}
    with counting_later():
        used = sum(
            use(translation, request.user, segment, text)
            for segment, text in exact_texts(found).items()
            if not stored[segment]
        )
    count_progress(translation)
    messages.success(
        request,
        ngettext(
            "%(count)s text was taken from the translation memory.",
            "%(count)s texts were taken from the translation memory.",
            used,
        )
        % {"count": used},
    )
    return ""


def use(translation: Translation, user: Any, segment: int, text: str) -> bool:
    """Save a text of the memory unless somebody has just translated it."""
    writer = Writer(translation, user, seen=NOTHING)
    try:
        save_text(writer, segment, text, tool_name=_("translation memory"))
    except RefusedError:
        return False
    return True


def finish(
    request: HttpRequest,
    translation: Translation,
    act: Callable[[Translation, Any], Any],
) -> bool:
    """Publish or submit; tell the translator why not, if it cannot be."""
    if problem := obstacle(translation, act, request.user):
        messages.error(request, problem)
    return not problem


def tell_open(request: HttpRequest, translation: Translation) -> None:
    """Say that visitors will not see everything in their language."""
    count = len(open_texts(translation))
    if count:
        messages.warning(
            request,
            ngettext(
                "%(count)s text is still open. Visitors read its earlier translation "
                "or, if there is none, the original, marked as such.",
                "%(count)s texts are still open. Visitors read their earlier "
                "translations or, if there are none, the original, marked as such.",
                count,
            )
            % {"count": count},
        )


def preview(
    request: HttpRequest, translation_id: int, mode: str | None = None
) -> HttpResponse:
    """Show a page as it would be published now, with the older texts it keeps."""
    rows = Translation.objects.select_related("source", "target_locale")
    translation = get_object_or_404(rows, pk=translation_id)
    target = target_of(translation)
    if not isinstance(target, Page):
        raise Http404
    if not may_edit(request.user, target):
        return refuse(request, _("You may not change this translation."))
    mode = target.default_preview_mode if mode is None else mode
    if mode not in dict(target.preview_modes):
        raise Http404
    try:
        page = publishing.preview_instance(translation)
    except publishing.OriginalOfflineError:
        return refuse(request, offline(translation))
    shown: HttpResponse = page.make_preview_request(request, mode)
    return shown
