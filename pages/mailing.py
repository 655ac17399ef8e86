"""Mails to several people, of which one that cannot be sent stops no other."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from pages.people import name_of

__all__ = ["send_each"]

logger = logging.getLogger(__name__)


def send_each(
    errands: Iterable[tuple[Any, Callable[[], bool]]],
) -> tuple[list[str], list[str]]:
    """Send a mail to each person, by what says whether there was one to send.

    Returns the addresses that got a mail, and the names with addresses of those whose
    mail failed; the log says why.
    """
    sent: list[str] = []
    failed: list[str] = []
    for person, send in errands:
        try:
            if send():
                sent.append(person.email)
        # What Django's mail back ends raise, smtplib's errors included; an address
        # that is none is a ValueError.
        except (OSError, ValueError):
            name = f"{name_of(person)} <{person.email}>"
            logger.exception("The mail to %s failed.", name)
            failed.append(name)
    return sent, failed
