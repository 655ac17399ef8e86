"""The button "translate with …" of the translation editor."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.machine_translators import get_machine_translator

from pages.translation.access import find_translation
from pages.translation.machine.drafting import Outcome, translate_open_texts

__all__ = ["machine_translate"]


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Translate what is open and say what came of it. Never publishes.

    Waits for the service: a page of 66 texts is two requests, some seconds at most
    unless the service is slow, which ends with a message.
    """
    translator = get_machine_translator()
    translation = find_translation(request.user, translation_id)
    if translator is None or not translator.can_translate(
        translation.source.locale, translation.target_locale
    ):
        raise Http404
    outcome = translate_open_texts(translation, translator, request.user)
    report(request, outcome, str(translator.display_name))
    return redirect(
        get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
    )


def report(request: HttpRequest, outcome: Outcome, service: str) -> None:
    if outcome.had_nothing_to_do:
        messages.info(request, _("Every text has a translation already."))
    if outcome.saved:
        messages.success(request, said_of_saved(outcome.saved, service))
    if outcome.refused:
        messages.warning(request, said_of_refused(outcome.refused, service))
    if outcome.too_long:
        messages.warning(request, said_of_too_long(outcome.too_long))
    if outcome.error:
        messages.error(request, f"{outcome.error} {said_of_left(outcome.left)}")


def said_of_saved(number: int, service: str) -> str:
    sentence = ngettext(
        "%(number)d text was translated with %(service)s and saved. Please read and "
        "confirm it.",
        "%(number)d texts were translated with %(service)s and saved. Please read and "
        "confirm them.",
        number,
    )
    return sentence % {"number": number, "service": service}


def said_of_refused(number: int, service: str) -> str:
    sentence = ngettext(
        "%(number)d text was not saved, because %(service)s has damaged a link, a tag "
        "or a fixed term in it. Please translate it by hand.",
        "%(number)d texts were not saved, because %(service)s has damaged a link, a "
        "tag or a fixed term in them. Please translate them by hand.",
        number,
    )
    return sentence % {"number": number, "service": service}


def said_of_too_long(number: int) -> str:
    sentence = ngettext(
        "%(number)d text is too long for a machine. Please translate it by hand.",
        "%(number)d texts are too long for a machine. Please translate them by hand.",
        number,
    )
    return sentence % {"number": number}


def said_of_left(number: int) -> str:
    sentence = ngettext(
        "%(number)d text is still to be translated.",
        "%(number)d texts are still to be translated.",
        number,
    )
    return sentence % {"number": number}
