"""Why a translation cannot be published yet, in a sentence for its translator."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail_localize.models import Translation

from pages.translation import publishing
from pages.translation.memory import open_texts
from pages.translation.progress import original_of, target_of

__all__ = ["obstacle", "offline"]


def obstacle(
    translation: Translation, act: Callable[[Translation, Any], Any], user: Any
) -> str:
    """Do it, and return why it could not be done; "" if it was."""
    if not has_title(translation):
        return _("Translate the title first. All your texts are saved.")
    try:
        act(translation, user)
    except publishing.OriginalOfflineError:
        return offline(translation)
    except ValidationError as error:
        return " ".join(
            [_("Not published."), *named_errors(target_of(translation), error)]
        )
    except PublishPagePermissionError as error:
        return f"{_('Not published.')} {error}"
    return ""


def has_title(translation: Translation) -> bool:
    """Whether visitors would see a translated title, be it of an earlier version."""
    if all(text.path != "title" for text in open_texts(translation)):
        return True
    row = target_of(translation).text_origins.get("title", [])
    return any(entry["string"] for entry in row)


def offline(translation: Translation) -> str:
    if original_of(translation) is None:
        return _(
            "Not published: the original has been deleted. Your texts are kept and "
            "can be published if it comes back."
        )
    return _(
        "Not published: the original is offline. Your texts are kept; publish them "
        "when it is public again."
    )


def named_errors(target: Any, error: ValidationError) -> list[str]:
    """Return what is wrong, each with the name of its field."""
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [
        f"{field_label(target, name)}: {' '.join(found)}"
        for name, found in error.message_dict.items()
    ]


def field_label(target: Any, name: str) -> str:
    try:
        return capfirst(target._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return str(target)
