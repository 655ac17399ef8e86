"""What the site's history says besides what Wagtail writes there: who signed in.

Wagtail notes what happens to pages, snippets, files, settings and privacy. A sign-in is
noted for the account, without the address it came from; only administrators see it.
Failed ones go to the log of the server, where tools that lock out attackers look.
"""

import logging
from datetime import datetime
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import log, registry

__all__ = ["SIGN_IN", "connect", "forget_before", "sign_in_action"]

logger = logging.getLogger(__name__)

SIGN_IN = "pages.sign_in"


def connect() -> None:
    user_logged_in.connect(note_sign_in, dispatch_uid="pages.audit")
    user_login_failed.connect(note_failure, dispatch_uid="pages.audit")


@hooks.register("register_log_actions")
def sign_in_action(actions: Any) -> None:
    actions.register_action(SIGN_IN, _("Sign in"), _("Signed in"))


def note_sign_in(user: Any, **kwargs: Any) -> None:
    log(instance=user, action=SIGN_IN, user=user)


def note_failure(credentials: dict[str, Any], **kwargs: Any) -> None:
    # Not as it was typed: it may be a password in the wrong field.
    name = str(credentials.get("username", ""))
    logger.warning("A sign-in failed, for a name of %s characters.", len(name))


def forget_before(moment: datetime) -> int:
    """Delete what the history says of the time before; return how many entries."""
    number = 0
    for model in registry.get_log_entry_models():
        deleted, _details = model.objects.filter(timestamp__lt=moment).delete()
        number += deleted
    return number
