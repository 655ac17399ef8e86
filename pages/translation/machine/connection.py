"""One question to a translation service over HTTP, and every way it can go wrong."""

import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import requests
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

__all__ = ["MachineTranslationError", "ask", "unreadable"]

logger = logging.getLogger(__name__)

CONNECT_SECONDS = 5
PATIENCE_SECONDS = 5
"""A service that is busy is asked once more if it says so for no longer than this."""
PAUSE_SECONDS = 1
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


class MachineTranslationError(Exception):
    """Nothing was translated. The message is a sentence for the translator."""


def ask(
    url: str,
    question: Mapping[str, Any],
    *,
    service: str,
    headers: Mapping[str, str],
    timeout: float,
) -> Any:
    """POST a question as JSON and return the decoded answer.

    Asks a second time, after a pause, if the service is busy or has failed. Redirects
    are not followed: the texts are for this address only. Keys belong into ``headers``
    or ``question``, which are neither logged nor part of a message.

    Raises MachineTranslationError.
    """
    body = json.dumps(question, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json", **headers}
    response = send(url, body, headers, service, timeout)
    pause = pause_before_retry(response)
    if pause is not None:
        time.sleep(pause)
        response = send(url, body, headers, service, timeout)
    if response.status_code != requests.codes.ok:
        logger.warning("%s answered with status %s", service, response.status_code)
        raise MachineTranslationError(sentence_for(response, service))
    try:
        return response.json()
    except ValueError as error:
        raise unreadable(service) from error


def unreadable(service: str) -> MachineTranslationError:
    """Return the error for an answer that is not what was asked for."""
    logger.warning("%s sent an answer that cannot be read", service)
    return MachineTranslationError(
        _("%(service)s sent an answer that cannot be read.") % {"service": service}
    )


def send(
    url: str, body: bytes, headers: Mapping[str, str], service: str, timeout: float
) -> requests.Response:
    try:
        return requests.post(
            url,
            data=body,
            headers=headers,
            timeout=(CONNECT_SECONDS, timeout),
            allow_redirects=False,
            # Without it, a .netrc of the server would replace the key.
            auth=lambda request: request,
        )
    except requests.Timeout as error:
        logger.warning("%s did not answer in time", service)
        sentence = _("%(service)s did not answer in time. Please try again later.")
        raise MachineTranslationError(sentence % {"service": service}) from error
    except requests.RequestException as error:
        logger.warning("%s is out of reach: %s", service, type(error).__name__)
        sentence = _(
            "%(service)s cannot be reached. Please try again later. If it stays so, "
            "tell the administration of this website."
        )
        raise MachineTranslationError(sentence % {"service": service}) from error


def pause_before_retry(response: requests.Response) -> float | None:
    """Return how many seconds to wait before asking again; None if not to."""
    status = response.status_code
    if status != TOO_MANY_REQUESTS and status < SERVER_ERROR:
        return None
    pause = retry_after(response) or PAUSE_SECONDS
    return pause if pause <= PATIENCE_SECONDS else None


def retry_after(response: requests.Response) -> int | None:
    """Return the seconds of Retry-After (RFC 9110 §10.2.3); None for a date, too."""
    value = response.headers.get("Retry-After", "")
    return int(value) if value.isascii() and value.isdecimal() else None


def sentence_for(response: requests.Response, service: str) -> str:
    status = response.status_code
    if status == TOO_MANY_REQUESTS:
        return busy(retry_after(response), service)
    if status >= SERVER_ERROR:
        sentence = _("%(service)s is out of order. Please try again later.")
    elif response.is_redirect:
        sentence = _(
            "%(service)s has moved. Nothing was sent to its new address. Please tell "
            "the administration of this website."
        )
    else:
        sentence = SENTENCES.get(status, refused)()
    return sentence % {"service": service, "status": status}


def busy(seconds: int | None, service: str) -> str:
    if seconds is None:
        sentence = _("%(service)s is busy. Please try again in some minutes.")
        return sentence % {"service": service}
    sentence = ngettext(
        "%(service)s is busy. Please try again in %(seconds)d second.",
        "%(service)s is busy. Please try again in %(seconds)d seconds.",
        seconds,
    )
    return sentence % {"service": service, "seconds": seconds}


def forbidden() -> str:
    return _(
        "%(service)s does not accept the key of this website. Please tell the "
        "administration of this website."
    )


def too_long() -> str:
    return _("A text is too long for %(service)s. Please translate it by hand.")


def used_up() -> str:
    return _(
        "The number of characters agreed with %(service)s is used up. Please tell the "
        "administration of this website."
    )


def refused() -> str:
    return _(
        "%(service)s has refused the request (status %(status)s). Please tell the "
        "administration of this website."
    )


SENTENCES = {401: forbidden, 403: forbidden, 413: too_long, 456: used_up}
